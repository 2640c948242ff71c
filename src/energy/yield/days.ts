import { BY_LIGHT, BY_OWN, byLight, byOwn, type Compared, type Limits } from "./judged.ts";
import type { YieldDay, YieldMemory } from "./memory.ts";

/** How a circuit is judged. */
export interface Judging {
	readonly lit: boolean;
	/** m², where the options say it. */
	readonly area: number | undefined;
}

/** Days that are shown. */
const SHOWN = 31;
/** Looks of an hour, and how many of them make it a full one. */
const LOOKS = 25;

/** The hour is over: its means, if it ran all the time and was known. */
export function hourOver(memory: YieldMemory): YieldMemory {
	const { present, hours, ...rest } = memory;
	if (present === undefined) return memory;
	const { hour, ran, known, lit, kw, over, light } = present;
	if (known < LOOKS || known < ran) return { ...rest, hours };
	const mean = (sum: number) => Math.round((sum / known) * 1000) / 1000;
	const full = { hour, kw: mean(kw), over: mean(over), ...(lit === known && { light: mean(light) }) };
	return { ...rest, hours: [...hours.filter((one) => one.hour !== hour), full] };
}

/** The day is over: how it compares, and what follows from the last days. */
export function dayOver(memory: YieldMemory, next: string, { lit, area }: Judging): YieldMemory {
	const { day, kwh, days, hours, found, low, high } = memory;
	const begun = { ...memory, day: next, kwh: 0, hours: [] };
	// A clock that goes back tells nothing of a day.
	if (day === undefined || next < day) return begun;
	const usual = found === undefined && low < 3 && high === 0;
	const compared = lit ? byLight(memory, hours, usual) : byOwn(memory, hours, area, usual);
	const row: YieldDay = { day, kwh: rounded(kwh), ...shown(compared, kwh) };
	const after = { ...begun, ...compared.learnt, days: [...days.filter((one) => one.day !== day), row].slice(-SHOWN) };
	return "share" in compared ? told(after, compared.share, lit ? BY_LIGHT : BY_OWN) : after;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const shown = (compared: Compared, kwh: number): Pick<YieldDay, "expected" | "share" | "why"> =>
	"share" in compared
		? { expected: rounded(kwh * compared.expected), share: rounded(compared.share) }
		: { why: compared.why };

/** Counts days in a row. One that looks otherwise begins anew; one that tells nothing is left out. */
function told(memory: YieldMemory, share: number, limits: Limits): YieldMemory {
	const low = share < limits.low ? memory.low + 1 : 0;
	const high = share > limits.high ? memory.high + 1 : 0;
	const [from, to] = limits.right;
	const right = memory.found !== undefined && share >= from && share <= to ? memory.right + 1 : 0;
	const nearest = low > 0 ? Math.max : Math.min;
	const extreme = low + high <= 1 ? share : nearest(memory.extreme ?? share, share);
	const { found: before, extreme: _, ...rest } = memory;
	const after = { ...rest, low, high, right, ...(low + high > 0 && { extreme }) };
	if (before !== undefined) return right >= limits.right_days ? { ...after, right: 0 } : { ...after, found: before };
	const percent = Math.round(100 * extreme);
	if (low >= limits.low_days) return { ...after, found: { kind: "low", percent, days: low } };
	if (high >= limits.high_days) return { ...after, found: { kind: "high", percent, days: high } };
	return after;
}
