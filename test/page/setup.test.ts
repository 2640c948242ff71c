import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { eventually } from "../ha/eventually.ts";
import { EmptyApp } from "./empty-app.ts";
import { ROOF, SPARE, STORE } from "./plant-room.ts";
import { Person, tooWide } from "./stories/person.ts";
import { row, setUp } from "./stories/set-up.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

let visitor: Visitor;
let app: EmptyApp;
let window: Window | undefined;
beforeAll(async () => {
	visitor = await Visitor.start();
});
afterAll(() => visitor?.close());
beforeEach(async () => {
	app = await EmptyApp.start();
	app.room.furnish();
	await app.answers();
}, 60_000);
afterEach(async () => {
	await window?.page.context().close();
	await app.close();
}, 60_000);

const looks = async (look: Look = {}) => {
	window = await visitor.looks(app.url, { login: app.login, ...look });
	return window.page;
};

/** Looks at each screen with axe, and takes a picture of it. */
const asShown = (name: string) => async (screen: string) => {
	const page = window?.page;
	if (page === undefined) return;
	if (screen !== "trying") expect(await seriousIn(page)).toEqual([]);
	expect(await tooWide(page.mainFrame())).toBeLessThanOrEqual(0);
	await picture(page, `setup-${screen}-${name}`, true);
};

describe("the guided path", () => {
	it("lights up the sensor in a warm hand, and keeps what was chosen meanwhile", async () => {
		const page = await looks();
		await page.locator(".first .btn.go").click();
		await row(page, ROOF).locator("select").selectOption("collector");
		await eventually(async () => expect(await row(page, SPARE).textContent()).toContain("21.4"));
		for (const warmer of [22.6, 23.9]) {
			app.room.w1.set(SPARE, warmer);
			await eventually(async () => expect(await row(page, SPARE).textContent()).toContain(String(warmer)));
		}
		await page.locator(`#sensor-one_wire_${SPARE}.held`).waitFor();
		expect(await row(page, SPARE).textContent()).toContain("this one is in your hand");
		expect(await page.locator(".held").count()).toBe(1);
		expect(await row(page, ROOF).locator("select").inputValue()).toBe("collector");
		await picture(page, "setup-in-hand", true);
	}, 120_000);

	it("tries nothing before somebody said that nobody works on the wiring", async () => {
		const page = await looks();
		await page.goto(`${app.url}#view-setup`);
		await page.locator('button[value="step:outputs"]').first().click();
		await page.locator('button[value^="try:usb_relay:"]').first().click();
		await page.locator("#said.failed").waitFor();
		expect(await page.locator("#said").textContent()).toContain("tick the box");
		expect(app.room.board.coils).toEqual([false, false]);
		// The browser reports each refused request.
		window?.wrong.splice(0);
	}, 60_000);

	it("switches off when the page is closed, and when the app is stopped", async () => {
		const page = await looks();
		const begin = async (on: Page) => {
			await on.goto(`${app.url}#view-setup`);
			await on.locator('button[value="step:outputs"]').first().click();
			await on.locator("#nobody").check();
			await on.locator('button[value^="try:usb_relay:"]').first().click();
			await on.locator(".trying.on").waitFor();
			expect(app.room.board.coils[0]).toBe(true);
		};
		await begin(page);
		await page.close();
		await eventually(async () => expect(app.room.board.coils[0]).toBe(false));
		const other = await looks();
		await other.goto(`${app.url}#view-setup`);
		await other.locator('button[value="forget"]').click();
		await begin(other);
		app.stop();
		await eventually(async () => expect(app.room.board.coils[0]).toBe(false));
	}, 120_000);

	it("does the same without a script", async () => {
		const page = await looks({ script: false });
		const person = new Person();
		await eventually(async () => {
			await page.reload();
			expect(await page.locator(`#sensor-one_wire_${STORE}`).count()).toBe(1);
		});
		await setUp(page.mainFrame(), app.room, person);
		await eventually(async () => expect(app.room.board.coils).toEqual([true, false]));
		expect(app.starts).toBe(2);
	}, 120_000);

	it("tries the simulated plant by one button, and leaves it again", async () => {
		const page = await looks();
		await page.locator(".first .btn.go").click();
		await page.getByRole("button", { name: "Try the simulated plant" }).click();
		await eventually(async () => expect(app.starts).toBe(2));
		await page.getByRole("button", { name: "End the simulation" }).click({ timeout: 60_000 });
		await eventually(async () => expect(app.starts).toBe(3));
		await page.getByRole("button", { name: "Try the simulated plant" }).waitFor({ timeout: 60_000 });
		const saved = JSON.parse(readFileSync(app.optionsFile, "utf8"));
		expect([saved.sensors, saved.outputs]).toEqual([[], []]);
	}, 120_000);

	it.each([
		["phone-dark", { width: 390, height: 844, dark: true, language: "de-DE" }],
		["desk-light", { width: 1280, height: 800, language: "sv-SE" }],
	] as const)(
		"has no serious finding of axe on any step, and nothing that is too wide: %s",
		async (name, look) => {
			const page = await looks(look);
			await setUp(page.mainFrame(), app.room, new Person(), asShown(name));
			await page.locator("#step-wiring").waitFor({ timeout: 60_000 });
			expect(await seriousIn(page)).toEqual([]);
			await picture(page, `setup-wiring-${name}`, true);
			await page.locator('button[value="step:broker"]').first().click();
			await page.locator("#step-broker").waitFor();
			expect(await seriousIn(page)).toEqual([]);
		},
		120_000,
	);
});
