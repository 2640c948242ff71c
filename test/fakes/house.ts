import { bind } from "#control/bind.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import { outputId, type Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, percent, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { settingsFor } from "./plant.ts";

const TURN = 10;
type Temperatures = Readonly<Record<string, number | "lost">>;

/** Any plant under control, with a turn every 10 s. Sensors and outputs are told by their ids. */
export class House {
	readonly plant: Plant;
	readonly #bound;
	#temperatures: Temperatures;
	/** What boards answer that do not obey, by output id. */
	boards: Readonly<Record<string, Effect>> = {};
	state: State;
	t = 1000;
	decision: Decision | undefined;

	constructor(
		plant: Plant,
		temperatures: Temperatures,
		settings: Readonly<Record<string, Group>> = {},
		rules: readonly AnyRule[] = Object.values(registry),
	) {
		this.plant = plant;
		this.#bound = bind(plant, rules);
		this.#temperatures = temperatures;
		const atRest = plant.outputs.map(() => AT_REST);
		this.state = firstState("auto", settingsFor(rules, settings), remembered(this.#bound, {}), atRest);
	}

	/** A turn every 10 s for so many seconds. Intents are for the first one. */
	go(lasts: number, temperatures: Temperatures = {}, ...intents: readonly Intent[]): this {
		this.#temperatures = { ...this.#temperatures, ...temperatures };
		for (let left = lasts; left > 0; left -= TURN) this.#turn(left === lasts ? intents : []);
		return this;
	}

	#turn(intents: readonly Intent[]): void {
		this.t += TURN;
		const now = instant(this.t);
		const samples = this.plant.sensors.map(({ id }): Sample => {
			const told = this.#temperatures[id] ?? 20;
			const pace = seconds(TURN);
			return told === "lost" ? { pace, fault: fault("open") } : { value: celsius(told), at: now, pace };
		});
		this.decision = step(this.#bound, this.state, { now, wall: UNTRUSTED, samples, intents });
		const { state, verdicts } = this.decision;
		const effects = this.plant.outputs.map(({ id }) => this.boards[id]);
		this.state = { ...state, outputs: settle(now, this.plant, state.outputs, verdicts, effects) };
	}

	/** What outputs and circuits do, and why, by their ids: `100 gain`. */
	says(...ids: readonly string[]): Readonly<Record<string, string>> {
		return Object.fromEntries(ids.map((id) => [id, this.#said(id)]));
	}

	/** The levels that outputs are driven to. */
	levels(...ids: readonly string[]): readonly (number | undefined)[] {
		return ids.map((id) => this.decision?.verdicts[this.plant.outputs.findIndex((one) => one.id === id)]?.want);
	}

	#said(id: string): string {
		const output = this.plant.outputs.find((one) => one.id === id);
		const circuit = this.plant.circuits.find((one) => one.id === id);
		const verdict = output ? this.decision?.verdicts[output.index] : circuit && this.decision?.circuits[circuit.index];
		return `${verdict?.want} ${verdict?.because.code}`;
	}
}

export const hold = (id: string, want = 100): Intent => ({
	kind: "hold",
	output: outputId(id),
	want: percent(want),
});
export const release = (id: string): Intent => ({ kind: "release", output: outputId(id) });
