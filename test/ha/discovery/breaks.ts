import { isQuantityClass, quantityClasses, SENSOR_CLASSES, type SensorClass } from "ha-mqtt-discovery/home-assistant";
import type { Keys } from "./components.ts";

/** A way to break a component in one place; undefined where it has no such place. */
export interface Break {
	readonly what: string;
	of(component: Keys, nth: number): Keys | undefined;
}

const broken = (what: string, of: Break["of"]): Break => ({ what, of });
const set = (what: string, key: string, value: unknown, ...platforms: readonly string[]) =>
	broken(what, (one) =>
		platforms.length === 0 || platforms.includes(String(one["platform"])) ? { ...one, [key]: value } : undefined,
	);
const READ = ["sensor", "binary_sensor"];
const WRITE = ["switch", "number", "select", "button"];
const without = (key: string, ...platforms: readonly string[]) =>
	broken(`without ${key}`, (one) => {
		if (platforms.length > 0 && !platforms.includes(String(one["platform"]))) return undefined;
		const { [key]: gone, ...rest } = one;
		return gone === undefined ? undefined : rest;
	});
const picked = <T>(list: readonly T[], nth: number) => list[nth % list.length];
/** Of a sensor with a class that has units. */
const classed = (
	what: string,
	of: (units: readonly (string | null)[], name: string, nth: number) => Keys | undefined,
) =>
	broken(what, (one, nth) => {
		const name = String(one["device_class"]);
		if (one["platform"] !== "sensor" || !isQuantityClass(name)) return undefined;
		const table: SensorClass = SENSOR_CLASSES[name];
		const change = of(table.units, name, nth);
		return change && { ...one, ...change };
	});
const availability = (what: string, value: unknown) => set(`availability ${what}`, "availability", value);

export const BREAKS: readonly Break[] = [
	...["platform", "unique_id", "name", "options"].map((key) => without(key)),
	// A valve may be there to look at only.
	without("command_topic", ...WRITE, "text", "date", "time"),
	// A text needs no limits of its length.
	...["min", "max"].map((key) => without(key, "number")),
	without("state_topic", ...READ),
	set("platform nobody knows", "platform", "relay"),
	set("platform with a capital", "platform", "Sensor"),
	set("key nobody knows", "colour", "red"),
	set("misspelt key", "unit_of_mesurement", "°C"),
	broken("short name of a key", (one) => ({ ...one, ic: "mdi:pump", icon: undefined })),
	set("base of topics", "~", "probe"),
	broken("short name, wrong value", (one) => ({ ...one, ic: "pump", icon: undefined })),
	set("object_id", "object_id", "x"),
	set("retained commands", "retain", true, ...WRITE),
	set("retained commands of what takes none", "retain", true, ...READ),
	set("QoS of its own", "qos", 2),
	set("QoS that does not exist", "qos", 3),
	set("encoding of its own", "encoding", "utf-8"),
	set("one more availability topic", "availability_topic", "probe/online"),
	set("another availability mode", "availability_mode", "any"),
	set("availability mode nobody knows", "availability_mode", "most"),
	set("key of sensors", "state_class", "measurement", "binary_sensor", ...WRITE),
	set("key of numbers", "min", 1, "sensor", "binary_sensor", "switch", "select", "button"),
	set("key of switches", "state_on", "1", ...READ, "number", "select", "button"),
	set("key of what is read", "expire_after", 60, ...WRITE),
	set("a button with a state", "state_topic", "probe/number", "button"),
	broken("id with a space", (one) => ({ ...one, unique_id: `${one["unique_id"]} x` })),
	broken("id that is a number", (one, nth) => ({ ...one, unique_id: 4_711_000 + nth })),
	broken("name with the device's", (one) => ({ ...one, name: `The ${String(one["unique_id"]).slice(3)} pump` })),
	set("category config of what is read", "entity_category", "config", ...READ),
	set("category nobody knows", "entity_category", "system"),
	set("icon without a family", "icon", "pump"),
	set("icon of another family", "icon", "hue:lamp"),
	set("picture", "entity_picture", "https://example.org/a.png"),
	set("entity id of another platform", "default_entity_id", "light.pump"),
	set("entity id without a platform", "default_entity_id", "pump"),
	broken("entity id with capitals", (one) => ({
		...one,
		default_entity_id: `${one["platform"]}.Pump_${one["unique_id"]}`,
	})),
	broken("entity id with two _", (one) => ({ ...one, default_entity_id: `${one["platform"]}.a__${one["unique_id"]}` })),
	broken("entity id with a space", (one) => ({
		...one,
		default_entity_id: `${one["platform"]}.a ${one["unique_id"]}`,
	})),
	set("wildcard +", "state_topic", "nothing/+/x", ...READ, "switch", "number", "select"),
	set("wildcard #", "state_topic", "nothing/#", ...READ, "switch", "number", "select"),
	set("wildcard in a word", "state_topic", "probe/a+", ...READ, "switch", "number", "select"),
	set("# in the middle", "json_attributes_topic", "probe/#/x"),
	set("command to a wildcard", "command_topic", "probe/+", ...WRITE),
	set("NUL in a topic", "json_attributes_topic", "probe/\u0000"),
	set("line end in a topic", "command_topic", "probe/\n", ...WRITE),
	set("C1 control character in a topic", "json_attributes_topic", "probe/\u0085"),
	set("non-character in a topic", "json_attributes_topic", "probe/\ufdd0"),
	set("astral non-character in a topic", "json_attributes_topic", "probe/\u{1fffe}"),
	set("half a surrogate in a topic", "json_attributes_topic", "probe/\ud800"),
	set("half a surrogate in a name", "name", "pump \udc00"),
	set("topic of the broker", "json_attributes_topic", "$SYS/broker/uptime"),
	set("topic of 65536 bytes", "command_topic", "ä".repeat(32_768), ...WRITE),
	set("template that is not closed", "json_attributes_template", "{{ value"),
	set("template that is not closed", "command_template", "{% if value %", ...WRITE),
	set("comment that is not closed", "value_template", "{# value }", ...READ),
	set("expression of nothing", "value_template", "{{ }}", ...READ, "switch", "number", "select"),
	availability("of nothing", []),
	availability("as text", "online"),
	availability("without a topic", [{ payload_available: "online" }]),
	availability("with a key nobody knows", [{ topic: "probe/online", payload: "online" }]),
	availability("on a wildcard in a word", [{ topic: "probe/online" }, { topic: "a#" }]),
	availability("on any topic", [{ topic: "probe/online" }, { topic: "probe/+" }]),
	availability("null", null),
	availability("with a number as payload", [{ topic: "probe/online", payload_not_available: 0 }]),
	classed("unit of another class", (units) => ({ unit_of_measurement: units.includes("kWh") ? "°C" : "kWh" })),
	classed("no unit", (units) => (units.includes(null) ? undefined : { unit_of_measurement: undefined })),
	classed("unit of another class", (units) => ({ unit_of_measurement: units.includes("ppm") ? "W" : "ppm" })),
	classed("blank unit", () => ({ unit_of_measurement: " " })),
	broken("blank unit of no class", (one) =>
		one["platform"] === "number" && one["device_class"] === undefined
			? { ...one, unit_of_measurement: " " }
			: undefined,
	),
	broken("blank unit of a text", (one) =>
		one["platform"] === "sensor" && one["unit_of_measurement"] === undefined && one["device_class"] === undefined
			? { ...one, unit_of_measurement: " " }
			: undefined,
	),
	classed("state class that makes no sense", (_, name) => {
		const { states }: SensorClass = isQuantityClass(name) ? SENSOR_CLASSES[name] : { states: [], units: [] };
		const state_class = ["total", "measurement"].find((one) => !states.some((state) => state === one));
		return state_class === undefined ? undefined : { state_class, last_reset_value_template: undefined };
	}),
	classed("state class nobody knows", () => ({ state_class: "average" })),
	classed("state class in capitals", (_u, name) => {
		const { states }: SensorClass = isQuantityClass(name) ? SENSOR_CLASSES[name] : { states: [], units: [] };
		return { state_class: states[0]?.toUpperCase(), last_reset_value_template: undefined };
	}),
	classed("angle without °", (units) => (units.includes("°") ? undefined : { state_class: "measurement_angle" })),
	classed("class in capitals", (_, name) => ({ device_class: name.toUpperCase() })),
	classed("the other micro sign", (units) => {
		const micro = units.find((unit) => unit?.startsWith("μ"));
		return micro == null ? undefined : { unit_of_measurement: micro.replace("μ", "\u00b5") };
	}),
	classed("last reset of what is no total", () => ({ state_class: undefined, last_reset_value_template: "{{ 1 }}" })),
	classed("options of what is no enum", () => ({ options: ["a"] })),
	classed("half a precision", () => ({ suggested_display_precision: 0.5 })),
	classed("negative precision", () => ({ suggested_display_precision: -1 })),
	broken("a class nobody knows", (one) => (one["platform"] === "select" ? undefined : { ...one, device_class: "rpm" })),
	broken("a class of another platform", (one) => {
		const other = { sensor: "door", binary_sensor: "temperature", switch: "problem", number: "enum", button: "outlet" };
		const device_class = Object.entries(other).find(([platform]) => platform === one["platform"])?.[1];
		return device_class === undefined ? undefined : { ...one, device_class };
	}),
	...["unit_of_measurement", "state_class", "suggested_display_precision"].map((key) =>
		broken(`${key} of what is no number`, (one) =>
			["enum", "date", "timestamp", "uptime"].includes(String(one["device_class"]))
				? { ...one, [key]: { unit_of_measurement: "s", state_class: "measurement" }[key] ?? 1 }
				: undefined,
		),
	),
	broken("options of nothing", (one) => (one["options"] === undefined ? undefined : { ...one, options: [] })),
	broken("options twice", (one) => (one["options"] === undefined ? undefined : { ...one, options: ["a", "a"] })),
	broken("an empty option", (one) => (one["options"] === undefined ? undefined : { ...one, options: ["a", ""] })),
	broken("an option too long", (one) =>
		one["options"] === undefined ? undefined : { ...one, options: ["a", "x".repeat(256)] },
	),
	broken("an option that is a number", (one) =>
		one["options"] === undefined ? undefined : { ...one, options: ["a", 2] },
	),
	broken("an enum without options", (one) =>
		one["device_class"] === "enum" ? { ...one, options: undefined } : undefined,
	),
	broken("money in no currency", (one) =>
		one["device_class"] === "monetary" ? { ...one, unit_of_measurement: "crowns" } : undefined,
	),
	broken("money as a measurement", (one) =>
		one["device_class"] === "monetary" && one["platform"] === "sensor"
			? { ...one, state_class: "measurement" }
			: undefined,
	),
	broken("range of one value", (one) => (one["platform"] === "number" ? { ...one, max: one["min"] } : undefined)),
	broken("range upside down", (one) =>
		one["platform"] === "number" ? { ...one, min: Number(one["max"]) + 1 } : undefined,
	),
	set("endless range", "max", Number.POSITIVE_INFINITY, "number"),
	set("no number as least", "min", Number.NaN, "number"),
	set("number as text", "min", "-2000000", "number"),
	set("step too fine", "step", 0.0009, "number"),
	set("step of nothing", "step", 0, "number"),
	set("mode nobody knows", "mode", "knob", "number"),
	broken("number's unit of another class", (one) =>
		one["platform"] === "number" && quantityClasses.some((name) => name === one["device_class"])
			? { ...one, unit_of_measurement: "crowns" }
			: undefined,
	),
	broken("number without the unit of its class", (one) =>
		one["platform"] === "number" &&
		one["device_class"] !== "monetary" &&
		one["unit_of_measurement"] !== undefined &&
		one["device_class"] !== undefined &&
		one["device_class"] !== "power_factor"
			? { ...one, unit_of_measurement: undefined }
			: undefined,
	),
	set("expiry at once", "expire_after", 0, ...READ),
	set("expiry of yesterday", "expire_after", -1, ...READ),
	set("expiry as text", "expire_after", "60", ...READ),
	set("off at once", "off_delay", 0, "binary_sensor"),
	...["payload_off", "state_off"].map((key) =>
		broken(`${key} as for on`, (one) =>
			one[key] === undefined ? undefined : { ...one, [key]: one[key.replace("off", "on")] },
		),
	),
	set("payload as boolean", "payload_on", true, "binary_sensor", "switch"),
	set("empty payload", "payload_press", "", "button"),
	set("yes for true", "enabled_by_default", "yes"),
	set("0 for false", "visible_by_default", 0),
	set("maybe", "optimistic", "maybe", "switch", "number", "select"),
];

const JUNK: readonly unknown[] = [null, true, 0, -1.5, 1e21, "", " ", "x", "nan", "1", [], ["a"], [null], {}, { a: 1 }];
const KEYS = ["name", "icon", "unique_id", "state_topic", "command_topic", "value_template", "device_class"];

/** Anything under one of the component's own keys, or under one that it might have. */
export const JUNKED: Break = broken("something else", (one, nth) => {
	const keys = [...new Set([...Object.keys(one), ...KEYS])].filter((key) => key !== "platform");
	const key = picked(keys, nth * 7 + 3);
	if (key === undefined) return undefined;
	// An id that many have would be another mistake.
	const value = picked(key === "unique_id" ? JUNK.filter((junk) => typeof junk === "object") : JUNK, nth * 11 + 5);
	return { ...one, [key]: value };
});
