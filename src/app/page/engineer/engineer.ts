import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Engineer } from "#web/engineer/engineer.ts";
import type { App, Observer } from "../../beside/running.ts";
import { Counts, type Day } from "./counts.ts";
import { csvOf } from "./csv.ts";
import { decisionsOf } from "./decisions.ts";
import { calendarIn } from "./local-day.ts";
import { LogTail, recordsOf } from "./records.ts";
import { replayOf } from "./replay.ts";
import { triedIn, whatIfOf } from "./what-if/what-if.ts";
import { yieldsView } from "./yields.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIVE = 20_000;

/** What the views for an engineer show of the running app, and what they have to see of it. */
export interface EngineerSide extends Required<Pick<Observer, "turned" | "heard">> {
	readonly engineer: Engineer;
}

/** @param clean removes secrets */
export function engineerOf(app: App, first: Snapshot, clean: (value: unknown) => unknown): EngineerSide {
	const { store, clock, options, plant } = app;
	const { history } = store;
	const zone = options?.site.time_zone;
	const calendar = calendarIn(zone);
	const now = () => clock.date().getTime();
	const last = () => app.snapshot() ?? first;
	const settings = () => last().settings;
	const core = () => ({ plant, settings: settings(), calendar });
	const log = new LogTail(clean, now);
	const counts = new Counts(plant, (options?.turn ?? 1) * 1000);
	const trusted = () => clock.wall().trusted;
	const day = every(MINUTE, now, (): Day | undefined => {
		const until = now();
		const midnight = calendar.day(calendar.dateOf(until))?.from;
		if (midnight === undefined || !trusted()) return undefined;
		return { midnight, now: until, switched: history.switched(Math.min(midnight, until - HOUR), until) };
	});
	// A page that changes every second is sent every second.
	const live = every(LIVE, now, () => counts.view(last(), day()));
	return {
		heard: (notice) => log.heard(notice),
		turned: (turn) => counts.turned(turn.now * 1000, app.samples()),
		engineer: {
			trusted,
			live,
			now,
			dateOf: calendar.dateOf,
			midnight: (date) => calendar.day(date)?.from,
			decisions: (asked, language) => decisionsOf(history, core(), asked, language, now()),
			csv: (asked) => csvOf(history, plant, calendar, asked),
			replay: (date, language) => replayOf(history, core(), date, language, now()),
			tried: (language) => triedIn(plant, settings(), language),
			whatIf: whatIfOf({ tables: history, plant, settings, zone, now }),
			yields: (language) => yieldsView(last(), language),
			records: (language, before) => recordsOf(store, log, last(), calendar, language, before),
		},
	};
}

/** Worked out again after so many ms. */
function every<T>(ms: number, now: () => number, make: () => T): () => T {
	let made: { readonly at: number; readonly value: T } | undefined;
	return () => {
		const at = Math.floor(now() / ms);
		if (made?.at !== at) made = { at, value: make() };
		return made.value;
	};
}
