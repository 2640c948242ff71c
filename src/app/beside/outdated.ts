import { finding } from "#model/findings/finding.ts";
import { type AppInfo, appInfo } from "#supervisor/app-info.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import type { Observer } from "./running.ts";

/** Seconds of the app's running time: soon after the start, then once a day. */
const FIRST_AFTER = 120;
const EVERY = 86_400;

/** Reports when Home Assistant has a newer version of this app. Silent if that is unknown. */
export function outdated(
	supervisor: Supervisor,
	ask: (supervisor: Supervisor) => Promise<AppInfo | undefined> = appInfo,
) {
	let due: number | undefined;
	let info: AppInfo | undefined;
	return {
		turned({ now }) {
			due ??= now + FIRST_AFTER;
			if (now < due) return;
			due = now + EVERY;
			void ask(supervisor).then((answer) => {
				// Yesterday's answer is better than none.
				info = answer ?? info;
			});
		},
		findings: () =>
			info?.outdated ? [finding("warning", "app_outdated", { version: info.version, latest: info.latest })] : [],
	} satisfies Observer;
}
