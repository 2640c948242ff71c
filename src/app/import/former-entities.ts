import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";

/** The discovery prefix of the former controller was fixed in its program. */
const PREFIX = "homeassistant";
const DEVICE = "solar_heating_v3";

/** What is retained of the former controller: its discovery messages, and states and commands that it or its API left. */
export const FORMER_FILTERS: readonly string[] = [
	...["sensor", "binary_sensor", "switch", "number"].map((platform) => `${PREFIX}/${platform}/+/config`),
	...["switch", "select", "number"].flatMap((platform) => [
		`${PREFIX}/${platform}/+/state`,
		`${PREFIX}/${platform}/+/set`,
	]),
];
/** It says each half minute that it lives. */
export const FORMER_HEARTBEAT = `${DEVICE}/heartbeat`;

/** Entities of which the former controller, or its API, left states and commands at the broker. */
const LEFT: ReadonlySet<string> = new Set([
	"switch/solar_heating_primary_pump",
	"switch/solar_heating_primary_pump_manual",
	"switch/solar_heating_cartridge_heater",
	"switch/solar_heating_night_cooling",
	"switch/solar_heating_pump",
	"select/solar_heating_mode",
	"number/solar_heating_night_cooling_tank_temp",
]);

/** An entity that the former controller announced. */
export interface FormerEntity {
	/** `sensor/solar_collector_temp` */
	readonly id: string;
	/** As Home Assistant made it of the names of device and entity; a person may have changed it there. */
	readonly entity_id: string;
}

/** Whether a retained message is the former controller's; with its entity where it announces one. */
export function formersIn(topic: string, payload: string): { readonly entity?: FormerEntity } | undefined {
	const [prefix, platform = "", object = "", kind] = topic.split("/");
	if (prefix !== PREFIX || !object.startsWith("solar_heating_")) return undefined;
	if (kind !== "config") return LEFT.has(`${platform}/${object}`) ? {} : undefined;
	const config = jsonIn(payload);
	if (!isRecord(config) || !isOfFormer(fieldOf(config["device"], "identifiers"))) return undefined;
	const [device, name] = [fieldOf(config["device"], "name"), config["name"]];
	if (typeof device !== "string" || typeof name !== "string") return {};
	const id = `${platform}/${object.slice("solar_heating_".length)}`;
	return { entity: { id, entity_id: `${platform}.${slug(`${device} ${name}`)}` } };
}

const isOfFormer = (identifiers: unknown): boolean =>
	[identifiers].flat().some((one) => typeof one === "string" && (one === DEVICE || one.startsWith(`${DEVICE}_`)));

/** As Home Assistant's `slugify` makes an id of a name: without accents, in lower case, all else an underscore. */
const slug = (name: string): string =>
	name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "");

const layers = ["bottom", "20cm", "40cm", "60cm", "80cm", "100cm", "120cm", "140cm"];

/** The app's entity that goes on with the same meaning, unit and platform: platform and key. */
const SUCCESSORS: Readonly<Record<string, string>> = {
	"sensor/solar_collector_temp": "sensor/collector_temperature",
	"sensor/storage_tank_temp": "sensor/tank_temperature",
	"sensor/return_line_temp": "sensor/return_line_temperature",
	...Object.fromEntries(
		layers.map((layer, i) => [`sensor/water_heater_${layer}`, `sensor/tank_${i * 20}_temperature`]),
	),
	"sensor/outdoor_air_temp": "sensor/outdoor_air_temperature",
	"sensor/exhaust_air_temp": "sensor/exhaust_air_temperature",
	"sensor/supply_air_temp": "sensor/supply_air_temperature",
	"sensor/return_air_temp": "sensor/extract_air_temperature",
	"binary_sensor/boiling_temp_reached": "binary_sensor/boil_stop",
	"switch/primary_pump": "switch/pump",
	"switch/cartridge_heater": "switch/heater",
	"switch/night_cooling": "switch/night_cooling_enabled",
	"number/set_temp_tank_1": "number/tank_limit_target",
	"number/dTStart_tank_1": "number/solar_charging_start_at",
	"number/dTStop_tank_1": "number/solar_charging_stop_at",
	"number/kylning_kollektor": "number/collector_cooling_start_at",
	"number/night_cooling_tank_temp": "number/night_cooling_tank_above",
	"number/temp_kok": "number/boil_stop_stop_at",
};

/** Entity ids to go on with, by the platform and key of the app's entity. */
export const succeeding = (entities: readonly FormerEntity[]): Readonly<Record<string, string>> =>
	Object.fromEntries(
		entities.flatMap(({ id, entity_id }) => {
			const successor = SUCCESSORS[id];
			return successor === undefined ? [] : [[successor, entity_id]];
		}),
	);
