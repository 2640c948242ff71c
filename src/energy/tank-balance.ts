import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { isTank } from "#model/plant/circuit.ts";
import { instant, since } from "#model/quantities/units.ts";
import { type Count, count, counted, joinedCounts, NOTHING, type Times } from "./counting/count.ts";
import { type Evidence, explained, half, NO_EVIDENCE, witnessed } from "./tank/evidence.ts";
import { coldWaterOf, kelvinOf, type Layer, layersOf, storedIn } from "./tank/layers.ts";

/** Seconds between looks, over which the stored heat is averaged, and beyond which nothing is known of the time between. */
const EVERY = 60;
const MEAN = 300;
const LONGEST = 150;
/** K of the whole tank. Less is noise and no change. */
const BAND = 0.25;

const evidence = z.object({ ran: z.record(z.string(), z.number()), heated: z.number() });
export const memory = z.object({
	/** kWh by which the stored heat rose, by source. */
	rose: z.record(z.string(), count).default({}),
	/** kWh by which it fell: drawn off or lost. */
	fell: count.prefault({}),
	at: z.number().optional(),
	/** kWh at the last booking. */
	from: z.number().optional(),
	/** The mean that has begun. */
	began: z.number().optional(),
	sum: z.number().optional(),
	looks: z.int().optional(),
	/** Since the last booking, and in the mean that has begun. */
	evidence: evidence.optional(),
	recent: evidence.optional(),
});
export type BalanceMemory = z.output<typeof memory>;

/**
 * By how much the heat in each tank rose and fell, and what made it rise. It counts the tank as a whole: heat that comes in while as much
 * is drawn is not seen.
 */
export const tankBalance = rule({
	id: "tank_balance",
	per: "part",
	where: (part, plant) => isTank(part) && layersOf(part, plant) !== undefined,
	needs: { layers: layersOf, house: (_, plant) => plant },
	options: z.object({}),
	counts: true,
	memory,
	joined: (saved, since, by) => ({
		...saved,
		rose: joinedRises(saved.rose, since.rose, by),
		fell: joinedCounts(saved.fell, since.fell, by),
	}),
	propose({ at: tank, layers, house }, situation, before) {
		const { now, begun, readings } = situation;
		const { at } = before;
		const isNew = at === undefined || at < begun || now < at;
		const dt = isNew ? 0 : since(instant(at), now);
		if (!isNew && dt < EVERY) return silent(before);
		const { kwh } = storedIn(layers, readings, coldWaterOf(house));
		const aged = passed(before, situation);
		// A lost sensor, or a time of which nothing is known: the heat before it and after it are not compared.
		if (kwh === undefined) return silent({ rose: aged.rose, fell: aged.fell, at: now });
		if (isNew || dt > LONGEST) return silent(begin({ rose: aged.rose, fell: aged.fell, at: now }, kwh));
		const evidence = witnessed(before.evidence ?? NO_EVIDENCE, tank, situation, dt);
		const recent = witnessed(before.recent ?? NO_EVIDENCE, tank, situation, dt);
		return silent(averaged({ ...aged, evidence, recent, at: now }, kwh, layers, situation));
	},
});

const begin = (before: BalanceMemory, kwh: number): BalanceMemory => ({
	...before,
	...(before.at !== undefined && { began: before.at }),
	sum: kwh,
	looks: 1,
});

/** Days begin, and what was counted is shown. */
function passed(before: BalanceMemory, times: Times): BalanceMemory {
	let { rose } = before;
	for (const [source, one] of Object.entries(rose)) {
		const same = counted(one, 0, times);
		if (same !== one) rose = { ...rose, [source]: same };
	}
	return { ...before, rose, fell: counted(before.fell, 0, times) };
}

function averaged(before: BalanceMemory, kwh: number, layers: readonly Layer[], times: Times): BalanceMemory {
	const { began, sum = 0, looks = 0, from } = before;
	if (began === undefined) return begin(before, kwh);
	const more = { ...before, sum: sum + kwh, looks: looks + 1 };
	if (since(instant(began), times.now) < MEAN) return more;
	const mean = more.sum / more.looks;
	const next = { ...before, began: times.now, sum: 0, looks: 0, recent: NO_EVIDENCE };
	if (from === undefined) return { ...next, from: mean, evidence: NO_EVIDENCE };
	const band = BAND * kelvinOf(layers);
	if (Math.abs(mean - from) < band) return next;
	// A mean is that of the middle of its time. What came in after that is still to rise.
	const still = half(before.recent ?? NO_EVIDENCE);
	const { ran, heated } = before.evidence ?? NO_EVIDENCE;
	const proof = { ran, heated: heated - still.heated };
	return { ...bookedOf(next, mean - from, proof, times), from: mean, evidence: still };
}

function bookedOf(before: BalanceMemory, change: number, proof: Evidence, times: Times): BalanceMemory {
	if (change < 0) return { ...before, fell: counted(before.fell, -change, times) };
	const rose: Record<string, Count> = { ...before.rose };
	for (const [source, kwh] of explained(change, proof)) rose[source] = counted(rose[source] ?? NOTHING, kwh, times);
	return { ...before, rose };
}

const joinedRises = (saved: BalanceMemory["rose"], since: BalanceMemory["rose"], by: number): BalanceMemory["rose"] =>
	Object.fromEntries(
		[...new Set([...Object.keys(saved), ...Object.keys(since)])].map((source) => [
			source,
			joinedCounts(saved[source] ?? NOTHING, since[source] ?? NOTHING, by),
		]),
	);
