import { describe, expect, it, test } from "@jest/globals";
import { groupsOf } from "#model/plant/circuit.ts";
import { fault } from "#model/plant/fault.ts";
import { type Circuit, outputId, type Part, type Plant, type Sensor } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row } from "../fakes/plant.ts";

const rules = Object.values(registry);

/** One field with two circuits, the pump's and the valve's, into one tank with two heaters. */
function branched(measure?: (tank: Part) => Pick<Part, "sensor" | "sensors">): Plant {
	const plant = fakePlant();
	const [pump, heater, valve] = plant.outputs;
	const [from, tank] = plant.parts;
	if (!pump || !heater || !valve || !from || !tank) throw new Error("the fake plant has these");
	const second = { ...heater, id: outputId("second"), index: 3, channel: "4" };
	const to: Part = { ...tank, ...measure?.(tank), heaters: [heater, second] };
	const circuits: readonly Circuit[] = [pump, valve].map((one, index) => ({
		...{ id: `${one.id}_loop`, index, from, to, pump: one, valves: [], priority: 1 },
		...{ from_sensor: from.sensor, to_sensor: to.sensor },
	}));
	return { ...plant, outputs: [pump, heater, valve, second], parts: [from, to], circuits, groups: groupsOf(circuits) };
}

const holds = ["heater", "second"].map((id) => ({ kind: "hold", output: outputId(id), want: FULL }) as const);
/** Both heaters are held on, and the sun shines: what a rule forgets runs. */
const WARM: Row = { collector: 70, tank: 50, tank_20: 50, tank_140: 50, intents: holds };
/** What both circuits do and why, and then both heaters. */
const outcome = (plant: Plant, row: Row) => {
	const plays = new Play({ plant, rules });
	plays.turn(WARM);
	const { verdicts } = plays.turn(row).decision;
	return [0, 2, 1, 3].map((index) => `${verdicts[index]?.want} ${verdicts[index]?.because.code}`);
};
const pair = (what: string) => [what, what];

describe("a field with two circuits and a tank with two heaters", () => {
	test.each<[string, Row, string, string]>([
		["sun", {}, "100 gain", "100 held_on"],
		["a boiling collector", { collector: 160 }, "0 boiling", "100 held_on"],
		["a hot collector at a full tank", { collector: 95, tank: 80 }, "100 collector_hot", "100 held_on"],
		["a tank at its target", { collector: 88, tank: 76 }, "0 tank_full", "100 held_on"],
		["a layer at the maximum", { collector: 120, tank_140: 95 }, "0 tank_maximum", "0 tank_maximum"],
		["a lost tank", { tank: fault("open") }, "0 sensor_lost", "0 sensor_lost"],
		["a lost collector", { collector: fault("open") }, "0 sensor_lost", "100 held_on"],
	])("are decided alike at %s", (_, row, circuits, heaters) => {
		expect(outcome(branched(), row)).toEqual([...pair(circuits), ...pair(heaters)]);
	});

	it("have both heaters off where no sensor measures the tank", () => {
		const unseen = branched(() => ({ sensor: undefined, sensors: [] }));
		expect(outcome(unseen, {}).slice(2)).toEqual(pair("0 tank_unseen"));
	});

	it("have both heaters off where every layer of a tank without a reference is lost", () => {
		const layers = branched(({ sensors }) => ({ sensor: undefined, sensors: sensors.filter(isLayer) }));
		const open = fault("open");
		expect(outcome(layers, { tank_20: open, tank_140: open }).slice(2)).toEqual(pair("0 tank_unseen"));
		expect(outcome(layers, { tank_20: open }).slice(2)).toEqual(pair("100 held_on"));
	});
});

const isLayer = ({ role }: Sensor) => role === "tank_layer";
