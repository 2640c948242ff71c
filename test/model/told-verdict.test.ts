import { describe, expect, it } from "@jest/globals";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import type { Output } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { narrate } from "#runtime/log/narrate.ts";
import { reasonText } from "#texts/names.ts";
import { type Scene, turns } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";

const at = (levels: Readonly<Record<string, number>>, warm = 70): Scene => ({
	read: ({ id }) => (id.endsWith("collector") ? warm : 40),
	effect: ({ id }: Output) => ({ actual: percent(levels[id] ?? 0) }),
});

/** What is told of an output after the last scene, in a plant of so many fields and tanks. */
function told(fields: number, tanks: number, id: string, ...scenes: readonly Scene[]) {
	const plant = widePlant(fields, tanks);
	const snapshot = turns(scenes, plant).at(-1);
	const output = plant.outputs.find((one) => one.id === id);
	const verdict = snapshot && output && toldVerdict(snapshot, output);
	return verdict && { facts: verdict.because.facts, text: reasonText(plant, verdict.because, "en") };
}

describe("the reason of a pump that drives several circuits", () => {
	it("names the circuit that it is about", () => {
		const charging = told(1, 2, "east_pump", at({}), at({ east_pump: 60 }), at({ east_pump: 60 }));
		expect(charging?.facts["of_circuit"]).toBeDefined();
		expect(charging?.text).toMatch(/^Collector → Buffer: The collector is /);
	});
	it("names the circuit that lacks least where none runs", () => {
		expect(told(1, 2, "east_pump", at({}, 20))?.text).toMatch(
			/^Collector → (Hot water|Buffer): The collector is at 20/,
		);
	});
	it("does not name it twice", () => {
		const waiting = told(1, 2, "east_pump", at({}), at({ east_pump: 60, valve: 50 }), at({ east_pump: 60, valve: 50 }));
		expect(waiting?.text).toMatch(/^It waits until the valves stand as Collector → Buffer needs them/);
	});
	it("is as ever where there is one circuit", () => {
		expect(told(1, 1, "east_pump", at({}, 20))?.text).toMatch(/^The collector is at 20/);
	});
});

describe("the log of a valve", () => {
	it("says where it is to stand instead of on and off", () => {
		const full: Scene = {
			...at({}),
			read: ({ id }) => (id === "buffer_tank" ? 80 : id === "east_collector" ? 70 : 40),
		};
		const [before, after] = turns([at({}, 20), full], widePlant(1, 2));
		const news = after ? narrate(before, after).filter(({ facts }) => facts["output"] === "valve") : [];
		expect(news.map(({ code, facts }) => [code, facts["reason"]])).toEqual([["valve_to", "for_circuit"]]);
	});
});
