import type { Origin } from "#model/findings/trail.ts";
import { inside, Mistake, remark } from "#model/sentences/sentence.ts";
import { type Handlers, NotYet } from "#runtime/socket/control-socket.ts";
import type { Language } from "#texts/say.ts";
import type { App } from "../beside/running.ts";
import { plain } from "./snapshot-json.ts";

/** The requests that commands may send to a running controller. */
export function controlHandlers(app: () => App | undefined, language: Language): Handlers {
	const shown = () => {
		const snapshot = app()?.snapshot();
		if (snapshot === undefined) throw new NotYet();
		return plain(snapshot, language);
	};
	return {
		snapshot: async () => shown(),
		/** Sets the mode to off: every output goes to rest and stays there until the mode is auto. */
		async rest(actor) {
			const origin: Origin = { source: "cli", ...(typeof actor === "string" && { actor: actor.slice(0, 64) }) };
			const refused = await app()?.ask({ kind: "mode", mode: "off" }, origin);
			if (refused !== undefined) throw new Mistake(remark("refused", inside("problem", refused.remedy)));
			return shown();
		},
	};
}
