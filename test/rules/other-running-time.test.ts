import { expect, test } from "@jest/globals";
import * as registry from "#rules/index.ts";
import { Play } from "../fakes/plant.ts";

const rules = Object.values(registry);
const LATE = 1e8;

/** If the running time is lost, it begins at 0, and moments that were remembered are far ahead. */
test.each<[string, Record<string, number | string | boolean>, object, "pump" | "heater"]>([
	["tube_kick", { windows: "always" }, { until: LATE, not_before: LATE }, "pump"],
	["anti_seize", {}, { now: { output: "pump", from: LATE, stood: 0 } }, "pump"],
	["drain_back", {}, { phase: "filling", from: LATE, seen: true }, "pump"],
	["heater_control", { mode: "on" }, { why: "comfort", since: LATE }, "heater"],
])("%s does not run until a moment of another running time", (id, more, memory, output) => {
	const enabled = id === "heater_control" ? {} : { enabled: true };
	const one = new Play({ rules, settings: { [id]: { ...enabled, ...more } } });
	const { memories } = one.state;
	one.state = { ...one.state, memories: { ...memories, [id]: { ...(memories[id] as object), ...memory } } };
	const rows = Array.from({ length: 30 }, (_, n) => ({
		t: n * 60,
		collector: 20,
		tank: 60,
		tank_20: 60,
		tank_140: 60,
	}));
	expect(one.turns(rows).at(-1)?.on[output]).toBe(false);
});
