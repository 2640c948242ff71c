import * as z from "zod";
import * as drivers from "#drivers/index.ts";
import { duration, power, volume } from "#model/quantities/fields.ts";
import { litres, seconds, watts } from "#model/quantities/units.ts";
import * as rules from "#rules/index.ts";
import { broker } from "./broker.ts";
import { syslog } from "./syslog.ts";
import { output, sensor } from "./wires.ts";

/** Groups that an owner looks for first. Those not named here follow, in the order of their registry. */
const FIRST = [
	...["solar_charging", "tank_limit", "collector_cooling", "boil_stop", "night_cooling", "manual"],
	...["one_wire", "usb_relay"],
];

/** A group may be left out; its fields then take their defaults. */
const group = (fields: z.ZodObject) =>
	fields
		.strict()
		.prefault({})
		// Making it strict makes another schema of it, without title and description.
		.meta(fields.meta() ?? {});
function groups<T extends { readonly options: z.ZodObject }>(things: readonly T[], name: (t: T) => string) {
	const rank = (t: T) => (FIRST.includes(name(t)) ? FIRST.indexOf(name(t)) : FIRST.length);
	const withFields = things.filter((t) => Object.keys(t.options.shape).length > 0);
	return Object.fromEntries(withFields.toSorted((a, b) => rank(a) - rank(b)).map((t) => [name(t), group(t.options)]));
}

/** What can be set, in the order of the options page: what an owner meets first comes first. */
export const root = z.strictObject({
	language: z.enum(["auto", "en", "sv", "de"]).default("auto").meta({
		title: "Language",
		description:
			"Of names and reasons in Home Assistant, of the log, and of the app's own page. auto: the page follows each browser, the rest is English.",
	}),
	sensors: z.array(sensor).max(64).default([]).meta({
		title: "Sensors",
		description: "What is measured, and where it hangs. A collector and a tank are what the pump goes by.",
	}),
	outputs: z.array(output).max(32).default([]).meta({
		title: "Outputs",
		description: "What is switched, and where it hangs: the pump, and the electric heater if there is one.",
	}),
	mqtt: broker.prefault({}).meta({
		title: "MQTT broker",
		description: "With Home Assistant's own Mosquitto broker there is nothing to fill in here.",
	}),
	tank: z
		.strictObject({
			volume: volume(20, 20000).default(litres(360)).meta({ title: "Volume", description: "What the tank holds." }),
		})
		.prefault({})
		.meta({ title: "Tank", description: "The store that the collector charges." }),
	heater: z
		.strictObject({
			power: power(0, 50000)
				.default(watts(3000))
				.meta({ title: "Power", description: "What the electric heater takes, as its type plate says." }),
		})
		.prefault({})
		.meta({ title: "Electric heater", description: "The heating element in the tank." }),
	...groups(Object.values(rules), (r) => r.id),
	system_mode: z.enum(["auto", "off"]).default("auto").meta({
		title: "Mode",
		description: "auto: the controller controls. off: everything at rest, only safety acts.",
	}),
	...groups(Object.values(drivers), (d) => d.scheme),
	site: z
		.strictObject({
			latitude: z
				.number()
				.min(-90)
				.max(90)
				.optional()
				.meta({ title: "Latitude", description: "Of the house, north positive.", unit: "°" }),
			longitude: z
				.number()
				.min(-180)
				.max(180)
				.optional()
				.meta({ title: "Longitude", description: "Of the house, east positive.", unit: "°" }),
			time_zone: z
				.string()
				.min(1)
				.max(60)
				.optional()
				.meta({ title: "Time zone", description: "For example Europe/Stockholm; without it the machine's." }),
		})
		.prefault({})
		.meta({ title: "Site", description: "Where the house stands." }),
	history: z
		.strictObject({
			days: z.int().min(1).max(365).default(30).meta({
				title: "Days kept",
				description: "So long temperatures (a mean a minute) and switching are kept. 30 days of 15 sensors take 2 MB.",
			}),
		})
		.prefault({})
		.meta({ title: "History", description: "What the controller itself remembers of the past." }),
	watch: z
		.strictObject({
			enabled: z.boolean().default(false).meta({
				title: "Enabled",
				description: "Read the broker's log, and raise an alarm in Home Assistant when somebody tries something.",
			}),
			log_file: z.string().min(1).max(500).optional().meta({
				title: "Broker's log file",
				description:
					"Read this file. Leave it empty to get the log over MQTT: the broker then needs `log_dest topic`, and this app's login the right to read `$SYS/broker/log/#`.",
			}),
		})
		.prefault({})
		.meta({
			title: "Watch over the broker",
			description: "Watches the broker's log: refused logins, attacks, new addresses.",
		}),
	audit_trail: z
		.strictObject({
			days: z.int().min(7).max(3650).default(365).meta({
				title: "Days kept",
				description: "So long it is kept who changed what. A year of an ordinary house takes 2 MB.",
			}),
		})
		.prefault({})
		.meta({
			title: "Audit trail",
			description: "Logins, refusals, changes and audits, chained so that nobody can change them unseen.",
		}),
	syslog: syslog.prefault({}).meta({
		title: "Syslog",
		description: "Hands what the audit trail holds, and alarms, to a collector (SIEM), by RFC 5424.",
	}),
	turn: duration(0.1, 60).default(seconds(1)).meta({
		title: "Turn",
		description: "The control loop decides once every so many seconds. Leave it, unless the machine is very slow.",
	}),
	log_level: z.enum(["trace", "debug", "info", "warning", "error"]).default("info").meta({
		title: "Log level",
		description:
			"How much is written to the log. info: whatever changes. warning and error: trouble only. debug and trace: more, for finding a fault.",
	}),
});

type Root = z.output<typeof root>;
/** Everything that was set, valid, with its defaults. Groups of rules and drivers are reached by `settingsOf` and `plantOf`. */
export type Options = Pick<
	Root,
	| "mqtt"
	| "sensors"
	| "outputs"
	| "system_mode"
	| "language"
	| "log_level"
	| "turn"
	| "tank"
	| "heater"
	| "site"
	| "history"
	| "watch"
	| "audit_trail"
	| "syslog"
> & { readonly [group: string]: unknown };
