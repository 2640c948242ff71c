import * as z from "zod";
import * as drivers from "#drivers/index.ts";
import { degrees, duration, power, volume, wholePercents } from "#model/quantities/fields.ts";
import { celsius, litres, percent, seconds, watts } from "#model/quantities/units.ts";
import * as rules from "#rules/index.ts";
import { broker } from "./broker.ts";
import { groupName, groupOf, listsOf } from "./entries/driver-options.ts";
import { CIRCUITS, circuit, collector, sink, source, tank } from "./entries/places.ts";
import { output, sensor } from "./entries/wires.ts";
import { PRESET_NAMES } from "./presets.ts";
import { syslog } from "./syslog.ts";

/** Groups that owners look for first. The others follow in the order of their registry. */
const FIRST = [
	...["solar_charging", "tank_limit", "collector_cooling", "boil_stop", "night_cooling", "manual"],
	...["one_wire", "usb_relay"],
];

/** A group may be left out. Its fields then have their defaults. */
const group = (fields: z.ZodObject) => fields.strict().prefault({});
function groups<T extends { readonly options: z.ZodObject }>(things: readonly T[], name: (t: T) => string) {
	const rank = (t: T) => (FIRST.includes(name(t)) ? FIRST.indexOf(name(t)) : FIRST.length);
	const withFields = things.filter((t) => Object.keys(t.options.shape).length > 0);
	return Object.fromEntries(withFields.toSorted((a, b) => rank(a) - rank(b)).map((t) => [name(t), group(t.options)]));
}

/** The groups of drivers; the lists of one follow its group. */
function ofDrivers(): Readonly<Record<string, z.ZodType>> {
	const all = Object.values(drivers).map((d) => ({ scheme: groupName(d), options: groupOf(d) }));
	return Object.fromEntries(
		Object.entries(groups(all, (d) => d.scheme)).flatMap(([scheme, schema]) => {
			const one = Object.values(drivers).find((d) => groupName(d) === scheme);
			return [[scheme, schema], ...(one === undefined ? [] : listsOf(one)).map(({ key, schema }) => [key, schema])];
		}),
	);
}

/** All options in the order of the options page, the most important first. */
export const root = z.strictObject({
	language: z.enum(["auto", "en", "sv", "de"]).default("auto"),
	sensors: z.array(sensor).max(64).default([]),
	outputs: z.array(output).max(32).default([]),
	mqtt: broker.prefault({}),
	tank: z
		.strictObject({
			volume: volume(20, 20000).default(litres(360)),
		})
		.prefault({}),
	heater: z
		.strictObject({
			power: power(0, 50000).default(watts(3000)),
		})
		.prefault({}),
	energy: z
		.strictObject({
			glycol: wholePercents(0, 60).default(percent(40)),
			cold_water: degrees(0, 30).default(celsius(10)),
		})
		.prefault({}),
	preset: z.enum(PRESET_NAMES).default("predecessor"),
	...groups(Object.values(rules), (r) => r.id),
	collectors: z.array(collector).max(8).default([]),
	tanks: z.array(tank).max(8).default([]),
	sources: z.array(source).max(8).default([]),
	sinks: z.array(sink).max(8).default([]),
	circuits: z.array(circuit).max(CIRCUITS).default([]),
	system_mode: z.enum(["auto", "off"]).default("auto"),
	...ofDrivers(),
	site: z
		.strictObject({
			latitude: z.number().min(-90).max(90).optional().meta({ unit: "°" }),
			longitude: z.number().min(-180).max(180).optional().meta({ unit: "°" }),
			time_zone: z.string().min(1).max(60).optional(),
		})
		.prefault({}),
	history: z
		.strictObject({
			days: z.int().min(1).max(365).default(30),
		})
		.prefault({}),
	watch: z
		.strictObject({
			enabled: z.boolean().default(false),
			log_file: z.string().min(1).max(500).optional(),
		})
		.prefault({}),
	audit_trail: z
		.strictObject({
			days: z.int().min(7).max(3650).default(365),
		})
		.prefault({}),
	syslog: syslog.prefault({}),
	turn: duration(0.1, 60).default(seconds(1)),
	log_level: z.enum(["trace", "debug", "info", "warning", "error"]).default("info"),
});

type Root = z.output<typeof root>;
/** Valid options with defaults. Use `settingsOf` and `plantOf` for the groups of rules and drivers. */
export type Options = Pick<
	Root,
	| "mqtt"
	| "sensors"
	| "outputs"
	| "collectors"
	| "tanks"
	| "sources"
	| "sinks"
	| "circuits"
	| "system_mode"
	| "language"
	| "preset"
	| "log_level"
	| "turn"
	| "tank"
	| "heater"
	| "energy"
	| "site"
	| "history"
	| "watch"
	| "audit_trail"
	| "syslog"
> & { readonly [group: string]: unknown };
