import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { eventually } from "../ha/eventually.ts";
import { EmptyApp } from "./empty-app.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const [ROOF, STORE, SPARE] = ["28-000000000107", "28-000000000108", "28-000000000002"];
const row = (page: Page, id: string) => page.locator(`#sensor-one_wire_${id}`);

let visitor: Visitor;
let app: EmptyApp;
let window: Window | undefined;
beforeAll(async () => {
	visitor = await Visitor.start();
});
afterAll(() => visitor?.close());
beforeEach(async () => {
	app = await EmptyApp.start();
	app.w1.set(ROOF, 46.4);
	app.w1.set(STORE, 35.6);
	app.w1.set(SPARE, 21.4);
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

/** Counts what a person does: every press of the pointer, and every field that is filled. */
class Person {
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

/** From an empty app to a plant that is saved. */
async function setUp(page: Page, person: Person, pictures?: string): Promise<void> {
	const next = () => person.clicks(page.locator(".guide .foot .btn.go"));
	const shown = async (step: string) => {
		await page.locator(`#step-${step}`).waitFor();
		if (pictures === undefined) return;
		expect(await seriousIn(page)).toEqual([]);
		expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
		await picture(page, `setup-${step}-${pictures}`, true);
	};
	await person.clicks(page.locator(".first .btn.go"));
	await row(page, STORE).waitFor();
	await person.chooses(row(page, ROOF).locator("select"), "collector");
	await person.chooses(row(page, STORE).locator("select"), "tank");
	await shown("sensors");
	await next();
	await shown("outputs");
	await person.clicks(page.locator("#nobody"));
	await person.clicks(page.locator('button[value^="try:usb_relay:"]').first());
	await page.locator(".trying.on").waitFor();
	expect(app.board.coils).toEqual([true, false]);
	if (pictures !== undefined) await picture(page, `setup-trying-${pictures}`, true);
	await person.clicks(page.locator('button[value="heard:pump_ran"]'));
	await page.locator(".chosen").waitFor();
	expect(app.board.coils).toEqual([false, false]);
	await next();
	await shown("tank");
	await person.types(page.locator("#tank-volume"), "300");
	await next();
	await shown("save");
	await person.clicks(page.locator('button[value="save"]'));
}

describe("the guided path", () => {
	it("sets up collector, tank and pump from an empty app, in at most 12 presses and 3 words, and comes back by itself", async () => {
		const page = await looks();
		const person = new Person();
		await setUp(page, person);
		await page.locator("#step-wiring").waitFor({ timeout: 60_000 });
		// The new process controls the plant: the roof is 10 K warmer than the tank.
		await eventually(async () => expect(app.board.coils).toEqual([true, false]));
		expect(page.url()).toBe(`${app.url}#view-setup`);
		expect([person.presses <= 12, person.words <= 3, app.starts]).toEqual([true, true, 2]);
		const saved = JSON.parse(readFileSync(app.optionsFile, "utf8"));
		expect(saved).toMatchObject({
			sensors: [
				{ id: "collector", role: "collector", source: `one_wire:${ROOF}` },
				{ id: "tank", role: "tank", source: `one_wire:${STORE}` },
			],
			outputs: [{ id: "pump", role: "pump", wiring: "no", target: expect.stringMatching(/^usb_relay:.*\/1$/) }],
			tank: { volume: 300 },
		});
		await page.locator("nav a[href='#view-wall']").click();
		await page.locator("#now .plant").waitFor();
	}, 120_000);

	it("lights up the sensor in a warm hand, and keeps what was chosen meanwhile", async () => {
		const page = await looks();
		await page.locator(".first .btn.go").click();
		await row(page, ROOF).locator("select").selectOption("collector");
		await eventually(async () => expect(await row(page, SPARE).textContent()).toContain("21.4"));
		for (const warmer of [22.6, 23.9]) {
			app.w1.set(SPARE, warmer);
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
		expect(app.board.coils).toEqual([false, false]);
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
			expect(app.board.coils[0]).toBe(true);
		};
		await begin(page);
		await page.close();
		await eventually(async () => expect(app.board.coils[0]).toBe(false));
		const other = await looks();
		await other.goto(`${app.url}#view-setup`);
		await other.locator('button[value="forget"]').click();
		await begin(other);
		app.stop();
		await eventually(async () => expect(app.board.coils[0]).toBe(false));
	}, 120_000);

	it("does the same without a script", async () => {
		const page = await looks({ script: false });
		const person = new Person();
		await eventually(async () => {
			await page.reload();
			expect(await page.locator(`#sensor-one_wire_${STORE}`).count()).toBe(1);
		});
		await setUp(page, person);
		await eventually(async () => expect(app.board.coils).toEqual([true, false]));
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
			await setUp(page, new Person(), name);
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
