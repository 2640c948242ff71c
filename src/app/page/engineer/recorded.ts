import { setImmediate } from "node:timers/promises";
import { explain } from "#control/explain/explain.ts";
import type { Turn } from "#control/explain/what-if.ts";
import { settle } from "#control/machinery/settle.ts";
import { type Decision, type Input, type State, step } from "#control/step.ts";
import type { Explanations } from "#model/decision/condition.ts";
import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { type Instant, instant, type Percent, percent, seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { wallOf } from "#runtime/clock.ts";
import type { Minute, Switched } from "#store/history/history.ts";
import { MINUTES_A_DAY } from "#store/history/trimmer.ts";
import type { Store } from "#store/store-contract.ts";
import { CoreRun } from "../../control/core-run.ts";
import type { Calendar } from "./local-day.ts";

const MINUTE = 60_000;
/** Turns between two pauses for the loop: a few ms. */
const AT_ONCE = 50;

export type Tables = Pick<Store["history"], "minutes" | "switched" | "reasons">;

/** What the core is run with. */
export interface Core {
	readonly plant: Plant;
	readonly settings: Settings;
	readonly calendar: Calendar;
}

/** A minute of the history, decided by the core. */
export interface PlayedMinute {
	/** ms since 1970. */
	readonly at: number;
	readonly turn: Turn;
	readonly decision: Decision;
	readonly after: State;
}

/**
 * The minutes of the history from `from` to `to` (ms since 1970) in turn, each a turn of the core.
 * @param did what the outputs did at a moment; without it they do as the core decides
 * @param exact what was measured at moments within minutes, in order: each is a turn before that of the next minute, and not handed out
 */
export async function* playedFrom(
	tables: Tables,
	{ plant, settings, calendar }: Core,
	[from, to]: readonly [number, number],
	did?: (at: number) => readonly (Percent | undefined)[],
	exact: readonly Measured[] = [],
): AsyncGenerator<PlayedMinute> {
	const run = new CoreRun({ plant, mode: "auto", settings });
	let samples: readonly (Sample | undefined)[] = [];
	let [turns, next] = [0, 0];
	for await (const minute of minutesIn(tables, from, to)) {
		const at = minute.minute * MINUTE;
		const now = instant(at / 1000);
		samples = samplesOf(plant, minute, now, samples);
		const before = run.state;
		const input = { now, wall: wallOf(calendar.local(at), true), samples, intents: [] };
		const decision = run.turn(
			input,
			did?.(at).map((actual) => (actual === undefined ? undefined : { actual })),
		);
		yield { at, turn: { bound: run.bound, before, input }, decision, after: run.state };
		for (let one = exact[next]; one !== undefined && one.at < at + MINUTE; one = exact[++next])
			if (one.at > at && one.values.size > 0) run.turn(measuredThen(input, plant, one));
		turns += 1;
		if (turns % AT_ONCE === 0) await setImmediate();
	}
}

/** What some sensors measured at a moment (ms since 1970), by their places. */
export interface Measured {
	readonly at: number;
	readonly values: ReadonlyMap<number, number>;
}

function measuredThen(input: Input, { sensors }: Plant, { at, values }: Measured): Input {
	const now = instant(at / 1000);
	const samples = input.samples.map((sample, index): Sample | undefined => {
		const value = values.get(index);
		if (value !== undefined) return { value: value - (sensors[index]?.offset ?? 0), at: now, pace: PACE };
		return sample?.value === undefined ? sample : { ...sample, at: now };
	});
	return { ...input, now, samples };
}

/** Read a few hours at a time, so that the controller can turn in between. */
export async function* minutesIn(tables: Pick<Tables, "minutes">, from: number, to: number): AsyncGenerator<Minute> {
	const end = Math.ceil(to / MINUTE);
	for (let next = Math.floor(from / MINUTE); next < end; ) {
		const page = tables.minutes(next, end, MINUTES_A_DAY / 4);
		yield* page;
		const last = page.at(-1);
		if (last === undefined) return;
		next = last.minute + 1;
		await setImmediate();
	}
}

const PACE = seconds(60);

/** The means of a minute as if they were read then. A sensor without a mean had no value. */
export function samplesOf(
	{ sensors }: Plant,
	{ means }: Minute,
	now: Instant,
	before: readonly (Sample | undefined)[],
): readonly (Sample | undefined)[] {
	return sensors.map(({ id, quantity, offset, index }): Sample | undefined => {
		const found = means.find(([sensor, , measured = "temperature"]) => sensor === id && measured === quantity);
		if (found === undefined) return before[index];
		const [, mean] = found;
		// The history has corrected values, and the core corrects what it is given.
		if (mean !== undefined) return { value: mean - offset, at: now, pace: PACE };
		const { value, at } = before[index] ?? {};
		return { ...(value !== undefined && at !== undefined && { value, at }), pace: PACE, fault: fault("no_answer") };
	});
}

/** What an output did at a moment, from what was recorded in order. Undefined before the first record. */
export function didAt(plant: Plant, switched: readonly Switched[]): (at: number) => readonly (Percent | undefined)[] {
	const now = new Map<string, Percent>();
	let next = 0;
	return (at) => {
		for (let one = switched[next]; one !== undefined && one.at < at + MINUTE; one = switched[++next])
			now.set(one.output, percent(one.percent));
		return plant.outputs.map(({ id }) => now.get(id));
	};
}

/** Why the core decided so in this minute. How fast readings changed is not known. */
export const explained = ({ turn, after }: PlayedMinute): Explanations =>
	explain(
		turn,
		after,
		turn.bound.plant.sensors.map(() => undefined),
	);

/** The same minute with what some sensors measured in the turn of a decision, in place of their means. */
export function measuring(minute: PlayedMinute, measured: Measured): PlayedMinute {
	const { bound, before } = minute.turn;
	const turn = { bound, before, input: measuredThen(minute.turn.input, bound.plant, measured) };
	const decision = step(bound, before, turn.input);
	const outputs = settle(turn.input.now, bound.plant, decision.state.outputs, decision.verdicts, []);
	return { at: measured.at, turn, decision, after: { ...decision.state, outputs } };
}

/** What the two sensors of a pump's circuit measured, as its reason says. */
export function measuredIn({ circuits }: Plant, output: string, facts: Facts = {}): ReadonlyMap<number, number> {
	const own = circuits.filter(({ id, pump }) => pump.id === output && (facts["of_circuit"] ?? id) === id);
	const [{ from, to } = {}] = own.length === 1 ? own : [];
	const told = [
		[from?.sensor, facts["collector"]],
		[to?.sensor, facts["tank"]],
	] as const;
	return new Map(
		told.flatMap(([sensor, value]) => (sensor && typeof value === "number" ? [[sensor.index, value] as const] : [])),
	);
}
