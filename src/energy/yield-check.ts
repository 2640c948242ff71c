import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField } from "#model/plant/circuit.ts";
import {
	type Circuit,
	isThermometer,
	measures,
	type Plant,
	type Sensor,
	type Thermometer,
} from "#model/plant/plant.ts";
import { measured, temperature } from "#model/plant/reading.ts";
import { type Instant, instant, since } from "#model/quantities/units.ts";
import { memory as heat } from "./metering/memory.ts";
import { lookAt } from "./metering/reading.ts";
import { seenOf } from "./metering/seen.ts";
import { type Meter, meterOf, sharing } from "./metering/wiring.ts";
import { dayOver, hourOver } from "./yield/days.ts";
import { memory, type YieldMemory } from "./yield/memory.ts";

/** Seconds between looks. After a longer time it has just started. */
const EVERY = 120;
const LONGEST = 2 * EVERY;
/** °C of the air where no sensor outdoors is. */
const AIR = 15;
/** Nothing that a meter has learnt: here a plant is compared with itself. */
const PLAIN = heat.parse({});

/** The light sensor of a field: its own, or the only one. */
export const lightOf = ({ from }: Circuit, { sensors }: Plant) => {
	const all = sensors.filter(
		(one): one is Sensor<"irradiance"> => one.role === "irradiance" && measures(one, "irradiance"),
	);
	const [only, ...more] = all;
	return {
		sensor: all.find(({ of }) => of === from.id) ?? (more.length === 0 && only?.of === undefined ? only : undefined),
	};
};
const airOf = (_: Circuit, { sensors }: Plant): { readonly sensor: Thermometer | undefined } => ({
	sensor: sensors.filter(isThermometer).find(({ role }) => role === "outdoor_air"),
});

/** Whether the heat of a circuit is what it usually is in such light, or comes near its own best hours. */
export const yieldCheck = rule({
	id: "yield_check",
	per: "circuit",
	where: (circuit, plant) => fromField(circuit) && meterOf(circuit, plant) !== undefined,
	needs: { meter: meterOf, others: sharing, light: lightOf, air: airOf },
	options: z.object({}),
	counts: true,
	memory,
	finds({ at, light }, { found }) {
		if (found === undefined) return [];
		const facts = { circuit: at.id, percent: found.percent, days: found.days };
		if (found.kind === "high") return [finding("warning", "yield_high", facts)];
		return [finding("warning", light.sensor === undefined ? "yield_low_alone" : "yield_low", facts)];
	},
	propose({ at, meter, others, light, air }, { now, wall, readings, outputs, circuits }, before) {
		if (!wall.trusted) return silent(before);
		const runs = circuits[at.index]?.runs === true;
		const hour = Math.floor(wall.minute_of_day / 60);
		const isSame = before.day === wall.date && (before.present === undefined || before.present.hour === hour);
		// So it is in nearly every turn.
		if (isSame && (!runs || isLately(before, now))) return silent(before);
		const judging = { lit: light.sensor !== undefined, area: at.from.area };
		const begun = isSame ? before : renewed(before, wall.date, madeOf(at, meter, light.sensor), judging);
		if (!runs || isLately(begun, now)) return silent(begun);
		const look = lookAt(at, meter, seenOf(at, others, { now, readings, outputs }, PLAIN));
		const [warm, cold] = [temperature(readings, meter.hot), temperature(readings, meter.cold)];
		const outside = air.sensor === undefined ? AIR : temperature(readings, air.sensor);
		// Without its meter the flow of the options would count, whose scale is another one.
		const isMetered = meter.flow === undefined || measured(readings, meter.flow) !== undefined;
		const isKnown =
			isMetered && look.kind === "on" && warm !== undefined && cold !== undefined && outside !== undefined;
		const seen = isKnown ? { kw: look.kw, over: (warm + cold) / 2 - outside } : undefined;
		return silent(looked(begun, now, hour, seen, measured(readings, light.sensor)));
	},
});

/** What the scale of the figures follows from. */
const madeOf = ({ from }: Circuit, meter: Meter, light: Sensor | undefined): string =>
	[
		...[meter.flow?.id, meter.full, from.area, meter.glycol],
		...[meter.hot, meter.cold, light].map((sensor) => sensor && `${sensor.id}${sensor.offset}`),
	].join("/");

const isLately = ({ at }: YieldMemory, now: Instant) =>
	at !== undefined && now >= at && since(instant(at), now) < EVERY;

/** What is over of hours and days; learnt anew where the plant is another one. */
function renewed(before: YieldMemory, date: string, of: string, judging: Parameters<typeof dayOver>[2]): YieldMemory {
	const known = before.of === of ? before : { ...memory.parse({ days: before.days }), of };
	const hour = hourOver(known);
	return hour.day === date ? hour : dayOver(hour, date, judging);
}

interface Seen {
	readonly kw: number;
	readonly over: number;
}

function looked(before: YieldMemory, now: Instant, hour: number, seen: Seen | undefined, light?: number): YieldMemory {
	const { ran, known, lit, ...sums } = before.present ?? { ran: 0, known: 0, lit: 0, kw: 0, over: 0, light: 0 };
	const gap = before.at === undefined || now < before.at ? LONGEST : since(instant(before.at), now);
	const passed = gap < LONGEST ? gap : EVERY / 2;
	if (seen === undefined) return { ...before, at: now, present: { ...sums, hour, ran: ran + 1, known, lit } };
	const kwh = before.kwh + (Math.max(0, seen.kw) * passed) / 3600;
	return {
		...before,
		at: now,
		kwh,
		present: {
			hour,
			ran: ran + 1,
			known: known + 1,
			lit: lit + (light === undefined ? 0 : 1),
			kw: sums.kw + seen.kw,
			over: sums.over + seen.over,
			light: sums.light + (light ?? 0),
		},
	};
}
