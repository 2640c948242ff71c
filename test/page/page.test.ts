import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import type { DayView } from "#web/day-view.ts";
import type { OwnerView } from "#web/owner-view.ts";
import { meteredPlant, withHeatToday } from "../fakes/heat-today.ts";
import { ownersPlant, type Scene, seen, turns } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";
import { eventually } from "../ha/eventually.ts";
import { onStage, type Stage, SUNNY } from "../web/stage.ts";
import { LiveApp } from "./live-app.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1024, height: 600 };
const DESK = { width: 1280, height: 800 };
const ADMIN = { "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" };

let visitor: Visitor;
let opened: Window[];
beforeAll(async () => {
	visitor = await Visitor.start();
});
afterAll(() => visitor?.close());
beforeEach(() => {
	opened = [];
});
afterEach(async () => {
	for (const { page, wrong } of opened) {
		await page.context().close();
		expect(wrong).toEqual([]);
	}
});
const looks = async (url: string, look: Look = {}) => {
	const window = await visitor.looks(url, look);
	opened.push(window);
	return window.page;
};
const width = (root: Locator) => root.evaluate((html) => html.scrollWidth - html.clientWidth);

/** Which of these elements lie over one another, by more than a pixel. */
const overlapping = (all: Locator) =>
	all.evaluateAll((found) => {
		const boxes = found.map((one) => ({ of: one.getAttribute("class") ?? "", box: one.getBoundingClientRect() }));
		return boxes.flatMap((a, n) =>
			boxes.slice(n + 1).flatMap((b) => {
				const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
				const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
				return wide > 1 && high > 1 ? [`${a.of} / ${b.of}`] : [];
			}),
		);
	});

/** Two fields and two tanks, of which one is charged and has its heater on. */
const LEVELS: Readonly<Record<string, number>> = { east_pump: 60, valve: 100, buffer_heater: 100 };
const charging: Scene = {
	read: ({ id }) => (id.endsWith("collector") ? 70 : id.endsWith("_20") ? 31 : id.endsWith("_60") ? 45 : 62),
	effect: ({ id }) => ({ actual: percent(LEVELS[id] ?? 0) }),
};
const lost: Scene = { ...SUNNY, read: (s) => (s.id === "tank_60" ? fault("open") : SUNNY.read?.(s)) };
const OWNER: OwnerView = {
	targets: [
		{ rule: "tank_limit", field: "target", name: "Tank target", value: 75, unit: "°C", min: 15, max: 90, step: 0.5 },
		{ rule: "solar_charging", field: "start_at", name: "Start at", value: 40, unit: "K", min: 1, max: 40, step: 0.5 },
	],
	hours: [
		{
			rule: "heater_control",
			field: "ready_by",
			name: "Hot water ready by",
			value: "06:30",
			example: "06:30",
			moment: true,
		},
		{
			rule: "heater_control",
			field: "windows",
			name: "Hours",
			value: "22:00-06:00",
			example: "22:00-06:00",
			moment: false,
		},
	],
	legionella: [{ target: 60, days: 3.2, every: 7, date: "2026-09-09" }],
	plan: [{ at: "21:30", in: 3600, text: "The heater begins." }],
};
const DAY: DayView = {
	now: 1000,
	length: 1440,
	clock: (minute) => new Date(minute * 60_000).toISOString().slice(11, 16),
	lines: [
		{
			name: "Collector",
			kind: "collector",
			points: [
				[0, 9],
				[500, 40],
				[900, 46.4],
			],
		},
		{
			name: "Tank 140 cm",
			kind: "top",
			points: [
				[0, 55],
				[900, 62],
			],
		},
		{
			name: "Tank 0 cm",
			kind: "bottom",
			points: [
				[0, 16],
				[900, 35.2],
			],
		},
	],
	bands: [
		{
			name: "Pump",
			kind: "pump",
			runs: [
				[520, 680],
				[690, 1000],
			],
		},
	],
};
const last = (scenes: readonly Scene[], plant: Plant) => turns(scenes, plant).at(-1) ?? seen(SUNNY);
const SCENES = {
	"one-and-one": () => withHeatToday(last([SUNNY, SUNNY], meteredPlant(ownersPlant))),
	"a-lost-sensor": () => withHeatToday(last([SUNNY, lost], meteredPlant(ownersPlant))),
	"two-and-two": () => withHeatToday(last([charging, charging, charging], meteredPlant(widePlant(2, 2)))),
	"four-and-four": () => last([charging, charging, charging], widePlant(4, 4)),
} as const;

describe.each(Object.keys(SCENES) as (keyof typeof SCENES)[])("the page of %s", (scene) => {
	let stage: Stage;
	beforeAll(async () => {
		const acts = { isAdmin: async () => true, ask: async () => undefined };
		stage = await onStage({ snapshot: SCENES[scene](), acts, owner: () => OWNER, day: () => DAY });
	});
	afterAll(() => stage.close());

	test.each([
		["phone, dark", { ...PHONE, dark: true }],
		["tablet, dark", { ...TABLET, dark: true, language: "de-DE" }],
		["desk, light", { ...DESK, language: "sv-SE" }],
	] as const)(
		"has no serious finding of axe, and nothing that is too wide: %s",
		async (name, look) => {
			const page = await looks(stage.url, { ...look, headers: ADMIN });
			for (const view of ["wall", "today", "details"]) {
				await page.locator(`nav a[href="#view-${view}"]`).click();
				await page.locator(`#view-${view}`).waitFor();
				expect(await seriousIn(page)).toEqual([]);
				expect(await width(page.locator("html"))).toBeLessThanOrEqual(0);
				await picture(page, `${scene}-${view}-${name.replace(/\W+/g, "-")}`, view !== "wall");
			}
		},
		120_000,
	);

	it("shows all of the first view on a tablet, without scrolling", async () => {
		const page = await looks(stage.url, TABLET);
		const higher = await page.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight);
		expect(higher).toBeLessThanOrEqual(0);
		const hidden = await page
			.locator("#now .scheme:visible, #now .need:visible")
			.evaluateAll(
				(all) =>
					all.filter((one) => one.getBoundingClientRect().bottom > one.ownerDocument.documentElement.clientHeight + 1)
						.length,
			);
		expect(hidden).toBe(0);
		const drawn = await page.locator("#now .plant").evaluate((plant) => plant.getBoundingClientRect().height);
		expect(drawn).toBeGreaterThan(TABLET.height / 3);
		expect(await overlapping(page.locator("#now h1, #now .figs > :visible"))).toEqual([]);
	});
});

describe("the running app", () => {
	let app: LiveApp;
	let url: string;
	let login: LiveApp["login"];
	beforeAll(async () => {
		app = await LiveApp.start();
		url = await app.url;
		login = app.login;
	}, 60_000);
	afterAll(() => app?.close());

	it("changes values in place: the drawing stays the same element, and opened details stay open", async () => {
		const page = await looks(`${url}#view-today`, { login });
		await page.locator("#hold-pump summary").click();
		const svg = await page.locator("#now .scheme").elementHandle();
		const before = await svg?.textContent();
		await eventually(async () => expect(await svg?.textContent()).not.toBe(before));
		expect(await svg?.evaluate((one) => one.isConnected)).toBe(true);
		expect(await page.locator("#hold-pump").getAttribute("open")).toBe("");
	}, 60_000);

	it("switches by a button, says so, and goes back to automatic", async () => {
		const page = await looks(`${url}#view-today`, { login });
		await page.locator("#hold-heater summary").click();
		await page.getByRole("button", { name: "Electric heater: On for 15 min" }).click();
		await page.locator("#said:visible").waitFor();
		await page.locator(".output", { hasText: "Switched on by hand" }).waitFor();
		await page.getByRole("button", { name: "Electric heater: Back to automatic" }).click();
		await page.locator(".output", { hasText: "Switched on by hand" }).waitFor({ state: "detached" });
	}, 60_000);

	it("does the same without a script", async () => {
		const page = await looks(`${url}#view-today`, { login, script: false });
		await page.locator("#hold-heater summary").click();
		await page.getByRole("button", { name: "Electric heater: Off for 1 h" }).click();
		await page.locator(".output", { hasText: "Switched off by hand" }).waitFor();
		expect(page.url()).toBe(`${url}#view-today`);
		await page.getByRole("button", { name: "Electric heater: Back to automatic" }).click();
		await page.getByRole("button", { name: "Electric heater: Back to automatic" }).waitFor({ state: "detached" });
	}, 60_000);

	it("can be used by keyboard alone", async () => {
		const page = await looks(url, { login });
		const today = page.locator('nav a[href="#view-today"]');
		for (let n = 0; n < 5 && !(await today.evaluate((link) => link.matches(":focus"))); n += 1)
			await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.locator("#view-today").waitFor();
		expect(await today.getAttribute("aria-current")).toBe("page");
	}, 60_000);

	it("stands still for those who want less motion", async () => {
		const page = await looks(url, { login, calm: true });
		await page.locator("#now .scheme").waitFor();
		const moving = await page
			.locator("#now .flow")
			.evaluateAll(
				(all) =>
					all.filter((one) => one.ownerDocument.defaultView?.getComputedStyle(one).animationName !== "none").length,
			);
		expect(moving).toBe(0);
	}, 60_000);

	it("says so when the app is gone", async () => {
		const page = await looks(url, { login });
		const window = opened.at(-1);
		await app.close();
		await page.locator("#lost:visible").waitFor();
		expect(await page.locator("body").getAttribute("class")).toContain("old");
		// The browser reports that the stream broke.
		window?.wrong.splice(0);
	}, 60_000);
});
