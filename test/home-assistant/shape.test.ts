import { describe, expect, it, test } from "@jest/globals";
import { published } from "ha-mqtt-discovery";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { discoveryOf } from "#home-assistant/devices.ts";
import { dailyTimes } from "#home-assistant/entities/plant/daily-times.ts";
import { holiday } from "#home-assistant/entities/plant/holiday.ts";
import { windowTimes } from "#home-assistant/entities/plant/window-times.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE, OLDEST_SHAPE, shapeAnnounced, shapeFor } from "#home-assistant/shape.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { instant } from "#model/quantities/units.ts";
import { deviceOf } from "../fakes/announced-device.ts";
import { HOUSE, ownersPlant, SETTINGS, seen } from "../fakes/owners-plant.ts";

describe("what a version of Home Assistant gets", () => {
	test.each([
		["2025.11.0", false, false],
		["2026.7.4", false, false],
		["2026.8.0", true, false],
		["2026.8.0b2", true, false],
		["2026.10.3", true, false],
		["2026.11.0", true, true],
		["2027.1", true, true],
		["2026.80", false, false],
		["", false, false],
		["dev", false, false],
	])(
		"%s: date and time entities: %s, devices below a device and commands that expire: %s",
		(version, moments, children) => {
			expect(shapeFor(version)).toEqual({ moments, children, expiry: children });
		},
	);

	test.each([
		["the oldest", OLDEST_SHAPE, "text"],
		["the newest", NEWEST_SHAPE, "date"],
	] as const)("%s shape is one that Home Assistant takes, with the same unique ids", (_, shape, platform) => {
		const entities = entitiesOf(ownersPlant, "en", { watch: true });
		const made = deviceMessage(deviceOf(HOUSE, ownersPlant, entities, shape));
		if (made.kind === "invalid") throw new Error(JSON.stringify(made.problems));
		const { components } = made.message.payload;
		expect(components["holiday_until"]).toMatchObject({
			platform,
			unique_id: "solar_heating_abcd2345_holiday_until",
			default_entity_id: `${platform}.solar_heating_holiday_until`,
		});
		expect(Object.values(components).map(({ unique_id }) => unique_id)).toEqual(
			Object.keys(components).map((key) => `solar_heating_abcd2345_${key}`),
		);
	});

	it("is told from an earlier announcement", () => {
		const entities = entitiesOf(ownersPlant, "en");
		for (const shape of [OLDEST_SHAPE, { ...OLDEST_SHAPE, moments: true }, NEWEST_SHAPE])
			expect(shapeAnnounced(discoveryOf(HOUSE, ownersPlant, entities, shape).map(published))).toEqual(shape);
		expect(shapeAnnounced([])).toEqual(OLDEST_SHAPE);
	});
});

describe("the end of the holiday", () => {
	const [until] = holiday(ownersPlant, "en");
	const at = (enabled: boolean, days: number, begun = -1): Snapshot => ({
		...seen({}),
		now: instant(1_000_000),
		wall: { date: "2026-02-26", minute_of_day: 600, weekday: 4, trusted: true },
		settings: { ...SETTINGS, holiday: { ...SETTINGS["holiday"], enabled, days } },
		memories: { holiday: { cooling: false, begun } },
	});
	const chosen = (payload: string, snapshot: Snapshot) => until?.command?.(payload, snapshot);

	it("is a date while there is a holiday, else unknown", () => {
		expect(until?.state?.(at(false, 14))).toBeUndefined();
		expect(until?.state?.(at(true, 14))).toBe("2026-03-12");
		expect(until?.state?.(at(true, 14, 1_000_000 - 2 * 86_400))).toBe("2026-03-10");
		expect(until?.state?.(at(true, 1, 1_000_000 - 2 * 86_400))).toBeUndefined();
		expect(until?.state?.({ ...at(true, 14), wall: { ...at(true, 14).wall, trusted: false } })).toBeUndefined();
	});

	it("switches the holiday on, and off by a day that is not ahead", () => {
		const set = (field: string, value: number | boolean) => ({ kind: "setting", rule: "holiday", field, value });
		expect(chosen("2026-03-01", at(false, 14))).toEqual([set("days", 3), set("enabled", true)]);
		expect(chosen("2026-03-01", at(true, 14, 1_000_000 - 2 * 86_400))).toEqual([set("days", 5), set("enabled", true)]);
		for (const payload of ["2026-02-26", "2020-01-01"])
			expect(chosen(payload, at(true, 14))).toEqual(set("enabled", false));
	});

	it("shows the chosen day, whenever on its day the holiday began", () => {
		for (const ago of [0, 1, 35_999, 36_001, 86_400, 200_000]) {
			const asked = chosen("2026-03-20", at(true, 14, 1_000_000 - ago));
			const days = Array.isArray(asked) ? asked[0]?.value : undefined;
			expect([ago, until?.state?.(at(true, Number(days), 1_000_000 - ago))]).toEqual([ago, "2026-03-20"]);
		}
	});

	test.each(["2026-02-30", "2026-13-01", "26-03-01", "tomorrow", "", "2030-01-01"])("is refused %j", (payload) => {
		expect(chosen(payload, at(false, 14))).toMatchObject({ path: "holiday_until", remedy: { code: "send_date" } });
	});
});

describe("a time of every day", () => {
	const [readyBy] = dailyTimes(ownersPlant, "en");
	const at = (ready_by: string): Snapshot => ({
		...seen({}),
		settings: { ...SETTINGS, heater_control: { ...SETTINGS["heater_control"], ready_by } },
	});

	test.each([
		["06:30", "06:30:00"],
		["6.30", "06:30:00"],
		["never", undefined],
		["mo-fr 06:30", undefined],
		["06:30, 18:00", undefined],
	])("of %j is %j", (text, state) => {
		expect(readyBy?.state?.(at(text))).toBe(state);
	});

	it("is set as Home Assistant sends it, and nothing else", () => {
		const set = { kind: "setting", rule: "heater_control", field: "ready_by", value: "06:30" };
		expect([readyBy?.command?.("06:30:00", at("never")), readyBy?.command?.("06:30", at("never"))]).toEqual([set, set]);
		for (const payload of ["24:00", "6:30", "06:30:15", "", "never"])
			expect(readyBy?.command?.(payload, at("never"))).toMatchObject({ remedy: { code: "send_time" } });
	});
});

describe("the ends of a time window", () => {
	const [from, until] = windowTimes(ownersPlant, "en");
	const at = (windows: string): Snapshot => ({
		...seen({}),
		settings: { ...SETTINGS, heater_control: { ...SETTINGS["heater_control"], windows } },
	});
	const asked = (value: string) => ({ kind: "setting", rule: "heater_control", field: "windows", value });

	test.each([
		["06:00-22:30", "06:00:00", "22:30:00"],
		["mo-su 6.00-8.00", "06:00:00", "08:00:00"],
		["22:00-06:00", "22:00:00", "06:00:00"],
		["17:00-24:00", "17:00:00", "00:00:00"],
		["always", undefined, undefined],
		["never", undefined, undefined],
		["mo-fr 06:00-08:00", undefined, undefined],
		["06:00-08:00, 17:00-20:00", undefined, undefined],
	])("of %j are %j and %j", (text, first, last) => {
		expect([from?.state?.(at(text)), until?.state?.(at(text))]).toEqual([first, last]);
	});

	test.each([
		["06:00-22:30", "07:15:00", "07:15-22:30", "06:00-07:15"],
		["always", "06:00", "06:00-24:00", "00:00-06:00"],
		["06:00-08:00, 17:00-20:00", "05:00:00", "05:00-24:00", "00:00-05:00"],
		["06:00-22:30", "00:00:00", "00:00-22:30", "06:00-24:00"],
	])("of %j become by %j %j and %j", (text, chosen, first, last) => {
		expect([from?.command?.(chosen, at(text)), until?.command?.(chosen, at(text))]).toEqual([
			asked(first),
			asked(last),
		]);
	});

	it("are not the same, and no other text", () => {
		expect(from?.command?.("22:30:00", at("06:00-22:30"))).toMatchObject({ remedy: { code: "send_other_time" } });
		for (const payload of ["24:00", "6:30", "", "always"])
			expect(until?.command?.(payload, at("always"))).toMatchObject({ remedy: { code: "send_time" } });
	});
});
