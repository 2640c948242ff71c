import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import { flowOf } from "#model/plant/flows.ts";
import { running } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as rules from "#rules/index.ts";
import { CoreRun } from "../../../control/core-run.ts";
import { Deviations } from "./deviations.ts";
import type { Answer } from "./fit.ts";
import type { SolarPlant, Way } from "./lines.ts";
import { gapOf } from "./runs.ts";
import type { Series } from "./series.ts";

export interface Trial {
	readonly plant: Plant;
	readonly solar: SolarPlant;
	readonly series: Series;
	readonly settings: Settings;
	readonly answer: Answer;
	readonly wallAt: (minute: number) => Wall;
}

/** Of all pumps of the fields. */
export interface Outcome {
	readonly starts: number;
	readonly hours: number;
	/** Solar heat into the stores: litres times K; of one store whose volume is not known, K. */
	readonly heat: number;
}

/** What was recorded, counted in the same way. */
export function recordedOutcome({ plant, solar, series, answer }: Omit<Trial, "settings" | "wallAt">): Outcome {
	const { minutes, ran } = series;
	let [starts, hours, heat] = [0, 0, 0];
	const was = new Map<number, number>();
	for (let n = 0; n < minutes.length; n += 1) {
		for (const pump of solar.pumps) {
			const share = ran[n * plant.outputs.length + pump] ?? 0;
			if (share > 0 && (was.get(pump) ?? 0) === 0) starts += 1;
			was.set(pump, share);
			hours += share / 60;
		}
		for (const [at, line] of solar.lines.entries()) {
			if (line.between) continue;
			const gain = gapOf(plant, series, line, n, answer.slow) * (answer.lines[at] ?? 0) * 60;
			if (Number.isFinite(gain)) heat += gain * (solar.stores[line.to]?.volume || 1);
		}
	}
	return { starts, hours, heat };
}

/** Seconds of a step near a limit, and else. */
const STEPS = { near: 30, usual: 60 } as const;
/** K around the limits of the pump within which it matters when it switches, and beyond which it cannot switch within minutes. */
const NEAR = 2;
const FAR = 6;
/** Minutes between two decisions at night and while every limit is far. */
const SLEEP = 5;
const STEADY = 2;
const PACE = seconds(60);
/** Minutes without a history after which all is as it was recorded. */
const GAP = 10;

/**
 * Runs the core over the recorded minutes, and lets fields and stores differ from what was recorded by what the pumps did
 * otherwise. Sun, weather and draw-offs are those that were recorded: they cancel out. As long as the core does as was recorded, its
 * readings are the recorded ones.
 */
export function tried(trial: Trial): Outcome {
	const { minutes } = trial.series;
	const play = new Play(trial);
	for (let n = 0; n < minutes.length; n += 1) play.minute(n);
	return play.outcome;
}

/** A way of the sun, how far its pump is driven. */
type Level = (way: Way) => number;
const NOTHING: Level = () => 0;

class Play {
	readonly #trial: Trial;
	readonly #run: CoreRun;
	readonly #moved: Deviations;
	readonly #limits: Limits;
	#running: ReadonlySet<number> = new Set();
	#level = NOTHING;
	#starts = 0;
	#ran = 0;

	constructor(trial: Trial) {
		const { plant, settings } = trial;
		this.#trial = trial;
		this.#run = new CoreRun({ plant, mode: "auto", settings, rules: RULES });
		this.#moved = new Deviations(trial);
		this.#limits = limitsIn(settings);
	}

	get outcome(): Outcome {
		return { starts: this.#starts, hours: this.#ran / 3600, heat: this.#moved.heat };
	}

	minute(n: number): void {
		const { minutes } = this.#trial.series;
		const minute = minutes[n] ?? 0;
		const moved = this.#moved;
		if (minute - (minutes[n - 1] ?? minute) > GAP) moved.forget();
		moved.begin(n);
		const gains = moved.gains();
		const { low, high } = this.#limits;
		const within = (apart: number) => gains.some((gain) => gain > low - apart && gain < high + apart);
		// At night nothing is to be decided, and nothing moves.
		const asleep = this.#running.size === 0 && moved.rests() && gains.every((gain) => !(gain >= -SLEEP));
		if (asleep && minute % SLEEP !== 0) return;
		const decides = within(FAR) || minute % STEADY === 0;
		const step = within(NEAR) ? STEPS.near : STEPS.usual;
		for (let second = 0; second < 60; second += step) {
			moved.at(second / 60);
			if (decides) this.#decide(minute, second);
			this.#ran += step * this.#running.size;
			moved.pass(step, this.#level);
		}
	}

	#decide(minute: number, second: number): void {
		const { plant, solar, wallAt } = this.#trial;
		const now = instant(minute * 60 + second);
		const samples = plant.sensors.map(({ index, offset }): Sample => {
			const value = this.#moved.reading(index);
			return Number.isFinite(value) ? { value: value - offset, at: now, pace: PACE } : LOST;
		});
		this.#run.turn({ now, wall: wallAt(minute), samples, intents: [] });
		const { outputs } = this.#run.state;
		const levelOf = (pump: number) => {
			const state = outputs[pump];
			return state !== undefined && running(state) ? (state.actual ?? state.wanted) / 100 : 0;
		};
		const runs = new Set(solar.pumps.filter((pump) => levelOf(pump) > 0));
		for (const pump of runs) if (!this.#running.has(pump)) this.#starts += 1;
		this.#running = runs;
		const flows = ({ circuit }: Way) => flowOf(now, circuit, outputs).runs;
		this.#level = runs.size === 0 ? NOTHING : (way) => (flows(way) ? levelOf(way.circuit.pump.index) : 0);
	}
}

/** Those that decide. Counters and checks cost time and change nothing. */
const RULES = Object.values(rules);
const LOST: Sample = { pace: PACE, fault: fault("no_answer") };

interface Limits {
	readonly low: number;
	readonly high: number;
}

/** Those of the plant, and of places that have their own. */
function limitsIn(settings: Settings): Limits {
	const groups = Object.entries(settings).filter(([key]) => key.split("@")[0] === "solar_charging");
	const all = (field: string) => groups.map(([, group]) => group[field]).filter((one) => typeof one === "number");
	return { low: Math.min(20, ...all("stop_at")), high: Math.max(1, ...all("start_at")) };
}
