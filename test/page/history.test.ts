import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import { seen } from "../fakes/owners-plant.ts";
import { keptBy, steady } from "../web/history/kept.ts";
import { onStage, type Stage, SUNNY } from "../web/stage.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const WALL = { date: "2026-11-30", minute_of_day: 720, weekday: 1, trusted: true } as const;
const HOUR = 3_600_000;
const energies = [
	{ source: "sun", boundary: "into_tank", kwh: 3.5 },
	{ source: "heater/heater", boundary: "electricity", kwh: 1 },
];

let visitor: Visitor;
let stage: Stage;
let opened: Window[];
beforeAll(async () => {
	visitor = await Visitor.start();
	const history = steady(
		(at) => 30 + 20 * Math.sin(at / HOUR / 4),
		(at) => at % (400 * HOUR) < 30 * HOUR,
	);
	const energy = () => [
		{ period: "2026-11-24", days: 1, energies },
		{ period: "2026-11", days: 24, energies },
		{ period: "2026", days: 300, energies },
	];
	stage = await onStage({
		snapshot: { ...seen(SUNNY), wall: WALL },
		histories: keptBy("2026-11-30T12:00:00Z", { history, energy }),
	});
});
afterAll(async () => {
	await visitor?.close();
	await stage?.close();
});
beforeEach(() => {
	opened = [];
});
afterEach(async () => {
	for (const { page, wrong } of opened) {
		await page.context().close();
		expect(wrong).toEqual([]);
	}
});
const looks = async (query: string, look: Look = {}) => {
	const window = await visitor.looks(`${stage.url}history?${query}`, look);
	opened.push(window);
	return window.page;
};

describe("the history", () => {
	test.each([
		["phone, dark", { width: 390, height: 844, dark: true }],
		["desk, light", { width: 1280, height: 800, language: "de-DE" }],
	] as const)("has no serious finding of axe, and nothing that is too wide: %s", async (name, look) => {
		for (const span of ["week", "month", "year", "all"]) {
			const page = await looks(`span=${span}&date=2026-11-24`, look);
			await page.locator("#history-table summary").click();
			expect(await seriousIn(page)).toEqual([]);
			const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
			expect([span, wide]).toEqual([span, 0]);
			expect(await page.locator("nav a[aria-current]").count()).toBe(1);
			await picture(page, `history-${span}-${name.replace(/\W+/g, "-")}`, true);
		}
	});

	it("is read by arrow keys, as a slider, and by pointing", async () => {
		const page = await looks("span=week&date=2026-11-24");
		const curves = page.getByRole("slider");
		const read = () => curves.getAttribute("aria-valuetext");
		expect(await read()).toMatch(/^Sun 29 Nov 23:00: Collector /);
		await curves.focus();
		await page.keyboard.press("ArrowLeft");
		expect(await read()).toMatch(/^Sun 29 Nov 22:00: Collector /);
		await page.keyboard.press("Home");
		expect(await read()).toMatch(/^Mon 23 Nov \d\d:00: Collector /);
		const cursor = page.locator(".reads svg:visible .cursor");
		const before = await cursor.getAttribute("d");
		await curves.hover({ position: { x: 700, y: 100 } });
		expect(await cursor.getAttribute("d")).not.toBe(before);
		expect(await page.locator(".reading:visible").textContent()).toBe(await read());
	});

	it("is complete without a script, and leads to the other spans", async () => {
		const page = await looks("span=week&date=2026-11-24", { script: false });
		expect(await page.locator(".reads svg:visible path.curve").count()).toBe(3);
		await page.locator('.spans a[href*="span=year"]').click();
		expect(new URL(page.url()).search).toBe("?span=year&date=2026-11-23");
		await page.locator("nav a").first().click();
		expect(new URL(page.url()).pathname).toBe("/");
	});
});
