import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Viewer } from "../e2e/viewer.ts";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House, INSTALLATION } from "./house.ts";

const AS_DATE = "date.solar_heating_holiday_until";
const AS_TEXT = "text.solar_heating_holiday_until";
/** A detail that a new installation begins with disabled. */
const DETAIL = "binary_sensor.solar_heating_storage_fault";

let house: House;
let viewer: Viewer;
const entityIds = async () => (await house.entries()).map(({ entity_id }) => entity_id);
/** Entity, unique id and whether somebody disabled it, of all but the entities that change their platform. */
const kept = async () =>
	(await house.entries())
		.filter(({ entity_id }) => !/^(?:date|time|text)\./.test(entity_id))
		.map(({ entity_id, unique_id, disabled_by }) => `${entity_id} ${unique_id} ${disabled_by}`)
		.sort();
const uniqueIds = async () => (await house.entries()).map(({ unique_id }) => unique_id).sort();
const restarted = async (core: string | undefined) => {
	await house.signal("SIGTERM");
	house.core = core;
	house.start();
};

/** The app goes by the same clock. */
const dayIn = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });

beforeAll(async () => {
	house = await House.open();
	viewer = new Viewer(house.broker);
	viewer.watch();
	house.start();
	await eventually(() => announced.expectAsDeclared(house), 60_000);
}, 180_000);
afterAll(async () => {
	viewer?.close();
	await house?.close();
});

describe("a house whose Home Assistant becomes a newer release, and then the old one again", () => {
	let before: readonly string[];
	let unique: readonly string[];

	it("has texts where the release is not known, and what a person enabled", async () => {
		await house.resident.ask({ type: "config/entity_registry/update", entity_id: DETAIL, disabled_by: null });
		before = await kept();
		unique = await uniqueIds();
		expect(before).toContainEqual(expect.stringMatching(`^${DETAIL} .* null$`));
		expect(await entityIds()).toContain(AS_TEXT);
	});

	it("gets dates in their place, under the same unique ids, and keeps all else", async () => {
		await restarted("2026.11.0");
		await eventually(async () => expect(await entityIds()).toContain(AS_DATE), 60_000);
		expect(await entityIds()).not.toContain(AS_TEXT);
		expect([await uniqueIds(), await kept()]).toEqual([unique, before]);
		await eventually(() => expect(viewer.newest(`solar/${INSTALLATION}/availability`)).toBe("online"));
		// Home Assistant has heard that the new entity is there, too: before that it takes no value for it.
		await eventually(async () => expect((await house.states()).get(AS_DATE)?.state).not.toBe("unavailable"));
		const day = dayIn(10);
		await house.resident.calls("date.set_value", { entity_id: AS_DATE, date: day });
		await eventually(async () => expect((await house.states()).get(AS_DATE)?.state).toBe(day));
		expect((await house.plant()).settings["holiday"]).toMatchObject({ enabled: true });
	});

	it("gets the texts back under their old ids", async () => {
		await restarted(undefined);
		await eventually(async () => expect(await entityIds()).toContain(AS_TEXT), 60_000);
		await eventually(async () => expect((await house.states()).get(AS_TEXT)?.state).toMatch(/^\d{4}-\d\d-\d\d$/));
		expect(await entityIds()).not.toContain(AS_DATE);
		expect([await uniqueIds(), await kept()]).toEqual([unique, before]);
		await house.resident.calls("text.set_value", { entity_id: AS_TEXT, value: dayIn(0) });
		await eventually(async () => expect((await house.states()).get(AS_TEXT)?.state).toBe(""));
		expect((await house.plant()).settings["holiday"]).toMatchObject({ enabled: false });
	});

	it("says nothing about us in its log, and has nothing to repair", async () => {
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
