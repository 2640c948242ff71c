import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { isProblem } from "#entities/command.ts";
import type { Entity } from "#entities/entity.ts";
import { discoveryOf, entitiesOf, picture, topicsOf } from "#entities/house.ts";
import type { Component } from "#ha-mqtt-discovery/component.ts";
import { FAULT_CODES, fault } from "#model/fault.ts";
import { finding } from "#model/finding.ts";
import { outputId, type SensorRole } from "#model/plant.ts";
import type { Snapshot } from "#model/snapshot.ts";
import { FULL, OFF } from "#model/units.ts";
import type { Connection } from "#mqtt/broker.ts";
import { wiringProblems } from "#options/wiring.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import {
	after,
	asked,
	HOUSE,
	output,
	ownersPlant,
	plantWith,
	type Scene,
	sensor,
	turns,
} from "../entities/owners-plant.ts";

const pump = outputId("pump");
const heater = outputId("heater");
const at =
	(temperatures: Partial<Record<SensorRole, number>>): NonNullable<Scene["read"]> =>
	({ role }) =>
		temperatures[role] ?? 40;
const sunny: Scene = { read: at({ collector: 70, outdoor_air: -12.34 }) };
const CONNECTIONS: Readonly<Record<Connection["kind"], true>> = {
	connecting: true,
	connected: true,
	waiting: true,
	closed: true,
};

/** What can be seen of a house, one snapshot for each way to be well or unwell. */
const SCENES: Readonly<Record<string, Snapshot>> = {
	"before the first reading": after({ read: () => undefined }),
	"while charging": after(sunny, sunny),
	"with nothing to charge": after({ read: at({ collector: -20 }) }),
	"with every sensor lost, each in its own way": after({
		read: ({ index }) => fault(FAULT_CODES[index % FAULT_CODES.length] ?? "open", { code: 7, text: 1, sensor: "28-1" }),
	}),
	"with impossible readings": after({ read: () => Number.NaN }),
	"in a boil stop": after({ read: at({ collector: 160 }) }),
	"in a boil stop with the sensor lost": after(
		{ read: at({ collector: 160 }) },
		{ read: (s) => (s.role === "collector" ? fault("open") : 40) },
	),
	"with the tank too hot": after({ read: at({ tank: 96 }) }),
	"with the tank full": after({ read: at({ tank: 80, collector: 89 }) }),
	"while cooling the collector": after({ read: at({ tank: 80, collector: 95 }) }),
	"while held by hand": after({
		...sunny,
		intents: [
			{ kind: "hold", output: pump, want: OFF },
			{ kind: "hold", output: heater, want: FULL },
		],
	}),
	"when off": after(sunny, { ...sunny, intents: [{ kind: "mode", mode: "off" }] }),
	"in a test": after({
		...sunny,
		intents: [
			{ kind: "mode", mode: "test" },
			{ kind: "hold", output: heater, want: FULL },
		],
	}),
	"with the board gone": after({
		...sunny,
		effect: () => ({ fault: fault("missing", { device: "/dev/board" }) }),
		findings: [
			finding("alarm", "device_lost", { bus: "usb_relay_dev_board", device: "relay board", fault: "missing" }),
		],
	}),
	"with the store set aside": after({
		findings: [
			finding("alarm", "store_set_aside", { file: "solar.db.1", cause: "malformed" }),
			finding("alarm", "store_unavailable", { cause: "EROFS" }),
		],
	}),
	"without a login": after({
		findings: [
			finding("alarm", "options_invalid", { problems: 3 }),
			finding("alarm", "mqtt_credentials_required", { why: "x" }),
		],
	}),
	"with a finding that brings its sentence": after({
		findings: [finding("warning", "certificate_old", { text: "The certificate ends soon." })],
	}),
	...Object.fromEntries(
		Object.keys(CONNECTIONS).map((state) => [
			`while the broker is ${state}`,
			after({ findings: [finding("info", "broker", { state, host: "h", port: 1883, user: "u", tls: false })] }),
		]),
	),
};

const topics = topicsOf(HOUSE);
const componentOf = (entity: Entity): Component =>
	entity.component({
		base: {
			unique_id: "u",
			default_entity_id: `${entity.platform}.u`,
			name: entity.name,
			availability: [{ topic: "a" }],
		},
		state: { state_topic: "s" },
		attributes: { json_attributes_topic: "j" },
		command: { command_topic: "c" },
	});

describe.each(LANGUAGES)("the owner's house in %s", (language) => {
	const entities = entitiesOf(ownersPlant, language);

	it("has an entity for everything, each with a key and a name of its own", () => {
		expect(entities.length).toBeGreaterThan(60);
		expect(twice(entities.map((e) => e.key))).toEqual([]);
		expect(twice(entities.map((e) => e.name))).toEqual([]);
	});

	it("calls each thing by a name; a key without a text would begin in lower case", () => {
		expect(entities.filter((e) => !/^\p{Lu}[^_{}?]{1,99}$/u.test(e.name)).map((e) => e.name)).toEqual([]);
	});

	it("is announced without a problem", () => {
		const result = discoveryOf({ ...HOUSE, language }, ownersPlant, entities);
		expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
	});

	it("publishes a state and attributes where, and only where, its discovery says so", () => {
		for (const entity of entities) {
			const component = componentOf(entity);
			expect([entity.key, "state_topic" in component]).toEqual([entity.key, entity.state !== undefined]);
			expect([entity.key, "json_attributes_topic" in component]).toEqual([entity.key, entity.attributes !== undefined]);
			expect([entity.key, "command_topic" in component]).toEqual([entity.key, entity.command !== undefined]);
		}
	});

	test.each(Object.entries(SCENES))("shows only what Home Assistant takes %s", (_, snapshot) => {
		expect(flawsOf(snapshot, entities, language)).toEqual([]);
	});
});

/** Every payload that Home Assistant would refuse, or show as something else than it is. */
function flawsOf(snapshot: Snapshot, entities: readonly Entity[], language: Language): readonly string[] {
	const flaws: string[] = [];
	const shown = picture({ ...HOUSE, language }, entities, snapshot, (key, bug) => flaws.push(`${key} threw ${bug}`));
	const payloads = new Map(shown.map((s) => [s.topic, s.payload]));
	if (payloads.size !== shown.length) flaws.push("one topic has two messages");
	for (const entity of entities) {
		const state = payloads.get(topics.state(entity.key));
		const wrong = state === undefined ? undefined : flawOfState(componentOf(entity), state);
		if (wrong !== undefined) flaws.push(`${entity.key} is ${state}: ${wrong}`);
		const attributes = payloads.get(topics.attributes(entity.key));
		if (attributes !== undefined) flaws.push(...flawsOfAttributes(attributes).map((f) => `${entity.key}: ${f}`));
	}
	return flaws;
}

const ON_OFF = ["ON", "OFF", "None"];
function flawOfState(component: Component, state: string): string | undefined {
	if (state === "" || state.length > 255) return "a state has 1 to 255 characters";
	if (state === "None") return undefined;
	switch (component.platform) {
		case "binary_sensor":
		case "switch":
			return ON_OFF.includes(state) ? undefined : `not one of ${ON_OFF}`;
		case "select":
			return component.options.includes(state) ? undefined : "not among its options";
		case "number":
			return within(state, component.min, component.max) ? undefined : "out of its range";
		case "sensor":
			if (component.device_class === "enum")
				return component.options?.includes(state) ? undefined : "not among its options";
			return within(state, -1e9, 1e9) ? undefined : "not a number";
		case "button":
			return "a button has no state";
	}
}
const within = (text: string, min: number, max: number) =>
	/^-?\d+(?:\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max;

/** JSON writes NaN and infinity as null. A `?` stands where a sentence missed a fact. */
function flawsOfAttributes(json: string): readonly string[] {
	const flaws: string[] = [];
	const value: unknown = JSON.parse(json, (key, inner: unknown) => {
		if (inner === null) flaws.push(`${key} is null`);
		if (key === "text" && !(typeof inner === "string" && / .*\.$/.test(inner) && !/[{}?]/.test(inner)))
			flaws.push(`${key} is no sentence: ${inner}`);
		return inner;
	});
	if (typeof value !== "object" || value === null || Array.isArray(value)) flaws.push(`no object: ${json}`);
	return flaws;
}

describe("commands", () => {
	const entities = entitiesOf(ownersPlant, "en").filter((e) => e.command !== undefined);
	const calm = after(sunny);
	const GARBAGE = [
		..."nan|NaN|inf|Infinity|1e3| 8|8 |8\n|+8|0x8|8,5|8.|.5|--8|1_000|٨|on|Off|On|True|true|{}|[]|null|None".split("|"),
		...["", " ", "ON ", " ON", "ON\0", "OFF\n", "press", "PRESS ", "AUTO", "auto ", "test", "8".repeat(300)],
	];

	test.each(entities.map((e) => [e.key, e] as const))("%s refuses garbage with path, value and remedy", (_, entity) => {
		for (const payload of GARBAGE) {
			const answer = entity.command?.(payload, calm);
			expect([payload, answer]).toEqual([
				payload,
				{
					path: expect.stringMatching(/^[a-z_.]+$/),
					value: expect.stringMatching(/^.{1,80}$/),
					remedy: expect.stringMatching(/^Send .+\.$/),
				},
			]);
		}
	});

	test.each(entities.map((e) => [e.key, e] as const))(
		"%s takes what Home Assistant sends, and so does the core",
		(_, entity) => {
			for (const payload of sentTo(entity, calm)) {
				const intent = entity.command?.(payload, calm);
				if (intent === undefined || isProblem(intent)) throw new Error(`${payload}: ${JSON.stringify(intent)}`);
				expect([payload, asked(intent).answers]).toEqual([payload, [undefined]]);
			}
		},
	);

	it("outside a number's range are plain numbers, and refused by the core", () => {
		const numbers = entities.map((e) => [e, componentOf(e)] as const);
		for (const [entity, component] of numbers) {
			if (component.platform !== "number") continue;
			for (const value of [component.min - 0.5, component.max + 0.5, -1, 999999999]) {
				const intent = entity.command?.(String(value), calm);
				if (intent === undefined || isProblem(intent)) throw new Error(`${value}: ${JSON.stringify(intent)}`);
				expect([entity.key, asked(intent).answers]).toEqual([
					entity.key,
					[expect.objectContaining({ remedy: expect.any(String) })],
				]);
			}
		}
	});
});

function sentTo(entity: Entity, snapshot: Snapshot): readonly string[] {
	const component = componentOf(entity);
	switch (component.platform) {
		case "button":
			return ["PRESS"];
		case "switch":
			return ["ON", "OFF"];
		case "select":
			return component.options;
		default:
			return [String(entity.state?.(snapshot)), `${entity.state?.(snapshot)}.0`];
	}
}

describe("the ids that an owner may choose", () => {
	const idProblems = (sensors: readonly string[], outputs: readonly string[]) =>
		wiringProblems({ sensors: sensors.map((id) => ({ id })), outputs: outputs.map((id) => ({ id })) }).filter((p) =>
			p.path.endsWith(".id"),
		);
	const empty = entitiesOf(plantWith([], []), "en").map((e) => e.key);
	const made = entitiesOf(plantWith([sensor("x1", "other", 0)], [output("x2", "other", 0)]), "en").map((e) => e.key);
	const endings = made.flatMap((key) => (/^x[12]_/.test(key) ? [key.slice(2)] : []));

	it("are those of the owner's own house, among others", () => {
		expect(
			idProblems(
				ownersPlant.sensors.map((s) => s.id),
				ownersPlant.outputs.map((o) => o.id),
			),
		).toEqual([]);
		expect(idProblems(["automatic", "fault", "temperature_room", "modes", "a__b", "c_"], ["auto", "starts"])).toEqual(
			[],
		);
	});

	test.each([...empty, "availability"])("do not include %s, which the controller needs itself", (id) => {
		expect(idProblems([id], [])).toEqual([
			{ path: "sensors[0].id", value: `"${id}"`, remedy: expect.stringMatching(/^Choose/) },
		]);
		expect(idProblems([], [id])).toEqual([
			{ path: "outputs[0].id", value: `"${id}"`, remedy: expect.stringMatching(/^Choose/) },
		]);
	});

	test.each([...new Set(endings)])("do not end in %s, as entities do", (ending) => {
		expect(idProblems([`roof${ending}`], [`fan${ending}`]).map((p) => p.path)).toEqual([
			"sensors[0].id",
			"outputs[0].id",
		]);
	});

	test.each(["storage", "solar_heating", "my_solar_heating_pump"])("do not include %s", (id) => {
		expect(idProblems([id], [id]).length).toBeGreaterThan(1);
	});

	it("give every entity a key and topics of its own, and a discovery that Home Assistant takes", () => {
		const word = fc.constantFrom(
			...empty,
			"pump",
			"a",
			"a_",
			"a__b",
			"b",
			"x",
			"storage",
			"availability",
			"solar",
			"heating",
		);
		const built = fc
			.tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom("", "", ...endings))
			.map(([words, ending]) => `${words.join("_")}${ending}`);
		const id = fc.oneof(built, fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/)).filter((s) => s.length <= 40);
		const ids = fc.uniqueArray(id, { maxLength: 5 });
		fc.assert(
			fc.property(ids, ids, (sensors, outputs) => {
				fc.pre(idProblems(sensors, outputs).length === 0);
				const plant = plantWith(
					sensors.map((s, i) => sensor(s, i % 2 === 0 ? "other" : "tank_layer", i)),
					outputs.map((o, i) => output(o, "other", i)),
				);
				const entities = entitiesOf(plant, "en");
				const all = entities.flatMap(({ key }) => [topics.state(key), topics.attributes(key), topics.command(key)]);
				expect(twice(entities.map((e) => e.key))).toEqual([]);
				expect(twice([...all, topics.availability, topics.busAvailability("one_wire")])).toEqual([]);
				const result = discoveryOf(HOUSE, plant, entities);
				expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
				for (const snapshot of turns([sunny], plant)) expect(flawsOf(snapshot, entities, "en")).toEqual([]);
			}),
			{ numRuns: 50 },
		);
	});
});

const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);
