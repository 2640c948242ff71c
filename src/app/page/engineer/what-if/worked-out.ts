import type { Settings } from "#model/decision/settings.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Switched } from "#store/history/history.ts";
import type { CannotTell, Span, WhatIfResult } from "#web/engineer/what-if-view.ts";
import { type Answer, fitted } from "./fit.ts";
import { loopOf } from "./loop.ts";
import { type Columns, seriesOf } from "./series.ts";
import { type Outcome, recordedOutcome, type Trial, tried } from "./tried.ts";
import { wallsIn } from "./walls.ts";

export interface Question {
	readonly plant: Plant;
	readonly columns: Columns;
	readonly switched: readonly Switched[];
	/** Those of today, and with the change. */
	readonly settings: Settings;
	readonly changed: Settings;
	readonly zone: string | undefined;
}

const MINUTES_A_DAY = 1440;
/** The model has to start the pump about as often as was recorded; few starts say little. */
const UNLIKE = { share: 0.3, starts: 10 };
/** Wh that a litre takes per K. */
const WATER = 1.163;

const cannot = (why: CannotTell): WhatIfResult => ({ kind: "cannot", why });

/** What another setting would have made of recorded days. Takes about a second a month. */
export function workedOut({ plant, columns, switched, settings, changed, zone }: Question): WhatIfResult {
	const began = performance.now();
	const series = seriesOf(plant, columns, switched);
	const loop = loopOf(plant);
	if (typeof loop === "string") return cannot(loop);
	const fit = fitted(plant, series, loop);
	if (fit === undefined) return cannot("too_little");
	const run = (with_: Settings, answer: Answer): Outcome => {
		const trial: Trial = { plant, loop, series, settings: with_, answer, wallAt: wallsIn(zone) };
		return tried(trial);
	};
	const recorded = recordedOutcome({ plant, loop, series, answer: fit.likely });
	const today = run(settings, fit.likely);
	const apart = Math.abs(today.starts - recorded.starts);
	if (apart > Math.max(UNLIKE.starts, recorded.starts * UNLIKE.share)) return cannot("unlike");
	const pairs = [
		[today, run(changed, fit.likely)] as const,
		...fit.others.map((answer) => [run(settings, answer), run(changed, answer)] as const),
	];
	const span = (of: (was: Outcome, is: Outcome) => number): Span => {
		const all = pairs.map(([was, is]) => of(was, is));
		return { low: Math.min(...all), likely: all[0] ?? 0, high: Math.max(...all) };
	};
	const kwhPerK = (loop.volume * WATER) / 1000;
	return {
		kind: "told",
		days: series.minutes.length / MINUTES_A_DAY,
		recorded: figures(recorded),
		today: figures(today),
		heat: span((was, is) => (was.heat === 0 ? 0 : (is.heat / was.heat - 1) * 100)),
		...(loop.volume > 0 && { kwh: span((was, is) => (is.heat - was.heat) * kwhPerK) }),
		starts: span((was, is) => is.starts - was.starts),
		hours: span((was, is) => is.hours - was.hours),
		...{ runs: fit.runs, stops: fit.stops },
		took: (performance.now() - began) / 1000,
	};
}

const figures = ({ starts, hours }: Outcome) => ({ starts, hours });
