import { type Bound, bind } from "#control/bind.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { type Decision, firstState, type Input, type State, step } from "#control/step.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { ALL_RULES } from "./rules.ts";

export interface CoreRunConfig {
	readonly plant: Plant;
	readonly mode: Mode;
	readonly settings: Settings;
	readonly rules?: readonly AnyRule[];
}

/** The core over readings from elsewhere, such as a table or the history, with outputs that do as they are told. */
export class CoreRun {
	readonly bound: Bound;
	state: State;

	constructor({ plant, mode, settings, rules = ALL_RULES }: CoreRunConfig) {
		this.bound = bind(plant, rules);
		const atRest = plant.outputs.map(() => AT_REST);
		this.state = firstState(mode, settings, remembered(this.bound, {}), atRest);
	}

	/** @param effects what the outputs did; without it as was decided */
	turn(input: Input, effects: readonly (Effect | undefined)[] = NONE): Decision {
		const decision = step(this.bound, this.state, input);
		const { state, verdicts } = decision;
		this.state = { ...state, outputs: settle(input.now, this.bound.plant, state.outputs, verdicts, effects) };
		return decision;
	}
}
const NONE: readonly undefined[] = [];
