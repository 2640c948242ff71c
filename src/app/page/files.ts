import type { Supervisor } from "#supervisor/ask.ts";
import { CARD_FILE, cardScript } from "#web/card-script.ts";
import type { PageFile, PageFiles } from "#web/http/files.ts";
import type { Sourced } from "../login/source.ts";

/** The dashboard of the plant for Home Assistant, with and without the drawing, and the drawing's script. */
export function pageFiles({ parsed, folder }: Sourced, supervisor?: Supervisor): PageFiles {
	const card = { [CARD_FILE]: { type: "text/javascript; charset=utf-8", read: async () => cardScript() } };
	if (parsed.kind === "invalid") return card;
	const { options } = parsed;
	const dashboard = (drawn: boolean): PageFile => ({
		// As text a browser shows it, to copy.
		type: "text/plain; charset=utf-8",
		async read() {
			const { dashboardFor, yamlOf } = await import("./home-dashboard.ts");
			return `${yamlOf(await dashboardFor({ options, folder, drawn, ...(supervisor && { supervisor }) }))}\n`;
		},
	});
	return { ...card, "dashboard.yaml": dashboard(false), "dashboard-drawn.yaml": dashboard(true) };
}
