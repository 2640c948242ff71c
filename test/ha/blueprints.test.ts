import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { Viewer } from "../e2e/viewer.ts";
import * as announced from "./announced.ts";
import { AUTOMATIONS, Blueprints } from "./blueprints.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";
import { ownersOptions } from "./owners-options.ts";

const HEATER = "switch.solar_heating_heater";
const WHY = "sensor.solar_heating_heater_why";
const MODE = "select.solar_heating_heater_control_mode";
const READY_BY = "text.solar_heating_heater_control_ready_by";
const TANK = "test/tank";
const GRID = "sensor.grid_feed_in";
const AT_ONCE = { seconds: 0 };
const WATTS = { unit_of_measurement: "W", device_class: "power" };

/** The owner's plant with a tank sensor that the test publishes, and holds of a minute. */
function plant() {
	const { sensors, ...others } = ownersOptions();
	return {
		...others,
		sensors: sensors.map((one) => (one.role === "tank" ? { ...one, source: `mqtt:${TANK}`, max_age: 3600 } : one)),
		manual: { hold_for: 1 },
		heater_control: { comfort: 50 },
	};
}

describe.each([NEWEST, OLDEST])("blueprints in Home Assistant $version", (release) => {
	let house: House;
	let viewer: Viewer;
	let blueprints: Blueprints;

	const state = async (entity: string) => (await house.resident.states()).find(({ entity_id: id }) => id === entity);
	const shows = (entity: string, value: string | RegExp, ms = 20_000) =>
		eventually(async () => expect((await state(entity))?.state).toMatch(value), ms);
	const tells = (entity: string, value: string, attributes: object = {}) =>
		house.resident.post(`/api/states/${entity}`, { state: value, attributes });
	/** The tank's sensor. */
	const says = (payload: string) => house.resident.calls("mqtt.publish", { topic: TANK, payload });
	const degrees = async (celsius: number) => {
		await says(String(celsius));
		await shows("sensor.solar_heating_tank_temperature", `${celsius}`);
	};
	const heater = async () => (await house.plant()).outputs.find(({ id }) => id === "heater");
	const setting = async (rule: string, field: string) => (await house.plant()).settings[rule]?.[field];
	const notified = async () => JSON.stringify(await house.resident.ask({ type: "persistent_notification/get" }));
	const told = (text: string | RegExp, ms = 20_000) =>
		eventually(async () => expect(await notified()).toMatch(text), ms);

	beforeAll(async () => {
		house = await House.open({ release, plant: plant(), yaml: AUTOMATIONS });
		if (release === NEWEST) house.core = NEWEST.version;
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.start();
		await shows("select.solar_heating_mode", "auto", 60_000);
		await degrees(40);
		blueprints = await Blueprints.at(house.resident);
	}, 240_000);
	afterAll(async () => {
		blueprints.close();
		viewer.close();
		await house.close();
	}, 60_000);

	it.each(
		["fault_notification", "pv_surplus", "ready_by", "holiday"].flatMap((name) => [name, `${name}_sv`, `${name}_de`]),
	)("%s is imported by its address, and makes an automation", async (name) => {
		expect(await blueprints.imports(name)).toBeNull();
	});

	describe("surplus of photovoltaics", () => {
		let automation: string;
		const surplus = (watts: number) => tells(GRID, String(watts), WATTS);
		beforeAll(async () => {
			await surplus(0);
			automation = await blueprints.automation("pv_surplus", { surplus: GRID, lasting: AT_ONCE });
			await shows(automation, "on");
		});

		it("switches the heater on as a hold, and gives it back when it is gone", async () => {
			await surplus(3500);
			await shows(HEATER, "on");
			expect(await heater()).toMatchObject({ actual: 100, because: "held_on" });
			await surplus(-200);
			await shows(HEATER, "off");
			expect((await heater())?.because).not.toMatch(/^held/);
		}, 60_000);

		it("renews the hold while there is surplus", async () => {
			const left = async () => Number((await heater())?.facts?.["left"]);
			await surplus(3500);
			await eventually(async () => expect(await left()).toBeLessThan(58), 30_000);
			await surplus(600);
			await house.resident.calls("automation.trigger", { entity_id: automation, skip_condition: false });
			await eventually(async () => expect(await left()).toBeGreaterThan(58));
			await surplus(-200);
			await shows(HEATER, "off");
		}, 90_000);

		it("leaves it off where somebody has just switched it off", async () => {
			await house.resident.calls("switch.turn_off", { entity_id: HEATER });
			await eventually(async () => expect((await heater())?.because).toBe("held_off"));
			await eventually(async () => expect((await state(WHY))?.attributes["code"]).toBe("held_off"));
			const before = viewer.count("solar/hatest01/heater/set");
			await surplus(3500);
			await eventually(async () => expect((await state(automation))?.attributes["current"]).toBe(0));
			await house.resident.calls("automation.trigger", { entity_id: automation, skip_condition: false });
			expect([viewer.count("solar/hatest01/heater/set"), (await heater())?.because]).toEqual([before, "held_off"]);
			await surplus(0);
			await house.resident.calls("button.press", { entity_id: "button.solar_heating_heater_auto" });
			await eventually(async () => expect((await state(WHY))?.attributes["code"]).not.toBe("held_off"));
		}, 60_000);

		// Home Assistant listens to events some time after it has made their entity.
		it("faults are told with their sentence, and so is their end", async () => {
			const automation = await blueprints.automation("fault_notification", { silent_for: { seconds: 1 } });
			await shows(automation, "on");
			await says("garbage");
			// After three readings without a value, and half a minute, it is lost.
			await shows("binary_sensor.solar_heating_attention", "on", 60_000);
			await told(/Tank/);
			await degrees(40);
			await shows("binary_sensor.solar_heating_attention", "off");
			await told("Everything is in order again");
		}, 90_000);

		it("is refused by safety, with the reason visible, and told", async () => {
			await degrees(96);
			const hot = await blueprints.automation("pv_surplus", {
				surplus: GRID,
				lasting: AT_ONCE,
				tank: GRID,
				tank_up_to: 1e5,
			});
			await shows(hot, "on");
			await surplus(3500);
			await eventually(async () => expect((await state(WHY))?.attributes["code"]).toBe("tank_maximum"));
			expect((await state(WHY))?.state).toContain("95");
			expect((await state(HEATER))?.state).toBe("off");
			await told(/There is surplus, but the heater stays off\. .*95/, 90_000);
			expect((await state(HEATER))?.state).toBe("off");
			await house.resident.calls("automation.turn_off", { entity_id: hot });
			await surplus(0);
			await house.resident.calls("button.press", { entity_id: "button.solar_heating_heater_auto" });
			await degrees(40);
		}, 150_000);

		it("counts a meter in kW, and one that shows feeding in below zero", async () => {
			const inverted = { surplus: "sensor.meter", feed_in_negative: true, lasting: AT_ONCE };
			await tells("sensor.meter", "0", { ...WATTS, unit_of_measurement: "kW" });
			const other = await blueprints.automation("pv_surplus", inverted);
			await shows(other, "on");
			await tells("sensor.meter", "-3.2", { ...WATTS, unit_of_measurement: "kW" });
			await shows(HEATER, "on");
			await tells("sensor.meter", "unavailable");
			await shows(HEATER, "off");
			await house.resident.calls("automation.turn_off", { entity_id: other });
		}, 60_000);
	});

	it("faults are not told again when Home Assistant takes its entities up again", async () => {
		const event = async () => (await state("event.solar_heating_fault_began"))?.state ?? "";
		const before = await event();
		expect(before).toMatch(/^\d{4}-/);
		await house.resident.calls("persistent_notification.dismiss_all", {});
		const [{ entry_id: id }] = (await house.resident.ask({ type: "config_entries/get", domain: "mqtt" })) as [
			{ entry_id: string },
		];
		await house.resident.post(`/api/config/config_entries/entry/${id}/reload`, {});
		await eventually(async () => expect(await event()).toBe(before), 60_000);
		await degrees(41);
		expect(await notified()).not.toContain("solar_heating_sensor");
	}, 120_000);

	it("hot water is ready by the next alarm, and by the usual times without one", async () => {
		await announced.enables(house, READY_BY);
		await house.resident.calls("select.select_option", { entity_id: MODE, option: "eco" });
		await tells("sensor.alarm", new Date(Date.now() + 8 * 3_600_000).toISOString(), { device_class: "timestamp" });
		const input = { moment: "sensor.alarm", before: 30, otherwise: "mo-fr 06:30, sa su 08:00" };
		const automation = await blueprints.automation("ready_by", input);
		await shows(automation, "on");
		const alarm = new Date(Date.now() + 9 * 3_600_000);
		await tells("sensor.alarm", alarm.toISOString(), { device_class: "timestamp" });
		const stockholm = { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" } as const;
		const expected = new Date(alarm.getTime() - 30 * 60_000).toLocaleTimeString("sv-SE", stockholm);
		await shows(READY_BY, expected);
		expect(await setting("heater_control", "ready_by")).toBe(expected);
		await tells("sensor.alarm", "unavailable");
		await shows(READY_BY, "mo-fr 06:30, sa su 08:00");
		expect(await setting("heater_control", "ready_by")).toBe("mo-fr 06:30, sa su 08:00");
		// Two hours are too few for the tank: the heater runs at once.
		await degrees(20);
		await tells("sensor.alarm", new Date(Date.now() + 2 * 3_600_000).toISOString(), { device_class: "timestamp" });
		await eventually(async () => expect((await heater())?.because).toMatch(/^heater_ready$|^heater_sun/), 20_000);
	}, 120_000);

	it("a holiday begins when nobody is home, and ends when somebody is back", async () => {
		await tells("person.anna", "not_home");
		const input = { people: ["person.anna"], away_for: AT_ONCE, days: 5, holiday_until: holidayUntil(release.version) };
		const automation = await blueprints.automation("holiday", input);
		await shows(automation, "on");
		await house.resident.calls("automation.trigger", { entity_id: automation });
		await eventually(async () => expect(await setting("holiday", "enabled")).toBe(true), 20_000);
		await shows(input.holiday_until, /^\d{4}-/);
		await tells("person.anna", "home");
		await eventually(async () => expect(await setting("holiday", "enabled")).toBe(false), 20_000);
	}, 90_000);

	it("the heater goes off by itself where Home Assistant stops during surplus", async () => {
		// Nothing else asks for the heater.
		await house.resident.calls("select.select_option", { entity_id: MODE, option: "off" });
		await tells(GRID, "0", WATTS);
		await degrees(40);
		await tells(GRID, "3500", WATTS);
		await eventually(async () => expect((await heater())?.because).toBe("held_on"), 20_000);
		house.resident.leaves();
		await house.resident.home.kill9();
		expect((await heater())?.actual).toBe(100);
		await eventually(async () => expect((await heater())?.because).not.toBe("held_on"), 90_000);
		expect((await heater())?.actual).toBe(0);
	}, 150_000);
});

const holidayUntil = (version: string) =>
	version === NEWEST.version ? "date.solar_heating_holiday_until" : "text.solar_heating_holiday_until";
