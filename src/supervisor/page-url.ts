import { appInfo } from "./app-info.ts";
import type { Supervisor } from "./ask.ts";
import { coreVersion } from "./core-version.ts";

/** Seconds. What is published waits for it. */
const DEADLINE = 3;
/** Until then the Supervisor's own panel showed the pages of apps. Home Assistant's frontend, "Use new app panel". */
const APP_PANEL = [2026, 2] as const;

/** Where Home Assistant shows the app's page, as a link that its devices may have. Undefined if the Supervisor does not answer. */
export async function pageUrl(supervisor: Supervisor): Promise<string | undefined> {
	const [info, core] = await Promise.all([appInfo(supervisor, DEADLINE), coreVersion(supervisor)]);
	if (info?.slug === undefined || core === undefined) return undefined;
	const [year = 0, month = 0] = core.split(".").map(Number);
	const [fromYear, fromMonth] = APP_PANEL;
	const panel = year > fromYear || (year === fromYear && month >= fromMonth) ? "app" : "hassio/ingress";
	return `homeassistant://${panel}/${info.slug}`;
}
