import { beforeAll, describe, expect, it } from "@jest/globals";
import { type Seen, SimulatedDays } from "./simulated-days.ts";

const runs = (seen: readonly Seen[], id: string) => seen.filter((one) => one.runs.includes(id));
const value = (seen: Seen | undefined, sensor: string) => seen?.values[sensor] ?? Number.NaN;

describe("a house with a stove, two tanks in order and circulation, on a day in March", () => {
	let day: readonly Seen[] = [];
	beforeAll(async () => {
		day = await new SimulatedDays("options.stove.json").until(29);
	});

	it("takes heat from the stove while it burns, and the stove does not boil", () => {
		expect(runs(day, "stove_buffer").length).toBeGreaterThan(30);
		expect(Math.max(...day.map((one) => value(one, "stove_water")))).toBeLessThan(95);
		const charging = day.filter(({ decision }) => decision.circuits[2]?.because.code === "source_warmer");
		expect(charging.length).toBeGreaterThan(30);
		for (const one of charging) expect(value(one, "stove_water")).toBeGreaterThan(54.9);
	});

	it("charges by the sun, one tank at a time", () => {
		expect(runs(day, "sun_hot_water").length + runs(day, "sun_buffer").length).toBeGreaterThan(30);
		expect(day.some(({ runs: all }) => all.includes("sun_hot_water") && all.includes("sun_buffer"))).toBe(false);
	});

	it("keeps the line between its limits while the tank is warm", () => {
		const warm = runs(day, "circulate");
		expect(warm.length).toBeGreaterThan(3);
		for (const one of warm) expect(value(one, "line_end")).toBeLessThan(50);
	});
});
