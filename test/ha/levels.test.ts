import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";

const LEVEL = "number.solar_heating_pump_level";
const SPEED = { target: "simulated:pump_speed", min: 30, max: 80, step: 5 };

describe.each([OLDEST, NEWEST])("a pump with levels in Home Assistant $version", (release) => {
	let house: House;
	const entity = async (id: string) => (await house.states()).get(id);
	const shows = (id: string, state: string) => eventually(async () => expect((await entity(id))?.state).toBe(state));
	const pump = async () => (await house.plant()).outputs.find(({ id }) => id === "pump");
	const set = (value: number) => house.resident.calls("number.set_value", { entity_id: LEVEL, value });

	beforeAll(async () => {
		house = await House.open({ release, outputs: { pump: SPEED } });
		house.start();
		await eventually(async () => expect((await house.states()).size).toBeGreaterThan(30), 60_000);
		// A level that is asked for before the slider is there is lost.
		await eventually(async () => expect((await entity(LEVEL))?.state).toMatch(/^\d+$/), 60_000);
	}, 240_000);
	afterAll(async () => {
		await house?.close();
	});

	it("has a slider for them beside its switch", async () => {
		await eventually(async () =>
			expect((await entity(LEVEL))?.attributes).toMatchObject({
				min: 0,
				max: 80,
				step: 5,
				mode: "slider",
				unit_of_measurement: "%",
			}),
		);
		expect(await entity("switch.solar_heating_pump")).toBeDefined();
		expect(await entity("number.solar_heating_heater_level")).toBeUndefined();
	});

	it("runs at the level that a person chooses, and shows what it does", async () => {
		await set(45);
		await shows(LEVEL, "45");
		await shows("switch.solar_heating_pump", "on");
		await eventually(async () => expect(await pump()).toMatchObject({ actual: 45, because: "held_on" }));
		await house.resident.calls("switch.turn_on", { entity_id: "switch.solar_heating_pump" });
		await shows(LEVEL, "80");
		await set(0);
		await shows("switch.solar_heating_pump", "off");
		await shows(LEVEL, "0");
	});

	it("refuses a level that it does not have, and the slider goes back", async () => {
		await set(45);
		await shows(LEVEL, "45");
		await set(10);
		await eventually(async () =>
			expect((await entity("event.solar_heating_command_refused"))?.attributes).toMatchObject({
				path: "pump",
				value: "10",
				text: expect.stringContaining("30 to 80 %"),
			}),
		);
		await shows(LEVEL, "45");
		expect(await pump()).toMatchObject({ actual: 45 });
	});

	it("says nothing about us in its log, and has nothing to repair", async () => {
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
