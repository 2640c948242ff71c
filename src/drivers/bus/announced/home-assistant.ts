import type { FoundPlace } from "#model/plant/found.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Announced, deviceAt, isTopic } from "./announced.ts";

/** Long and short names of what is read (Home Assistant, MQTT Discovery, supported abbreviations). */
const NAMES = {
	state: ["state_topic", "stat_t"],
	command: ["command_topic", "cmd_t"],
	template: ["value_template", "val_tpl"],
	unit: ["unit_of_measurement", "unit_of_meas"],
	device: ["device", "dev"],
	origin: ["origin", "o"],
	parts: ["components", "cmps"],
} as const;
const read = (entity: unknown, what: keyof typeof NAMES): unknown =>
	NAMES[what].map((name) => fieldOf(entity, name)).find((value) => value !== undefined);

/** What a plant can use. */
const UNITS: ReadonlySet<unknown> = new Set(["°C", "W", "kWh", "%", "L/min", "L/h", "m³/h", "bar", "W/m²"]);
/** A value at the top of the message: `{{ value_json.temperature }}`, `{{ value_json['t'] }}`, with a filter or without. */
const AT_TOP = /^\{\{\s*value_json(?:\.([A-Za-z_]\w*)|\[['"]([^'"/~]+)['"]\])\s*(?:\|[^}]*)?\}\}$/;
/** The app's own entities. */
const OURS = /(?:^|\/)solar_heating(?:\/|$)/;

/** What devices announce to Home Assistant: ESPHome, Zigbee2MQTT and many others. */
export const homeAssistant = (prefix: string): Announced => ({
	filters: [`${prefix}/+/+/config`, `${prefix}/+/+/+/config`],
	found(topic, payload) {
		const said = jsonIn(payload);
		if (!isRecord(said) || OURS.test(topic)) return [];
		const parts = read(said, "parts");
		const entities = isRecord(parts) ? Object.values(parts) : [said];
		return entities.flatMap((entity) => placeOf(entity, said));
	},
});

function placeOf(entity: unknown, said: unknown): readonly FoundPlace[] {
	const base = fieldOf(entity, "~") ?? fieldOf(said, "~");
	const whole = (topic: unknown) =>
		typeof topic === "string" && typeof base === "string" ? topic.replace(/^~|~$/, base) : topic;
	const state = whole(read(entity, "state"));
	const command = whole(read(entity, "command"));
	const device = read(said, "device") ?? read(entity, "device");
	const maker = makerOf(said, device);
	const at = placeAt(maker, [state, command]) ?? fieldOf(device, "name");
	if (typeof at !== "string" || at === "") return [];
	const name = fieldOf(device, "name");
	const sources = UNITS.has(read(entity, "unit")) && isTopic(state) ? sourcesOf(state, read(entity, "template")) : [];
	const targets = maker === "ESPHome" && isTopic(command) ? outputOf(command) : [];
	return sources.length + targets.length === 0
		? []
		: [deviceAt(at, maker, { ...(typeof name === "string" && { name }), sources, targets })];
}

/** Who announces: the program that calls itself so. */
function makerOf(said: unknown, device: unknown): string {
	const origin = fieldOf(read(said, "origin"), "name");
	const release = String(fieldOf(device, "sw_version") ?? fieldOf(device, "sw") ?? "");
	if (/esphome/i.test(release) || /esphome/i.test(String(origin))) return "ESPHome";
	return typeof origin === "string" && /^[\w .+-]{1,40}$/.test(origin) ? origin : "Home Assistant MQTT";
}

/** The topic by which others name the device: its node in ESPHome, the device in Zigbee2MQTT. */
function placeAt(maker: string, topics: readonly unknown[]): string | undefined {
	const topic = topics.find(isTopic);
	if (topic === undefined) return undefined;
	if (maker === "ESPHome") return /^(.+)\/[a-z_]+\/[^/]+\/(?:state|command)$/.exec(topic)?.[1];
	return maker === "Zigbee2MQTT" ? topic.replace(/\/set(?:\/.*)?$/, "") : undefined;
}

function sourcesOf(topic: string, template: unknown): readonly string[] {
	if (template === undefined) return [`mqtt:${topic}`];
	const [, name, quoted] = AT_TOP.exec(String(template).trim()) ?? [];
	const field = name ?? quoted;
	return field === undefined ? [] : [`mqtt:${topic}#/${field}`];
}

/** Of a node with this project's package. */
const outputOf = (command: string): readonly string[] => {
	const [, output] = /^(.+\/switch\/[a-z0-9_]+)\/command$/.exec(command) ?? [];
	return output === undefined ? [] : [`esphome:${output}`];
};
