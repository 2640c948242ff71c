import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Output } from "#model/plant/plant.ts";
import type { Percent, Seconds } from "#model/quantities/units.ts";
import { changeText } from "./explanation.ts";
import { outputName } from "./names.ts";
import type { Language } from "./say.ts";

/** An output that is expected to start or stop. */
export interface NextChange {
	readonly output: Output;
	readonly to: Percent;
	/** Seconds from now. */
	readonly in: Seconds;
	/** The clock or a timer brings it, and no trend of a sensor. */
	readonly timed: boolean;
	/** `Pump: It stops when the temperature difference falls to 4 K.` */
	readonly text: string;
}

/** Seconds. What the clock or a timer brings later is not told. */
const AHEAD = 18 * 3600;
/** Seconds. Beyond that a trend of the last minutes says nothing: it is made of steps of a sensor. */
const AHEAD_BY_TREND = 5400;

/** The nearest change of each output of which there is a time, in the plant's order. It plays the turn again, which takes milliseconds. */
export function nextChanges({ plant, explain }: Snapshot, language: Language): readonly NextChange[] {
	const explanations = explain?.();
	return plant.outputs.flatMap((output): readonly NextChange[] => {
		const change = explanations?.outputs[output.index]?.changes[0];
		if (change?.in === undefined) return [];
		const { to, condition } = change;
		const timed = condition.is === "so" || condition.unit === "s";
		if (change.in > (timed ? AHEAD : AHEAD_BY_TREND)) return [];
		// Only a time says nothing without how long it lasts yet.
		const lasts = condition.is !== "so" && condition.unit === "s" ? { in: change.in } : {};
		const text = `${outputName(plant, output, language)}: ${changeText({ to, condition, ...lasts }, output, language)}`;
		return [{ output, to, in: change.in, timed, text }];
	});
}
