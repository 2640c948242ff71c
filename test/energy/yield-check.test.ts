import { describe, expect, it, test } from "@jest/globals";
import { meterOf } from "#energy/metering/wiring.ts";
import { dayOver, hourOver } from "#energy/yield/days.ts";
import { memory, type YieldMemory } from "#energy/yield/memory.ts";
import { yieldCheck } from "#energy/yield-check.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import { foundIn, type Life } from "../checks/found.ts";
import { meteredPlant } from "../fakes/heat-today.ts";
import { ownersPlant } from "../fakes/owners-plant.ts";
import { situation } from "../fakes/plant.ts";

const DAY = 86_400;
const pump = (more: object = {}) => [
	{ id: "pump", role: "pump", target: "usb_relay:/dev/serial/by-id/board/1", ...more },
	{ id: "heater", role: "heater", target: "usb_relay:/dev/serial/by-id/board/2" },
];
const one = (n: number, id: string, role: string, more: object = {}) => ({
	...{ id, role, source: `one_wire:28-0123456789a${n}` },
	...more,
});
const USUAL = [
	one(0, "roof", "collector"),
	one(1, "store", "tank"),
	one(2, "layer", "tank_layer", { height: 140 }),
	one(3, "garden", "outdoor_air"),
];
/** As most houses are: the pump's flow was read once. */
const ALONE = { sensors: USUAL, outputs: pump({ full_flow: 3.7 }) };
/** With a flow meter, a return sensor and a light sensor. */
const LIT = {
	sensors: [
		...USUAL,
		one(4, "back", "return_line"),
		{ id: "light", role: "irradiance", source: "simulated:irradiance" },
		{ id: "flow", role: "flow", source: "simulated:flow/pump" },
	],
	outputs: pump(),
};
type Fault = Omit<PlantFault, "from">;
const YIELD = ["yield_low", "yield_low_alone", "yield_high"];
const found = (life: Life) => new Map([...foundIn(life)].filter(([code]) => YIELD.includes(code)));
const since = (fault: Fault, day: number): readonly PlantFault[] => [{ ...fault, from: day * DAY }];

describe("the yield by the light", () => {
	/** Clear days: six teach what is usual. */
	test.each<readonly [string, Fault, string]>([
		["glass of which a third is covered", { fault: "glass_covered", amount: 66 }, "yield_low"],
		["lost insulation", { fault: "insulation_lost" }, "yield_low"],
	])(
		"is told after four clear days: %s",
		(_, fault, code) => {
			const all = found({ days: 13, faults: since(fault, 8), options: LIT });
			expect([...all.keys()]).toEqual([code]);
			expect(all.get(code)?.day).toBeLessThanOrEqual(12.1);
		},
		60_000,
	);

	it("says nothing without light: a light sensor that is lost is no dark day", () => {
		const faults = since({ fault: "sensor_open", of: "light" }, 8);
		expect([...found({ days: 13, faults, options: LIT })]).toEqual([]);
	}, 60_000);
});

describe("the yield beside its own best hours", () => {
	test.each<readonly [string, Fault, string, number]>([
		["half of the field", { fault: "field_part_lost" }, "yield_low_alone", 8],
		["half of the flow", { fault: "flow_low", amount: 40 }, "yield_high", 2],
	])(
		"is told, where nothing measures the light: %s",
		(_, fault, code, days) => {
			const all = found({ days: 13 + days, faults: since(fault, 12), options: ALONE });
			expect([...all.keys()]).toEqual([code]);
			expect(all.get(code)?.day).toBeLessThanOrEqual(12 + days + 0.1);
		},
		60_000,
	);

	it("says nothing where the flow meter is lost and the options say another flow", () => {
		const sensors = [...USUAL, { id: "flow", role: "flow", source: "simulated:flow/pump" }];
		const faults = since({ fault: "sensor_open", of: "flow" }, 12);
		expect([...found({ days: 16, faults, options: { sensors, outputs: pump({ full_flow: 7.4 }) } })]).toEqual([]);
	}, 60_000);

	it("says nothing of dull weeks, in which it hardly runs", () => {
		expect([...found({ days: 25, day: 320, cloudiness: 1, place: "stockholm", options: ALONE })]).toEqual([]);
	}, 60_000);
});

/** `YIELD_DAYS=365` lives a year in each place. */
const DAYS = Number(process.env["YIELD_DAYS"] ?? 15);
describe("a healthy plant", () => {
	test.each<readonly [string, Life]>([
		["spring in Stockholm", { day: 80, place: "stockholm", options: LIT, days: DAYS }],
		["summer in Würzburg", { day: 172, options: ALONE, days: DAYS }],
		["autumn in Davos", { day: 260, place: "davos", options: ALONE, days: DAYS }],
	])(
		"gives what it usually gives: %s",
		(_, life) => {
			expect([...found({ cloudiness: 1, ...life })]).toEqual([]);
		},
		600_000,
	);
});

const FULL = { ran: 30, known: 30, lit: 30, kw: 60, over: 900, light: 24_000 };
/** A day with four full hours of so many kW each. */
function lived(before: YieldMemory, day: string, kw: number, next: string): YieldMemory {
	let memory: YieldMemory = { ...before, day, kwh: 4 * kw };
	for (const hour of [10, 11, 12, 13]) memory = hourOver({ ...memory, present: { ...FULL, hour, kw: 30 * kw } });
	return dayOver(memory, next, { lit: true, area: undefined });
}
const date = (n: number) => `2026-06-${String(n).padStart(2, "0")}`;
const learnt = (kw = 2) =>
	Array.from({ length: 8 }, (_, n) => n + 1).reduce<YieldMemory>(
		(one, n) => lived(one, date(n), kw, date(n + 1)),
		memory.parse({}),
	);

describe("the days that are compared", () => {
	it("are shown with what was measured and expected, or with why not", () => {
		const { days } = lived(learnt(), date(9), 1.5, date(10));
		expect(days.slice(0, 6).map(({ why }) => why)).toEqual(Array(6).fill("learning"));
		expect(days.at(-1)).toEqual({ day: date(9), kwh: 6, expected: 8, share: 0.75 });
	});

	it("have no hour that was not known, not complete, or without light", () => {
		const day = (present: Partial<typeof FULL>) =>
			hourOver({ ...memory.parse({}), present: { ...FULL, hour: 10, ...present } }).hours;
		expect(day({})).toHaveLength(1);
		expect(day({ known: 29 })).toEqual([]);
		expect(day({ ran: 20, known: 20 })).toEqual([]);
		expect(day({ lit: 29 })[0]).not.toHaveProperty("light");
	});

	it("are told from the third in a row on, and one as usual in between begins anew", () => {
		const days = (...all: readonly number[]) =>
			all.reduce<YieldMemory>((one, kw, n) => lived(one, date(9 + n), kw, date(10 + n)), learnt()).found;
		expect(days(1, 1)).toBeUndefined();
		expect(days(1, 1, 2, 1)).toBeUndefined();
		expect(days(1, 1.2, 1)).toEqual({ kind: "low", percent: 60, days: 3 });
		expect(days(3, 3.2, 3)).toEqual({ kind: "high", percent: 150, days: 3 });
	});

	it("end what was found after two as usual", () => {
		const all = [1, 1, 1, 2, 1, 2, 2].reduce<readonly YieldMemory[]>(
			(rows, kw, n) => rows.concat(lived(rows.at(-1) ?? learnt(), date(9 + n), kw, date(10 + n))),
			[],
		);
		expect(all.map(({ found }) => found !== undefined)).toEqual([false, false, true, true, true, true, false]);
	});

	it("are learnt anew where what is measured, the pump's flow or the area in the options is another one", () => {
		const plant = meteredPlant(ownersPlant);
		const [circuit] = plant.circuits;
		if (circuit === undefined) throw new Error("no circuit");
		const meter = meterOf(circuit, plant);
		if (meter === undefined) throw new Error("no meter");
		const { hot } = meter;
		const { days, ratios } = learnt();
		const wall = { date: date(10), minute_of_day: 0, weekday: 1, trusted: true };
		const needs = Object.fromEntries(
			Object.entries(yieldCheck.needs).map(([role, find]) => [role, find(circuit as never, plant)]),
		);
		const asked = { ...situation({}, {}, { plant, wall }) };
		const begun = (before: YieldMemory, more: object = {}, at: object = circuit) =>
			yieldCheck.propose({ ...needs, meter, ...more, at } as never, asked as never, before).memory as YieldMemory;
		const { of } = begun(memory.parse({}));
		const known = { ...learnt(), of };
		const other = (of_meter: object) => begun(known, { meter: { ...meter, ...of_meter } });
		expect(begun(known).ratios).toEqual(ratios);
		for (const anew of [
			other({ full: 3 }),
			other({ flow: { id: "new" } }),
			other({ glycol: 0 }),
			other({ cold: { id: "back", offset: 0 } }),
			other({ hot: { ...hot, offset: 2 } }),
			begun(known, { light: { sensor: { id: "light", offset: 0 } } }),
			begun(known, {}, { ...circuit, from: { ...circuit.from, area: 9 } }),
		]) {
			expect(anew.ratios).toEqual([]);
			expect(anew.days).toEqual(days);
		}
	});

	it("do not teach what is wrong", () => {
		const before = learnt();
		const after = [1, 1, 1, 1, 1].reduce<YieldMemory>(
			(one, kw, n) => lived(one, date(9 + n), kw, date(10 + n)),
			before,
		);
		expect(after.ratios).toEqual(before.ratios);
	});

	it("are none where the clock goes back over midnight", () => {
		const before = learnt();
		const back = lived(before, date(9), 1, date(8));
		expect(back.days).toEqual(before.days);
		expect(back.hours).toEqual([]);
	});

	it("are few: a month, in 3 kB", () => {
		const year = Array.from({ length: 90 }, (_, n) => n).reduce<YieldMemory>((one, n) => {
			const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
			return lived(one, day, 2.345, new Date(Date.UTC(2026, 0, 2 + n)).toISOString().slice(0, 10));
		}, memory.parse({}));
		expect(year.days).toHaveLength(31);
		expect(JSON.stringify(year).length).toBeLessThan(3000);
		expect(yieldCheck.memory.parse(JSON.parse(JSON.stringify(year)))).toEqual(year);
	});
});
