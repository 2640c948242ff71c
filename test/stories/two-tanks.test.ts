import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { type Seen, SimulatedDays } from "./simulated-days.ts";

const EXAMPLE = "options.two-tanks.json";
const CLEAR = { cloudiness: 0, day_of_year: 172, start_hour: 5 };
const WINTRY = { cloudiness: 100, day_of_year: 90, start_hour: 5, seed: 2 };
/** The example's diverter needs so long, in hours. */
const TRAVEL = 90 / 3600;

/** The tanks that are charged, in their order, each once while it lasts. */
const tanks = (seen: readonly Seen[]) =>
	seen
		.map(({ runs }) => (runs.some((id) => id.endsWith("hot_water")) ? "hot water" : runs.length > 0 ? "buffer" : ""))
		.filter((tank) => tank !== "")
		.filter((tank, at, all) => tank !== all[at - 1]);
const first = (seen: readonly Seen[], tank: string) => seen.find(({ runs }) => runs.some((id) => id.endsWith(tank)));
const at = (seen: readonly Seen[], hour: number) => seen.find((one) => one.hour >= hour);
const reasonOf = (seen: Seen | undefined) => seen?.decision.verdicts[0]?.because.code;
const highest = (seen: readonly Seen[], sensor: string) =>
	Math.max(...seen.map(({ values }) => values[sensor] ?? Number.NEGATIVE_INFINITY));
const pairs = (seen: readonly Seen[]) => seen.slice(1).map((now, index) => ({ before: seen[index] ?? now, now }));

/** What holds in every turn of every day. */
function expectNeverBoth(seen: readonly Seen[]) {
	for (const { before, now } of pairs(seen)) {
		expect(new Set(now.runs.map((id) => id.replace(/^(east|west)_/, ""))).size).toBeLessThanOrEqual(1);
		if (before.actual["diverter"] !== now.actual["diverter"])
			expect([before.actual["solar_pump"], now.actual["solar_pump"]]).toEqual([0, 0]);
	}
	const moved = pairs(seen).filter(({ before, now }) => before.actual["diverter"] !== now.actual["diverter"]);
	for (const { now: moving } of moved) {
		const started = seen.find(({ hour, actual }) => hour > moving.hour && Number(actual["solar_pump"]) > 0);
		if (started !== undefined) expect(started.hour - moving.hour).toBeGreaterThanOrEqual(TRAVEL - 1e-9);
	}
}

describe("a house with two roofs, two tanks, a diverter valve and a pump with speeds", () => {
	describe("on a clear day at midsummer", () => {
		let day: readonly Seen[] = [];
		beforeAll(async () => {
			day = await new SimulatedDays(EXAMPLE, { simulated: CLEAR }).until(29);
		});

		it("charges the hot water first, then the buffer, and the hot water again when it was used in the evening", () => {
			expect(tanks(day).slice(0, 3)).toEqual(["hot water", "buffer", "hot water"]);
			const filled = first(day, "buffer");
			expect(filled?.hour).toBeGreaterThan(10);
			expect(filled?.values["hot_water_low"]).toBeGreaterThan(69);
		});

		it("never feeds both tanks, and moves the valve only while the pump rests", () => {
			expectNeverBoth(day);
		});

		it("starts with the east roof in the morning, and stops with the west roof in the evening", () => {
			const morning = first(day, "hot_water")?.values;
			expect(morning?.["east_roof"]).toBeGreaterThan((morning?.["west_roof"] ?? 0) + 10);
			const evening = day.findLast(({ runs, hour }) => runs.length > 0 && hour < 24)?.values;
			expect(evening?.["west_roof"]).toBeGreaterThan(evening?.["east_roof"] ?? 99);
		});

		it("has the flow of the pump's speed, and none while it rests", () => {
			// The meter tells tenths of 8 L/min at full speed.
			for (const { before, now } of pairs(day))
				expect(Math.abs((now.values["solar_flow"] ?? 0) - 0.08 * (before.actual["solar_pump"] ?? 0))).toBeLessThan(
					0.051,
				);
		});

		it("charges slowly with a small gain and at full speed with a large one", () => {
			const speeds = day.map(({ actual }) => actual["solar_pump"] ?? 0).filter((speed) => speed > 0);
			expect(Math.min(...speeds)).toBeLessThan(60);
			expect(Math.max(...speeds)).toBe(100);
		});

		it("stores what 12 m² can bring on such a day, and boils nowhere", () => {
			const gained = (tank: string, litres: number) => {
				const mean = (seen: Seen | undefined) => {
					const { [`${tank}_low`]: low = 0, [`${tank}_top`]: top = 0 } = seen?.values ?? {};
					return (low + top) / 2;
				};
				return ((mean(at(day, 18)) - mean(day[0])) * litres * 4.13) / 3600;
			};
			const kwh = gained("hot_water", 300) + gained("buffer", 750);
			expect(kwh).toBeGreaterThan(20);
			expect(kwh).toBeLessThan(50);
			expect(highest(day, "east_roof")).toBeLessThan(100);
			expect(highest(day, "west_roof")).toBeLessThan(100);
		});
	});

	it("charges mainly the hot water on a cloudy day in March, which stays far below its target", async () => {
		const day = await new SimulatedDays(EXAMPLE, { simulated: WINTRY }).until(29);
		expectNeverBoth(day);
		expect(tanks(day)[0]).toBe("hot water");
		const hours = (tank: string) => day.filter(({ runs }) => runs.some((id) => id.endsWith(tank))).length;
		expect(hours("hot_water")).toBeGreaterThan(hours("buffer"));
		expect(highest(day, "hot_water_low")).toBeLessThan(60);
		expect(highest(day, "buffer_low")).toBeLessThan(40);
	});

	it("rests when both tanks are full, cools a hot collector into the first one, and never beyond its maximum", async () => {
		const day = await new SimulatedDays(EXAMPLE, { simulated: CLEAR, tank_limit: { target: 40 } }).until(20);
		expectNeverBoth(day);
		const full = day.find((seen) => reasonOf(seen) === "tank_full");
		expect([full?.actual["solar_pump"], full?.runs]).toEqual([0, []]);
		expect(full?.values["hot_water_low"]).toBeGreaterThan(37);
		expect(full?.values["buffer_low"]).toBeGreaterThan(37);
		expect(day.some((seen) => reasonOf(seen) === "collector_hot")).toBe(true);
		expect(highest(day, "east_roof")).toBeLessThan(130);
		expect(highest(day, "hot_water_top")).toBeLessThan(95);
	});

	it("stops the pump when a roof's sensor is lost, because it moves fluid through both roofs, and goes on when it is back", async () => {
		const days = new SimulatedDays(EXAMPLE, { simulated: CLEAR });
		const before = await days.until(9);
		expect(before.at(-1)?.actual["solar_pump"]).toBeGreaterThan(0);
		days.lost.add("west_roof");
		const lost = await days.until(9.5);
		expect(lost[0]?.actual["solar_pump"]).toBe(0);
		for (const { actual, values } of lost) expect([actual["solar_pump"], values["west_roof"]]).toEqual([0, undefined]);
		expect(
			at(lost, 9.2)
				?.decision.circuits.map(({ because }) => because.code)
				.sort(),
		).toContain("sensor_lost");
		days.lost.clear();
		expect((await days.until(10)).at(-1)?.actual["solar_pump"]).toBeGreaterThan(0);
	});

	it("believes a relay whose valve is stuck at the hot water: that is heated beyond its target, and nothing boils on this day", async () => {
		const days = new SimulatedDays(EXAMPLE, { simulated: CLEAR });
		days.stuck = "diverter";
		const day = await days.until(22);
		expectNeverBoth(day);
		expect(tanks(day)).toContain("buffer");
		expect(highest(day, "buffer_low")).toBeLessThan(25);
		expect(highest(day, "hot_water_low")).toBeGreaterThan(75);
		expect(highest(day, "hot_water_top")).toBeLessThan(95);
		expect(highest(day, "west_roof")).toBeLessThan(130);
	});

	it("moves less at a lower speed, as the flow meter tells", async () => {
		const days = new SimulatedDays(EXAMPLE, { simulated: CLEAR });
		await days.until(9);
		const hold: Intent = { kind: "hold", output: outputId("solar_pump"), want: percent(45) };
		const held = (await days.until(9.5, [hold])).at(5);
		expect([held?.actual["solar_pump"], reasonOf(held)]).toEqual([45, "held_on"]);
		expect(held?.values["solar_flow"]).toBeCloseTo(3.6, 6);
	});
});
