import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { Viewer } from "../e2e/viewer.ts";
import { Browser } from "../fakes/browser.ts";
import * as announced from "./announced.ts";
import { DevicePage } from "./device-page.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";

const START_AT = "Start charging at";
const REMEDY = "Keep it at least 1 K above stop_at; otherwise the pump would start and stop continually.";

/** Where the front end of a release shows the attributes of an entity: an older one shows none of an event. */
const RELEASES = [
	{ release: OLDEST, version: OLDEST.version, why: "Findings" },
	{ release: NEWEST, version: NEWEST.version, why: "Refused command" },
];

describe.each(RELEASES)("the whole house with Home Assistant $version", ({ release, why }) => {
	let house: House;
	let viewer: Viewer;
	let browser: Browser;
	let page: DevicePage;
	const startAt = async () => (await house.plant()).settings["solar_charging"]?.["start_at"];
	const boxShows = (value: string) => eventually(async () => expect(await page.box(START_AT).inputValue()).toBe(value));
	const refused = (path: string, value: string) =>
		eventually(async () => {
			const event = (await house.states()).get("event.solar_heating_command_refused");
			expect(event?.attributes).toMatchObject({ path, value });
		});

	beforeAll(async () => {
		house = await House.open({ release });
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.start();
		browser = await Browser.start();
		await eventually(async () => expect((await house.states()).size).toBeGreaterThan(30), 60_000);
	}, 240_000);
	afterAll(async () => {
		viewer?.close();
		await browser?.close();
		await house?.close();
	});

	it("is of that release", async () => {
		expect(await house.resident.get("/api/config")).toMatchObject({ version: release.version, state: "RUNNING" });
	});

	it("has every entity as it is declared, and shows of each what the app says", async () => {
		await eventually(() => announced.expectAsDeclared(house), 60_000);
		await eventually(() => announced.expectAsSaid(house, viewer));
		expect(announced.entities(house).size).toBeGreaterThan(60);
	});

	it("obeys what a person types, and shows what a number was rounded to", async () => {
		page = await DevicePage.open(browser, house);
		await page.type(START_AT, "10");
		await eventually(async () => expect(await startAt()).toBe(10));
		await page.type(START_AT, "8.2");
		await boxShows("8");
		expect(await startAt()).toBe(8);
		// No state changes by this one, and the box shows 8 all the same.
		await page.type(START_AT, "8.1");
		await boxShows("8");
		expect(await startAt()).toBe(8);
	});

	it("shows the number in force again when a person types one that is refused, and says why", async () => {
		await page.type(START_AT, "3");
		await refused("solar_charging.start_at", "3");
		const took = await boxShows("8");
		expect(await startAt()).toBe(8);
		await page.opens(why);
		await eventually(async () => expect(await page.read()).toContain(REMEDY));
		console.info(`${release.version}: the box shows the true number ${Math.round(took)} ms after the refusal is seen`);
	});

	it("shows the pump as it is when a person wants it on and the mode is off", async () => {
		await page.close();
		await house.resident.calls("select.select_option", { entity_id: "select.solar_heating_mode", option: "off" });
		await eventually(async () => expect((await house.plant()).mode).toBe("off"));
		page = await DevicePage.open(browser, house);
		await page.toggle("Pump").press("Space");
		await refused("pump", '"hold"');
		await eventually(async () => expect(await page.toggle("Pump").isChecked()).toBe(false));
		expect((await house.states()).get("switch.solar_heating_pump")?.state).toBe("off");
	});

	it("says nothing about us in its log, and has nothing to repair", async () => {
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
