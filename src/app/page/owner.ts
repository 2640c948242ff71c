import { settingsKey } from "#model/decision/own-settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { isTank } from "#model/plant/circuit.ts";
import type { Part } from "#model/plant/plant.ts";
import { minutesUntil, timesIn } from "#model/quantities/times.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { laterBy, type Wall } from "#model/quantities/wall.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { ageOf, layers } from "#rules/heater/legionella-layers.ts";
import { settingFieldsIn, unseenIn } from "#rules/settings.ts";
import { partName } from "#texts/names.ts";
import { nextChanges } from "#texts/next-change.ts";
import { type Language, say, sayAny } from "#texts/say.ts";
import type { Hours, Legionella, OwnerView, Planned, Target } from "#web/owner-view.ts";

const DAY = 24 * 3600;
/** Times of the clock later than that are not told. */
const AHEAD = 18 * 3600;

/** What people set in daily life, in this order. */
const DAILY = [
	"tank_limit.target",
	"heater_control.comfort",
	"heater_control.surplus_target",
	"solar_charging.start_at",
	"legionella.target",
	"legionella.every",
];
/** And when, each with the word for it. */
const HOURS = {
	"heater_control.ready_by": "target_ready_by",
	"heater_control.windows": "target_heater_hours",
	"circulation.windows": "target_circulation_hours",
	"legionella.start_at": "target_legionella_at",
} as const;

export const ownerView = (snapshot: Snapshot, language: Language): OwnerView => ({
	targets: targetsOf(snapshot, language),
	hours: hoursOf(snapshot, language),
	legionella: legionellaOf(snapshot, language).map(({ start_at: _, ...shown }) => shown),
	plan: planOf(snapshot, language),
});

function targetsOf({ plant, settings }: Snapshot, language: Language): readonly Target[] {
	const unseen = new Set(unseenIn(settings));
	const fields = settingFieldsIn(plant).filter(({ path }) => DAILY.includes(path) && !unseen.has(path));
	return fields
		.toSorted((a, b) => DAILY.indexOf(a.path) - DAILY.indexOf(b.path))
		.flatMap((one): readonly Target[] => {
			const value = settings[one.rule]?.[one.field];
			if (one.kind !== "number" || typeof value !== "number") return [];
			const { rule, field, unit = "", min, max, step } = one;
			return [{ rule, field, name: sayAny(language, "setting", one.path), value, unit, min, max, step }];
		});
}

function hoursOf({ plant, settings }: Snapshot, language: Language): readonly Hours[] {
	const unseen = new Set(unseenIn(settings));
	const fields = settingFieldsIn(plant).filter(({ path }) => !unseen.has(path));
	return Object.entries(HOURS).flatMap(([path, name]): readonly Hours[] => {
		const one = fields.find((field) => field.path === path);
		const value = one === undefined ? undefined : settings[one.rule]?.[one.field];
		if (one?.kind !== "text" || typeof value !== "string") return [];
		const { rule, field, example } = one;
		return [{ rule, field, name: say(language, "page", name), value, example, moment: timesIn(example) !== undefined }];
	});
}

/** Tanks that are heated, with what applies there of a rule. */
const heatedTanks = ({ plant, settings }: Snapshot, rule: string) =>
	plant.parts
		.filter((part) => isTank(part) && part.heaters.length > 0 && part.sensors.length > 0)
		.map((tank) => ({ tank, set: settings[settingsKey(plant, rule, tank.id)] ?? {} }));

/** Of the oldest layer, as the function itself judges by default; without tanks in which it is off. */
function legionellaOf(
	snapshot: Snapshot,
	language: Language,
): readonly (Legionella & { readonly start_at: unknown })[] {
	const { plant, memories, now, wall } = snapshot;
	const tanks = heatedTanks(snapshot, "legionella");
	return tanks.flatMap(({ tank, set: { enabled, target, every, start_at } }) => {
		if (enabled !== true || typeof target !== "number" || typeof every !== "number") return [];
		const known = knownLayers(memories, tank);
		const oldest = tank.sensors
			.map(({ id }) => known[id] ?? {})
			.toSorted((a, b) => ageOf(b, now, wall) - ageOf(a, now, wall))[0];
		const age = oldest === undefined ? Number.POSITIVE_INFINITY : ageOf(oldest, now, wall);
		const one = {
			...(tanks.length > 1 && { name: partName(plant, tank, language) }),
			...{ target, every, start_at },
			...(Number.isFinite(age) && { days: age / DAY }),
			...(Number.isFinite(age) && oldest?.date !== undefined && { date: oldest.date }),
		};
		return [one];
	});
}

function knownLayers(memories: Snapshot["memories"], { id }: Part) {
	const memory = memories[`legionella@${id}`] ?? memories["legionella"];
	const parsed = layers.safeParse(isRecord(memory) ? memory["layers"] : undefined);
	return parsed.success ? parsed.data : {};
}

/** The nearest change of each output that has a time, and the times of the heater's functions. */
function planOf(snapshot: Snapshot, language: Language): readonly Planned[] {
	const { wall, mode } = snapshot;
	const changes = nextChanges(snapshot, language).map((change) => planned(wall, change.in, change.text));
	const times = mode === "off" ? [] : [...readyTimes(snapshot, language), ...legionellaTimes(snapshot, language)];
	return [...changes, ...times].toSorted((a, b) => a.in - b.in);
}

function readyTimes(snapshot: Snapshot, language: Language): readonly Planned[] {
	const { wall } = snapshot;
	const times = heatedTanks(snapshot, "heater_control").flatMap(({ set: { mode = "off", ready_by, comfort } }) => {
		const wait = untilTime(ready_by, wall);
		if (mode === "off" || typeof comfort !== "number" || wait === undefined) return [];
		return [planned(wall, wait, say(language, "page", "plan_ready", { target: comfort }))];
	});
	return onceEach(times);
}

function legionellaTimes(snapshot: Snapshot, language: Language): readonly Planned[] {
	const { wall } = snapshot;
	const times = legionellaOf(snapshot, language).flatMap(({ start_at, every, days = Number.POSITIVE_INFINITY }) => {
		const wait = untilTime(start_at, wall);
		if (wait === undefined || days + (wait + DAY) / DAY < every) return [];
		return [planned(wall, wait, say(language, "page", "plan_legionella"))];
	});
	return onceEach(times);
}

/** Tanks with the same times are one line. */
const onceEach = (times: readonly Planned[]): readonly Planned[] => [
	...new Map(times.map((one) => [`${one.in} ${one.text}`, one])).values(),
];

/** Until the next of these times of the week; undefined where there is none soon, or the clock is not set. */
function untilTime(text: unknown, wall: Wall): Seconds | undefined {
	const times = typeof text === "string" ? timesIn(text) : undefined;
	const minutes = times === undefined ? undefined : minutesUntil(times, wall);
	return minutes === undefined || minutes * 60 > AHEAD ? undefined : seconds(minutes * 60);
}

function planned(wall: Wall, wait: Seconds, text: string): Planned {
	const { minute_of_day } = laterBy(wall, wait);
	const two = (n: number) => String(n).padStart(2, "0");
	const at = `${two(Math.floor(minute_of_day / 60))}:${two(minute_of_day % 60)}`;
	return { ...(wall.trusted && { at }), in: wait, text };
}
