import type { HistoryView } from "#web/history/ask.ts";
import type { Range } from "#web/history/range.ts";
import type { Kept } from "#web/history/routes.ts";
import { calendarIn } from "../../../src/app/page/engineer/local-day.ts";

export const NOTHING: HistoryView = {
	step: 5,
	times: [],
	sensors: {},
	lows: {},
	highs: {},
	quantities: {},
	outputs: {},
};

/** What was kept in a house in Stockholm, whose clock shows summer time from 29 March to 25 October 2026. */
export const keptBy = (now: string, kept: Partial<Kept> = {}): Kept => ({
	history: async ({ step }) => ({ ...NOTHING, step }),
	energy: () => [],
	calendar: calendarIn("Europe/Stockholm"),
	now: () => Date.parse(now),
	...kept,
});

const MINUTE = 60_000;

/** A house that measured all the time, but for the moments that `gap` names: a value that follows from the moment. */
export const steady =
	(measured: (at: number) => number, gap: (at: number) => boolean = () => false): Kept["history"] =>
	async ({ from, to, step }: Range) => {
		const length = step * MINUTE;
		const times: number[] = [];
		for (let at = Math.floor(from / length) * length; at < to; at += length) if (!gap(at)) times.push(at);
		const values = (add: number) => ({
			collector: times.map((at) => measured(at) + add),
			tank_0: times.map((at) => measured(at) / 2 + add),
			tank_140: times.map(() => 55 + add),
		});
		return {
			...{ step, times, sensors: values(0), lows: values(-5), highs: values(5) },
			quantities: {},
			outputs: {
				pump: [
					{ at: from - 1, percent: 0 },
					{ at: from + 8 * 60 * MINUTE, percent: 100 },
					{ at: from + 12 * 60 * MINUTE, percent: 0 },
				],
			},
		};
	};
