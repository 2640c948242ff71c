import { describe, expect, it } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF, seconds } from "#model/quantities/units.ts";
import { spans, ToldHouse } from "../fakes/told-house.ts";
import { dumping, stoveHouse, twoTanks } from "../rules/houses.ts";

/** What owners of such plants reported in public, as far as it concerns this controller. Each names its thread. */
const at = (minute_of_day: number, weekday = 1) => ({ date: "2026-11-30", minute_of_day, weekday, trusted: true });
const STOVE = { stove_t: 20, hot_water_t: 55, buffer_t: 40, radiators_t: 60, line_t: 42 };
const runs = (pump: string) => (row: { readonly want: Readonly<Record<string, number>> }) => (row.want[pump] ?? 0) > 0;

describe("hot water circulation", () => {
	// CCOSTAN/Home-AssistantConfig issue 100: a pump ran although the tank was cold.
	it("rests while no part of the tank is warm enough to be worth it, and says so", () => {
		const house = new ToldHouse(stoveHouse({ circulation: { mode: "time" } }), { wall: at(480) });
		const cold = house.turn({ ...STOVE, hot_water_t: 39.9 });
		expect([runs("line_pump")(cold), cold.why["circulate"]]).toEqual([false, "tank_too_cold_to_circulate"]);
		expect(runs("line_pump")(house.during(1, { hot_water_t: 40 }).at(-1) ?? cold)).toBe(true);
	});

	// dustindclark/homebridge-rinnai-controlr issues 1 and 10: what was to run for hours ended after 5 or 15 minutes.
	it("runs for the whole of its window, and as long as a person holds it", () => {
		const settings = { mode: "time", windows: "06:00-08:00" };
		const house = new ToldHouse(stoveHouse({ circulation: settings }), { wall: at(355), every: 60 });
		const [window] = spans(house.during(180, STOVE), runs("line_pump"));
		expect(Math.round((window?.[1] ?? 0) - (window?.[0] ?? 0))).toBe(120);
		const held = new ToldHouse(stoveHouse({ circulation: settings }), { wall: at(600), every: 60 });
		held.turn(STOVE, [{ kind: "hold", output: outputId("line_pump"), want: FULL, for: seconds(7200) }]);
		expect(spans(held.during(150), runs("line_pump")).map(([, to]) => Math.round(to))).toEqual([121]);
	});

	// john30/ebusd-configuration issue 135: the only way to switch it off was to rewrite every day's schedule.
	it("is switched off and on by one setting, at run time", () => {
		const house = new ToldHouse(stoveHouse({ circulation: { mode: "time" } }), { wall: at(480), every: 60 });
		const set = (value: string) =>
			house.turn(STOVE, [{ kind: "setting", rule: "circulation", field: "mode", value }]).decision.answers;
		expect(runs("line_pump")(house.during(3, STOVE).at(-1) ?? house.turn())).toBe(true);
		expect(set("off")).toEqual([undefined]);
		expect(runs("line_pump")(house.during(3).at(-1) ?? house.turn())).toBe(false);
		expect(set("sometimes")[0]).toBeDefined();
		expect(set("time")).toEqual([undefined]);
		expect(runs("line_pump")(house.during(3).at(-1) ?? house.turn())).toBe(true);
	});

	// nikshriv/hass_navien_water_heater issue 21: a weekly schedule, and a sensor at the far end of the line.
	it("warms the line by its own sensor within the hours of the week", () => {
		const settings = { mode: "thermal", windows: "mo-fr 06:00-08:00, sa su 08:00-10:00" };
		const on = (weekday: number, minute: number, line_t: number) =>
			runs("line_pump")(
				new ToldHouse(stoveHouse({ circulation: settings }), { wall: at(minute, weekday) }).turn({ ...STOVE, line_t }),
			);
		expect([on(1, 420, 30), on(1, 420, 46), on(6, 420, 30), on(6, 540, 30)]).toEqual([true, false, false, true]);
	});
});

describe("tanks", () => {
	// lnagel/hass-ufh-controller pull request 122: what already ran went on beside the tank that had priority.
	it("a later pump that already runs stops when the first tank is charged", () => {
		const house = new ToldHouse(twoTanks("pumps"));
		const before = house.during(5, { roof_t: 50, hot_water_t: 55, buffer_t: 30 }).at(-1);
		expect(before?.runs).toEqual({ to_hot_water: false, to_buffer: true });
		expect(house.during(3, { roof_t: 65 }).at(-1)?.runs).toEqual({ to_hot_water: true, to_buffer: false });
	});

	// traktore-org/sem-community issue 914: a valve and a pump that switched again and again.
	it("a collector that wavers at a limit does not move the valve to and fro", () => {
		const house = new ToldHouse(twoTanks("valve"));
		const rows = house.during(120, (minute) => ({
			roof_t: 63 + Math.sin(minute * 2) * 3,
			hot_water_t: 55,
			buffer_t: 30,
		}));
		expect(spans(rows, ({ want }) => (want["diverter"] ?? 0) > 0).length).toBeLessThanOrEqual(3);
	});

	// jontofront/ecoNET-300-Home-Assistant-Integration issue 211: the pumps emptied a buffer below its minimum all day.
	it("the pump between two tanks stops at the minimum of the first, and a person may change it", () => {
		const settings = { store_exchange: { enabled: true, source_minimum: 50 } };
		const house = new ToldHouse(stoveHouse(settings), { every: 60 });
		expect(house.during(3, { ...STOVE, buffer_t: 56, hot_water_t: 30 }).at(-1)?.runs["exchange"]).toBe(true);
		expect(house.during(3, { buffer_t: 47.9 }).at(-1)?.why["exchange"]).toBe("source_too_cold");
		house.turn({}, [{ kind: "setting", rule: "store_exchange", field: "source_minimum", value: 40 }]);
		expect(house.during(3).at(-1)?.runs["exchange"]).toBe(true);
	});
});

describe("stoves and heat that is too much", () => {
	// pihome-shc/pihome issue 71: a buffer with two sources of heat.
	it("a stove and the sun charge one buffer, each by its own limits", () => {
		const options = stoveHouse({ boiler_charging: { enabled: true, maximum: 80 }, tank_limit: { target: 70 } });
		const add = (list: string, item: object) => [...(options[list] as object[]), item];
		const house = new ToldHouse(
			{
				...options,
				collectors: [{ id: "roof" }],
				sensors: add("sensors", { id: "roof_t", role: "collector", of: "roof", source: "one_wire:28-000000000010" }),
				outputs: add("outputs", { id: "solar_pump", role: "pump", target: "usb_relay:/dev/relays/5" }),
				circuits: add("circuits", { id: "sun", from: "roof", to: "buffer", pump: "solar_pump" }),
			},
			{ every: 30 },
		);
		const rows = (told: object) => house.during(4, { ...STOVE, roof_t: 70, stove_t: 75, ...told }).at(-1)?.runs;
		expect(rows({ buffer_t: 50 })).toMatchObject({ sun: true, burn: true });
		expect(rows({ buffer_t: 50, stove_t: 40 })).toMatchObject({ sun: true, burn: false });
		expect(rows({ buffer_t: 71, roof_t: 85, stove_t: 85 })).toMatchObject({ sun: false, burn: false });
		// The tank is full, and the stove must not boil.
		expect(rows({ buffer_t: 71, roof_t: 85, stove_t: 92 })).toMatchObject({ sun: false, burn: true });
	});

	// jackhenderson.com.au, "Solar hot water system": a hot tank, pump off, and steam from the tubes melted the pump.
	it("tubes at a full tank are cooled by a heat dump, and no pump starts into steam", () => {
		const house = new ToldHouse(dumping("pump"), { every: 10 });
		const rising = house.during(40, (minute) => ({ roof_t: 80 + minute * 2, tank_t: 96 }));
		const first = rising.find(({ runs: all }) => all["dump"] === true);
		expect(first?.minute).toBeCloseTo(15, 0);
		expect(rising.some(({ runs: all }) => all["charge"] === true)).toBe(false);
		const steam = house.during(2, { roof_t: 155 }).at(-1);
		expect([steam?.want["pump_1"], steam?.want["pump_2"]]).toEqual([OFF, OFF]);
	});

	// 9a4gl/hass-centrometal-boiler issue 12: the minimum and the difference of a buffer could not be set from outside.
	it("the limits of a stove's pump can be set at run time, and a limit that makes no sense is refused", () => {
		const house = new ToldHouse(stoveHouse({ boiler_charging: { enabled: true } }), { every: 30 });
		const set = (field: string, value: number) =>
			house.turn(STOVE, [{ kind: "setting", rule: "boiler_charging", field, value }]).decision.answers[0]?.remedy.code;
		expect(house.during(2, { ...STOVE, stove_t: 58 }).at(-1)?.why["burn"]).toBe("source_too_cold");
		expect(set("minimum", 55)).toBeUndefined();
		expect(house.during(2, { ...STOVE, stove_t: 58 }).at(-1)?.runs["burn"]).toBe(true);
		expect(set("minimum", 91)).toBeDefined();
		expect(set("stop_at", 6)).toBe("below_other_by");
	});
});
