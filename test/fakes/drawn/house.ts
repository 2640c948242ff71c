import * as z from "zod";
import { type Bound, bind } from "#control/bind.ts";
import { startsIn } from "#control/machinery/interlock.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type AnyRule, rule } from "#control/rule.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import type { Claim } from "#model/decision/decision.ts";
import { ownKey } from "#model/decision/own-settings.ts";
import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState, type OutputStates } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, percent, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { settingsFor } from "../plant.ts";
import type { Board, Row, Says } from "./life.ts";

/** What the boards have told of an output so far. */
export interface Told {
	/** Undefined while its board does not answer. */
	readonly at: number | undefined;
	/** When that was first told; undefined before the first turn. */
	readonly since: number | undefined;
	/** Whether it runs: as told, otherwise as wanted. */
	readonly runs: boolean;
	/** When `runs` last changed; undefined before it does. */
	readonly turned: number | undefined;
}

/** A turn as an observer sees it who knows the claims, the readings and the boards, and not how they are weighed. */
export interface Moment {
	readonly plant: Plant;
	readonly now: number;
	/** All claims that rules made, before the mode is applied. */
	readonly claims: readonly Claim[];
	readonly told: readonly Told[];
	/** What the core knows of outputs when it decides. */
	readonly before: OutputStates;
	readonly was: State;
	readonly decision: Decision;
	/** In every third turn: the same with the rules and the claims the other way round. */
	readonly turned: Decision | undefined;
	/** In every third turn: the same with memories that were saved and read. */
	readonly again: Decision | undefined;
}

const PACE = seconds(5);
const saved = <T>(plain: T): T => JSON.parse(JSON.stringify(plain));

/** What places have for themselves begins a little lower than what they share. */
function settingsOf({ own_settings = [] }: Plant, rules: readonly AnyRule[]): Settings {
	const shared = settingsFor(rules);
	const own = own_settings.map((one) => {
		const group = shared[one.rule] ?? {};
		return [ownKey(one), { ...group, ...Object.fromEntries(one.fields.map((f) => [f, Number(group[f]) - 2])) }];
	});
	return { ...shared, ...Object.fromEntries(own) };
}

/** A plant with boards and sensors of its own, turn by turn. */
export class WideHouse {
	readonly plant: Plant;
	readonly #forward: Ear;
	readonly #backward: Ear;
	readonly #loads: number[];
	readonly #boards: Board[];
	readonly #wanted: number[];
	readonly #says: (Says | undefined)[] = [];
	readonly #samples: (Sample | undefined)[];
	#told: readonly Told[];
	#claims: readonly Claim[] = [];
	#now = 1000;
	#turns = 0;
	state: State;

	constructor(
		plant: Plant,
		rules: readonly AnyRule[],
		found: readonly (0 | 100 | undefined)[] = [],
		settings = settingsOf(plant, rules),
	) {
		this.plant = plant;
		this.#forward = new Ear(plant, rules, (claims) => claims);
		this.#backward = new Ear(plant, [...rules].reverse(), (claims) => [...claims].reverse());
		this.#loads = plant.outputs.map(({ index }) => found[index] ?? 0);
		this.#wanted = [...this.#loads];
		this.#boards = plant.outputs.map(() => "obeys");
		this.#samples = plant.sensors.map(() => undefined);
		this.#told = plant.outputs.map(({ index }) => ({
			...{ at: found[index], since: undefined, runs: (found[index] ?? 0) > 0, turned: undefined },
		}));
		const outputs = plant.outputs.map(({ index }) => {
			const load = found[index];
			return load === undefined ? AT_REST : { wanted: percent(load), actual: percent(load) };
		});
		this.state = firstState("auto", settings, remembered(this.#forward.bound, {}), outputs);
	}

	/** One turn: readings, decisions, boards. */
	turn(row: Row): Moment {
		this.#now += row.dt;
		for (const [sensor, says] of row.says) this.#says[sensor] = says;
		for (const [output, board] of row.boards) this.#boards[output] = board;
		this.#claims = row.claims ?? this.#claims;
		const now = instant(this.#now);
		if (row.restarts === true) this.#restart();
		const input = { now, wall: row.wall ?? UNTRUSTED, samples: this.#sampled(), intents: row.intents };
		const was = this.state;
		const claims: Claim[] = [];
		const decision = this.#forward.step(was, input, this.#claims, claims);
		this.#turns += 1;
		const elsewise = this.#turns % 3 === 0 ? this.#elsewise(was, input) : { turned: undefined, again: undefined };
		const moment = {
			...{ plant: this.plant, now, claims, told: this.#told, before: was.outputs, was, decision, ...elsewise },
		};
		const effects = this.plant.outputs.map(({ index }) => this.#switched(index, decision.verdicts[index]?.want ?? 0));
		const outputs = settle(now, this.plant, decision.state.outputs, decision.verdicts, effects);
		this.#told = this.plant.outputs.map(({ index }) => this.#heard(index, effects[index]));
		this.state = { ...decision.state, outputs };
		return moment;
	}

	#restart(): void {
		const { mode, settings, memories, starts } = this.state;
		const outputs = this.plant.outputs.map(({ index }) => this.#found(index));
		const read = remembered(this.#forward.bound, saved(memories));
		this.state = firstState(mode, settings, read, outputs, startsIn(saved(starts)));
		for (const [index, { wanted }] of outputs.entries()) this.#wanted[index] = wanted;
		this.#told = outputs.map(({ actual }) => ({
			...{ at: actual, since: undefined, runs: (actual ?? 0) > 0, turned: undefined },
		}));
	}

	/** What a board tells before the first turn. */
	#found(index: number): OutputState {
		const load = percent(this.#loads[index] ?? 0);
		switch (this.#boards[index]) {
			case "assumed":
				return AT_REST;
			case "mute":
			case "lost":
				return { ...AT_REST, fault: fault("no_answer") };
			default:
				return { wanted: load, actual: load };
		}
	}

	#elsewise(was: State, input: Parameters<typeof step>[2]): Pick<Moment, "turned" | "again"> {
		const turned = this.#backward.step(was, input, this.#claims, []);
		const read = { ...was, memories: remembered(this.#forward.bound, saved(was.memories)) };
		return { turned, again: this.#forward.step(read, input, this.#claims, []) };
	}

	#sampled(): readonly (Sample | undefined)[] {
		for (const { index } of this.plant.sensors) {
			const says = this.#says[index];
			if (typeof says === "number") this.#samples[index] = { value: celsius(says), at: instant(this.#now), pace: PACE };
			else if (says === "fault") this.#samples[index] = { pace: PACE, fault: fault("open") };
		}
		return [...this.#samples];
	}

	/** What the board does with the new wish, and what it tells. */
	#switched(index: number, want: number): Effect | undefined {
		const last = this.#wanted[index] ?? 0;
		this.#wanted[index] = want;
		const load = this.#loads[index] ?? 0;
		const board = this.#boards[index];
		switch (board) {
			case "obeys":
			case "assumed":
			case "mute":
				this.#loads[index] = want;
				break;
			case "late":
				this.#loads[index] = last;
				break;
			case "flips":
				this.#loads[index] = load > 0 ? 0 : (this.plant.outputs[index]?.level?.max ?? 100);
				this.#boards[index] = "welded";
				break;
			default:
				break;
		}
		if (board === "assumed") return undefined;
		if (board === "mute" || board === "lost") return { fault: fault("no_answer") };
		return { actual: percent(this.#loads[index] ?? 0) };
	}

	#heard(index: number, effect: Effect | undefined): Told {
		const before = this.#told[index];
		const at = effect === undefined ? this.#wanted[index] : effect.actual;
		const runs = (at ?? this.#wanted[index] ?? 0) > 0;
		const since = before?.since !== undefined && before.at === at ? before.since : this.#now;
		return { at, since, runs, turned: before?.runs === runs ? before.turned : this.#now };
	}
}

/** Rules whose claims are overheard, with one rule more that claims what it is told. */
class Ear {
	readonly bound: Bound;
	readonly #order: (claims: readonly Claim[]) => readonly Claim[];
	#drawn: readonly Claim[] = [];
	#heard: Claim[] = [];

	constructor(plant: Plant, rules: readonly AnyRule[], order: (claims: readonly Claim[]) => readonly Claim[]) {
		this.#order = order;
		const drawn = rule({
			...{ id: "drawn", per: "plant", needs: {}, options: z.object({}), memory: z.object({}) },
			propose: (_, __, memory) => ({ claims: this.#order(this.#drawn), idle: [], memory }),
		});
		this.bound = bind(
			plant,
			[...rules, drawn].map((each) => this.#overheard(each)),
		);
	}

	step(state: State, input: Parameters<typeof step>[2], drawn: readonly Claim[], heard: Claim[]): Decision {
		this.#drawn = drawn;
		this.#heard = heard;
		return step(this.bound, state, input);
	}

	#overheard(each: AnyRule): AnyRule {
		return {
			...each,
			propose: (here, situation, memory) => {
				const proposal = each.propose(here, situation, memory);
				if (proposal.claims.length > 0) this.#heard.push(...proposal.claims);
				return proposal;
			},
		};
	}
}
