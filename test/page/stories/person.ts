import type { Frame, Locator, Page } from "playwright-core";

/** A window, and in it the app's page: the window itself, or a frame within Home Assistant. */
export interface Opened {
	readonly page: Page;
	readonly view: Frame;
}

/** Counts what a person does: every press of the pointer, and every field that is filled. */
export class Person {
	presses = 0;
	words = 0;

	async clicks(what: Locator): Promise<void> {
		this.presses += 1;
		await what.click();
	}
	/** Opening the list is one press, and the choice another. */
	async chooses(list: Locator, value: string): Promise<void> {
		this.presses += 2;
		await list.selectOption(value);
	}
	async types(field: Locator, text: string): Promise<void> {
		this.words += 1;
		await field.fill(text);
	}
}

/** px by which a view is wider than its window. */
export const tooWide = (view: Frame): Promise<number> =>
	view.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
