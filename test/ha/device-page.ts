import type { Locator, Page } from "playwright-core";
import type { Browser } from "../fakes/browser.ts";
import { textsIn } from "./drawn.ts";
import type { House } from "./house.ts";
import { picture } from "./house-with-app.ts";

const DIALOG = "ha-more-info-dialog";

/** The page of our device in the front end, by the English names of its entities. */
export class DevicePage {
	readonly #page: Page;
	private constructor(page: Page) {
		this.#page = page;
	}

	/** When it is drawn. */
	static async open(browser: Browser, house: House): Promise<DevicePage> {
		const entry = (await house.entries()).find(({ unique_id }) => unique_id.endsWith("_mode"));
		const { home, tokens } = house.resident;
		const page = await browser.window({ url: home.url, tokens, height: 3000 });
		page.setDefaultTimeout(30_000);
		await page.goto(`/config/devices/device/${entry?.device_id}`);
		await page.locator("hui-number-entity-row input").last().waitFor();
		return new DevicePage(page);
	}

	/** The box of a number. */
	box(name: string): Locator {
		return this.#page.locator("hui-number-entity-row", { hasText: name }).locator("input");
	}

	toggle(name: string): Locator {
		return this.#page.locator("hui-toggle-entity-row", { hasText: name }).getByRole("switch");
	}

	async type(name: string, text: string): Promise<void> {
		await this.box(name).fill(text);
		await this.box(name).press("Tab");
	}

	/** Opens what there is to read of an entity. */
	async opens(name: string): Promise<void> {
		const dialog = this.#page.locator(DIALOG);
		await this.#page.getByText(name, { exact: true }).first().click();
		const [menu, folded] = [dialog.locator("ha-dropdown"), dialog.locator("ha-attributes #summary")];
		await menu.or(folded).first().waitFor();
		if (await folded.isVisible()) await folded.click();
		else {
			await menu.click();
			await dialog.locator("ha-dropdown-item[value=details]").click();
		}
	}

	/** Waits until the name of an entity is drawn. */
	shows(name: string): Promise<void> {
		return this.#page.getByText(name, { exact: true }).first().waitFor();
	}

	/** Keeps the page as a picture, if pictures are wanted. */
	picture(name: string): Promise<void> {
		return picture(this.#page, name);
	}

	/** All that can be read in what is open. */
	async read(): Promise<string> {
		const { all } = await this.#page.locator(DIALOG).evaluate(textsIn);
		return all.join(" ").replace(/\s+/g, " ");
	}

	close(): Promise<void> {
		return this.#page.context().close();
	}
}
