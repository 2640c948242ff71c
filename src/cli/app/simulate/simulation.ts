import type { Bound } from "#control/bind.ts";
import { bind } from "#control/bind.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, type Seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { amountOf, type PlantFault } from "#simulation/faults/plant-fault.ts";
import { Senses } from "#simulation/faults/senses.ts";
import { House } from "#simulation/house.ts";
import type { HouseDesign } from "#simulation/house-design.ts";
import { Calendar } from "./calendar.ts";
import { type Probe, probesOf } from "./probes.ts";

/** What is simulated: a controlled plant in a house, from `design.start` on. */
export interface Simulated {
	readonly plant: Plant;
	readonly rules: readonly AnyRule[];
	readonly settings: Settings;
	readonly design: HouseDesign;
	readonly faults?: readonly PlantFault[];
	/** Seconds between turns. */
	readonly turn: Seconds;
	/** What else acts on the house in each turn, after the controller: a household's own thermostat. */
	readonly beside?: (house: House) => void;
}

const DAY = 86_400;
const NO_EFFECTS: readonly undefined[] = [];

/** The core with its rules over a simulated house, at virtual time. Each turn is one as the loop has it. */
export class Simulation {
	readonly house: House;
	readonly bound: Bound;
	/** Of the last turn; undefined before the first and while the controller has no power. */
	decision: Decision | undefined;
	state: State;
	private readonly simulated: Simulated;
	private readonly probes: readonly Probe[];
	private readonly senses: Senses;
	private readonly calendar = new Calendar();
	/** Place of each sensor in `plant.sensors`, by id. */
	private readonly places: ReadonlyMap<string, number>;
	/** When the year began, in seconds before the start. */
	private readonly since: number;
	private powered = true;

	constructor(simulated: Simulated) {
		const { plant, rules, design, faults = [] } = simulated;
		this.simulated = simulated;
		this.bound = bind(plant, rules);
		this.house = new House(design, faults);
		this.probes = probesOf(plant);
		this.senses = new Senses(plant.roles.collector?.id ?? plant.sensors[0]?.id ?? "");
		this.places = new Map(plant.sensors.map(({ id, index }) => [id, index]));
		this.since = (design.start.day_of_year - 1) * DAY + design.start.hour * 3600;
		this.state = this.begun({});
	}

	/** Seconds since the start. */
	get passed(): number {
		return this.house.passed;
	}
	get wall(): Wall {
		const wrong = this.house.lasting.find((one) => one.fault === "clock_wrong");
		const shown = this.since + this.passed + (wrong === undefined ? 0 : amountOf(wrong) * 3600);
		return this.calendar.wallAt(shown);
	}

	/** Decides, drives, and lets the time of a turn pass. */
	turn(): void {
		const { turn, beside } = this.simulated;
		const cut = this.lasts("power_cut");
		if (cut) this.decision = undefined;
		else {
			if (!this.powered) this.state = this.begun(this.state.memories);
			this.control();
		}
		this.powered = !cut;
		beside?.(this.house);
		this.house.advance(turn);
	}

	private control() {
		const { plant } = this.simulated;
		const now = instant(this.passed);
		const decision = step(this.bound, this.state, { now, wall: this.wall, samples: this.samples(), intents: [] });
		const lost = this.lasts("bus_lost");
		if (!lost) for (const { id, index } of plant.outputs) this.house.drive(id, decision.verdicts[index]?.want ?? 0);
		const effects = lost ? plant.outputs.map((): Effect => ({ fault: fault("no_answer") })) : NO_EFFECTS;
		const outputs = settle(now, plant, decision.state.outputs, decision.verdicts, effects);
		this.state = { ...decision.state, outputs };
		this.decision = decision;
	}

	private samples(): readonly (Sample | undefined)[] {
		const { house, probes, simulated } = this;
		const { plant, turn: pace } = simulated;
		const at = instant(this.passed);
		const faults = house.lasting;
		if (faults.length > 0) return this.faulty(faults);
		const samples: (Sample | undefined)[] = [];
		for (let index = 0; index < plant.sensors.length; index++) {
			const value = probes[index]?.(house);
			samples.push(value === undefined ? undefined : { value, at, pace });
		}
		return samples;
	}

	private faulty(faults: readonly PlantFault[]): readonly (Sample | undefined)[] {
		const { house, probes, places } = this;
		const { plant, turn: pace } = this.simulated;
		const measured = (id: string) => probes[places.get(id) ?? -1]?.(house);
		return plant.sensors.map(({ id }): Sample | undefined => {
			if (measured(id) === undefined) return undefined;
			const told = this.senses.tell(id, measured, faults, this.passed);
			return "value" in told
				? { value: told.value, at: instant(this.passed), pace }
				: { pace, fault: fault(told.lost) };
		});
	}

	private lasts(name: PlantFault["fault"]): boolean {
		return this.house.lasting.some((one) => one.fault === name);
	}

	/** As after a start with what was saved. */
	private begun(memories: State["memories"]): State {
		const { plant, settings } = this.simulated;
		return firstState(
			"auto",
			settings,
			remembered(this.bound, memories),
			plant.outputs.map(() => AT_REST),
		);
	}
}
