import { notice } from "#model/sentences/notice.ts";
import { type Serving, serveControl } from "#runtime/socket/control-socket.ts";
import { backups } from "./answers/backups.ts";
import { controlHandlers } from "./answers/control-handlers.ts";
import type { Run } from "./begin.ts";
import type { App } from "./beside/running.ts";
import type { HttpSide } from "./page/http.ts";
import { trailHandlers } from "./trail/handlers.ts";
import { remarksIn } from "./words.ts";

export interface Commands {
	/** The control socket; `taken` where another controller runs on this folder. */
	readonly serving: Serving;
	/** Where the page is from now on. */
	page(side: HttpSide | undefined): void;
}

/** Answers the commands beside the running controller, which is opened later. */
export async function answerCommands(run: Run): Promise<Commands> {
	const { flags, sourced, language, redact, observers, trail, soaking, tell } = run;
	let app: App | undefined;
	let page: HttpSide | undefined;
	const running = () => app;
	const backup = backups(running, sourced.folder, tell);
	observers.add("commands", {
		opened(opened) {
			app = opened;
			app.observe("backup", backup);
		},
	});
	const handlers = {
		...controlHandlers(running, language),
		...soaking.handlers(),
		...backup.handlers,
		...trailHandlers(running, trail),
		page: async () => ({ ingress: flags.ingressPeer !== undefined, url: page?.url() ?? null }),
	};
	const serving = await serveControl(sourced.folder, handlers, tell, { clean: redact.data, word: remarksIn("en") });
	if (serving.kind === "failed") {
		tell(notice("warning", "control_socket_failed", { why: serving.why }));
	}
	return {
		serving,
		page(side) {
			page = side;
		},
	};
}
