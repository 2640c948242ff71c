import type * as z from "zod";
import { type Bound, bind } from "#control/bind.ts";
import { PLAIN } from "#control/explain/compare.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type AnyRule, type Proposal, type Situation, silent } from "#control/rule.ts";
import { type Decision, firstState, type Input, type State, step } from "#control/step.ts";
import type { Reason } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import { derivedFrom } from "#model/plant/circuit.ts";
import type { Fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import { type Output, outputId, type Plant, type Roles, sensorId, type Thermometer } from "#model/plant/plant.ts";
import { type Reading, type Sample, UNKNOWN } from "#model/plant/reading.ts";
import { plausible, type SensorRole } from "#model/plant/sensor-role.ts";
import { celsius, instant, kelvin, litres, seconds, watts } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";

const SENSORS = { collector: "collector", tank: "tank", tank_20: "tank_layer", tank_140: "tank_layer" } as const;
export type SensorName = keyof typeof SENSORS;
const NAMES = Object.keys(SENSORS) as readonly SensorName[];
export type OutputName = "pump" | "heater" | "valve";
export type Changes = Partial<Record<OutputName, Partial<Output>>>;

/** How often the sensors of the fake plant are read: their readings are stale after 30 s. */
export const PACE = seconds(5);

/** A plant that measures only temperatures. */
export type FakePlant = Omit<Plant, "sensors"> & { readonly sensors: readonly Thermometer[] };

/** A collector, a tank with two layers, a pump, a heater and a valve; least times and limits as in the options' defaults. */
export function fakePlant(changes: Changes = {}): FakePlant {
	const sensors = NAMES.map((name, index) => sensor(name, SENSORS[name], index));
	const output = (name: OutputName, index: number): Output => ({
		id: outputId(name),
		index,
		role: name === "valve" ? "other" : name,
		target: `board:${index + 1}`,
		bus: "board",
		channel: String(index + 1),
		wiring: "no",
		rest: "load_off",
		least_run: seconds(30),
		least_rest: seconds(30),
		starts_per_hour: 0,
		...changes[name],
	});
	const [pump, heater, valve] = [output("pump", 0), output("heater", 1), output("valve", 2)] as const;
	const [collector, tank] = sensors as [Thermometer, Thermometer];
	return {
		sensors,
		outputs: [pump, heater, valve],
		...wired({ collector, tank, tank_sensors: sensors.slice(1), pump, heater }),
		tank: { volume: litres(360) },
		heater: { power: watts(3000) },
	};
}

const sensor = (name: SensorName, role: SensorRole, index: number): Thermometer => ({
	id: sensorId(name),
	index,
	role,
	quantity: "temperature",
	source: `fake:${name}`,
	bus: "fake",
	channel: name,
	range: plausible(role),
	offset: kelvin(0),
});

/** The defaults of these rules' settings, with some fields changed. */
export const settingsFor = (rules: readonly AnyRule[], changes: Readonly<Record<string, Group>> = {}): Settings =>
	Object.fromEntries(rules.map((r) => [r.id, r.options.parse({ ...changes[r.id] }) as Group]));

/** A temperature read now, a read that failed, or nothing heard at all since the last row. */
export type Told = number | Fault | "silent";

/** One turn. A sensor that is left out says again what it said last. */
export type Row = Partial<Record<SensorName, Told>> & {
	/** Seconds; without it a minute later than the last row, so that least times have passed. */
	readonly t?: number;
	readonly intents?: readonly Intent[];
	/** The time of day; without it, it is not known. */
	readonly wall?: Wall;
	/** What the board says, where it is not simply what was wanted. */
	readonly effects?: Partial<Record<OutputName, Effect>>;
};

export interface Turn {
	readonly t: number;
	readonly decision: Decision;
	readonly input: Input;
	readonly state: State;
	readonly activity: string;
	readonly on: Readonly<Record<OutputName, boolean>>;
	readonly because: Readonly<Record<OutputName, Reason>>;
}

export interface PlayOptions {
	readonly plant?: Plant;
	readonly rules: readonly AnyRule[];
	readonly settings?: Readonly<Record<string, Group>>;
	readonly mode?: Mode;
	readonly state?: State;
}

/** Turns the core by hand, row by row, as the loop does: step, actuate, settle. */
export class Play {
	readonly plant: Plant;
	readonly #bound: Bound;
	readonly #samples: (Sample | undefined)[];
	#t = 0;
	state: State;

	constructor({ plant = fakePlant(), rules, settings = {}, mode = "auto", state }: PlayOptions) {
		this.plant = plant;
		this.#bound = bind(plant, rules);
		this.#samples = plant.sensors.map(() => undefined);
		const atRest = plant.outputs.map(() => AT_REST);
		this.state = state ?? firstState(mode, settingsFor(rules, settings), remembered(this.#bound, {}), atRest);
	}

	turn(row: Row = {}): Turn {
		this.#t = row.t ?? this.#t + 60;
		const now = instant(this.#t);
		for (const s of this.plant.sensors) this.#samples[s.index] = this.#heard(s, row[s.id as string as SensorName]);
		const input: Input = { now, wall: row.wall ?? UNTRUSTED, samples: [...this.#samples], intents: row.intents ?? [] };
		const decision = step(this.#bound, this.state, input);
		const effects = this.plant.outputs.map((o) => row.effects?.[o.id as string as OutputName]);
		const outputs = settle(now, this.plant, decision.state.outputs, decision.verdicts, effects);
		this.state = { ...decision.state, outputs };
		const of = <T>(each: (output: Output) => T) =>
			Object.fromEntries(this.plant.outputs.map((o) => [o.id, each(o)])) as Record<OutputName, T>;
		return {
			t: this.#t,
			decision,
			input,
			state: this.state,
			activity: decision.activity,
			on: of((o) => (decision.verdicts[o.index]?.want ?? Number.NaN) > 0),
			because: of((o) => decision.verdicts[o.index]?.because ?? { code: "none", facts: {} }),
		};
	}

	turns(rows: readonly Row[]): readonly Turn[] {
		return rows.map((row) => this.turn(row));
	}

	#heard(s: Plant["sensors"][number], told: Told | undefined): Sample | undefined {
		const last = this.#samples[s.index];
		const at = instant(this.#t);
		if (told === "silent") return last;
		if (typeof told === "number") return { value: celsius(told), at, pace: PACE };
		if (told !== undefined) return { ...last, pace: PACE, fault: told };
		return last?.value === undefined || last.fault !== undefined ? last : { ...last, at };
	}
}

/** Runs a table of rows through these rules. */
export const play = (options: PlayOptions, rows: readonly Row[]): readonly Turn[] => new Play(options).turns(rows);

/** What a rule may know, for asking a single rule. Missing `readings` are unknown. */
export function situation<S>(
	settings: S,
	readings: Partial<Record<SensorName, number | Reading>>,
	changes: Partial<Situation<S>> = {},
): Situation<S> {
	const plant = changes.plant ?? fakePlant();
	const now = changes.now ?? instant(1000);
	const reading = (r: number | Reading | undefined): Reading =>
		typeof r === "number" ? { kind: "ok", value: celsius(r), at: now } : (r ?? UNKNOWN);
	return {
		now,
		begun: instant(0),
		wall: UNTRUSTED,
		plant,
		readings: plant.sensors.map((s) => reading(readings[s.id as string as SensorName])),
		outputs: plant.outputs.map(() => AT_REST),
		circuits: [],
		mode: "auto",
		settings,
		intents: [],
		compare: PLAIN,
		...changes,
	};
}

/** What hangs on which role, and the parts and the circuit that follow from it. */
export const wired = (roles: Roles) => ({ roles, ...derivedFrom(roles) });

/** What a rule proposes at its one place in the plant; silent where it has none. */
export function ask<O extends z.ZodObject, M extends z.ZodObject>(
	rule: AnyRule & { readonly options: O; readonly memory: M },
	at: Situation<z.output<O>>,
	memory: z.output<M>,
): Proposal<z.output<M>> {
	const [instance] = bind(at.plant, [rule]).instances;
	if (instance === undefined) return silent(memory);
	return rule.propose(instance.here, at as Situation<Group>, memory) as Proposal<z.output<M>>;
}

/** The same plant without these roles. */
export function without(plant: Plant, ...roles: readonly ("collector" | "tank" | "pump" | "heater")[]): Plant {
	const kept = Object.entries(plant.roles).filter(([role]) => !(roles as readonly string[]).includes(role));
	return { ...plant, ...wired({ tank_sensors: plant.roles.tank_sensors, ...Object.fromEntries(kept) }) };
}
