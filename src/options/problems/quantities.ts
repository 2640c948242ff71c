import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { asks, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend } from "#model/sentences/sentence.ts";
import { quantityAt } from "../plant/plant-of.ts";

type Item = Readonly<Record<string, unknown>>;

/** Sensors whose source measures something else than their role needs, or than their offset corrects. */
export const quantityProblems = (sensors: readonly Item[], options: unknown): readonly Problem[] =>
	sensors.flatMap((sensor, i) => {
		const { role, source, offset, unit } = sensor;
		const measured = quantityAt(sensor, options);
		const known = SENSOR_ROLES.find((one) => one === role);
		if (measured === undefined || known === undefined) return [];
		const needed = asks(known) ?? measured;
		if (needed !== measured) {
			const fitting = SENSOR_ROLES.filter((one) => (asks(one) ?? measured) === measured);
			const remedy = mend("source_measures", { measured, needed, roles: fitting.join(", ") });
			// Only a unit makes a sensor beyond a network measure something else.
			return [
				isRemote(source)
					? problem(`sensors[${i}].unit`, unit, remedy)
					: problem(`sensors[${i}].source`, source, remedy),
			];
		}
		return measured === "temperature" || offset === undefined || offset === 0
			? []
			: [problem(`sensors[${i}].offset`, offset, mend("offset_in_kelvin", { measured }))];
	});

/**
 * Key of the entity that shows what a sensor measures. Undefined for temperatures, whose ending no id may have: these
 * endings are only refused where such a sensor is, because ids of before may have them.
 */
export function valueKey(sensor: Item, options: unknown): string | undefined {
	const quantity = quantityAt(sensor, options);
	return quantity === undefined || quantity === "temperature" ? undefined : `${String(sensor["id"])}_${quantity}`;
}

/** Fields that only a sensor beyond a network has. */
const ONLY_REMOTE = ["unit", "max_age"];

export const remoteProblems = (sensors: readonly Item[]): readonly Problem[] =>
	sensors.flatMap((sensor, i) =>
		isRemote(sensor["source"])
			? []
			: ONLY_REMOTE.filter((field) => sensor[field] !== undefined).map((field) =>
					problem(`sensors[${i}].${field}`, sensor[field], mend("only_remote", { schemes: REMOTE_SCHEMES })),
				),
	);

const isRemote = (source: unknown): boolean =>
	typeof source === "string" && REMOTE.some(({ scheme }) => source.startsWith(`${scheme}:`));
const REMOTE = Object.values<AnyDriver>(drivers).filter(({ remote }) => remote);
const REMOTE_SCHEMES = REMOTE.map(({ scheme }) => `${scheme}:`).join(" ");
