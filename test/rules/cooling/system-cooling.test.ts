import { describe, expect, it, test } from "@jest/globals";
import { firstState } from "#control/step.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import * as registry from "#rules/index.ts";
import { Play, play, type Row } from "../../fakes/plant.ts";
import { ToldHouse } from "../../fakes/told-house.ts";
import { twoTanks } from "../houses.ts";

const rules = Object.values(registry);
const settings = { system_cooling: { enabled: true }, collector_cooling: { enabled: false } };
const settings2 = { ...settings, store_priority: { enabled: true } };
const at = (collector: number, tank: number, more: Row = {}): Row => ({
	...{ collector, tank, tank_20: tank, tank_140: tank },
	...more,
});

describe("system cooling", () => {
	it("starts at 20 K over a full tank, and ends at 15 K", () => {
		const turns = play({ rules, settings }, [
			...[at(85, 76), at(95.9, 76), at(96, 76), at(92, 76), at(91.1, 76), at(91, 76), at(95, 76)],
		]);
		expect(turns.map((t) => [t.on.pump, t.because.pump.code])).toEqual([
			...[1, 2].map(() => [false, "tank_full"]),
			...[1, 2, 3].map(() => [true, "system_cooled"]),
			...[1, 2].map(() => [false, "tank_full"]),
		]);
	});

	it("does nothing while the tank is not full: that is charging", () => {
		const turns = play({ rules, settings }, [at(50, 40), at(80, 40)]);
		expect(turns.map((t) => t.because.pump.code)).toEqual(["gain", "gain"]);
	});

	it("is not begun by what else forbids charging, such as a pause for the first tank", () => {
		const house = new ToldHouse(twoTanks("valve", settings2));
		const rows = house.during(40, { roof_t: 51, hot_water_t: 55, buffer_t: 30 });
		const codes = rows.map(({ why }) => why["to_buffer"]);
		expect(codes).toContain("pausing_for_first");
		expect(codes).not.toContain("system_cooled");
	});

	it("hands over to charging when the tank is no longer full", () => {
		const turns = play({ rules, settings }, [at(110, 80), at(110, 80), at(95, 70), at(95, 70)]);
		expect(turns.map((t) => t.because.pump.code)).toEqual(["tank_full", "system_cooled", "system_cooled", "gain"]);
		expect(turns.slice(1).every((t) => t.on.pump)).toBe(true);
	});

	it("fills the tank up to its own limit, and starts again 2 K below", () => {
		const turns = play({ rules, settings }, [
			...[at(110, 80), at(115, 87), at(115, 89.9), at(115, 90), at(115, 88.1), at(115, 87.9)],
			...[at(115, 87.9, { tank_140: 95 })],
		]);
		expect(turns.map((t) => t.on.pump)).toEqual([false, true, true, false, false, true, false]);
		expect(turns.at(-1)?.because.pump.code).toBe("tank_maximum");
	});

	/** What the pump does after a restart: its first sensor values come in the second turn, or at once. */
	const restarted = (before: readonly Row[], after: readonly Row[]) => {
		const one = new Play({ rules, settings });
		one.turns(before);
		const { mode, settings: set, memories, outputs } = one.state;
		const saved = JSON.parse(JSON.stringify(memories)) as typeof memories;
		const rest = outputs.map(() => AT_REST);
		return play({ rules, settings, state: firstState(mode, set, saved, rest) }, after).map((t) => t.because.pump.code);
	};

	it("goes on after a restart, and does not begin with it", () => {
		const lower = [at(93, 76), at(93, 76)];
		expect(restarted([at(96, 76), at(96, 76)], lower)).toEqual(["system_cooled", "system_cooled"]);
		expect(restarted([at(93, 76), at(93, 76)], lower)).toEqual(["tank_full", "tank_full"]);
	});

	it("goes on when the sensors are heard of later than that", () => {
		const codes = restarted([at(96, 76), at(96, 76)], [{}, {}, at(93, 76), at(93, 76)]);
		expect(codes).toEqual(["sensor_awaited", "sensor_awaited", "system_cooled", "system_cooled"]);
	});

	test.each<[string, Row, string]>([
		["the boil stop", at(150, 80), "boiling"],
		["a lost sensor", { collector: fault("open") }, "sensor_lost"],
	])("yields to %s", (_, row, why) => {
		const turns = play({ rules, settings }, [at(110, 80), at(110, 80), row]);
		expect(turns.map((t) => t.on.pump)).toEqual([false, true, false]);
		expect(turns.at(-1)?.because.pump.code).toBe(why);
	});
});

describe("collector cooling with a limit of the tank", () => {
	const limited = { collector_cooling: { tank_up_to: 85 } };

	it("ends there, and starts again 2 K below", () => {
		const turns = play({ rules, settings: limited }, [
			...[at(95, 80), at(95, 84.9), at(95, 85), at(95, 84), at(95, 82.9)],
		]);
		expect(turns.map((t) => [t.on.pump, t.activity])).toEqual([
			[true, "collector_cooling"],
			[true, "collector_cooling"],
			[false, "tank_full"],
			[false, "tank_full"],
			[true, "collector_cooling"],
		]);
	});

	it("switched off leaves the tank's target in force", () => {
		const turns = play({ rules, settings: { collector_cooling: { enabled: false } } }, [at(95, 80)]);
		expect(turns[0]?.because.pump.code).toBe("tank_full");
	});
});
