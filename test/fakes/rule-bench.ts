import { type CircuitState, NEW } from "#control/circuit-state.ts";
import { PLAIN } from "#control/explain/compare.ts";
import { type AnyRule, neededAt, type Proposal, placesOf, type Situation } from "#control/rule.ts";
import type { Group } from "#model/decision/settings.ts";
import type { Finding } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { UNKNOWN } from "#model/plant/reading.ts";
import { type Instant, instant } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";

/** What a rule sees in a turn. What is left out is as it was in the turn before. */
export interface Seen {
	/** By sensor. One that is left out has told nothing since the start. */
	readonly told?: Readonly<Record<string, number | "lost">>;
	/** By circuit. `since` in seconds of the bench. */
	readonly circuits?: Readonly<Record<string, Since<CircuitState>>>;
	/** By output. */
	readonly outputs?: Readonly<Record<string, Since<OutputState>>>;
	/** Minute of the day at the second 0, from which the clock goes on; undefined if nobody has set it. */
	readonly clock?: number | undefined;
}
type Since<T> = Omit<{ readonly [K in keyof T]?: T[K] | number }, "since"> & { readonly since?: number | undefined };

const W1 = "one_wire:28-00000000000";
export const SENSORS = [
	{ id: "roof", role: "collector", source: `${W1}1` },
	{ id: "store", role: "tank", source: `${W1}2` },
];
export const OUTPUTS = [
	{ id: "pump", role: "pump", target: "usb_relay:/dev/relays/1" },
	{ id: "heater", role: "heater", target: "usb_relay:/dev/relays/2" },
];
/** A sensor more. */
export const thermometer = (id: string, role: string, nth: number) => ({ id, role, source: `${W1}${nth}` });

const BEGUN = 500_000;
export const at = (second: number): Instant => instant(BEGUN + second);

/** One rule or check at one place of a plant, asked with what a test shows it, second by second. Its memory goes through JSON as in a restart. */
export class Bench {
	readonly plant: Plant;
	private readonly rule: AnyRule;
	private readonly here: Readonly<Record<string, unknown>>;
	private seen: Required<Seen> = { told: {}, circuits: {}, outputs: {}, clock: 600 };
	settings: Group;
	memory: unknown;
	private proposal: Proposal<unknown> = { claims: [], idle: [], memory: {} };
	/** The last look changed what it remembers. */
	changed = false;

	/** @param place its id, where there are several */
	constructor(rule: AnyRule, plant = plantWith(), place?: string) {
		this.plant = plant;
		const where = placesOf(rule, this.plant).find((one) => place === undefined || ("id" in one && one.id === place));
		if (where === undefined) throw new TypeError("the check has no such place");
		this.here = { at: where, ...Object.fromEntries(neededAt(rule, where, this.plant)) };
		this.rule = rule;
		this.settings = rule.options.parse({}) as Group;
		this.memory = rule.memory.parse({});
	}

	/** With these of its settings otherwise. */
	with(settings: Group): this {
		this.settings = this.rule.options.parse({ ...this.settings, ...settings }) as Group;
		return this;
	}

	/** What is found after a look. */
	look(second: number, seen: Seen = {}): readonly Finding[] {
		this.seen = {
			told: { ...this.seen.told, ...seen.told },
			circuits: { ...this.seen.circuits, ...seen.circuits },
			outputs: { ...this.seen.outputs, ...seen.outputs },
			clock: "clock" in seen ? seen.clock : this.seen.clock,
		};
		this.proposal = this.rule.propose(this.here, this.situation(second), this.memory);
		const { memory } = this.proposal;
		this.changed = memory !== this.memory;
		if (this.changed) this.memory = this.rule.memory.parse(JSON.parse(JSON.stringify(memory)));
		return this.found;
	}
	get found(): readonly Finding[] {
		return this.rule.finds?.(this.here, this.memory) ?? [];
	}

	/** What it claimed at the last look, in the words of a table. */
	get claims() {
		return this.proposal.claims.map(({ on, at_least, at_most, rank, because, urgent, activity }) => ({
			...{
				on: on.id,
				from: at_least,
				to: at_most,
				rank,
				because: because.code,
				facts: because.facts,
				urgent,
				activity,
			},
		}));
	}
	/** Codes of why it claimed nothing. */
	get idle(): readonly string[] {
		return this.proposal.idle.map(({ because }) => because.code);
	}
	/** The code of its first claim, or of why there is none. */
	get because(): string | undefined {
		return this.claims[0]?.because ?? this.idle[0];
	}
	/** What it told with that code. */
	get facts() {
		return this.claims[0]?.facts ?? this.proposal.idle[0]?.because.facts;
	}
	/** Asked at this second, the code of its first claim or of why there is none. */
	ask(second: number, seen: Seen = {}): string | undefined {
		this.look(second, seen);
		return this.because;
	}

	/** The first second at which something is found, from one to another. */
	begins(from: number, to: number, seen: Seen = {}, step = 1): number | undefined {
		return this.first(from, to, seen, step, true);
	}
	/** The first second at which nothing is found. */
	ends(from: number, to: number, seen: Seen = {}, step = 1): number | undefined {
		return this.first(from, to, seen, step, false);
	}

	during(from: number, to: number, seen: Seen = {}, step = 1): void {
		for (let second = from; second <= to; second += step) this.look(second, second === from ? seen : {});
	}

	private first(from: number, to: number, seen: Seen, step: number, found: boolean): number | undefined {
		for (let second = from; second <= to; second += step)
			if (this.look(second, second === from ? seen : {}).length > 0 === found) return second;
		return undefined;
	}

	private situation(second: number): Situation<Group> {
		const { told, circuits, outputs, clock } = this.seen;
		const timed = <T>(base: T, by: Since<T> | undefined): T =>
			({ ...base, ...by, ...(by?.since !== undefined && { since: at(by.since) }) }) as T;
		const minute = (clock ?? 0) + Math.floor(second / 60);
		return {
			now: at(second),
			begun: at(0),
			wall: { date: "2026-06-01", weekday: 1, minute_of_day: minute % 1440, trusted: clock !== undefined },
			plant: this.plant,
			readings: this.plant.sensors.map(({ id }) => {
				const value = told[id];
				if (value === "lost") return { kind: "broken", fault: fault("open") };
				return value === undefined ? UNKNOWN : { kind: "ok", value: value as never, at: at(second) };
			}),
			circuits: this.plant.circuits.map(({ id }) => timed(NEW, circuits[id])),
			outputs: this.plant.outputs.map(({ id }) => timed(AT_REST, outputs[id])),
			mode: "auto",
			settings: this.settings,
			intents: [],
			compare: PLAIN,
		};
	}
}

/** A collector, a tank, a pump and a heater, with what the options say otherwise. */
export function plantWith(options: Readonly<Record<string, unknown>> = {}): Plant {
	const parsed = parse({ sensors: SENSORS, outputs: OUTPUTS, ...options });
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
}

/** The finding as code and facts. */
export const told = (found: readonly Finding[]) => found.map(({ severity, code, facts }) => [severity, code, facts]);

/** Options of a house with two solar pumps: from one field to two tanks, or from two fields to one. */
export function twoPumps(
	two: "tanks" | "fields" = "fields",
	more: readonly object[] = [],
): Readonly<Record<string, unknown>> {
	const fields = two === "fields";
	const other = fields ? thermometer("west", "collector", 8) : thermometer("buffer_low", "tank", 8);
	const from = fields ? ["south", "west_field"] : ["south", "south"];
	const to = fields ? ["house", "house"] : ["house", "buffer"];
	const own = { south: "roof", west_field: "west", house: "store", buffer: "buffer_low" };
	const named = [...new Set([...from, ...to])];
	const sensors = [...SENSORS, other, ...more].map((sensor) => {
		const of = named.find((part) => own[part as keyof typeof own] === (sensor as { id: string }).id);
		return { ...sensor, ...(of !== undefined && { of }) };
	});
	const pumps = ["pump", "second"];
	return {
		collectors: fields ? [{ id: "south" }, { id: "west_field" }] : [{ id: "south" }],
		tanks: fields ? [{ id: "house" }] : [{ id: "house" }, { id: "buffer" }],
		sensors,
		outputs: pumps.map((id, nth) => ({ id, role: "pump", target: `usb_relay:/dev/relays/${nth + 1}` })),
		circuits: pumps.map((pump, nth) => ({ from: from[nth], to: to[nth], pump })),
	};
}
