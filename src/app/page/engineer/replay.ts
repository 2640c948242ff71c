import { percent } from "#model/quantities/units.ts";
import { outputName, reasonText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import type { Difference, Replayed, ReplayView } from "#web/engineer/replay-view.ts";
import { type Core, didAt, measuredIn, type PlayedMinute, playedFrom, type Tables } from "./recorded.ts";

const MINUTE = 60_000;
const RUN_UP = 6 * 3_600_000;
/** Shorter differences come from the means: a change falls into one minute or the next. */
const SHORTEST = 2 * MINUTE;
const MOST = 60;

interface Tally {
	readonly was: { starts: number; minutes: number; runs: boolean };
	readonly is: { starts: number; minutes: number; runs: boolean };
	same: number;
	open: Difference | undefined;
}
const begun = () => ({ starts: 0, minutes: 0, runs: false });

/** A recorded day, decided again by the core with today's settings. Undefined for what is no date. */
export async function replayOf(
	tables: Tables,
	core: Core,
	date: string | undefined,
	language: Language,
	now: number,
): Promise<ReplayView | undefined> {
	const { plant, calendar } = core;
	const day = calendar.day(date ?? calendar.dateOf(now));
	if (day === undefined) return undefined;
	const span = [day.from - RUN_UP, Math.min(day.to, now)] as const;
	const did = didAt(plant, tables.switched(...span));
	// A mean hides that a limit was reached within its minute.
	const exact = tables
		.reasons(...span)
		.map(({ at, output, facts }) => ({ at, values: measuredIn(plant, output, facts) }));
	const tallies = plant.outputs.map((): Tally => ({ was: begun(), is: begun(), same: 0, open: undefined }));
	const differences: Difference[] = [];
	let minutes = 0;
	for await (const minute of playedFrom(tables, core, span, undefined, exact)) {
		const recorded = did(minute.at);
		if (minute.at < day.from) continue;
		minutes += 1;
		for (const [index, tally] of tallies.entries())
			see(tally, recorded[index] ?? 0, index, minute, language, differences);
	}
	for (const { open } of tallies) if (open !== undefined) differences.push(open);
	const lasting = differences.filter(({ from, to }) => to - from > SHORTEST).sort((a, b) => a.from - b.from);
	return {
		date: day.date,
		minutes,
		outputs: plant.outputs.map((output, index): Replayed => {
			const { was, is, same } = tallies[index] ?? { was: begun(), is: begun(), same: 0 };
			const figures = ({ starts, minutes: ran }: typeof was) => ({ starts, hours: ran / 60 });
			const share = minutes === 0 ? 1 : same / minutes;
			return { name: outputName(plant, output, language), recorded: figures(was), replayed: figures(is), same: share };
		}),
		differences: lasting.slice(0, MOST),
		more: Math.max(0, lasting.length - MOST),
		clock: calendar.clockOf,
	};
}

function see(
	tally: Tally,
	recorded: number,
	index: number,
	{ at, turn, decision }: PlayedMinute,
	language: Language,
	differences: Difference[],
): void {
	const { plant } = turn.bound;
	const [output, verdict] = [plant.outputs[index], decision.verdicts[index]];
	if (output === undefined || verdict === undefined) return;
	count(tally.was, recorded > 0);
	count(tally.is, verdict.want > 0);
	const { open } = tally;
	if (recorded > 0 === verdict.want > 0) {
		tally.same += 1;
		if (open !== undefined) differences.push(open);
		tally.open = undefined;
		return;
	}
	tally.open = {
		from: open?.from ?? at,
		to: at + MINUTE,
		name: outputName(plant, output, language),
		was: stateText(plant, output, percent(recorded), language),
		is: stateText(plant, output, verdict.want, language),
		text: open?.text ?? reasonText(plant, verdict.because, language),
	};
}

function count(one: Tally["was"], runs: boolean): void {
	if (runs && !one.runs) one.starts += 1;
	if (runs) one.minutes += 1;
	one.runs = runs;
}
