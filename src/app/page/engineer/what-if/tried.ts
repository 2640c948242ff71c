import type { Settings } from "#model/decision/settings.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as rules from "#rules/index.ts";
import { CoreRun } from "../../../control/core-run.ts";
import type { Answer } from "./fit.ts";
import type { SolarLoop } from "./loop.ts";
import type { Series } from "./series.ts";

export interface Trial {
	readonly plant: Plant;
	readonly loop: SolarLoop;
	readonly series: Series;
	readonly settings: Settings;
	readonly answer: Answer;
	readonly wallAt: (minute: number) => Wall;
}

export interface Outcome {
	readonly starts: number;
	readonly hours: number;
	/** K by which the pump's heat has warmed the tank, in all. */
	readonly heat: number;
}

/** What was recorded, counted in the same way. */
export function recordedOutcome({ plant, loop, series, answer }: Omit<Trial, "settings" | "wallAt">): Outcome {
	const { minutes, means, ran } = series;
	let [starts, hours, heat, was] = [0, 0, 0, 0];
	for (let n = 0; n < minutes.length; n += 1) {
		const share = ran[n * plant.outputs.length + loop.pump] ?? 0;
		const gain =
			(means[n * plant.sensors.length + loop.collector] ?? 0) - (means[n * plant.sensors.length + loop.tank] ?? 0);
		if (share > 0 && was === 0) starts += 1;
		was = share;
		hours += share / 60;
		if (Number.isFinite(gain)) heat += share * answer.tank * gain * 60;
	}
	return { starts, hours, heat };
}

/** Seconds of a step: near a limit, by day, and while nothing is near. */
const STEPS = { near: 30, usual: 60 } as const;
const SLEEP = 5;
/** K around the limits of the pump within which it matters when it switches. */
const NEAR = 2;
const PACE = seconds(60);
/** Minutes without a history after which the collector is as it was recorded. */
const GAP = 10;

/**
 * Runs the core over the recorded minutes, and lets collector and tank differ from what was recorded by what the pump did
 * otherwise. Sun, weather and draw-offs are those that were recorded: they cancel out. As long as the core does as was recorded, its
 * readings are the recorded ones.
 */
export function tried({ plant, loop, series, settings, answer, wallAt }: Trial): Outcome {
	const { minutes, means, ran } = series;
	const run = new CoreRun({ plant, mode: "auto", settings, rules: RULES });
	const width = plant.sensors.length;
	const limits = limitsIn(settings);
	const lay = new Set(loop.layers);
	let [off, warmer] = [0, 0];
	let [starts, ranFor, heat, was] = [0, 0, 0, false];
	for (let n = 0; n < minutes.length; n += 1) {
		const minute = minutes[n] ?? 0;
		if (minute - (minutes[n - 1] ?? minute) > GAP) off = 0;
		const at = (index: number, share: number) =>
			between(means[n * width + index], means[(n + 1) * width + index], share);
		const share = ran[n * plant.outputs.length + loop.pump] ?? 0;
		const gain = at(loop.collector, 0) + off - at(loop.tank, 0) - warmer;
		// At night one turn in five minutes is enough.
		if (gain < -SLEEP && !was && share === 0 && Math.abs(off) < 0.5 && minute % SLEEP !== 0) continue;
		const near = gain > limits.low - NEAR && gain < limits.high + NEAR;
		const step = near ? STEPS.near : STEPS.usual;
		for (let second = 0; second < 60; second += step) {
			const now = instant(minute * 60 + second);
			const part = second / 60;
			const samples = plant.sensors.map(({ index, offset }): Sample => {
				const value = at(index, part) + (index === loop.collector ? off : lay.has(index) ? warmer : 0);
				return Number.isFinite(value) ? { value: value - offset, at: now, pace: PACE } : LOST;
			});
			const { verdicts } = run.turn({ now, wall: wallAt(minute), samples, intents: [] });
			const runs = (verdicts[loop.pump]?.want ?? 0) > 0;
			if (runs && !was) starts += 1;
			if (runs) ranFor += step;
			was = runs;
			const before = at(loop.collector, part) - at(loop.tank, part);
			if (!Number.isFinite(before)) continue;
			const flow = (runs ? before + off - warmer : 0) - share * before;
			if (runs) heat += answer.tank * (before + off - warmer) * step;
			off += (-answer.loss * off - answer.collector * flow) * step;
			warmer += (answer.tank * flow - answer.use * warmer) * step;
		}
	}
	return { starts, hours: ranFor / 3600, heat };
}

/** Those that decide. Counters and checks cost time and change nothing. */
const RULES = Object.values(rules);
const LOST: Sample = { pace: PACE, fault: fault("no_answer") };

/** A mean stands for the middle of its minute; here for its beginning, which shifts everything by the same half minute. */
const between = (a = Number.NaN, b = a, share: number) => (Number.isFinite(b) ? a + (b - a) * share : a);

function limitsIn({ solar_charging: charging = {} }: Settings): { readonly low: number; readonly high: number } {
	const { start_at, stop_at } = charging;
	return { low: typeof stop_at === "number" ? stop_at : 0, high: typeof start_at === "number" ? start_at : 20 };
}
