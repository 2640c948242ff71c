import { describe, expect, it, test } from "@jest/globals";
import { steady } from "#control/machinery/level.ts";
import { networksOf } from "#control/network/networks.ts";
import { route } from "#control/network/route.ts";
import { atLeast, atMost, forbid } from "#model/decision/claim.ts";
import type { Claim, Verdict } from "#model/decision/decision.ts";
import { AT_REST, type OutputState } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { FULL, instant, OFF, percent, seconds } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";
import { plantWith } from "../fakes/rule-bench.ts";
import { twoFields, twoTanks, zonedTanks } from "../fakes/two-tanks.ts";
import { reason } from "../fakes/unworded.ts";

const T = instant(1000);
const WHY = reason("asked");

describe("the level of a pump", () => {
	const LEVEL = { min: percent(30), max: FULL, step: percent(1) };
	interface Asked {
		readonly want?: number;
		/** What the claims asked for, if the machinery has changed it since. */
		readonly meant?: number;
		readonly other?: boolean;
		readonly rank?: Verdict["rank"];
		readonly safe?: number;
	}
	/** What it becomes; undefined if it stays as asked. */
	const level = (
		changes: object,
		state: OutputState,
		{ want = 50, meant = want, other = false, rank = "normal", safe = 100 }: Asked = {},
	) => {
		const [output] = fakePlant({ pump: { level: LEVEL, ...changes } }).outputs;
		if (output === undefined) throw new Error("the plant has a pump");
		const verdict = { want: percent(want), because: WHY, rank, activity: "heating", urgent: false } as Verdict;
		const goal = { ...verdict, want: percent(meant), because: other ? reason("other") : WHY, safe: percent(safe) };
		return steady(T, output, state, verdict, goal as never)?.want;
	};
	const runs = (wanted: number, since = 0): OutputState => ({
		wanted: percent(wanted),
		actual: percent(wanted),
		since: instant(since),
	});

	test.each<[string, OutputState, Asked, number | undefined]>([
		["that rests is kicked", AT_REST, {}, 100],
		["that has run for less than its kick is kicked", runs(50, 991), {}, 100],
		["that has run for its kick is not", runs(50, 990), {}, undefined],
		["that runs since nobody knows when is not", { wanted: percent(50) }, {}, undefined],
		["that is at full speed stays there", AT_REST, { want: 100 }, undefined],
		["is kicked as far as safety allows", AT_REST, { safe: 60 }, 60],
		["that is only kept on is not", AT_REST, { meant: 0 }, undefined],
		["that runs for another reason than was asked is not", AT_REST, { other: true }, undefined],
		["is kicked for the lowest speed too", AT_REST, { want: 1 }, 100],
	])("%s", (_, state, asked, becomes) => {
		expect(level({ kick: seconds(10) }, state, asked)).toBe(becomes);
	});
	it("without a kick or a dead band stays as asked", () => {
		expect([level({}, AT_REST), level({}, runs(49)), level({ kick: seconds(0) }, runs(50, 999.5))]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect(level({ kick: seconds(1) }, AT_REST)).toBe(100);
	});

	test.each<[string, OutputState, Asked, number | undefined]>([
		["by less than its dead band waits", runs(46), {}, 46],
		["by less than its dead band waits, downwards", runs(54), {}, 54],
		["by its dead band does not wait", runs(45), {}, undefined],
		["from rest does not wait", runs(0), { want: 31 }, undefined],
		["to its lowest speed does not wait", runs(33), { want: 30 }, undefined],
		["to full speed does not wait", runs(98), { want: 100 }, undefined],
		["by hand does not wait", runs(49), { rank: "manual" }, undefined],
		["for safety does not wait", runs(49), { rank: "safety" }, undefined],
		["to protect waits", runs(49), { rank: "protection" }, 49],
		["below what safety allows waits", runs(49), { safe: 49 }, 49],
		["from above what safety allows does not wait", runs(49), { safe: 48 }, undefined],
	])("a change %s", (_, state, asked, becomes) => {
		expect(level({ dead_band: percent(5) }, state, asked)).toBe(becomes);
	});
	it("a stop does not wait, however wide the dead band is", () => {
		expect(level({ dead_band: percent(60) }, runs(30), { want: 0 })).toBeUndefined();
	});
	it("a change within the smallest dead band waits", () => {
		expect(level({ dead_band: percent(1) }, runs(49.5))).toBe(49.5);
	});
});

describe("networks", () => {
	test.each<[string, Plant, number]>([
		["of a house with one of each", plantWith(), 0],
		["of two tanks behind a valve", twoTanks(), 1],
		[
			"of one circuit with a valve",
			{ ...twoTanks(), groups: twoTanks().groups.map((group) => ({ ...group, circuits: group.circuits.slice(0, 1) })) },
			1,
		],
		[
			"of two circuits on one pump, without valves",
			{ ...twoFields("zones"), groups: twoFields("zones").groups.map((group) => ({ ...group, valves: [] })) },
			1,
		],
		["of two fields with a pump each", twoFields("pumps"), 0],
	])("%s: %#", (_, plant, count) => {
		expect(networksOf(plant)).toHaveLength(count);
	});

	it("have a branch for each pump, with its circuits and valves", () => {
		const [network] = networksOf(zonedTanks());
		expect(
			network?.branches.map(({ output, circuits, valves }) => [
				output.id,
				circuits.map(({ id }) => id),
				valves.map(({ id }) => id),
			]),
		).toEqual([["pump", ["to_house", "to_buffer"], ["zone_house", "zone_buffer"]]]);
	});
});

describe("the choice of a circuit", () => {
	/** Which of two is served, by claims on each, where the diverter stands at `buffer` or at `house`. */
	const served = (
		house: readonly Claim[],
		buffer: readonly Claim[],
		stands: "house" | "buffer" = "house",
		priorities = [1, 2],
	) => {
		const [first, second] = priorities as [number, number];
		const level = { min: percent(10), max: FULL, step: percent(1) };
		const priority = { to_house: { priority: first }, to_buffer: { priority: second } };
		const plant = twoTanks({ outputs: { pump: { level } }, circuits: priority });
		const [network] = networksOf(plant);
		if (network === undefined) throw new Error("the plant has a network");
		const own = ({ on, ...claim }: Claim) => ({ ...claim, on: plant.outputs.find(({ id }) => id === on.id) ?? on });
		const goal = (claims: readonly Claim[]) => ({
			want: FULL,
			because: WHY,
			claims: claims.map(own),
			safe: FULL,
			most: FULL,
			asked: FULL,
			activity: "heating",
			urgent: false,
			overruled: [],
		});
		const at = stands === "house" ? OFF : FULL;
		const states = plant.outputs.map(({ id }) =>
			id === "diverter" ? { wanted: at, actual: at, since: instant(0) } : AT_REST,
		);
		const { chosen } = route(T, network, [goal(house), goal(buffer)] as never, [], states);
		return chosen.map(({ id }) => id).join();
	};
	const plant = twoTanks();
	const [to_house, to_buffer] = plant.circuits as [Plant["circuits"][number], Plant["circuits"][number]];
	const [pump] = plant.outputs as [Plant["outputs"][number]];
	const asks = (on: object, rank: Claim["rank"] = "normal") => atLeast(on as never, FULL, rank, WHY, "heating");
	const limits = (on: object) => atMost(on as never, percent(50), "normal", WHY, "heating");
	const forbids = (on: object, rank: Claim["rank"] = "normal") => forbid(on as never, rank, WHY, "heating");

	test.each<[string, readonly Claim[], readonly Claim[], string]>([
		["by priority", [asks(to_house)], [asks(to_buffer)], "to_house"],
		["by rank before priority", [asks(to_house)], [asks(to_buffer, "protection")], "to_buffer"],
		[
			"by a stronger rank before all weaker ones",
			[asks(to_house, "protection"), asks(to_house), asks(to_house, "upkeep")],
			[asks(to_buffer, "manual")],
			"to_buffer",
		],
		["by what is not forbidden within a rank", [asks(to_house), forbids(to_house)], [asks(to_buffer)], "to_buffer"],
		[
			"by what is not forbidden, whichever comes first",
			[forbids(to_house), asks(to_house)],
			[asks(to_buffer)],
			"to_buffer",
		],
		[
			"by what is not forbidden by a weaker rank",
			[asks(to_house, "manual"), forbids(to_house)],
			[asks(to_buffer, "manual")],
			"to_buffer",
		],
		["by what is asked for at all", [], [asks(to_buffer)], "to_buffer"],
		["by what is forbidden least", [forbids(to_house, "manual")], [forbids(to_buffer, "upkeep")], "to_buffer"],
	])("%s", (_, house, buffer, id) => {
		expect(served(house, buffer)).toBe(id);
	});

	it("by no limit, which asks for nothing", () => {
		expect(served([limits(to_house)], [], "buffer")).toBe("to_buffer");
		expect(served([limits(to_house), asks(to_house)], [asks(to_buffer)])).toBe("to_house");
	});

	it("by the valve where only the pump is asked for, and by priority where circuits are", () => {
		expect([served([asks(pump)], [asks(pump)], "buffer"), served([asks(pump)], [asks(pump)], "house")]).toEqual([
			"to_buffer",
			"to_house",
		]);
		expect(served([asks(to_house)], [asks(to_buffer)], "buffer")).toBe("to_house");
		expect(served([asks(to_house)], [asks(to_buffer)], "buffer", [2, 1])).toBe("to_buffer");
	});
	it("by the valve among the same priority, and by order last", () => {
		expect([
			served([asks(to_house)], [asks(to_buffer)], "buffer", [1, 1]),
			served([asks(to_house)], [asks(to_buffer)], "house", [1, 1]),
		]).toEqual(["to_buffer", "to_house"]);
	});
});
