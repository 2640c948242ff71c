import type { Page } from "playwright-core";
import { repository } from "../fakes/supervisor/manifest.ts";
import { isGroup, itemOf } from "../fakes/supervisor/schema-words.ts";
import { type Box, boxesIn, fieldIn, textsIn } from "./drawn.ts";

const PAGE = "supervisor-app-config";
const ITEM = "dialog-form";
/** The lists whose items are groups, in the order of the page. */
export const LISTS: readonly string[] = Object.entries(repository().manifest.schema).flatMap(([key, schema]) =>
	isGroup(itemOf(schema) ?? "") ? [key] : [],
);

/** The options page of the app, as the real front end draws it. */
export class OptionsForm {
	readonly #page: Page;
	private constructor(page: Page) {
		this.#page = page;
	}

	/** When it is drawn, with every group unfolded. */
	static async unfolded(page: Page): Promise<OptionsForm> {
		const folds = page.locator("ha-form-expandable ha-expansion-panel #summary");
		await folds.first().waitFor();
		for (const fold of await folds.all()) await fold.dispatchEvent("click");
		await page.locator("ha-form-expandable").last().locator("input").last().waitFor();
		// The last group glides open.
		await page.waitForTimeout(500);
		return new OptionsForm(page);
	}

	boxes(): Promise<readonly Box[]> {
		return this.#page.locator(PAGE).evaluate(boxesIn);
	}
	texts() {
		return this.#page.locator(PAGE).evaluate(textsIn);
	}

	/** Opens the dialog for one more item of a list of groups, and gives what is in it. */
	async item(list: string) {
		const field = this.#page.locator(PAGE).locator("ha-selector-object").nth(LISTS.indexOf(list));
		await field.locator(".items-container > ha-button").click();
		const dialog = this.#page.locator(ITEM);
		await dialog.locator("input").last().waitFor();
		// The dialog glides in.
		await this.#page.waitForTimeout(500);
		return { boxes: await dialog.evaluate(boxesIn), texts: await dialog.evaluate(textsIn) };
	}
	async leaveItem(): Promise<void> {
		await this.#page.keyboard.press("Escape");
		await this.#page.locator(ITEM).locator("input").last().waitFor({ state: "detached" });
	}

	/** Types into the box of an option; the key of its group comes first. */
	async fill(path: readonly string[], text: string): Promise<void> {
		const field = await this.#field(path);
		await field.fill(text);
		await field.press("Tab");
	}
	async value(path: readonly string[]): Promise<string> {
		return (await this.#field(path)).inputValue();
	}

	/** Saves. Gives what the page complains of; undefined when it is content, and asks whether to restart. */
	async save(): Promise<string | undefined> {
		const refused = this.#page.locator(`${PAGE} ha-alert[alert-type=error]`);
		await this.#page.locator(`${PAGE} .card-actions ha-progress-button`).last().click();
		await refused.or(this.#restart).first().waitFor();
		return (await this.#restart.isVisible()) ? undefined : refused.textContent().then((text) => text ?? undefined);
	}
	/** Says yes to the question about a restart. */
	async restart(): Promise<void> {
		await this.#restart.click();
	}

	async #field(path: readonly string[]) {
		const field = (await this.#page.locator(PAGE).evaluateHandle(fieldIn, path)).asElement();
		if (field === null) throw new Error(`No box for ${path.join(" ")}`);
		return field;
	}
	get #restart() {
		return this.#page.locator("dialog-box ha-button[slot=primaryAction]");
	}
}
