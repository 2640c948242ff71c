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
/** What a person calls an entity that moves to another device, and a statistic of it from long ago. */
const RENAMED = { entity_id: "sensor.solar_heating_tank_temperature", name: "Hot water", icon: "mdi:water-boiler" };
const HOUR = "2024-03-01T10:00:00+00:00";
const statistic = async () => {
	const period = { start_time: HOUR, end_time: "2024-03-01T12:00:00+00:00", period: "hour" };
	const asked = { type: "recorder/statistics_during_period", statistic_ids: [RENAMED.entity_id], ...period };
	return ((await house.resident.ask(asked)) as Record<string, readonly { mean: number }[]>)[RENAMED.entity_id]?.[0]
		?.mean;
};
const renamed = async () => (await house.entries()).find(({ entity_id }) => entity_id === RENAMED.entity_id)?.name;
/** Our devices: names, and whether each is below another. */
const devices = async () => {
	const ids = new Set((await house.entries()).map(({ device_id }) => device_id));
	const all = (await house.resident.devices()).filter(({ id }) => ids.has(id));
	return all.map((one) => `${one.name}${one.via_device_id ? " via" : one.parent_device_id ? " of" : ""}`).sort();
};
const PARTS = ["Collector", "Controller", "Tank", "Ventilation"];
const VIA = ["Solar Heating", ...PARTS.map((part) => `Solar Heating ${part} via`)];
const CHILDREN = ["Solar Heating", ...PARTS.map((part) => `${part} of`)].sort();

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

	it("has devices beside each other where the release is not known; a person names an entity, and has a history of it", async () => {
		await house.resident.ask({ type: "config/entity_registry/update", ...RENAMED });
		await house.resident.ask({
			type: "recorder/import_statistics",
			metadata: {
				...{ statistic_id: RENAMED.entity_id, source: "recorder", name: null, unit_of_measurement: "°C" },
				...{ has_mean: true, mean_type: 1, has_sum: false, unit_class: "temperature" },
			},
			stats: [{ start: HOUR, mean: 61, min: 60, max: 62 }],
		});
		await eventually(async () => expect(await statistic()).toBe(61));
		expect(await devices()).toEqual(VIA);
	});

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
		await eventually(async () => expect([await uniqueIds(), await kept()]).toEqual([unique, before]), 30_000);
		expect([await devices(), await renamed(), await statistic()]).toEqual([CHILDREN, RENAMED.name, 61]);
		await eventually(() => announced.expectAsDeclared(house, [RENAMED.entity_id, DETAIL]), 30_000);
		await eventually(() => expect(viewer.newest(`solar/${INSTALLATION}/availability`)).toBe("online"));
		// Home Assistant has heard that the new entity is there, too: before that it takes no value for it.
		await eventually(async () => expect((await house.states()).get(AS_DATE)?.state).not.toBe("unavailable"));
		const day = dayIn(10);
		await house.resident.calls("date.set_value", { entity_id: AS_DATE, date: day });
		await eventually(async () => expect((await house.states()).get(AS_DATE)?.state).toBe(day));
		expect((await house.plant()).settings["holiday"]).toMatchObject({ enabled: true });
		// That command was one that expires.
		const announcement = viewer.newest(`homeassistant/device/${INSTALLATION}/solar_heating/config`);
		expect(JSON.parse(String(announcement))).toMatchObject({ msg_exp_int: 60 });
	});

	it("gets the texts back under their old ids", async () => {
		await restarted(undefined);
		await eventually(async () => expect(await entityIds()).toContain(AS_TEXT), 60_000);
		await eventually(async () => expect((await house.states()).get(AS_TEXT)?.state).toMatch(/^\d{4}-\d\d-\d\d$/));
		expect(await entityIds()).not.toContain(AS_DATE);
		await eventually(async () => expect([await uniqueIds(), await kept()]).toEqual([unique, before]), 30_000);
		expect([await devices(), await renamed(), await statistic()]).toEqual([VIA, RENAMED.name, 61]);
		await house.resident.calls("text.set_value", { entity_id: AS_TEXT, value: dayIn(0) });
		await eventually(async () => expect((await house.states()).get(AS_TEXT)?.state).toBe(""));
		expect((await house.plant()).settings["holiday"]).toMatchObject({ enabled: false });
	});

	it("says nothing about us in its log, and has nothing to repair", async () => {
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
