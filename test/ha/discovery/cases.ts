import type { DeviceInput } from "ha-mqtt-discovery";
import { BREAKS, type Break, JUNKED } from "./breaks.ts";
import { componentOf, type Keys, ONLINE } from "./components.ts";

/** A device of one component, or of two that fall out with one another. */
export interface Case {
	/** A word in all its ids and names, and so in every line of a log that is about it. */
	readonly mark: string;
	/** How it was broken; undefined when it was not. */
	readonly broken: string | undefined;
	readonly input: DeviceInput;
}

const SEED = 20_261_125;
const COUNTS = { valid: 170, named: 195, junked: 103, devices: 32 };

/** The same 500 at every call. */
export const cases = (): readonly Case[] => {
	const kinds = Object.entries(COUNTS).flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
	const all = kinds.map((kind, nth) => {
		const mark = `probe_${String(nth).padStart(3, "0")}`;
		const whole = componentOf(SEED, nth, mark);
		// Of an entity that is switched off nothing is seen but that it is there.
		const shown = whole["enabled_by_default"] === false ? { ...whole, enabled_by_default: true } : whole;
		return { kind, nth, mark, whole: kind === "valid" ? whole : shown };
	});
	const named = all.filter(({ kind }) => kind === "named");
	const breaks = evenly(named.map(({ whole, nth }) => BREAKS.filter((one) => one.of(whole, nth) !== undefined)));
	return all.map(({ kind, nth, mark, whole }) => {
		if (kind === "valid") return caseOf(mark, undefined, { c: whole });
		if (kind === "devices") return ofDevice(mark, nth, whole);
		const one = kind === "junked" ? JUNKED : breaks[nth - (named[0]?.nth ?? 0)];
		const changed = one?.of(whole, nth) ?? whole;
		const what = one === JUNKED ? `${one.what}: ${difference(whole, changed)}` : one?.what;
		return caseOf(mark, what, { c: changed });
	});
};

/** Of the ways that each component admits the one that has had the fewest turns, and of those the rarest. */
const evenly = (admitted: readonly (readonly Break[])[]): readonly (Break | undefined)[] => {
	const turns = new Map<Break, number>();
	const count = (one: Break) => turns.get(one) ?? 0;
	const rarity = new Map(BREAKS.map((one) => [one, admitted.filter((ways) => ways.includes(one)).length]));
	return admitted.map((ways) => {
		const by = (a: Break, b: Break) => count(a) - count(b) || (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0);
		const [chosen] = [...ways].sort(by);
		if (chosen !== undefined) turns.set(chosen, count(chosen) + 1);
		return chosen;
	});
};

const difference = (whole: Keys, changed: Keys) => {
	const key = Object.keys(changed).find((one) => changed[one] !== whole[one]);
	return key === undefined ? "nothing" : `${key} is ${JSON.stringify(changed[key])}`;
};

const frame = (mark: string) => ({
	node_id: "probes",
	device_id: mark,
	device: { identifiers: [mark], name: mark, manufacturer: "Nobody", sw_version: "1" },
	origin: { name: "differential", sw_version: "1", support_url: "https://example.org" },
	availability: [{ topic: ONLINE }],
});
const caseOf = (mark: string, broken: string | undefined, components: Keys, change: Keys = {}): Case => {
	// What is wrong on purpose is of no type: it goes the way of JSON from elsewhere.
	const input = Object.assign({}, frame(mark), change, { components }) as unknown as DeviceInput;
	return { mark, broken, input };
};

const ofDevice = (mark: string, nth: number, whole: Keys): Case => {
	const { device, origin } = frame(mark);
	const other = whole["platform"] === "button" ? "switch" : "button";
	const second: Keys = {
		platform: other,
		unique_id: whole["unique_id"],
		name: "Second",
		command_topic: "probe/second",
	};
	const changes: readonly (readonly [string, Keys, Keys?])[] = [
		["id twice on one platform", {}, { c: whole, d: { ...whole, name: "Second", default_entity_id: undefined } }],
		["id twice on two platforms", {}, { c: whole, d: second }],
		["name twice", {}, { c: whole, d: { ...second, unique_id: `second_${mark}`, name: whole["name"] } }],
		["empty id", {}, { c: { ...whole, unique_id: "" } }],
		["key with a space", {}, { "c c": whole }],
		["component that is none", {}, { c: "sensor" }],
		["no components", {}, {}],
		["misspelt key of the device", { device: { ...device, modell: "X" } }],
		["short name of a key of the device", { device: { ...device, mf: "Nobody", manufacturer: undefined } }],
		["no identifiers", { device: { name: mark } }],
		["no identifiers in the list", { device: { ...device, identifiers: [] } }],
		["identifier that is no list", { device: { ...device, identifiers: mark } }],
		["identifiers null", { device: { ...device, identifiers: null } }],
		["connection of one", { device: { ...device, connections: [["mac"]] } }],
		["device without a name", { device: { identifiers: [mark] } }],
		["page at no address", { device: { ...device, configuration_url: "solar.local" } }],
		["version that is a number", { device: { ...device, sw_version: 2 } }],
		["model null", { device: { ...device, model: null } }],
		["origin without a name", { origin: { sw_version: "1" } }],
		["misspelt key of the origin", { origin: { ...origin, version: "1" } }],
		["support page without a protocol", { origin: { ...origin, support_url: "example.org" } }],
		["device availability of nothing", { availability: [] }],
		["device availability without a topic", { availability: [{}] }],
		["misspelt key of the device's availability", { availability: [{ topic: ONLINE, payload: "1" }] }],
		["device availability on a wildcard in a word", { availability: [{ topic: "a+" }] }],
		["device availability as one object", { availability: { topic: ONLINE } }],
		["device id with a space", { device_id: `${mark} x` }],
		["node id with a dot", { node_id: "pro.bes" }],
		["empty device id", { device_id: "" }],
		["empty name of the device", { device: { ...device, name: "" } }],
		["identifier that is a number", { device: { ...device, identifiers: [mark, 5] } }],
		["origin that is text", { origin: "differential" }],
		["support page inside Home Assistant", { origin: { ...origin, support_url: "homeassistant://x" } }],
	];
	// Otherwise it would not inherit the device's.
	const inheriting = { ...whole, availability: undefined };
	const [what, change, components = { c: inheriting }] = changes[nth % changes.length] ?? ["nothing", {}];
	return caseOf(mark, what, components, change);
};
