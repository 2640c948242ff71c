import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { eventually } from "../ha/eventually.ts";
import { EmptyApp } from "./empty-app.ts";
import { followEveryLink } from "./stories/addresses.ts";
import { Person } from "./stories/person.ts";
import {
	looksThroughThePages,
	printsTheRecord,
	seesItLive,
	seesTheHistory,
	setsAnOption,
	switchesThePump,
} from "./stories/plant.ts";
import { SAVED, setUp } from "./stories/set-up.ts";
import { picture, seriousIn, Visitor, type Window } from "./visitor.ts";

/*
 * A plant of 1-Wire files and a board on a pseudo-terminal, on the app's own port: the same stories as behind a real Home Assistant's
 * ingress, in test/ha/ingress.test.ts.
 */
let visitor: Visitor;
let app: EmptyApp;
let window: Window;
const saved = () => JSON.parse(readFileSync(app.optionsFile, "utf8"));
beforeAll(async () => {
	[visitor, app] = await Promise.all([Visitor.start(), EmptyApp.start()]);
	app.room.furnish();
	await app.answers();
	window = await visitor.looks(app.url, { login: app.login });
}, 60_000);
afterAll(async () => {
	await visitor?.close();
	await app?.close();
}, 60_000);

it("sets up collector, tank and pump from an empty app, in at most 12 presses and 3 words, and comes back by itself", async () => {
	const { page } = window;
	const person = new Person();
	await setUp(page.mainFrame(), app.room, person);
	await page.locator("#step-wiring").waitFor({ timeout: 60_000 });
	// The new process controls the plant: the roof is 10 K warmer than the tank.
	await eventually(async () => expect(app.room.board.coils).toEqual([true, false]));
	expect(page.url()).toBe(`${app.url}#view-setup`);
	expect([person.presses <= 12, person.words <= 3, app.starts]).toEqual([true, true, 2]);
	expect(saved()).toMatchObject(SAVED);
	await page.locator("nav a[href='#view-wall']").click();
	await page.locator("#now .plant").waitFor();
}, 120_000);

it("is seen live, switched by hand, looked through, printed and set, and names who did it", async () => {
	const { page } = window;
	const opened = { page, view: page.mainFrame() };
	await seesItLive(opened, app.room);
	await switchesThePump(opened, app.room);
	await looksThroughThePages(opened, app.login.username, async (name) => {
		expect([name, await seriousIn(page)]).toEqual([name, []]);
		await picture(page, `room-${name}`, true);
	});
	await printsTheRecord(opened, app.login.username);
	await setsAnOption(opened, saved);
	await eventually(async () => expect(app.starts).toBe(3));
}, 240_000);

it("has only addresses that are relative, and lead somewhere", async () => {
	const pages = await followEveryLink({ page: window.page, view: window.page.mainFrame() });
	expect(pages).toEqual(expect.arrayContaining(["page.css", "page.js", "decisions", "records", "options"]));
}, 120_000);

it("has curves and bars", () => seesTheHistory({ page: window.page, view: window.page.mainFrame() }), 180_000);
