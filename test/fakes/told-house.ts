import { ALL_RULES } from "#app/control/rules.ts";
import { type Bound, bind } from "#control/bind.ts";
import type { Turn } from "#control/explain/what-if.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { FULL, instant, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";

type Item = Readonly<Record<string, unknown>>;
/** What sensors tell, by id. `lost` does not answer; `silent` says nothing more; one that is left out tells its last value again. */
export type Told = Readonly<Record<string, number | "lost" | "silent">>;

/** What was decided in a turn, in the words of a table: `on` or the level, and the code of the reason. */
export interface Row {
	/** Minutes since the first turn. */
	readonly minute: number;
	readonly want: Readonly<Record<string, number>>;
	readonly because: Readonly<Record<string, string>>;
	/** By circuit. */
	readonly runs: Readonly<Record<string, boolean>>;
	readonly why: Readonly<Record<string, string>>;
	/** Codes of what is found. */
	readonly found: readonly string[];
	readonly decision: Decision;
}

const PACE = seconds(5);
const START = 100_000;

/** Any plant that options describe, whose sensors tell what a table says, with every rule, counter and check there is. Its boards do as told. */
export class ToldHouse {
	readonly plant: Plant;
	private readonly bound: Bound;
	private readonly samples: (Sample | undefined)[];
	private readonly every: number;
	private now = START;
	private jumped = 0;
	/** Of the first turn. */
	private readonly wall: Wall | undefined;
	state: State;

	/** @param every seconds between two turns @param wall at the first turn; it goes with the turns */
	constructor(options: Item, { every = 10, wall }: { readonly every?: number; readonly wall?: Wall } = {}) {
		const parsed = parse(options);
		if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
		this.plant = plantOf(parsed.options);
		this.every = every;
		this.wall = wall;
		this.samples = this.plant.sensors.map(() => undefined);
		this.bound = bind(this.plant, ALL_RULES);
		const atRest = this.plant.outputs.map(() => AT_REST);
		this.state = firstState("auto", settingsOf(parsed.options), remembered(this.bound, {}), atRest);
	}

	/** Minutes since the first turn. */
	get minute(): number {
		return (this.now - START) / 60;
	}

	/** One turn. */
	turn(told: Told = {}, intents: readonly Intent[] = [], effects: Readonly<Record<string, Effect>> = {}): Row {
		this.now += this.every;
		const now = instant(this.now);
		for (const { id, index } of this.plant.sensors) {
			if (told[id] === "silent") continue;
			const value = told[id] ?? this.samples[index]?.value;
			this.samples[index] =
				value === "lost"
					? { pace: PACE, fault: fault("open") }
					: value === undefined
						? undefined
						: { value, at: now, pace: PACE };
		}
		const told_by = this.plant.outputs.map(({ id }) => effects[id]);
		const decision = step(this.bound, this.state, { now, wall: this.clock(), samples: [...this.samples], intents });
		const outputs = settle(now, this.plant, decision.state.outputs, decision.verdicts, told_by);
		this.state = { ...decision.state, outputs };
		return this.row(decision);
	}

	/** A turn as it came in, with the state that it left. */
	explained(told: Told): { readonly turn: Turn; readonly state: State } {
		const before = this.state;
		const { decision } = this.turn(told);
		const input = { now: instant(this.now), wall: this.clock(), samples: [...this.samples], intents: [] };
		return { turn: { bound: this.bound, before, input }, state: { ...decision.state, outputs: this.state.outputs } };
	}

	/** Turns for so many minutes. @param told what the sensors tell, or that by the minutes since the first turn */
	during(minutes: number, told: Told | ((minute: number) => Told) = {}): readonly Row[] {
		const end = this.minute + minutes;
		const rows: Row[] = [];
		while (this.minute < end - 1e-9) rows.push(this.turn(typeof told === "function" ? told(this.minute) : told));
		return rows;
	}

	/** Minutes between two turns. */
	get step(): number {
		return this.every / 60;
	}

	/** `sensor_lost` while a sensor of the plant has no value. */
	get lost(): readonly string[] {
		return this.state.readings.some(({ kind }) => kind !== "ok") ? ["sensor_lost"] : [];
	}

	/** The process ends and starts again: what it saved is there, and its outputs rest. */
	restart(): void {
		const { settings, mode, memories } = this.state;
		const saved = JSON.parse(JSON.stringify(memories)) as Record<string, unknown>;
		const rest = this.plant.outputs.map(() => AT_REST);
		this.state = firstState(mode, settings, remembered(this.bound, saved), rest);
	}

	/** Before the first turn: the board says that this output is on. */
	running(id: string): void {
		const outputs = this.state.outputs.map((one, nth) =>
			this.plant.outputs[nth]?.id === id ? { ...one, wanted: FULL, actual: FULL } : one,
		);
		this.state = { ...this.state, outputs };
	}

	/** The clock on the wall is so many minutes on. */
	jump(minutes: number): void {
		this.jumped += minutes;
	}

	/** The last row after so many minutes. Throws if the last turns were not decided alike: a rule may change its mind at each. */
	settled(minutes: number, told: Told = {}): Row | undefined {
		const rows = this.during(minutes, told).slice(-5);
		const last = rows.at(-1);
		const other = rows.find(({ want }) => JSON.stringify(want) !== JSON.stringify(last?.want));
		if (other !== undefined) throw new Error(`${JSON.stringify(other.want)}, then ${JSON.stringify(last?.want)}`);
		return last;
	}

	mode(mode: Mode): Row {
		return this.turn({}, [{ kind: "mode", mode }]);
	}

	private clock(): Wall {
		const { wall } = this;
		if (wall === undefined) return UNTRUSTED;
		const minute = Math.floor(wall.minute_of_day + this.minute + this.jumped);
		const days = Math.floor(minute / 1440);
		const date = new Date(Date.parse(wall.date) + days * 86_400_000).toISOString().slice(0, 10);
		return {
			date,
			minute_of_day: minute - days * 1440,
			weekday: ((((wall.weekday - 1 + days) % 7) + 7) % 7) + 1,
			trusted: wall.trusted,
		};
	}

	private row(decision: Decision): Row {
		const { outputs, circuits } = this.plant;
		const named = <T, V>(all: readonly { readonly id: string }[], of: readonly T[], value: (one: T) => V) =>
			Object.fromEntries(all.flatMap(({ id }, i) => (of[i] === undefined ? [] : [[id, value(of[i] as T)]])));
		return {
			minute: this.minute,
			want: named(outputs, decision.verdicts, ({ want }) => want),
			because: named(outputs, decision.verdicts, ({ because }) => because.code),
			runs: named(circuits, decision.circuits, ({ want }) => want > 0),
			why: named(circuits, decision.circuits, ({ because }) => because.code),
			found: decision.findings.map(({ code }) => code),
			decision,
		};
	}
}

/** The spans in which this holds, as `[from, to]` in minutes, each from its first row to the first one after it. */
export function spans(rows: readonly Row[], holds: (row: Row) => boolean): readonly (readonly [number, number])[] {
	const found: [number, number][] = [];
	let before = false;
	for (const row of rows) {
		const is = holds(row);
		if (is && !before) found.push([row.minute, row.minute]);
		const last = found.at(-1);
		if (before && last !== undefined) last[1] = row.minute;
		before = is;
	}
	return found;
}
