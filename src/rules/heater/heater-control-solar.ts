import * as z from "zod";
import {
	after,
	type Celsius,
	type Instant,
	inSeconds,
	instant,
	type KelvinPerHour,
	kelvinPerHour,
	minutes,
	type Seconds,
	seconds,
	since,
} from "#model/quantities/units.ts";

/** So long solar charging is measured before it is judged, and after so long it is measured anew. */
const MEASURED = inSeconds(minutes(10));
const ANEW = inSeconds(minutes(30));
/** Solar charging that was too slow is not waited for again for so long. */
const WEAK_FOR = inSeconds(minutes(60));

/** Whether solar charging will do it, so that the heater need not. */
export const solar = z
	.object({
		/** The measurement of now: since when, from which temperature. */
		at: z.number().optional(),
		from: z.number().optional(),
		/** What it said last, in K/h. */
		rate: z.number().optional(),
		/** Until then the heater waits at most, since heat was wanted. */
		until: z.number().optional(),
		weak_until: z.number().optional(),
	})
	.prefault({});
export type Solar = z.output<typeof solar>;

interface Seen {
	readonly now: Instant;
	/** Heat is wanted up to this temperature, within this time at the latest; undefined if it is not wanted. */
	readonly wanted: { readonly target: Celsius; readonly within: Seconds } | undefined;
	readonly tank: Celsius;
	/** A circuit from a collector runs into this tank. */
	readonly charging: boolean;
	/** The heater runs, so that what is measured is not the sun alone. */
	readonly heats: boolean;
}

export type Wait =
	| { readonly kind: "heat" }
	| { readonly kind: "measuring"; readonly left: Seconds }
	| { readonly kind: "enough"; readonly rate: KelvinPerHour; readonly left: Seconds };

const HEAT: Wait = { kind: "heat" };
const NONE: Solar = {};

/** Whether the heater waits for the sun, and what is remembered for that. The same object if nothing changed. */
export function waiting(before: Solar, seen: Seen): readonly [Solar, Wait] {
	const { now, wanted, tank, charging, heats } = seen;
	if (!charging) {
		const kept = before.weak_until !== undefined && before.weak_until > now ? before.weak_until : undefined;
		const same = before.at === undefined && before.until === undefined && before.weak_until === kept;
		return [same ? before : kept === undefined ? NONE : { weak_until: kept }, HEAT];
	}
	const measured = measuredBy(before, now, tank, heats);
	const until = wanted === undefined ? undefined : (before.until ?? after(now, wanted.within));
	const next = until === measured.until ? measured : withUntil(measured, until);
	return wanted === undefined || until === undefined ? [next, HEAT] : judged(next, seen, wanted.target, instant(until));
}

function judged(next: Solar, { now, tank, heats }: Seen, target: Celsius, until: Instant): readonly [Solar, Wait] {
	if (next.weak_until !== undefined && next.weak_until > now) return [next, HEAT];
	const left = since(now, until);
	if (left <= 0) return [next, HEAT];
	if (next.rate === undefined) {
		const elapsed = next.at === undefined || heats ? 0 : since(instant(next.at), now);
		const wait = seconds(Math.max(0, MEASURED - elapsed));
		// What cannot be measured within the time left is not waited for.
		return [next, wait < left ? { kind: "measuring", left: wait } : HEAT];
	}
	const takes = next.rate > 0 ? seconds(((target - tank) / next.rate) * 3600) : Number.POSITIVE_INFINITY;
	if (takes <= left) return [next, { kind: "enough", rate: kelvinPerHour(next.rate), left: seconds(Math.ceil(takes)) }];
	return [{ ...next, weak_until: after(now, WEAK_FOR) }, HEAT];
}

/** The measurement goes on, begins, or gives its rate. While the heater heats there is none. */
function measuredBy(before: Solar, now: Instant, tank: Celsius, heats: boolean): Solar {
	const { at, from, rate, ...kept } = before;
	if (heats) return at === undefined ? before : { ...kept, ...(rate !== undefined && { rate }) };
	if (at === undefined || from === undefined)
		return { ...kept, at: now, from: tank, ...(rate !== undefined && { rate }) };
	const lasted = since(instant(at), now);
	if (lasted < MEASURED) return before;
	const measured = Math.round(((tank - from) / lasted) * 36_000) / 10;
	if (lasted >= ANEW) return { ...kept, at: now, from: tank, rate: measured };
	// The first verdict, and then the one of each new measurement.
	return rate === undefined ? { ...before, rate: measured } : before;
}

function withUntil({ until: _, ...rest }: Solar, until: number | undefined): Solar {
	return until === undefined ? rest : { ...rest, until };
}
