import { describe, expect, it, test } from "@jest/globals";
import { flowFallen } from "#checks/flow-fallen.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import { foundIn, type Life } from "./found.ts";

const DAY = 86_400;
const SENSORS = [
	{ id: "roof", role: "collector", source: "one_wire:28-0123456789a0" },
	{ id: "store", role: "tank", source: "one_wire:28-0123456789a1" },
	{ id: "flow", role: "flow", source: "simulated:flow/pump" },
];
const lived = (life: Partial<Life>) => foundIn({ days: 12, options: { sensors: SENSORS }, ...life });
const from = (fault: Omit<PlantFault, "from">, until?: number): readonly PlantFault[] => [
	{ ...fault, from: 8 * DAY, ...(until !== undefined && { until: until * DAY }) },
];

describe("the flow at full speed", () => {
	test.each([
		["half of it", { fault: "flow_low", amount: 50 }],
		["air in the pipes", { fault: "air", amount: 90 }],
	] as const)(
		"is told after three days with less than usual: %s",
		(_, fault) => {
			expect(lived({ faults: from(fault) }).get("flow_fallen")?.day).toBeLessThanOrEqual(11.1);
		},
		60_000,
	);

	it("says nothing of a fifth less, nor of a meter that is lost", () => {
		expect(lived({ faults: from({ fault: "flow_low", amount: 80 }) }).has("flow_fallen")).toBe(false);
		expect(lived({ faults: from({ fault: "sensor_open", of: "flow" }) }).has("flow_fallen")).toBe(false);
	}, 60_000);
});

type Memory = ReturnType<typeof flowFallen.memory.parse>;
/** A day with so many L/min in an hour of looks. */
const day = (before: Memory, n: number, flow: number, looks = 30, pump = "pump"): Memory => {
	const wall = { date: `2026-06-${String(n + 1).padStart(2, "0")}`, minute_of_day: 0, weekday: 1, trusted: true };
	const memory = { ...before, day: `2026-06-${String(n).padStart(2, "0")}`, looks, sum: looks * flow };
	const turn = { wall, circuits: [], outputs: [], readings: [], now: 0 };
	const here = { at: { index: 0, pump: { id: pump, index: 0 } }, meter: { id: "flow", index: 0 } };
	return flowFallen.propose(here as never, turn as never, { of: "pump/flow", ...memory }).memory as Memory;
};
const days = (...flows: readonly number[]): Memory => {
	let memory = flowFallen.memory.parse({});
	for (const [n, flow] of flows.entries()) memory = day(memory, n + 1, flow);
	return memory;
};

describe("days of flow", () => {
	const USUAL = [4, 4, 4.1, 3.9, 4, 4];
	it("are told with what is usual, from the third in a row on", () => {
		expect(days(...USUAL, 2, 2).found).toBeUndefined();
		expect(days(...USUAL, 2, 2, 4, 2).found).toBeUndefined();
		expect(days(...USUAL, 2, 2.2, 1.8)).toMatchObject({ found: { flow: 1.8, usual: 4, days: 3 } });
	});

	it("end it when one is near the usual, and teach nothing before", () => {
		expect(days(...USUAL, 2, 2, 2, 3).found).toBeDefined();
		expect(days(...USUAL, 2, 2, 2, 3.6).found).toBeUndefined();
		expect(days(...USUAL, 2, 2, 2, 2).flows).toEqual(USUAL);
	});

	it("are learnt anew where the pump has another id", () => {
		const told = days(...USUAL, 2, 2, 2);
		expect(day(told, 10, 2)).toMatchObject({ flows: USUAL, found: { days: 4 } });
		expect(day(told, 10, 2, 30, "new_pump")).toMatchObject({ flows: [], low: 0 });
		expect(day(told, 10, 2, 30, "new_pump").found).toBeUndefined();
	});

	it("tell nothing with few looks, or where the clock goes back", () => {
		const learnt = days(...USUAL);
		expect(day(learnt, 8, 1, 29)).toMatchObject({ low: 0, flows: USUAL });
		expect(day({ ...learnt }, 8, 1).low).toBe(1);
	});
});
