import { type Problem, problem } from "#model/findings/finding.ts";
import { asks, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend } from "#model/sentences/sentence.ts";
import { placed } from "./plant-of.ts";

type Item = Readonly<Record<string, unknown>>;

/** Sensors whose source measures something else than their role needs, or than their offset corrects. */
export const quantityProblems = (sensors: readonly Item[], options: unknown): readonly Problem[] =>
	sensors.flatMap(({ role, source, offset }, i) => {
		const place = typeof source === "string" ? placed(source, "sensors", options) : undefined;
		const known = SENSOR_ROLES.find((one) => one === role);
		if (place === undefined || known === undefined) return [];
		const measured = place.quantity;
		const needed = asks(known) ?? measured;
		if (needed !== measured) {
			const fitting = SENSOR_ROLES.filter((one) => (asks(one) ?? measured) === measured);
			const remedy = mend("source_measures", { measured, needed, roles: fitting.join(", ") });
			return [problem(`sensors[${i}].source`, source, remedy)];
		}
		return measured === "temperature" || offset === undefined || offset === 0
			? []
			: [problem(`sensors[${i}].offset`, offset, mend("offset_in_kelvin", { measured }))];
	});

/**
 * Key of the entity that shows what a sensor measures. Undefined for temperatures, whose ending no id may have: these
 * endings are only refused where such a sensor is, because ids of before may have them.
 */
export function valueKey({ id, source }: Item, options: unknown): string | undefined {
	const place = typeof source === "string" ? placed(source, "sensors", options) : undefined;
	return place === undefined || place.quantity === "temperature" ? undefined : `${String(id)}_${place.quantity}`;
}
