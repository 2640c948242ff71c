import { bind } from "#control/bind.ts";
import { circuitViews } from "#control/circuits.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState, type State, step } from "#control/step.ts";
import { type Energy, energyOf } from "#energy/figures/figures.ts";
import * as counters from "#energy/index.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, percent, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";

export const plantFrom = (options: unknown): Plant => {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
};

/** Options of a plant with a pump, a heater and these sensors beside collector and tank. */
export const plantWith = (more: { readonly sensors?: readonly object[]; readonly pump?: object } = {}) =>
	plantFrom({
		sensors: [
			{ id: "collector", role: "collector", source: "simulated:collector" },
			{ id: "tank", role: "tank", source: "simulated:tank" },
			...(more.sensors ?? []),
		],
		outputs: [
			{ id: "pump", role: "pump", target: "simulated:pump", ...more.pump },
			{ id: "heater", role: "heater", target: "simulated:heater" },
		],
		tank: { volume: 360 },
		heater: { power: 3000 },
	});
export const RETURN = { id: "return_line", role: "return_line", source: "simulated:return_line" };
export const FLOW = { id: "flow", role: "flow", source: "simulated:flow/pump" };
export const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140].map((height) => ({
	id: `tank_${height}`,
	role: "tank_layer",
	source: `simulated:tank/${height}`,
	height,
}));

export const wallOn = (date: string, minute = 720): Wall => ({
	date,
	minute_of_day: minute,
	weekday: 1,
	trusted: true,
});

export interface Turn {
	/** By id; a sensor that is left out tells what it told last, `lost` does not answer. */
	readonly read?: Readonly<Record<string, number | "lost">>;
	/** What boards confirmed, in %, by id. */
	readonly runs?: Readonly<Record<string, number | "unknown">>;
	readonly wall?: Wall;
	readonly findings?: readonly Finding[];
}

/** The counters of a plant, turn by turn as in the loop: what is saved once a minute, and what a kill loses. */
export class Rig {
	readonly plant: Plant;
	private readonly bound: ReturnType<typeof bind>;
	t = 1000;
	private state: State;
	private saved: { readonly t: number; readonly memories: string } = { t: 0, memories: "{}" };
	private read: Record<string, number | "lost"> = {};
	private runs: Record<string, number | "unknown"> = {};
	private wall = wallOn("2026-07-01");
	/** The last turn whose figures were looked at. */
	snapshot: Snapshot | undefined;

	constructor(plant: Plant) {
		this.plant = plant;
		this.bound = bind(plant, ALL);
		this.state = this.begun({});
	}

	/** So many seconds later, in one turn. */
	turn(after: number, turn: Turn = {}): Energy {
		return this.look(this.step(after, turn), turn.findings);
	}

	/** The same without figures, which cost more than the turn. */
	step(after: number, { read, runs, wall }: Turn): ReturnType<typeof step> {
		this.t += after;
		this.wall = wall ?? this.wall;
		Object.assign(this.read, read);
		const now = instant(this.t);
		const samples = this.plant.sensors.map(({ id }): Sample => {
			const told = this.read[id] ?? 20;
			const pace = seconds(1);
			return told === "lost" ? { pace, fault: fault("open") } : { value: told, at: now, pace };
		});
		const decision = step(this.bound, this.state, { now, wall: this.wall, samples, intents: [] });
		const { state } = decision;
		if (decision.notices.some(({ code }) => code === "counter_bug")) throw new Error(JSON.stringify(decision.notices));
		// As after `settle`: the outputs change with this turn.
		Object.assign(this.runs, runs);
		this.state = {
			...state,
			outputs: this.plant.outputs.map(({ id, index }) => this.output(id, state.outputs[index])),
		};
		if (this.t - this.saved.t >= 60) this.save();
		return decision;
	}

	/** Turns of so many seconds until that many have passed. */
	pass(lasts: number, every: number, turn: Turn = {}): Energy {
		let decision = this.step(Math.min(every, lasts), turn);
		for (let left = lasts - every; left > 0; left -= every) decision = this.step(Math.min(every, left), {});
		return this.look(decision, turn.findings);
	}

	save(): void {
		this.saved = { t: this.t, memories: JSON.stringify(this.state.memories) };
	}

	/** Starts again with what was saved last. The running time goes on from there. */
	kill(): void {
		this.t = this.saved.t;
		this.state = this.begun(JSON.parse(this.saved.memories));
	}

	memory(key: string): Readonly<Record<string, unknown>> {
		return this.state.memories[key] as Readonly<Record<string, unknown>>;
	}

	private begun(memories: State["memories"]): State {
		const atRest = this.plant.outputs.map(() => AT_REST);
		return firstState("off", {}, remembered(this.bound, memories), atRest);
	}

	private output(id: string, before: OutputState = AT_REST): OutputState {
		const runs = this.runs[id] ?? 0;
		if (runs === "unknown") return { wanted: before.wanted };
		const same = before.actual !== undefined && before.actual > 0 === runs > 0;
		const from = same ? before.since : instant(this.t);
		return { wanted: percent(runs), actual: percent(runs), ...(from !== undefined && { since: from }) };
	}

	private look(decision: ReturnType<typeof step>, findings: readonly Finding[] = []): Energy {
		const { verdicts, activity, notices } = decision;
		const { mode, settings, readings, memories, outputs } = this.state;
		const now = instant(this.t);
		const circuits = circuitViews(now, this.plant, decision.circuits, this.state.circuits, outputs);
		const turn = { now, wall: this.wall, plant: this.plant, readings, verdicts, circuits, outputs, mode, activity };
		this.snapshot = { ...turn, settings, on_page: settings, memories, findings, notices };
		return energyOf(this.snapshot);
	}
}

const ALL = Object.values(counters);
