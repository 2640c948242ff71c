import { join } from "node:path";
import type { Page } from "playwright-core";
import { parse } from "yaml";
import { dashboardFor } from "#app/page/home-dashboard.ts";
import { parse as parseOptions } from "#options/parse.ts";
import { card } from "../../scripts/bundle/card.ts";
import { launcher } from "../e2e/launcher.ts";
import type { Browser, Look } from "../fakes/browser.ts";
import { textsIn } from "./drawn.ts";
import type { House } from "./house.ts";

/** A dashboard with a hyphen in its path, as Home Assistant demands it. */
const PATH = "solar-plant";

/** The dashboard that the command prints for this house, pasted into Home Assistant as a person does it. */
export async function pasted(house: House): Promise<void> {
	const config = parse(await launcher.command({ folder: house.data }, "dashboard"));
	const made = { url_path: PATH, title: "Solar", mode: "storage", require_admin: false, show_in_sidebar: true };
	await house.resident.ask({ type: "lovelace/dashboards/create", ...made });
	await saved(house, config);
}

/** Replaces what the dashboard has. */
export const saved = (house: House, config: unknown): Promise<unknown> =>
	house.resident.ask({ type: "lovelace/config/save", url_path: PATH, config });

/** The card's script, and what makes Home Assistant load it: a file below /local, and a resource. */
export async function installed(house: House): Promise<void> {
	await card(join(house.resident.home.folder, "www"));
	// As after an update, where somebody added the new address and left the old one.
	for (const version of [1, 2]) {
		const url = `/local/solar-heating-card.js?v=${version}`;
		await house.resident.ask({ type: "lovelace/resources/create", res_type: "module", url });
	}
}

/** The dashboard with the drawing, as the command makes it. */
export async function drawnDashboard(house: House): Promise<unknown> {
	const parsed = parseOptions(house.options);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	return dashboardFor({ options: parsed.options, folder: house.data, drawn: true });
}

/** A dashboard of one card. */
export const oneCard = (settings: object) => ({
	views: [{ type: "sections", title: "Card", path: "solar-heating", sections: [{ type: "grid", cards: [settings] }] }],
});

/** A window at the dashboard, drawn up to a text that it has. */
export async function opened(browser: Browser, house: House, text: string, look: Partial<Look> = {}): Promise<Page> {
	const { home, tokens } = house.resident;
	const page = await browser.window({ url: home.url, tokens, ...look });
	page.setDefaultTimeout(30_000);
	await page.goto(`/${PATH}/solar-heating`);
	await page.getByText(text).first().waitFor();
	return page;
}

/** Cards that Home Assistant draws in place of one that it cannot draw. */
const ERRORS = "hui-error-card, hui-error-section, hui-warning, hui-warning-element, hui-error-heading-badge";

/** Why Home Assistant draws a card as an error: it shows that to who edits the dashboard. */
export const whyError = (page: Page): Promise<string> =>
	page
		.locator("hui-error-card")
		.first()
		.evaluate((card) => JSON.stringify((card as { readonly _config?: unknown })._config));

/** What is wrong on a page, as it is drawn, and all of its words. */
export async function drawnOn(page: Page): Promise<{ readonly wrong: readonly string[]; readonly words: string }> {
	const wrong = await page.locator(ERRORS).filter({ visible: true }).allInnerTexts();
	const { all } = await page.locator("home-assistant").evaluate(textsIn);
	return { wrong, words: all.join("\n") };
}
