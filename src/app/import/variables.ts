import { isRecord } from "#model/untyped/untyped.ts";

/** Options as they are written; a group is an object. */
export type Written = Readonly<Record<string, unknown>>;

/** What a variable of the former controller becomes. */
export type Becomes =
	/** Options by path. A text that is no such value stays as it is: the options' own schema says what is wrong. */
	| { readonly kind: "options"; readonly path: string; readonly values: (text: string, all: Variables) => Written }
	/** The login's secret, which gets a file of its own. */
	| { readonly kind: "password" }
	/** It had no effect in the former controller, the app does it by itself, or has another place for it. */
	| { readonly kind: "dropped"; readonly why: Dropped };
export type Dropped = "without_effect" | "by_app" | "elsewhere";

/** Values by name, with the prefix left out and in upper case. */
export type Variables = Readonly<Record<string, string>>;

const PREFIX = "SOLAR_";

/** The former controller took these with and without its prefix. */
const BARE: readonly string[] = ["MQTT_USERNAME", "MQTT_PASSWORD", "MQTT_BROKER", "MQTT_PORT", "MQTT_CLIENT_ID"];

/** The variables of a `.env` that the former controller read. Where both names are there, the one without prefix won. */
export function variablesIn(values: Readonly<Record<string, string>>): Variables {
	const prefixed = Object.entries(values).flatMap(([name, value]) =>
		name.toUpperCase().startsWith(PREFIX) ? [[name.toUpperCase().slice(PREFIX.length), value] as const] : [],
	);
	const bare = Object.entries(values).filter(([name, value]) => BARE.includes(name) && value !== "");
	return Object.fromEntries([...prefixed, ...bare].filter(([, value]) => value !== ""));
}

const number = (text: string): number | string =>
	/^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)\s*$/.test(text) ? Number(text.replace(",", ".")) : text;
const yes = (text: string): boolean | string =>
	/^(1|true|yes|on)$/i.test(text) ? true : /^(0|false|no|off)$/i.test(text) ? false : text;

const option = (path: string, value: (text: string) => unknown = number): Becomes => ({
	kind: "options",
	path,
	values: (text) => ({ [path]: value(text) }),
});
const text = (path: string): Becomes => option(path, (said) => said);
/** So much below a limit. What is no number stays a text. */
const below = (limit: number | string, by: number | string): number | string =>
	typeof limit === "number" && typeof by === "number" ? limit - by : by;
/** A limit, and where what begins there ends again: the former controller knew only the distance. */
const limit = (path: string, end: string, by: (all: Variables) => number | string): Becomes => ({
	kind: "options",
	path,
	values: (text, all) => ({ [path]: number(text), [end]: below(number(text), by(all)) }),
});
const BOIL = { at: "150", hysteresis: "10" };
const dropped = (why: Dropped): Becomes => ({ kind: "dropped", why });

const BECOMES: Readonly<Record<string, Becomes>> = {
	MQTT_BROKER: text("mqtt.host"),
	MQTT_PORT: option("mqtt.port"),
	MQTT_USERNAME: text("mqtt.username"),
	MQTT_PASSWORD: { kind: "password" },
	MQTT_CLIENT_ID: dropped("by_app"),
	DTSTART_TANK_1: option("solar_charging.start_at"),
	DTSTOP_TANK_1: option("solar_charging.stop_at"),
	// Its hysteresis was 4 K, whatever was written.
	KYLNING_KOLLEKTOR: limit("collector_cooling.start_at", "collector_cooling.release_below", () => 4),
	KYLNING_KOLLEKTOR_HYSTERES: dropped("without_effect"),
	TEMP_KOK: limit("boil_stop.stop_at", "boil_stop.release_below", (all) =>
		number(all["TEMP_KOK_HYSTERES"] ?? BOIL.hysteresis),
	),
	TEMP_KOK_HYSTERES: {
		kind: "options",
		path: "boil_stop.release_below",
		values: (text, all) => ({ "boil_stop.release_below": below(number(all["TEMP_KOK"] ?? BOIL.at), number(text)) }),
	},
	SET_TEMP_TANK_1: option("tank_limit.target"),
	SET_TEMP_TANK_1_HYSTERES: option("tank_limit.hysteresis"),
	NIGHT_COOLING_ENABLED: option("night_cooling.enabled", yes),
	NIGHT_COOLING_TANK_TEMP: option("night_cooling.tank_above"),
	NIGHT_COOLING_HYSTERES: option("night_cooling.hysteresis"),
	NIGHT_COOLING_DT_MIN: option("night_cooling.colder_by"),
	TEMPERATURE_UPDATE_INTERVAL: dropped("by_app"),
	HASS_ENABLED: dropped("without_effect"),
	HASS_DISCOVERY_PREFIX: dropped("without_effect"),
	MORNING_PEAK_TARGET: dropped("without_effect"),
	EVENING_PEAK_TARGET: dropped("without_effect"),
	PELLET_STOVE_MAX_TEMP: dropped("without_effect"),
	HEAT_DISTRIBUTION_TEMP: dropped("without_effect"),
	DEBUG_MODE: dropped("without_effect"),
	MAX_CONCURRENT_TASKS: dropped("without_effect"),
	AI_ANALYSIS_INTERVAL: dropped("without_effect"),
	TEMPERATURE_THRESHOLD_HIGH: dropped("by_app"),
	TEMPERATURE_THRESHOLD_LOW: dropped("elsewhere"),
	TEST_MODE: dropped("elsewhere"),
	LOG_LEVEL: option("log_level", (said) => said.toLowerCase()),
};

/** What a variable becomes; undefined where the former controller had no such one. */
export const becomes = (name: string): Becomes | undefined =>
	BECOMES[name] ?? (name.startsWith("INFLUXDB_") ? dropped("without_effect") : undefined);

/** The options with a value put at a path of one or two keys. */
export function withValue(options: Written, path: string, value: unknown): Written {
	const [group = "", key] = path.split(".");
	if (key === undefined) return { ...options, [group]: value };
	const old = options[group];
	return { ...options, [group]: { ...(isRecord(old) ? old : {}), [key]: value } };
}
