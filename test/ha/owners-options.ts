import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const EXAMPLE = join(import.meta.dirname, "../../examples/options.owner.json");
const Owners = z.looseObject({
	sensors: z.array(z.looseObject({ role: z.string(), height: z.number().optional() })),
	outputs: z.array(z.looseObject({ role: z.string() })),
});

/** Fields of outputs that are to be other ones, by role. */
export type OtherOutputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The options of the owner's plant, with the simulated one in place of its hardware; nothing waits for a least time. */
export function ownersOptions(other: OtherOutputs = {}) {
	const { sensors, outputs, ...others } = Owners.parse(JSON.parse(readFileSync(EXAMPLE, "utf8")));
	return {
		...others,
		sensors: sensors.map((sensor) => {
			const { role, height } = sensor;
			return { ...sensor, source: `simulated:${role === "tank_layer" ? `tank/${height}` : role}` };
		}),
		outputs: outputs.map(({ role, ...output }) => {
			return {
				...output,
				role,
				target: `simulated:${role}`,
				wiring: "no",
				least_run: 0,
				least_rest: 0,
				...other[role],
			};
		}),
	};
}
