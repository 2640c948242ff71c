import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { running } from "#model/plant/output.ts";
import { instant, since } from "#model/quantities/units.ts";

/** Starts in a day, on so many days in a row: a solar pump has about a dozen on a changeable day. */
const MANY = 60;
const DAYS = 3;
const DAY = 24 * 3600;
/** Hours and starts for which pumps and relays of houses are made. */
const HOURS = 40_000;
const STARTS = 100_000;
const HOUR = 3600;

const memory = z.object({
	/** It ran at the last look, which was then. */
	on: z.boolean().default(false),
	at: z.number().optional(),
	seconds: z.number().default(0),
	starts: z.number().default(0),
	/** The day that is counted began then, with so many starts so far. */
	day: z.number().optional(),
	today: z.number().default(0),
	/** Starts of the last days with too many. */
	many: z.array(z.number()).default([]),
});

/** A pump that starts too often, or has done what it is made for. */
export const pumpWear = rule({
	id: "pump_wear",
	per: "output",
	where: ({ role }) => role === "pump",
	needs: {},
	options: z.object({}),
	counts: true,
	memory,
	joined: (saved, counted) => ({
		...counted,
		seconds: saved.seconds + counted.seconds,
		starts: saved.starts + counted.starts,
		many: saved.many,
	}),
	finds({ at }, { seconds, starts, many }) {
		const output = at.id;
		const last = many.at(-1);
		const hours = Math.floor(seconds / HOUR);
		return [
			...(last !== undefined && many.length >= DAYS
				? [finding("warning", "pump_starts_often", { output, starts: last, days: many.length })]
				: []),
			...(hours >= HOURS || starts >= STARTS ? [finding("warning", "pump_worn", { output, hours, starts })] : []),
		];
	},
	propose({ at }, { now, outputs }, before) {
		const state = outputs[at.index];
		const on = state !== undefined && running(state);
		const { day = now } = before;
		const over = since(instant(day), now) >= DAY;
		if (before.day !== undefined && !over && !on && !before.on) return silent(before);
		const passed = before.on && before.at !== undefined ? Math.max(0, since(instant(before.at), now)) : 0;
		// While it runs on, once a minute is enough.
		if (before.day !== undefined && !over && on && before.on && passed < 60) return silent(before);
		const started = on && !before.on ? 1 : 0;
		const many = !over ? before.many : before.today >= MANY ? [...before.many, before.today].slice(-DAYS) : [];
		return silent({
			on,
			at: now,
			seconds: before.seconds + passed,
			starts: before.starts + started,
			day: over ? now : day,
			today: over ? started : before.today + started,
			many,
		});
	},
});
