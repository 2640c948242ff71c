import { describedCircuits } from "#model/plant/circuit.ts";
import { circuitName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { reasonAttributes } from "../reason-attributes.ts";

/**
 * Whether heat flows in each circuit, by what the boards confirmed, and why or why not. A house with one of each has none of
 * these, because its circuit does what its pump does.
 */
export const circuitRuns: EntityFamily = (plant, language) =>
	describedCircuits(plant).map((circuit) => ({
		key: `${circuit.id}_runs`,
		platform: "binary_sensor",
		name: say(language, "entity", "circuit_runs", { name: circuitName(plant, circuit, language) }),
		component: { device_class: "running" },
		state({ circuits }) {
			const seen = circuits[circuit.index];
			return seen === undefined ? undefined : seen.runs ? "ON" : "OFF";
		},
		attributes({ circuits }) {
			const seen = circuits[circuit.index];
			if (seen === undefined) return {};
			const { displaced, verdict } = seen;
			return { ...reasonAttributes(verdict, plant, language), code: verdict.because.code, displaced };
		},
		min_interval: 600,
	}));
