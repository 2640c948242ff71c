import { describe, expect, it, test } from "@jest/globals";
import { outputSwitches } from "#home-assistant/entities/outputs/switches.ts";
import { outputValves } from "#home-assistant/entities/outputs/valves.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Plant } from "#model/plant/plant.ts";
import { instant, percent } from "#model/quantities/units.ts";
import { LANGUAGES } from "#texts/say.ts";
import { componentOf, flawsOf } from "../../contract/payloads.ts";
import { output, ownersPlant, plantWith, turns } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";

const plant = widePlant(1, 2);
const single = plantWith(ownersPlant.sensors, [output("zone", "valve", 0)]);

/** The valve was confirmed there so many seconds ago; it moves for 30. */
function seenAt(of: Plant, actual: number | undefined, ago: number): Snapshot {
	const [snapshot] = turns([{}], of);
	if (snapshot === undefined) throw new Error("there is a turn");
	const outputs = snapshot.outputs.map((state, nth) => {
		const { actual: _, ...unknown } = state;
		const since = instant(1000 - ago);
		if (of.outputs[nth]?.role !== "valve") return state;
		return actual === undefined ? unknown : { ...state, actual: percent(actual), since };
	});
	return { ...snapshot, now: instant(1000), outputs };
}

describe("a valve", () => {
	test.each([
		[100, 31, "open", "→ Hot water"],
		[0, 31, "closed", "→ Buffer"],
		[100, 29, "opening", "→ Hot water"],
		[0, 29, "closing", "→ Buffer"],
		[undefined, 31, undefined, "unknown"],
	])("confirmed at %p since %d s is %p", (actual, ago, state, way) => {
		const [valve] = outputValves(plant, "en");
		const snapshot = seenAt(plant, actual, ago);
		expect(valve?.state?.(snapshot)).toBe(state);
		expect(valve?.attributes?.(snapshot)).toEqual({ way });
	});

	it("that follows its circuit is there to look at, and begins without its switch", () => {
		const [valve] = outputValves(plant, "en");
		expect(valve?.command).toBeUndefined();
		expect(valve && componentOf(valve)).not.toHaveProperty("command_topic");
		const disabled = outputSwitches(plant, "en").flatMap(({ key, component }) =>
			component?.enabled_by_default === false ? [key] : [],
		);
		expect(disabled).toEqual(["valve", "valve_auto"]);
	});

	it("of no circuit is held by whoever opens or closes it", () => {
		const [valve] = outputValves(single, "en");
		const snapshot = seenAt(single, 0, 31);
		const hold = (want: number) => ({ kind: "hold", output: "zone", want });
		expect([valve?.command?.("OPEN", snapshot), valve?.command?.("CLOSE", snapshot)]).toEqual([hold(100), hold(0)]);
		expect(valve?.command?.("ON", snapshot)).toMatchObject({ remedy: { code: "send_choice" } });
		expect(outputSwitches(single, "en").some(({ component }) => component?.enabled_by_default === false)).toBe(false);
	});

	test.each(LANGUAGES)("is announced as Home Assistant takes it, in %s", (language) => {
		for (const [of, actual] of [
			[plant, 100],
			[plant, undefined],
			[single, 0],
		] as const)
			expect(flawsOf(seenAt(of, actual, 31), outputValves(of, language), language)).toEqual([]);
	});
});
