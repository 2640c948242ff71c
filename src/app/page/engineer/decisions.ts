import type { Verdict } from "#model/decision/decision.ts";
import type { Plant } from "#model/plant/plant.ts";
import { toldExplanation } from "#texts/explanation.ts";
import { reasonText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import type { Band, DecisionsAsked, DecisionsView, Lane, Moment } from "#web/engineer/decisions-view.ts";
import { gapsIn } from "./gaps.ts";
import { lanesOf } from "./lanes.ts";
import type { Calendar, LocalDay } from "./local-day.ts";
import {
	type Core,
	didAt,
	explained,
	measuredIn,
	measuring,
	type PlayedMinute,
	playedFrom,
	type Tables,
} from "./recorded.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The core has run for so long before the moment that is looked at, so that it remembers what it would. */
const RUN_UP = 6 * HOUR;
/** Changes before and after one. */
const AROUND = 3;

/** A day of decisions, with one of them looked at. Undefined for what is no date. */
export async function decisionsOf(
	tables: Tables,
	core: Core,
	asked: DecisionsAsked,
	language: Language,
	now: number,
): Promise<DecisionsView | undefined> {
	const { plant, calendar } = core;
	const day = dayOf(calendar, asked, now);
	if (day === undefined) return undefined;
	const until = Math.max(day.from, Math.min(day.to, now));
	const gaps = await gapsIn(tables, day.from, until);
	const lanes = lanesOf(plant, tables, [day.from, until], language, gaps);
	const wanted = momentIn(calendar, day, asked);
	const chosen = chosenOf(lanes, wanted, asked.output);
	const moment = chosen && (await momentOf(tables, core, chosen, language));
	const { date, from, to } = day;
	return {
		...{ date, from, to, until, lanes },
		opens: wanted ?? (to > now ? until : (moment?.at ?? from)),
		...neighbours(calendar, day, tables, now),
		hours: hoursOf(calendar, day),
		gaps: lanes.some(({ bands }) => bands.length > 0) ? gaps : [],
		...(moment && { moment }),
		clock: calendar.clockOf,
	};
}

function dayOf(calendar: Calendar, { date, at }: DecisionsAsked, now: number): LocalDay | undefined {
	return calendar.day(date ?? calendar.dateOf(at ?? now));
}

/** A time of day that comes twice is the first. */
function momentIn(calendar: Calendar, { from, to }: LocalDay, { at, time }: DecisionsAsked): number | undefined {
	if (at !== undefined) return at;
	if (time === undefined || !/^\d\d:\d\d$/.test(time)) return undefined;
	for (let ms = from; ms < to; ms += MINUTE) if (calendar.clockOf(ms).slice(0, 5) >= time) return ms;
	return undefined;
}

interface Chosen {
	readonly lane: Lane;
	readonly nth: number;
	readonly band: Band;
	/** ms since 1970. */
	readonly at: number;
}

/** The decision that was in force at a moment; without one the newest start or stop of a pump, or else of any output. */
function chosenOf(lanes: readonly Lane[], at: number | undefined, output: string | undefined): Chosen | undefined {
	const wanted = lanes.find(({ id }) => id === output);
	const inOrder = wanted ? [wanted] : [...lanes].sort((a, b) => Number(b.role === "pump") - Number(a.role === "pump"));
	for (const lane of inOrder) {
		const nth = lane.bands.findLastIndex(({ from, to }, n) =>
			at === undefined ? changes(lane, n) : from <= at && at < to,
		);
		const found = nth < 0 ? lane.bands.length - 1 : nth;
		const band = lane.bands[found];
		if (band !== undefined && (nth >= 0 || lane === inOrder.at(-1)))
			return { lane, nth: found, band, at: within(band, at) };
	}
	return undefined;
}
/** Close to its beginning, the beginning is meant. */
const within = ({ from, to }: Band, at = from) => (at > from + 2 * MINUTE && at < to ? at : from);
const changes = ({ bands }: Lane, n: number) => n > 0 && bands[n]?.runs !== bands[n - 1]?.runs;

async function momentOf(
	tables: Tables,
	core: Core,
	{ lane, nth, band, at }: Chosen,
	language: Language,
): Promise<Moment | undefined> {
	const found = await playedAt(tables, core, lane.id, band, at);
	const played = found && playedOf(core.plant, lane.id, band, found, language);
	const around = lane.bands.slice(Math.max(0, nth - AROUND), nth + AROUND + 1);
	return { output: lane.id, name: lane.name, at, band, around, ...(played && { played }) };
}

/**
 * The turn in which the core takes that decision: with what the decision says it went by, or else with the means of a minute,
 * which may be one or two after the change. Where it does not take it, the minute of the change.
 */
async function playedAt(
	tables: Tables,
	core: Core,
	output: string,
	band: Band,
	moment: number,
): Promise<PlayedMinute | undefined> {
	const at = Math.floor(moment / MINUTE) * MINUTE;
	const index = core.plant.outputs.find(({ id }) => id === output)?.index ?? -1;
	const span = [at - RUN_UP, at + 3 * MINUTE] as const;
	const did = didAt(core.plant, tables.switched(...span));
	const agrees = ({ decision }: PlayedMinute) => isSame(decision.verdicts[index], band);
	let same: PlayedMinute | undefined;
	for await (const minute of playedFrom(tables, core, span, did)) {
		if (minute.at < at - MINUTE) continue;
		if (minute.at === at && moment === band.from) {
			const exact = measuring(minute, { at: moment, values: measuredIn(core.plant, output, band.facts) });
			if (agrees(exact)) return exact;
		}
		if (agrees(minute) && minute.at >= at) return minute;
		if (minute.at === at) same = minute;
	}
	return same;
}

const isSame = (verdict: Verdict | undefined, { runs, code }: Band) =>
	verdict !== undefined && verdict.want > 0 === runs && (code === undefined || verdict.because.code === code);

function playedOf(plant: Plant, id: string, band: Band, minute: PlayedMinute, language: Language): Moment["played"] {
	const output = plant.outputs.find((one) => one.id === id);
	const verdict = output && minute.decision.verdicts[output.index];
	const explanation = output && explained(minute).outputs[output.index];
	if (output === undefined || verdict === undefined || explanation === undefined) return undefined;
	const { conditions, changes } = toldExplanation(explanation, output, language);
	const { want, because } = verdict;
	return {
		at: minute.at,
		agrees: isSame(verdict, band),
		state: stateText(plant, output, want, language),
		text: reasonText(plant, because, language),
		conditions,
		others: changes.map(({ condition, text }) => ({ condition, text })),
	};
}

/** The nearest days with a history. */
function neighbours(
	calendar: Calendar,
	{ from, to }: LocalDay,
	tables: Pick<Tables, "minutes">,
	now: number,
): Pick<DecisionsView, "earlier" | "later"> {
	const [first] = tables.minutes(0, Math.floor(from / MINUTE), 1);
	const [next] = to > now ? [] : tables.minutes(Math.floor(to / MINUTE), Math.ceil(now / MINUTE), 1);
	const before = first && tables.minutes(Math.floor((from - 24 * HOUR) / MINUTE), Math.floor(from / MINUTE), 1)[0];
	return {
		...(first && { earlier: calendar.dateOf(before ? from - MINUTE : first.minute * MINUTE) }),
		...(next && { later: calendar.dateOf(next.minute * MINUTE) }),
	};
}

/** Every third full hour. On a day on which the clock changes they are not evenly apart. */
function hoursOf(calendar: Calendar, { from, to }: LocalDay): DecisionsView["hours"] {
	const hours: { at: number; name: string }[] = [];
	for (let at = from; at < to; at += MINUTE * 30) {
		const { hour, minute } = calendar.local(at);
		if (minute === 0 && hour % 3 === 0 && hours.at(-1)?.name !== two(hour)) hours.push({ at, name: two(hour) });
	}
	return hours;
}
const two = (n: number) => String(n).padStart(2, "0");
