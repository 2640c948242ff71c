import type { Settings } from "#model/decision/settings.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Switched } from "#store/history/history.ts";
import type { CannotTell, Span, WhatIfResult } from "#web/engineer/what-if-view.ts";
import { type Answer, fitted } from "./fit.ts";
import { solarPlantOf } from "./lines.ts";
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
/** The model has to start the pumps about as often as was recorded, and to gain as much; few starts say little. */
const UNLIKE = { share: 0.3, starts: 10, heat: 0.1 };
/**
 * Percent of the heat by which simulated houses were beyond what fits their recorded days: layers, pipes and what happens within a
 * minute. More where several circuits share pumps.
 */
const COARSE = { one: 0.1, several: 0.3 };
/** Wh that a litre takes per K. */
const WATER = 1.163;

const cannot = (why: CannotTell): WhatIfResult => ({ kind: "cannot", why });

/** What another setting would have made of recorded days. Takes about a second a month. */
export function workedOut({ plant, columns, switched, settings, changed, zone }: Question): WhatIfResult {
	const began = performance.now();
	const solar = solarPlantOf(plant);
	if (typeof solar === "string") return cannot(solar);
	const series = seriesOf(plant, columns, switched);
	const fit = fitted(plant, series, solar);
	if (fit === undefined) return cannot("too_little");
	const run = (with_: Settings, answer: Answer): Outcome => {
		const trial: Trial = { plant, solar, series, settings: with_, answer, wallAt: wallsIn(zone) };
		return tried(trial);
	};
	const recorded = recordedOutcome({ plant, solar, series, answer: fit.likely });
	const today = run(settings, fit.likely);
	const again = recorded.heat > 0 ? today.heat / recorded.heat : 0;
	const apart = Math.abs(today.starts - recorded.starts);
	const much = apart > Math.max(UNLIKE.starts, recorded.starts * UNLIKE.share);
	if (much || Math.abs(again - 1) > UNLIKE.heat) return cannot("unlike");
	const pairs = [
		[today, run(changed, fit.likely)] as const,
		...fit.others.map((answer) => [run(settings, answer), run(changed, answer)] as const),
	];
	const span = (of: (was: Outcome, is: Outcome) => number): Span => {
		const all = pairs.map(([was, is]) => of(was, is));
		return { low: Math.min(...all), likely: all[0] ?? 0, high: Math.max(...all) };
	};
	const same = pairs.every(([was, is]) => was.heat === is.heat);
	const coarse = same ? 0 : Math.abs(again - 1) * 100 + (solar.lines.length > 1 ? COARSE.several : COARSE.one);
	const heat = wider(
		span((was, is) => (was.heat === 0 ? 0 : (is.heat / was.heat - 1) * 100)),
		coarse,
	);
	const inKwh = solar.stores.every(({ volume }) => volume > 0);
	const kwh = (kelvins: number) => (kelvins * WATER) / 1000;
	const unsure = Math.abs(fit.checked - 1);
	return {
		kind: "told",
		days: series.minutes.length / MINUTES_A_DAY,
		recorded: figures(recorded),
		today: figures(today),
		heat,
		...(inKwh && { kwh: inPart(heat, kwh(today.heat) / 100, unsure) }),
		starts: span((was, is) => is.starts - was.starts),
		hours: span((was, is) => is.hours - was.hours),
		...{ runs: fit.runs, stops: fit.stops },
		proof: { again: again * 100, checked: fit.checked * 100 },
		took: (performance.now() - began) / 1000,
	};
}

const wider = ({ low, likely, high }: Span, by: number): Span => ({ low: low - by, likely, high: high + by });

/** So much of a whole, that itself is known to a part only. */
function inPart({ low, likely, high }: Span, whole: number, unsure: number): Span {
	const all = [low, high].flatMap((one) => [one * whole * (1 - unsure), one * whole * (1 + unsure)]);
	return { low: Math.min(...all), likely: likely * whole, high: Math.max(...all) };
}

const figures = ({ starts, hours }: Outcome) => ({ starts, hours });
