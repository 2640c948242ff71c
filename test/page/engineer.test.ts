import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openStore } from "#store/store.ts";
import { sideOf } from "../fakes/engineer-side.ts";
import { recordedDays } from "../fakes/recorded-days.ts";
import { YIELDS } from "../fakes/yields.ts";
import { eventually } from "../ha/eventually.ts";
import { onStage, type Stage } from "../web/stage.ts";
import { LiveApp } from "./live-app.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const ADMIN = { "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" };
const LOOKS = [
	["desk, light", { width: 1280, height: 800 }],
	["phone, dark", { width: 390, height: 844, dark: true }],
	["phone, light, German", { width: 390, height: 844, language: "de-DE" }],
	["desk, dark, Swedish", { width: 1280, height: 800, dark: true, language: "sv-SE" }],
] as const;
const VIEWS = [
	"decisions?date=2026-06-02",
	"replay?date=2026-06-02",
	"what-if?solar_charging.start_at=6&solar_charging.stop_at=4&days=31",
	"yield",
	"records",
	"export",
] as const;

const folder = mkdtempSync(join(tmpdir(), "engineer-"));
let visitor: Visitor;
let stage: Stage;
/** The same plant in the evening of its third day. */
let evening: Stage;
let opened: Window[] = [];
beforeAll(async () => {
	visitor = await Visitor.start();
	const days = recordedDays({ days: 7 });
	const kept = openStore(folder, () => undefined);
	const entry = { at: days.to - 60_000, source: "page", actor: "Anna (0a1b)", what: "hold" } as const;
	kept.append(
		Array.from({ length: 60 }, (_, n) => ({ ...entry, facts: { output: "pump", want: 100, seconds: 60 * (n + 1) } })),
		365,
	);
	const store = {
		...days.tables,
		trail: () => kept.trail(),
		save: () => kept.save({}),
		appended: 1,
		history: days.tables,
	};
	const { side, snapshot } = sideOf(days, undefined, { store: store as never });
	side.heard({ level: "warning", code: "page_login_refused", facts: { from: "192.0.2.7" } });
	side.heard({ level: "info", code: "activity", facts: { activity: "heating" } });
	const acts = { isAdmin: async () => true, ask: async () => undefined };
	stage = await onStage({ snapshot, acts, engineer: { ...side.engineer, yields: () => YIELDS } });
	const third = sideOf(days, days.from + 2 * 86_400_000 + 18.2 * 3_600_000);
	evening = await onStage({ snapshot: third.snapshot, acts, engineer: third.side.engineer });
}, 60_000);
afterAll(async () => {
	await stage?.close();
	await evening?.close();
	await visitor?.close();
	rmSync(folder, { recursive: true, force: true });
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
const looks = async (path: string, look: Look = {}, at = stage): Promise<Page> => {
	const window = await visitor.looks(`${at.url}${path}`, { headers: ADMIN, ...look });
	opened.push(window);
	return window.page;
};

describe.each(VIEWS)("%s", (view) => {
	test.each(LOOKS)("has no serious finding of axe, and nothing that is too wide: %s", async (name, look) => {
		const page = await looks(view, look);
		expect(await seriousIn(page)).toEqual([]);
		const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
		expect(wide).toBeLessThanOrEqual(0);
		await picture(page, `engineer-${view.replace(/\W.*/, "")}-${name.replace(/\W+/g, "-")}`, true);
	});
});

describe("the decisions of a day", () => {
	it("are looked at one after another by keyboard, without a script", async () => {
		const page = await looks("decisions?date=2026-06-02", { script: false });
		const chosen = () => page.locator("#moment h2").textContent();
		const before = await chosen();
		const bands = page.locator(".decisions a");
		expect(await bands.count()).toBeGreaterThan(5);
		await bands.nth(1).focus();
		await page.keyboard.press("Enter");
		await page.waitForURL(/at=\d+/);
		expect(await chosen()).not.toBe(before);
		expect(await page.locator('.decisions a[aria-current="true"]').count()).toBe(1);
		await page.locator(".conditions tbody tr").first().waitFor();
	});

	it.each([
		["today: now", "decisions", 18.2],
		["a moment of a day before: that moment", "decisions?date=2026-06-02&time=12:00&output=pump", 12],
	])(
		"open on a phone, without a script, at what is asked for, and scroll freely then. %s",
		async (what, path, hour) => {
			const phone = { width: 390, height: 844, script: false } as const;
			const page = await looks(path, phone, evening);
			const lanes = page.locator(".lanes");
			const seen = () =>
				lanes.evaluate((box) => {
					const [names, day] = [...box.children].map((one) => one.getBoundingClientRect());
					const { right } = box.getBoundingClientRect();
					if (!names || !day) throw new Error("no time-line");
					const hourAt = (x: number) => ((x - day.left) / day.width) * 24;
					return { from: hourAt(names.right), to: hourAt(right), names: names.left - box.getBoundingClientRect().left };
				});
			const { from, to, names } = await seen();
			expect(from).toBeLessThan(hour - 1);
			expect(to).toBeGreaterThan(hour);
			expect(to).toBeLessThan(hour + (path === "decisions" ? 2 : 5));
			expect(Math.abs(names)).toBeLessThan(1);
			await picture(page, `engineer-opens-${what.replace(/\W.*/, "")}`);
			// Only by layout, and for a moment: then it stays where a finger leaves it.
			await lanes.evaluate((box) =>
				Promise.all(box.getAnimations().map(({ finished }: { finished: Promise<unknown> }) => finished)),
			);
			await lanes.evaluate((box) => {
				box.scrollLeft = 0;
			});
			await page.setViewportSize({ width: 391, height: 844 });
			expect((await seen()).from).toBeLessThan(0.5);
			// What has the focus is not below the names.
			await page.locator(".decisions a").nth(3).focus();
			const [band, column] = await Promise.all([
				page.locator(".decisions a").nth(3).boundingBox(),
				page.locator(".names").boundingBox(),
			]);
			expect((band?.x ?? 0) + (band?.width ?? 0)).toBeGreaterThan((column?.x ?? 0) + (column?.width ?? 0));
		},
	);

	it("of another day and time are chosen by a form", async () => {
		const page = await looks("decisions", { script: false });
		await page.locator("input[name=date]").fill("2026-06-02");
		await page.locator("input[name=time]").fill("12:00");
		await page.locator(".chooser button").click();
		await page.waitForURL(/date=2026-06-02/);
		expect(await page.locator("#moment h2").textContent()).toContain("12:00:00");
	});

	it("are reached from the details, and lead back", async () => {
		const page = await looks("#view-details");
		await page.locator('#engineer a[href="decisions"]').click();
		await page.locator("#view-engineer h1").waitFor();
		await page.locator('nav a[href="./#view-details"]').click();
		await page.locator("#view-details #relays").waitFor();
		expect(await seriousIn(page)).toEqual([]);
		await picture(page, "engineer-details", true);
	});
});

describe("the running app", () => {
	let app: LiveApp;
	beforeAll(async () => {
		app = await LiveApp.start();
		await app.url;
	}, 60_000);
	afterAll(() => app?.close());

	it("has decisions, records and a history to take along, and says when it is too little for what-if", async () => {
		const url = await app.url;
		const { login } = app;
		const window = await visitor.looks(`${url}decisions`, { login, script: false });
		opened.push(window);
		const { page } = window;
		await eventually(async () => {
			await page.goto(`${url}decisions`);
			expect(await page.locator(".decisions a").count()).toBeGreaterThan(1);
			expect(await page.locator("#moment .conditions, #moment .quiet").count()).toBeGreaterThan(0);
		});
		await eventually(async () => {
			const answer = await page.request.get(`${url}history.csv?step=1`);
			expect((await answer.text()).trim().split("\r\n").length).toBeGreaterThan(3);
		});
		await page.goto(`${url}records`);
		expect(await page.locator("#trail tbody tr").count()).toBeGreaterThan(0);
		expect(await page.content()).not.toContain(login.password);
		await page.goto(`${url}what-if?solar_charging.start_at=6&days=7`);
		expect(await page.locator("#result").textContent()).toContain("at least five runs");
		await page.goto(`${url}replay`);
		expect(await page.locator("#day tbody tr").count()).toBe(2);
	}, 120_000);
});
