import * as z from "zod";
import * as drivers from "#drivers/index.ts";
import { duration, kelvins, power, volume } from "#model/fields.ts";
import { OUTPUT_ROLES, RESTS, SENSOR_ROLES, WIRINGS } from "#model/plant.ts";
import { kelvin, litres, seconds, watts } from "#model/units.ts";
import * as rules from "#rules/index.ts";

const ID = /^[a-z][a-z0-9_]{0,39}$/;
const id = z.string().regex(ID, "Use a lower-case letter first, then letters, digits and _, at most 40.");
/** A topic level of ours: no wildcards, no leading or trailing slash. */
const TOPIC = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/;
const topic = z.string().max(100).regex(TOPIC, "Use letters, digits, _ and -, with / between levels.");
const path = z.string().min(1).max(500);

const schemes = Object.values(drivers).map((d) => d.scheme);
/** Whether some driver understands this `scheme:address`, and what is wrong with it if none does. */
const wired = (kind: "sensors" | "outputs") =>
	z
		.string()
		.max(300)
		.superRefine((text, issues) => {
			const [scheme, address = ""] = text.split(/:(.*)/s);
			const driver = Object.values(drivers).find((d) => d.scheme === scheme);
			const complain = (message: string) => issues.addIssue({ code: "custom", message });
			if (driver === undefined) return complain(`Begin with one of ${schemes.map((s) => `${s}:`).join(" ")}.`);
			if (!driver.offers[kind]) return complain(`${scheme} has no ${kind}.`);
			if (driver.place(address, kind) === undefined)
				complain(`Write ${scheme}:ADDRESS, where the address is ${driver.grammar}.`);
		});

const mqtt = z
	.strictObject({
		host: z
			.string()
			.max(253)
			.default("core-mosquitto")
			.meta({ title: "Broker host", description: "Name or address of the MQTT broker." }),
		port: z
			.int()
			.min(1)
			.max(65535)
			.default(1883)
			.meta({ title: "Broker port", description: "1883 without TLS, 8883 with TLS, usually.", addon: "port" }),
		username: z.string().default("").meta({
			title: "User name",
			description:
				"The login that you made for this app at the broker. Leave it empty to use the one that Home Assistant offers to its apps.",
		}),
		password: z
			.string()
			.default("")
			.meta({ title: "Password", description: "The password of that login.", addon: "password" }),
		password_file: path.optional().meta({
			title: "Password file",
			description: "Read the password from this file instead; only the app's user may be able to read it.",
		}),
		allow_anonymous_broker: z.boolean().default(false).meta({
			title: "Allow a broker without login",
			description:
				"Only where there is no login at all: connect as nobody, to a broker that lets everybody in. An alarm says so for as long as it lasts.",
		}),
		tls: z
			.boolean()
			.default(false)
			.meta({ title: "TLS", description: "Encrypt the connection and check the broker's certificate." }),
		ca: path.optional().meta({
			title: "CA certificate file",
			description: "PEM file of the authority that signed the broker's certificate.",
		}),
		cert: path.optional().meta({
			title: "Client certificate file",
			description: "PEM file, where the broker wants a client certificate.",
		}),
		key: path
			.optional()
			.meta({ title: "Client key file", description: "PEM file of the client certificate's private key." }),
		base_topic: topic
			.default("solar")
			.meta({ title: "Base topic", description: "All topics of this app begin with this." }),
		discovery_prefix: topic
			.default("homeassistant")
			.meta({ title: "Discovery prefix", description: "The prefix that Home Assistant listens to for discovery." }),
	})
	.refine((m) => (m.cert === undefined) === (m.key === undefined), {
		path: ["key"],
		error: "A client certificate needs both cert and key.",
	})
	.refine((m) => m.tls || (m.ca === undefined && m.cert === undefined), {
		path: ["tls"],
		error: "Certificates are used with TLS only: switch tls on, or remove them.",
	});

const sensor = z.strictObject({
	id: id.meta({ title: "Id", description: "A short name, used in topics and entity ids; keep it for ever." }),
	role: z.enum(SENSOR_ROLES).meta({ title: "Role", description: "What this sensor measures." }),
	source: wired("sensors").meta({
		title: "Source",
		description: "Where it hangs, for example one_wire:28-0123456789ab.",
	}),
	height: z
		.number()
		.min(0)
		.max(500)
		.optional()
		.meta({ title: "Height", description: "Height above the tank's bottom, for tank layers.", unit: "cm" }),
	offset: kelvins(-10, 10)
		.default(kelvin(0))
		.meta({ title: "Offset", description: "Added to every reading, from a calibration." }),
});

const output = z.strictObject({
	id: id.meta({ title: "Id", description: "A short name, used in topics and entity ids; keep it for ever." }),
	role: z.enum(OUTPUT_ROLES).meta({ title: "Role", description: "What this output drives." }),
	target: wired("outputs").meta({
		title: "Target",
		description: "Where it hangs, for example usb_relay:/dev/serial/by-id/NAME/1.",
	}),
	wiring: z.enum(WIRINGS).default("no").meta({
		title: "Wiring",
		description: "no: the load runs while the relay is energised. nc: the load runs while the relay is at rest.",
	}),
	rest: z
		.enum(RESTS)
		.default("load_off")
		.meta({ title: "Rest position", description: "What the load does when nobody controls it." }),
	least_run: duration(0, 3600).default(seconds(30)).meta({
		title: "Least run",
		description: "Once started it runs at least this long. Stops for safety are never delayed.",
	}),
	least_rest: duration(0, 3600)
		.default(seconds(30))
		.meta({ title: "Least rest", description: "Once stopped it rests at least this long." }),
	starts_per_hour: z
		.int()
		.min(0)
		.max(120)
		.default(0)
		.meta({ title: "Starts per hour", description: "At most this many starts an hour; 0 for no limit." }),
	excludes: id.optional().meta({ title: "Excludes", description: "Stays off while this other output is wanted on." }),
});

/** A group may be left out; its fields then take their defaults. */
const group = (fields: z.ZodObject) => fields.strict().prefault({});
const groups = <T extends { readonly options: z.ZodObject }>(things: readonly T[], name: (t: T) => string) =>
	Object.fromEntries(
		things.filter((t) => Object.keys(t.options.shape).length > 0).map((t) => [name(t), group(t.options)]),
	);

/** What can be set, in the order of the options page. */
export const root = z.strictObject({
	mqtt: mqtt.prefault({}).meta({ title: "MQTT broker", description: "The authenticated broker of the house." }),
	sensors: z
		.array(sensor)
		.max(64)
		.default([])
		.meta({ title: "Sensors", description: "What is measured, and where it hangs." }),
	outputs: z
		.array(output)
		.max(32)
		.default([])
		.meta({ title: "Outputs", description: "What is switched, and where it hangs." }),
	system_mode: z
		.enum(["auto", "off"])
		.default("auto")
		.meta({ title: "Mode", description: "auto: the controller controls. off: everything at rest, only safety acts." }),
	language: z
		.enum(["en", "sv", "de"])
		.default("en")
		.meta({ title: "Language", description: "Of names and reasons in Home Assistant." }),
	log_level: z
		.enum(["trace", "debug", "info", "warning", "error"])
		.default("info")
		.meta({ title: "Log level", description: "How much is written to the log." }),
	turn: duration(0.1, 60)
		.default(seconds(1))
		.meta({ title: "Turn", description: "The control loop decides once every so many seconds." }),
	tank: z
		.strictObject({
			volume: volume(20, 20000).default(litres(360)).meta({ title: "Volume", description: "What the tank holds." }),
		})
		.prefault({})
		.meta({ title: "Tank" }),
	heater: z
		.strictObject({
			power: power(0, 50000)
				.default(watts(3000))
				.meta({ title: "Power", description: "What the electric heater takes." }),
		})
		.prefault({})
		.meta({ title: "Electric heater" }),
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
		.meta({ title: "Site" }),
	...groups(Object.values(rules), (r) => r.id),
	...groups(Object.values(drivers), (d) => d.scheme),
});

type Root = z.output<typeof root>;
/** Everything that was set, valid, with its defaults. Groups of rules and drivers are reached by `settingsOf` and `plantOf`. */
export type Options = Pick<
	Root,
	"mqtt" | "sensors" | "outputs" | "system_mode" | "language" | "log_level" | "turn" | "tank" | "heater" | "site"
> & { readonly [group: string]: unknown };
