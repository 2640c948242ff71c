import { describe, expect, it } from "@jest/globals";
import { type Row, spans, type Told, ToldHouse } from "../fakes/told-house.ts";

/** What owners of other controllers have reported of heaters, surplus, hygiene, power cuts and circulation, played here. */
const W1 = "one_wire:28-00000000000";
const PLANT = {
	sensors: [
		{ id: "roof_t", role: "collector", source: `${W1}1` },
		{ id: "tank_t", role: "tank", source: `${W1}2` },
		{ id: "meter", role: "surplus_power", source: "mqtt:meter/power" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "usb_relay:/dev/relays/1" },
		{ id: "heater", role: "heater", target: "usb_relay:/dev/relays/2" },
	],
};
const house = (options: object, hour = 8, every = 30) =>
	new ToldHouse(
		{ ...PLANT, ...options },
		{ every, wall: { date: "2026-06-01", minute_of_day: hour * 60, weekday: 1, trusted: true } },
	);
const on = (output: string) => (row: Row) => (row.want[output] ?? 0) > 0;
const starts = (rows: readonly Row[], output: string) => spans(rows, on(output)).length;
const ECO = { heater_control: { mode: "eco", wait_for_sun: 0 } };
const NIGHT = { roof_t: 15, meter: -300 };
const MINUTES = { day: 24 * 60, evening: 4 * 60 };

describe("electric heaters in other houses", () => {
	it("heat again at 59.9 °C where 60 °C is wanted, and switch all afternoon: here not before 55 °C", () => {
		const one = house(ECO);
		const warm = (minute: number): Told => ({ roof_t: 40, meter: 4000, tank_t: minute < 60 ? 50 + minute / 5 : 59.8 });
		expect(starts(one.during(MINUTES.evening, warm), "heater")).toBe(1);
		expect(on("heater")(one.during(30, { tank_t: 55 }).at(-1) as Row)).toBe(true);
	});

	it("go off for a cloud of a minute, and stay off for a quarter of an hour: here they run on", () => {
		const one = house(ECO);
		// What is fed into the grid, with the heater's own 3 kW taken from it.
		const cloudy = (minute: number): Told => ({
			...{ roof_t: 40, tank_t: 40 },
			meter: minute < 2 ? 3500 : minute < 3 ? 500 - 4000 : 500,
		});
		expect(starts(one.during(30, cloudy), "heater")).toBe(1);
	});

	it("stay on after sunset, because the rule that would end it only runs by day: here surplus ends it", () => {
		const one = house(ECO, 20);
		one.during(30, { roof_t: 30, tank_t: 40, meter: 3500 });
		expect(on("heater")(one.during(15, { ...NIGHT, meter: -3300 }).at(-1) as Row)).toBe(false);
	});

	it("stay on when the meter falls silent, or tells 0 for it: here nothing heard is no surplus", () => {
		const one = house(ECO);
		expect(on("heater")(one.during(30, { roof_t: 30, tank_t: 40, meter: 3500 }).at(-1) as Row)).toBe(true);
		expect(on("heater")(one.during(15, { meter: "silent" }).at(-1) as Row)).toBe(false);
	});

	it("boil the tank when its sensor falls off: here the heater stops, and nobody can start it", () => {
		const one = house({ heater_control: { mode: "on", wait_for_sun: 0 } });
		one.during(10, { ...NIGHT, tank_t: 35 });
		expect(on("heater")(one.during(5, { tank_t: "lost" }).at(-1) as Row)).toBe(false);
		const held = one.turn({ tank_t: "lost" }, [{ kind: "hold", output: "heater" as never, want: 100 as never }]);
		expect([on("heater")(held), held.because["heater"]]).toEqual([false, "sensor_lost"]);
	});

	it("reheat all night what stands in the tank: here only within the windows", () => {
		const one = house({ heater_control: { mode: "on", wait_for_sun: 0, windows: "05:00-07:00" } }, 22);
		const cooling = (minute: number): Told => ({ ...NIGHT, tank_t: Math.max(38, 46 - minute / 60) });
		const rows = one.during(8 * 60, cooling);
		const at = spans(rows, on("heater")).map(([from]) => 22 + from / 60);
		expect(at.every((hour) => hour >= 29)).toBe(true);
	});
});

describe("hygiene in other houses", () => {
	const HYGIENE = { legionella: { enabled: true, start_at: "20:00", hold_for: 30 } };

	it("does not run while hot water is switched off there, and nobody is told: here it needs no other function", () => {
		const one = house(HYGIENE, 19);
		const rows = one.during(MINUTES.evening, (minute) => ({ ...NIGHT, tank_t: minute < 70 ? 45 : 64 }));
		expect(rows.some(({ because }) => because["heater"] === "legionella_heats")).toBe(true);
		expect(rows.at(-1)?.found).not.toContain("legionella_failed");
	});

	it("ends without its temperature and counts as done: here it is told, until it has worked", () => {
		const one = house(HYGIENE, 19);
		expect(one.during(6 * 60, { ...NIGHT, tank_t: 52 }).at(-1)?.found).toContain("legionella_failed");
	});

	it("heats at night what the sun made hot by day: here the sun counts", () => {
		const one = house(HYGIENE, 14);
		const rows = one.during(9 * 60, (minute) => ({ ...NIGHT, tank_t: minute < 120 ? 68 : 50 }));
		expect(rows.some(({ because }) => because["heater"] === "legionella_heats")).toBe(false);
	});
});

describe("solar circuits in other houses", () => {
	it("push cold fluid into a boiling collector when power comes back: here it has to cool down first", () => {
		const one = house({}, 13);
		const back = one.during(20, { roof_t: 165, tank_t: 50, meter: 0 });
		expect(back.some(on("pump"))).toBe(false);
		expect(one.during(2, { roof_t: 141 }).some(on("pump"))).toBe(false);
		expect(on("pump")(one.during(2, { roof_t: 139 }).at(-1) as Row)).toBe(true);
		const slow = house({ start_delay: { enabled: true } }, 13);
		expect(slow.during(20, { roof_t: 125, tank_t: 50, meter: 0 }).some(on("pump"))).toBe(false);
	});

	it("empty the tank into the sky in a frosty night: here its guard ends with the tank at 5 °C", () => {
		const one = house({ frost_guard: { enabled: true } }, 22);
		const frost = (minute: number): Told => ({ roof_t: 2, meter: 0, tank_t: Math.max(4, 20 - minute / 20) });
		const rows = one.during(8 * 60, frost);
		expect(on("pump")(rows[20] as Row)).toBe(true);
		expect(on("pump")(rows.at(-1) as Row)).toBe(false);
	});

	it("fill a drained collector again and again without gain: here three fills bring a pause", () => {
		const one = house({ drain_back: { enabled: true } }, 9);
		const dull = (minute: number): Told => ({ tank_t: 40, meter: 0, roof_t: minute % 12 < 3 ? 52 : 41 });
		expect(starts(one.during(60, dull), "pump")).toBeLessThanOrEqual(4);
	});
});

describe("circulation in other houses", () => {
	const LINE = {
		...PLANT,
		tanks: [{ id: "store" }],
		sensors: [{ id: "store_t", role: "tank", source: `${W1}4`, of: "store" }],
		outputs: [{ id: "line_pump", role: "pump", target: "usb_relay:/dev/relays/3" }],
		sinks: [{ id: "line", use: "circulation" }],
		circuits: [{ id: "round", from: "store", to: "line", pump: "line_pump" }],
	};

	it("runs all night over a window that ends after midnight: here it ends when that says", () => {
		const one = new ToldHouse(
			{ ...LINE, circulation: { mode: "time", windows: "22:00-00:30" } },
			{ every: 60, wall: { date: "2026-06-01", minute_of_day: 21 * 60, weekday: 1, trusted: true } },
		);
		const rows = one.during(MINUTES.day / 2, { store_t: 55 });
		const [first, last] = [rows.find(on("line_pump")), rows.findLast(on("line_pump"))];
		expect(Math.round(((first?.minute ?? 0) / 60) * 10) / 10).toBe(1);
		expect(last?.minute ?? 0).toBeLessThanOrEqual(3.5 * 60 + 1);
	});
});
