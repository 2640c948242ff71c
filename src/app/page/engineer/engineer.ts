import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Engineer } from "#web/engineer/engineer.ts";
import type { App, Observer } from "../../beside/running.ts";
import { Counts, type Day } from "./counts.ts";
import { decisionsOf } from "./decisions.ts";
import { calendarIn } from "./local-day.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIVE = 20_000;

/** What the views for an engineer show of the running app, and what they have to see of it. */
export interface EngineerSide extends Required<Pick<Observer, "turned">> {
	readonly engineer: Engineer;
}

export function engineerOf(app: App, first: Snapshot): EngineerSide {
	const { store, clock, options, plant } = app;
	const calendar = calendarIn(options?.site.time_zone);
	const now = () => clock.date().getTime();
	const core = () => ({ plant, settings: (app.snapshot() ?? first).settings, calendar });
	const counts = new Counts(plant, (options?.turn ?? 1) * 1000);
	const trusted = () => clock.wall().trusted;
	const day = every(MINUTE, now, (): Day | undefined => {
		const until = now();
		const midnight = calendar.day(calendar.dateOf(until))?.from;
		if (midnight === undefined || !trusted()) return undefined;
		return { midnight, now: until, switched: store.history.switched(Math.min(midnight, until - HOUR), until) };
	});
	// A page that changes every second is sent every second.
	const live = every(LIVE, now, () => counts.view(app.snapshot() ?? first, day()));
	return {
		turned: (turn) => counts.turned(turn.now * 1000, app.samples()),
		engineer: {
			trusted,
			live,
			decisions: (asked, language) => decisionsOf(store.history, core(), asked, language, now()),
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
