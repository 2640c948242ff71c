import * as z from "zod";
import { claiming, idling, type Proposal, rule, type Situation, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import type { Circuit, Plant, Sensor, Thermometer } from "#model/plant/plant.ts";
import { measured, type Readings, temperature } from "#model/plant/reading.ts";
import { degrees, minutesField, timeWindows } from "#model/quantities/fields.ts";
import {
	after,
	type Celsius,
	celsius,
	FULL,
	inSeconds,
	instant,
	kelvin,
	type Minutes,
	minutes,
	seconds,
	shifted,
	since,
} from "#model/quantities/units.ts";
import { isWithin, windowsIn } from "#model/quantities/windows.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const memory = z.object({
	/** The line is being warmed. */
	warming: z.boolean().default(false),
	/** After the last demand: until then it runs, and until then no demand counts. */
	until: z.number().optional(),
	pause_until: z.number().optional(),
	/** The tank is warm enough for it. */
	tank_warm: z.boolean().optional(),
});
type Memory = z.output<typeof memory>;

/** L/min from which a tap is open. */
const DRAWS = 0.5;
const TANK = gauge("tank", "°C");
const LINE = gauge("line", "°C");
const RUN_LEFT = gauge("run_left", "s");
const PAUSE_LEFT = gauge("pause_left", "s");

/** What tells that hot water is drawn: at this consumer, or the only one in the house. */
const taps = ({ to }: Circuit, { sensors, parts }: Plant) => {
	const lines = parts.filter(({ use }) => use === "circulation").length;
	const all = sensors.filter(({ role }) => role === "tap");
	return { sensors: all.filter(({ of }) => of === to.id || (of === undefined && lines === 1)) };
};

/** The sensor of the line is only needed by temperature. */
const line = ({ to_sensor }: Circuit) => ({ sensor: to_sensor });

/**
 * The pump that keeps hot water near the taps: in its time windows all the time, by the temperature of the line, or for a while after
 * hot water was drawn.
 */
export const circulation = rule({
	id: "circulation",
	per: "circuit",
	where: ({ to }) => to.use === "circulation",
	needs: { line, taps },
	options: z
		.object({
			mode: z.enum(["off", "time", "thermal", "demand"]).default("thermal"),
			windows: timeWindows().default("06:00-22:00"),
			warm_below: degrees(10, 60).default(celsius(40)),
			warm_until: degrees(15, 65).default(celsius(45)),
			run_for: minutesField(1, 60).default(minutes(3)),
			pause_for: minutesField(0, 240).default(minutes(30)),
		})
		.refine((s) => s.warm_below < s.warm_until, {
			path: ["warm_below"],
			...refusedWith("below_other", { other: "warm_until" }),
		}),
	off: ({ mode }) => mode === "off",
	memory,
	propose({ at, line, taps }, { now, wall, readings, settings, compare }, before) {
		const { mode, warm_below, warm_until } = settings;
		if (!compare.so("enabled", mode !== "off", "mode")) return silent(calm(before));
		const tank = warmest(at.from.sensors, readings);
		const memory = warmed(before, tank, warm_below, compare);
		const reset = (because: Reason) => idling(calm(memory), at, because);
		if (tank !== undefined && memory.tank_warm !== true)
			return reset(reason("tank_too_cold_to_circulate", { tank, warm_below }));
		const windows = windowsIn(settings.windows);
		const open = windows && isWithin(windows, wall);
		if (open === undefined) return reset(reason("circulation_no_clock"));
		if (!compare.so("within_hours", open, "windows"))
			return reset(reason("circulation_closed", { windows: settings.windows }));
		if (mode === "time") return runs(calm(memory), at, reason("circulates", { windows: settings.windows }));
		if (mode === "thermal") {
			if (line.sensor === undefined) return reset(reason("line_unseen"));
			const warm = temperature(readings, line.sensor);
			if (warm === undefined) return reset(reason("no_reading"));
			const warming = memory.warming
				? compare.below(LINE, warm, warm_until, "warm_until")
				: compare.below(LINE, warm, warm_below, "warm_below");
			if (!warming) return reset(reason("line_warm", { line: warm, warm_below }));
			return runs(
				memory.warming ? memory : { ...calm(memory), warming },
				at,
				reason("line_cold", { line: warm, warm_until }),
			);
		}
		if (taps.sensors.length === 0) return reset(reason("taps_unseen"));
		const heard = demanded(memory, taps.sensors, { readings, now, settings, compare });
		if (heard.until !== undefined && compare.above(RUN_LEFT, since(now, instant(heard.until)), NO_TIME, "run_for"))
			return runs(heard, at, reason("tap_opened", { left: Math.ceil(since(now, instant(heard.until))) }));
		const wait = heard.pause_until === undefined ? 0 : Math.ceil(since(now, instant(heard.pause_until)));
		return idling(heard, at, wait > 0 ? reason("circulated", { left: wait }) : reason("tap_awaited"));
	},
});

const CALM: Memory = { warming: false };
const CALM_AND_WARM: Memory = { warming: false, tank_warm: true };
/** Nothing of a run is left. The same object if nothing was. */
function calm(memory: Memory): Memory {
	if (!memory.warming && memory.until === undefined && memory.pause_until === undefined) return memory;
	return memory.tank_warm === true ? CALM_AND_WARM : CALM;
}

/** K below the line's limit at which a tank that was warm enough is too cold. */
const COOLED = 2;

/** A tank that is colder than the line is to be cools it. The same object if nothing changed. */
function warmed(memory: Memory, tank: Celsius | undefined, warm_below: Celsius, compare: Compare): Memory {
	const was = memory.tank_warm === true;
	const least = was ? shifted(warm_below, kelvin(-COOLED)) : warm_below;
	const is = tank !== undefined && compare.atLeast(TANK, tank, least, "warm_below");
	if (is === was) return memory;
	const { tank_warm: _, ...rest } = memory;
	return is ? { ...rest, tank_warm: true } : rest;
}

function warmest(sensors: readonly Thermometer[], readings: Readings): Celsius | undefined {
	const known = sensors.flatMap((sensor) => temperature(readings, sensor) ?? []);
	return known.length === 0 ? undefined : celsius(Math.max(...known));
}

const runs = (memory: Memory, at: Circuit, because: Reason): Proposal<Memory> =>
	claiming(memory, [atLeast(at, FULL, "normal", because, "circulating")]);

type Asked = Situation<{ readonly run_for: Minutes; readonly pause_for: Minutes }>;
const NO_TIME = seconds(0);

/** A demand counts once, unless it lasts longer than its run and its pause. */
function demanded(
	memory: Memory,
	taps: readonly Sensor[],
	{
		readings,
		now,
		settings: { run_for, pause_for },
		compare,
	}: Pick<Asked, "readings" | "now" | "settings" | "compare">,
): Memory {
	const { pause_until } = memory;
	if (pause_until !== undefined && compare.above(PAUSE_LEFT, since(now, instant(pause_until)), NO_TIME, "pause_for"))
		return memory;
	const opened = compare.so(
		"tap_open",
		taps.some((tap) => (measured(readings, tap) ?? 0) >= DRAWS),
	);
	if (!opened) return memory.until === undefined ? memory : calm(memory);
	const until = after(now, inSeconds(run_for));
	return { ...calm(memory), until, pause_until: after(until, inSeconds(pause_for)) };
}
