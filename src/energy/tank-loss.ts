import * as z from "zod";
import { rule, type Situation, silent } from "#control/rule.ts";
import { isTank } from "#model/plant/circuit.ts";
import { anyFlows } from "#model/plant/flows.ts";
import type { Circuit, Part, Plant, Sensor } from "#model/plant/plant.ts";
import { measured } from "#model/plant/reading.ts";
import { celsius, instant, OFF, since } from "#model/quantities/units.ts";
import { joinedMeters } from "./counting/booked.ts";
import { count, counted } from "./counting/count.ts";
import { THRESHOLD } from "./metering/reading.ts";
import { aroundOf, kelvinOf, type Layer, layersOf, storedIn } from "./tank/layers.ts";
import { begun, goesOn, lookedAt, lossOf, spell, standingOf, withLoss } from "./tank/spell.ts";

/** Seconds between looks, and beyond which nothing is known of the time between. */
const EVERY = 600;
const LONGEST = 900;

export const memory = z.object({
	/** kWh to what is around the tank. */
	heat: count.prefault({}),
	doubt: z.number().min(0).default(0),
	/** Seconds that could not be told, once it was known what the tank loses. */
	gap: z.number().min(0).default(0),
	at: z.number().optional(),
	/** W at the last look. */
	watts: z.number().optional(),
	spell: spell.optional(),
	/** W/K, by the last spells, the newest last. */
	losses: z.array(z.number()).default([]),
});
export type LossMemory = z.output<typeof memory>;

/**
 * What each tank loses to what is around it. It is learnt from hours in which the tank was left alone, and counted once three of them
 * agree; before that nothing is told.
 */
export const tankLoss = rule({
	id: "tank_loss",
	per: "part",
	where: (part, plant) => isTank(part) && layersOf(part, plant) !== undefined,
	needs: { layers: layersOf, taps: tapsOf, circuits: circuitsAt },
	options: z.object({}),
	counts: true,
	memory,
	joined: (saved, since, by) => ({
		...joinedMeters(saved, since, by),
		...(since.at !== undefined && { at: since.at + by }),
		...(since.watts !== undefined && { watts: since.watts }),
		spell: undefined,
	}),
	propose({ at: tank, layers, taps, circuits }, situation, saved) {
		const { now, begun: start } = situation;
		const left = isLeftAlone(tank, circuits, taps, situation);
		const before = left || saved.spell === undefined ? saved : judged(saved, layers);
		const { at } = before;
		const isNew = at === undefined || at < start || now < at;
		if (!isNew && since(instant(at), now) < EVERY) return silent(before);
		return silent(looked(isNew ? judged(before, layers) : before, { tank, layers }, situation, { isNew, left }));
	},
});

/** What flow meters and contacts at taps there are. Any of them may be this tank's. */
function tapsOf(_: Part, { sensors }: Plant): readonly Sensor[] {
	return sensors.filter(({ role }) => role === "tap");
}

function circuitsAt(tank: Part, { circuits }: Plant): readonly Circuit[] {
	return circuits.filter(({ from, to }) => from === tank || to === tank);
}

/** Nothing brings heat or takes any, as far as can be seen. */
function isLeftAlone(
	{ heaters }: Part,
	at: readonly Circuit[],
	taps: readonly Sensor[],
	{ circuits, outputs, readings }: Situation<unknown>,
): boolean {
	if (anyFlows(at, circuits)) return false;
	for (const { index } of heaters) if (outputs[index]?.actual !== OFF) return false;
	for (const tap of taps) if ((measured(readings, tap) ?? 0) >= THRESHOLD) return false;
	return true;
}

/** The spell has ended, and is remembered if it tells something. */
function judged({ spell: ended, ...before }: LossMemory, layers: readonly Layer[]): LossMemory {
	const loss = ended && lossOf(ended, kelvinOf(layers));
	return loss === undefined ? before : { ...before, losses: withLoss(before.losses, loss) };
}

interface Store {
	readonly tank: Part;
	readonly layers: readonly Layer[];
}
interface Look {
	readonly isNew: boolean;
	readonly left: boolean;
}

function looked(saved: LossMemory, { tank, layers }: Store, turn: Situation<unknown>, { isNew, left }: Look) {
	const { now, plant, readings } = turn;
	const around = aroundOf(tank, plant, readings);
	const { kwh } = storedIn(layers, readings, celsius(0));
	const kelvin = kelvinOf(layers);
	const warmer = kwh === undefined || around === undefined ? undefined : kwh / kelvin - around;
	const { spell: open } = saved;
	const on = open !== undefined && left && warmer !== undefined && kwh !== undefined && goesOn(open, now, kwh, kelvin);
	const ended = open === undefined || on ? saved : judged(saved, layers);
	const next = spellOf(on ? open : undefined, left, now, kwh, warmer);
	const after = lost(ended, warmer, turn, isNew);
	return { ...after, at: now, ...(next === undefined ? {} : { spell: next }) };
}

function spellOf(open: LossMemory["spell"], left: boolean, now: number, kwh?: number, warmer?: number) {
	if (!left || kwh === undefined || warmer === undefined) return undefined;
	return open === undefined ? begun(now, kwh) : lookedAt(open, now, kwh, warmer);
}

/** What was lost since the last look, by the mean of both. Nothing across a gap, and nothing before it is known how much a tank loses. */
function lost(before: LossMemory, warmer: number | undefined, times: Situation<unknown>, isNew: boolean): LossMemory {
	const { watts: then, at = 0, ...rest } = before;
	const standing = standingOf(before.losses);
	const watts = standing && warmer !== undefined ? standing.w_per_k * Math.max(0, warmer) : undefined;
	const dt = isNew ? 0 : since(instant(at), times.now);
	const known = then !== undefined && watts !== undefined && dt <= LONGEST;
	const kwh = known ? ((then + watts) / 2 / 1000) * (dt / 3600) : 0;
	return {
		...rest,
		heat: counted(before.heat, kwh, times),
		doubt: before.doubt + kwh * (standing?.unsure ?? 0),
		gap: before.gap + (known || standing === undefined ? 0 : dt),
		...(watts !== undefined && { watts }),
	};
}
