import { setTimeout as sleep } from "node:timers/promises";
import { type Bound, bind } from "#control/bind.ts";
import { circuitViews } from "#control/circuits.ts";
import { explaining } from "#control/explain/explain.ts";
import { Trends } from "#control/explain/trends.ts";
import { settle } from "#control/machinery/settle.ts";
import type { AnyRule } from "#control/rule.ts";
import { type State, step } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Seconds } from "#model/quantities/units.ts";
import type { World } from "./world.ts";

interface Asked {
	readonly intent: Intent;
	readonly answer: (refused: Problem | undefined) => void;
}

/** The control loop. Turns come at a steady period, and at once after a command. */
export class Loop {
	readonly #world: World;
	readonly #plant: Plant;
	readonly #bound: Bound;
	/** Seconds of the machine's clock between turns. */
	readonly #period: Seconds;
	/** Settings from the options page. */
	readonly #onPage: Settings;
	#state: State;
	#snapshot: Snapshot | undefined;
	#asked: Asked[] = [];
	#changes: ((state: State) => State)[] = [];
	#wake = new AbortController();
	readonly #trends = new Trends();
	#turns = 0;
	#due = 0;

	constructor(world: World, plant: Plant, rules: readonly AnyRule[], state: State, onPage: Settings, period: Seconds) {
		this.#world = world;
		this.#plant = plant;
		this.#bound = bind(plant, rules);
		this.#state = state;
		this.#onPage = onPage;
		this.#period = period;
	}

	get snapshot(): Snapshot | undefined {
		return this.#snapshot;
	}
	/** ms until the next turn is due, and between turns. Before the first turn it is due now. */
	get schedule(): { readonly until: number; readonly period: number } {
		return { until: this.#turns === 0 ? 0 : this.#due - performance.now(), period: this.#period * 1000 };
	}
	/** How many turns have finished. */
	get turns(): number {
		return this.#turns;
	}

	/** Settles in the next turn, which comes at once: undefined when accepted, otherwise the reason. */
	ask(intent: Intent): Promise<Problem | undefined> {
		return new Promise((answer) => {
			this.#asked.push({ intent, answer });
			this.#wake.abort();
		});
	}

	/** Replaces the state just before the next turn, when nothing else happens. */
	change(change: (state: State) => State): void {
		this.#changes.push(change);
	}

	/** The loop has ended, and the outputs were driven to rest: so the last snapshot shows them. */
	left(outputs: (before: OutputStates) => OutputStates): void {
		if (this.#snapshot !== undefined) this.#snapshot = { ...this.#snapshot, outputs: outputs(this.#snapshot.outputs) };
	}

	/** Turns until `signal` is aborted. Rejects for a bug in judge, control or actuate: then rest the outputs and exit. */
	async run(signal: AbortSignal): Promise<void> {
		const stop = () => this.#wake.abort();
		signal.addEventListener("abort", stop, { once: true });
		this.#due = performance.now();
		while (!signal.aborted) {
			await this.turn();
			const period = this.#period * 1000;
			// A turn that was late or early does not move the ones after it.
			const late = performance.now() - this.#due;
			if (late >= 0) this.#due += period * Math.max(1, Math.ceil(late / period));
			// A stop must not wait for the next turn.
			if (!signal.aborted) await this.#untilDue(this.#due - performance.now());
		}
		signal.removeEventListener("abort", stop);
	}

	/** One turn. Public, so that tests and the replay can run turns. */
	async turn(): Promise<Snapshot> {
		for (const change of this.#changes.splice(0)) this.#state = change(this.#state);
		const asked = this.#asked;
		this.#asked = [];
		const { now, wall, samples, findings, broker } = this.#world.sample();
		const before = this.#state;
		const input = { now, wall, samples, broker, intents: asked.map((a) => a.intent) };
		const decision = step(this.#bound, before, input);
		const { verdicts, activity, notices, state } = decision;
		const effects = await this.#world.actuate(verdicts.map((v) => v.want));
		const outputs = settle(now, this.#plant, state.outputs, verdicts, effects);
		this.#state = { ...state, outputs };
		const { mode, settings, readings, memories } = state;
		this.#snapshot = {
			now,
			wall,
			plant: this.#plant,
			readings,
			verdicts,
			circuits: circuitViews(now, this.#plant, decision.circuits, state.circuits, outputs),
			outputs,
			mode,
			activity,
			settings,
			on_page: this.#onPage,
			memories,
			findings: decision.findings.length === 0 ? findings : [...findings, ...decision.findings],
			notices,
			explain: explaining({ bound: this.#bound, before, input }, this.#state, this.#trends),
			rates: () => this.#trends.rates(now, readings),
		};
		this.#trends.see(now, readings, outputs);
		this.#turns += 1;
		this.#world.keep({ now, mode, settings, memories, outputs, starts: state.starts });
		this.#world.publish(this.#snapshot);
		for (const [i, a] of asked.entries()) a.answer(decision.answers[i]);
		return this.#snapshot;
	}

	async #untilDue(ms: number): Promise<void> {
		if (this.#asked.length > 0 || ms <= 0) return;
		this.#wake = new AbortController();
		await sleep(ms, undefined, { signal: this.#wake.signal }).catch(() => undefined);
	}
}
