import { describe, expect, it, test } from "@jest/globals";
import { circuitViews } from "#control/circuits.ts";
import { flowOf } from "#model/plant/flows.ts";
import type { OutputState } from "#model/plant/output.ts";
import { FULL, instant, OFF } from "#model/quantities/units.ts";
import { seen } from "../fakes/owners-plant.ts";
import { twoTanks } from "../fakes/two-tanks.ts";

const { circuits } = twoTanks();
const on = (t: number): OutputState => ({ wanted: FULL, actual: FULL, since: instant(t) });
const off = (t: number): OutputState => ({ wanted: OFF, actual: OFF, since: instant(t) });
const unconfirmed: OutputState = { wanted: FULL, since: instant(0) };
/** Whether and since when heat flows into the house's tank, and into the buffer. */
const flows = (t: number, pump: OutputState, valve: OutputState) =>
	circuits.map((circuit) => {
		const { runs, since } = flowOf(instant(t), circuit, [pump, valve]);
		return `${runs} ${since}`;
	});

describe("heat flows where the pump runs and the valves stand", () => {
	test.each([
		["a resting pump", off(50), off(0), ["false 50", "false 50"]],
		["a running pump", on(80), off(0), ["true 80", "false 80"]],
		["a running pump and a valve that has just moved", on(80), on(41), ["false 80", "false 80"]],
		["a running pump and a valve that has arrived", on(80), on(40), ["false 80", "true 100"]],
		["a valve whose board does not answer", on(80), unconfirmed, ["false 80", "false 80"]],
	])("with %s", (_, pump, valve, flow) => {
		expect(flows(100, pump, valve)).toEqual(flow);
	});
});

describe("a snapshot", () => {
	it("tells of each circuit what its pump does, and since when heat flows", () => {
		const sun = { read: ({ role }: { readonly role: string }) => (role === "collector" ? 70 : 40) };
		const { circuits: views, verdicts, outputs, plant } = seen(sun, sun);
		expect(views).toEqual([{ verdict: verdicts[0], runs: true, since: instant(60), displaced: false }]);
		expect(outputs[0]).toMatchObject({ actual: 100, since: 60 });
		expect(circuitViews(instant(9), plant, verdicts, [], [])).toMatchObject([{ runs: false }]);
	});
});
