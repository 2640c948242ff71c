import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { eventually } from "../ha/eventually.ts";
import { EmptyApp } from "./empty-app.ts";
import { LiveApp } from "./live-app.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const [ROOF, STORE] = ["28-000000000107", "28-000000000108"];
const TANK = { id: "tank", role: "tank", source: `one_wire:${STORE}`, name: "Ackumulator" };

let visitor: Visitor;
let app: EmptyApp;
let window: Window | undefined;
beforeAll(async () => {
	visitor = await Visitor.start();
});
afterAll(() => visitor?.close());
beforeEach(async () => {
	app = await EmptyApp.start({ sensors: [TANK] });
	app.room.w1.set(ROOF, 46.4);
	app.room.w1.set(STORE, 35.6);
	await app.answers();
}, 60_000);
afterEach(async () => {
	await window?.page.context().close();
	await app.close();
}, 60_000);

const looks = async (look: Look = {}, path = "options"): Promise<Page> => {
	window = await visitor.looks(`${app.url}${path}`, { login: app.login, ...look });
	return window.page;
};
const saved = () => JSON.parse(readFileSync(app.optionsFile, "utf8"));
const isWhole = async (page: Page) => {
	expect(await seriousIn(page)).toEqual([]);
	expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
};

describe("the settings", () => {
	it("have a form for each sensor: one is added with a number that was found, changed, and removed, without a script", async () => {
		// The first look at the page starts the search.
		const page = await looks({ script: false });
		await eventually(async () => {
			await page.reload();
			expect(await page.locator("#option-sensors-new-source-list option").evaluateAll((all) => all.length)).toBe(2);
		});
		await page.locator("#option-sensors > summary").click();
		await page.locator("#option-sensors-new > summary").click();
		await page.locator("#option-sensors-new-role").selectOption("collector");
		await page.locator("#option-sensors-new-name").fill("Roof");
		await page.locator("#option-sensors-new-offset").fill("much");
		await page.locator("#option-sensors-new-source").fill(`one_wire:${ROOF}`);
		await page.locator("#option-sensors-new-form button[value=save]").click();
		// Refused: said at the field, and nothing that was typed is lost.
		const wrong = page.locator("#option-sensors-new-offset-wrong");
		expect(await wrong.textContent()).toContain("sensors[1].offset");
		expect(await page.locator("#option-sensors-new-name").inputValue()).toBe("Roof");
		expect(saved().sensors).toEqual([TANK]);
		await page.locator("#problems a").click();
		await page.locator("#option-sensors-new-offset").fill("-0,5");
		await page.locator("#option-sensors-new-form button[value=save]").click();
		const roof = { role: "collector", source: `one_wire:${ROOF}`, name: "Roof", offset: -0.5 };
		await eventually(() => expect(saved().sensors).toEqual([TANK, roof]));
		// The entry that was there is changed, and keeps what was not touched.
		await page.locator("#option-sensors-1 > summary").click();
		await page.locator("#option-sensors-1-name").fill("Buffer");
		await page.locator("#option-sensors-1-form button[value=save]").click();
		await eventually(() => expect(saved().sensors).toEqual([{ ...TANK, name: "Buffer" }, roof]));
		await page.locator("#option-sensors-2 > summary").click();
		await page.locator("#option-sensors-2 .remove summary").click();
		await page.locator("#option-sensors-2 button[value=remove]").click();
		await eventually(() => expect(saved().sensors).toEqual([{ ...TANK, name: "Buffer" }]));
	}, 120_000);

	it("are found and changed by the keyboard alone, and in force after a restart", async () => {
		const page = await looks();
		await page.locator("#find").focus();
		await page.keyboard.type("hysteresis");
		await page.keyboard.press("Enter");
		await page.waitForURL(/find=hysteresis/);
		await page.locator("#option-tank_limit-target").focus();
		await page.keyboard.press("Tab");
		await page.keyboard.type("3");
		await page.keyboard.press("Enter");
		await eventually(() => expect(saved().tank_limit).toEqual({ hysteresis: 3 }));
		await page.waitForURL(/open=tank_limit&find=hysteresis#option-tank_limit/);
		await page.getByRole("button", { name: "Restart the app" }).click();
		await eventually(() => expect(app.starts).toBe(2));
	}, 120_000);

	it("are whole on a phone and a desk, light and dark, in three languages, open and closed", async () => {
		for (const [name, look] of [
			["desk", { language: "en-GB" }],
			["desk-dark", { language: "sv-SE", dark: true }],
			["phone", { language: "de-DE", width: 390, height: 844 }],
			["phone-dark", { language: "sv-SE", width: 320, height: 640, dark: true }],
		] as const) {
			const page = await looks(look);
			await isWhole(page);
			await picture(page, `options-${name}`);
			await page.locator("details").evaluateAll((all) => {
				for (const one of all) one.setAttribute("open", "");
			});
			await isWhole(page);
			expect(window?.wrong).toEqual([]);
			await page.context().close();
		}
		window = undefined;
	}, 120_000);
});

describe("a time among the targets", () => {
	it("is set by Enter, with and without a script; what is no time is refused and said", async () => {
		const live = await LiveApp.start();
		try {
			for (const script of [true, false]) {
				const { page } = await visitor.looks(`${await live.url}#view-today`, { login: live.login, script });
				const field = page.locator("#when-legionella-start_at");
				await field.fill(script ? "21:30" : "05:15");
				if (script) {
					// What is typed stays while the page is brought up to date around it.
					const before = await page.locator("#outputs").innerHTML();
					await eventually(async () => expect(await page.locator("#outputs").innerHTML()).not.toBe(before));
					expect(await field.inputValue()).toBe("21:30");
				}
				await field.press("Enter");
				await page
					.locator(`#when-legionella-start_at[value="${script ? "21:30" : "05:15"}"]`)
					.waitFor({ timeout: 30_000 });
				if (script) {
					await isWhole(page);
					await field.fill("");
					await field.press("Enter");
					await page.locator("#said.failed").waitFor();
				}
				await page.context().close();
			}
		} finally {
			await live.close();
		}
	}, 120_000);
});
