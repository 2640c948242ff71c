import type { Condition } from "#model/decision/condition.ts";
import type { Reason } from "#model/decision/decision.ts";
import { isValve } from "#model/plant/output.ts";
import { instant, type Seconds } from "#model/quantities/units.ts";
import { laterBy } from "#model/quantities/wall.ts";
import type { Bound, Instance } from "../bind.ts";
import { NO_STARTS } from "../machinery/interlock.ts";
import { type Decision, type Input, type State, step } from "../step.ts";
import { Comparing } from "./compare.ts";

/** A turn as it came in. */
export interface Turn {
	readonly bound: Bound;
	readonly before: State;
	readonly input: Input;
}

/** What is otherwise than it was in the turn. */
export interface Otherwise {
	/** Sensors measure so much more, by their place in the plant. */
	readonly shifts?: ReadonlyMap<number, number>;
	/** It is so much later, with the same readings. */
	readonly later?: Seconds;
	/** The comparison with this key has the other outcome, whatever is compared. */
	readonly turned?: string;
}

/** A comparison that a rule made. */
export interface Noted {
	readonly instance: Instance;
	readonly condition: Condition;
	/** The same in every play of the turn. */
	readonly key: string;
}

/** A turn played again, with all that its rules compared. */
export interface Played {
	readonly decision: Decision;
	readonly noted: readonly Noted[];
	/** The rule that gave a reason, by the reason itself. */
	readonly givenBy: ReadonlyMap<Reason, Instance>;
}

/** Plays a turn again, as it was or otherwise. `step` is a function of its arguments, so this changes nothing. */
export function played({ bound, before, input }: Turn, otherwise: Otherwise = {}): Played {
	const noted: Noted[] = [];
	const givenBy = new Map<Reason, Instance>();
	const instances = bound.instances.map((instance) => noting(instance, otherwise.turned, noted, givenBy));
	const decision = step({ ...bound, instances }, before, changed(input, otherwise));
	return { decision, noted, givenBy };
}

function noting(
	instance: Instance,
	turned: string | undefined,
	noted: Noted[],
	givenBy: Map<Reason, Instance>,
): Instance {
	const count = new Map<string, number>();
	const compare = new Comparing((condition) => {
		const { is, what, met } = condition;
		const of = `${instance.nth} ${what} ${is} ${condition.setting ?? ""}`;
		const times = (count.get(of) ?? 0) + 1;
		count.set(of, times);
		const key = `${of} ${times}`;
		const other = turned === key;
		noted.push({ instance, condition: other ? { ...condition, met: !met } : condition, key });
		return other ? !met : met;
	});
	return {
		...instance,
		propose(here, situation, memory) {
			const asked = instance.propose(here, { ...situation, compare }, memory);
			for (const { because } of [...asked.claims, ...asked.idle]) givenBy.set(because, instance);
			return asked;
		},
	};
}

function changed(input: Input, { shifts, later }: Otherwise): Input {
	if (shifts === undefined && later === undefined) return input;
	const now = later === undefined ? input.now : instant(input.now + later);
	const samples = input.samples.map((sample, nth) =>
		sample?.value === undefined ? sample : { ...sample, at: now, value: sample.value + (shifts?.get(nth) ?? 0) },
	);
	return { ...input, now, samples, wall: later === undefined ? input.wall : laterBy(input.wall, later) };
}

/**
 * The turn after it, with the same readings, and without the least times of pumps and heaters: so a condition shows what it
 * changes, and not only that the machinery waits. Sensors without a value have none, however fresh.
 */
export function next({ bound, input }: Turn, after: State): Turn {
	const outputs = after.outputs.map((one, nth) => {
		const output = bound.plant.outputs[nth];
		if (output === undefined || isValve(output)) return one;
		const { since: _, ...rest } = one;
		return rest;
	});
	const samples = input.samples.map((sample, nth) => (after.readings[nth]?.kind === "ok" ? sample : undefined));
	return {
		bound,
		before: { ...after, outputs, readings: [], starts: NO_STARTS },
		input: { ...input, samples, intents: [] },
	};
}
