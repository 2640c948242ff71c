import * as z from "zod";
import { claiming, idling, type Proposal, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import { finding } from "#model/findings/finding.ts";
import { isTank } from "#model/plant/circuit.ts";
import type { Output, Thermometer } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { chosenId, degrees, minutesField, weekTimes, wholeDays } from "#model/quantities/fields.ts";
import { minutesSince, minutesUntil, timesIn } from "#model/quantities/times.ts";
import {
	type Celsius,
	celsius,
	days,
	FULL,
	type Instant,
	inSeconds,
	instant,
	minutes,
	since,
} from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { ageOf, type Layers, layers, layersIn } from "./legionella-layers.ts";

/** Heating for it begins so far above the target, and ends so much above it (K). */
const BEGINS = 1;
const ENDS = 3;
/** A start that was missed, because the app was not running, is made up for so long (min). */
const LATE = 60;
const DAY = 24 * 3600;

const memory = z.object({
	layers: layers.default({}),
	/** While it heats: since when, and whether the heater is wanted now. */
	began: z.number().optional(),
	heats: z.boolean().default(false),
	/** The day of the last start, so that none begins twice. */
	started: z.string().max(10).optional(),
	/** The day on which the tank did not get hot enough in time. Until the next success. */
	failed: z.string().max(10).optional(),
});
type Memory = z.output<typeof memory>;

/**
 * Heats the tank hot enough against legionella, for long enough and often enough. Heat that was there anyway counts, such as
 * the sun's. Gives up with a message if the target is not reached in time. Off by default.
 */
export const legionella = rule({
	id: "legionella",
	per: "part",
	where: (part) => isTank(part) && part.heaters.length > 0,
	needs: { sensors: ({ sensors }) => (sensors.length === 0 ? undefined : sensors) },
	options: z.object({
		enabled: z.boolean().default(false),
		sensor: chosenId().default("auto"),
		target: degrees(45, 90).default(celsius(60)),
		hold_for: minutesField(10, 1440).default(minutes(60)),
		every: wholeDays(1, 30).default(days(7)),
		start_at: weekTimes().default("20:00"),
		give_up_after: minutesField(60, 2880).default(minutes(240)),
	}),
	off: ({ enabled }) => !enabled,
	memory,
	finds: ({ at }, { failed }) =>
		failed === undefined ? [] : [finding("warning", "legionella_failed", { part: at.id, date: failed })],
	propose({ at, sensors }, { settings, readings, now, wall }, before) {
		if (!settings.enabled)
			return silent(before.began === undefined && before.failed === undefined ? before : rested(before));
		const { target, every } = settings;
		const hold_for = inSeconds(settings.hold_for);
		const known = layersIn(before.layers, { now, wall, sensors, readings, target, hold_for });
		const judged = judgedBy(sensors, at.sensor, settings.sensor);
		const seen = withLayers(before, known);
		if (judged === undefined)
			return resting(at.heaters, stopped(seen), reason("heater_no_sensor", { sensor: settings.sensor }));
		const layer = known[judged.id] ?? {};
		const tank = temperature(readings, judged);
		if (tank === undefined) return silent(stopped(seen));
		if (layer.done !== before.layers[judged.id]?.done) return silent(succeeded(seen));
		const age = ageOf(layer, now, wall) / DAY;
		const running = seen.began === undefined ? startedNow(seen, settings.start_at, age, every, now, wall) : seen;
		if (running.began === undefined) return silent(running);
		if (since(instant(running.began), now) >= inSeconds(settings.give_up_after) && layer.hot_since === undefined)
			return silent({ ...stopped(running), failed: wall.date });
		return heating(at.heaters, running, tank, target);
	},
});

/** Between both limits above the target, so that the heat is held. */
function heating(heaters: readonly Output[], before: Memory, tank: Celsius, target: Celsius): Proposal<Memory> {
	const heats = before.heats ? tank < target + ENDS : tank < target + BEGINS;
	const after = heats === before.heats ? before : { ...before, heats };
	if (!heats) return silent(after);
	const because = reason("legionella_heats", { tank, target });
	return claiming(
		after,
		heaters.map((heater) => atLeast(heater, FULL, "protection", because, "heater_control")),
	);
}

const judgedBy = (sensors: readonly Thermometer[], own: Thermometer | undefined, id: string): Thermometer | undefined =>
	sensors.find((sensor) => sensor.id === id) ?? (id === "auto" ? own : undefined);

const withLayers = (before: Memory, known: Layers): Memory =>
	known === before.layers ? before : { ...before, layers: known };

/** At its time, once a day, if the last success would be too old at the time after that. Without a clock nothing begins. */
function startedNow(before: Memory, start_at: string, age: number, every: number, now: Instant, wall: Wall): Memory {
	const times = timesIn(start_at) ?? [];
	const passed = minutesSince(times, wall);
	if (passed === undefined || passed > LATE || before.started === wall.date) return before;
	const next = 1 + (minutesUntil(times, { ...wall, minute_of_day: wall.minute_of_day + 1 }) ?? 0);
	if (age + next / (24 * 60) < every) return before;
	return { ...before, began: now, started: wall.date };
}

function stopped(before: Memory): Memory {
	const { began, ...rest } = before;
	return began === undefined && !rest.heats ? before : { ...rest, heats: false };
}
function succeeded(before: Memory): Memory {
	const { failed, ...rest } = stopped(before);
	return failed === undefined ? stopped(before) : rest;
}
const rested = (before: Memory): Memory => succeeded(before);

const resting = (heaters: readonly Output[], after: Memory, because: Reason): Proposal<Memory> => {
	const [first] = heaters;
	return first === undefined ? silent(after) : idling(after, first, because);
};
