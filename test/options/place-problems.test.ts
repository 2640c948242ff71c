import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { toldProblem } from "#texts/say.ts";
import { owner } from "./plants.ts";
import { BOARD, twoTanks } from "./two-tanks.ts";

type Item = Readonly<Record<string, unknown>>;
const problems = (raw: unknown) => {
	const parsed = parse(raw);
	return parsed.kind === "valid" ? [] : parsed.problems;
};
const said = (raw: unknown) => problems(raw).map((one) => [one.path, one.remedy.code]);
/** The house with two tanks, with one entry of a list changed. */
const changed = (list: string, index: number, change: Item) => {
	const raw = twoTanks();
	const items = raw[list] as Item[];
	return { ...raw, [list]: items.map((item, i) => (i === index ? { ...item, ...change } : item)) };
};
const circuit = (index: number, change: Item, ...sensors: Item[]) => {
	const raw = changed("circuits", index, change);
	return { ...raw, sensors: [...(raw["sensors"] as Item[]), ...sensors] };
};
const without = (list: string, index: number, ...fields: string[]) =>
	changed(list, index, Object.fromEntries(fields.map((field) => [field, undefined])));

it("the house with two tanks has none", () => expect(said(twoTanks())).toEqual([]));

describe("what is wrong with parts and circuits is told with path, value and remedy:", () => {
	test.each<[string, unknown, string, string]>([
		["a source that is none", circuit(0, { from: "roof" }), "circuits[0].from", "no_such_entry"],
		["a target that is none", circuit(0, { to: "Varmvaten" }), "circuits[0].to", "meant_choice"],
		["a name that objects have", circuit(0, { to: "constructor" }), "circuits[0].to", "no_such_entry"],
		[
			"heat out of a tank into itself",
			circuit(0, { from: "buffer", to: "buffer" }),
			"circuits[0].to",
			"circuit_to_itself",
		],
		["heat into a collector", circuit(0, { from: "buffer", to: "west" }), "circuits[0].to", "other_part"],
		["a pump that is none", circuit(0, { pump: "pump" }), "circuits[0].pump", "no_such_entry"],
		["a heater as a pump", circuit(0, { pump: "Elpatron" }), "circuits[0].pump", "pump_role"],
		["a pump as a valve", circuit(0, { valve: "Pump väst" }), "circuits[0].valve", "valve_role"],
		["a valve that is the pump", circuit(0, { pump: "Växelventil" }), "circuits[0].valve", "valve_is_pump"],
		[
			"a valve named twice",
			circuit(0, { valve_2: "Växelventil", position_2: 0 }),
			"circuits[0].valve_2",
			"valve_again",
		],
		["a valve without a position", without("circuits", 0, "position"), "circuits[0].position", "position_missing"],
		["a position without a valve", circuit(0, { position_2: 0 }), "circuits[0].valve_2", "valve_missing"],
		["a valve half open", circuit(0, { position: 50 }), "circuits[0].position", "valve_position"],
		["a sensor that is none", circuit(0, { to_sensor: "top" }), "circuits[0].to_sensor", "no_such_entry"],
		["a sensor of another tank", circuit(0, { to_sensor: "buffer_low" }), "circuits[0].to_sensor", "sensor_elsewhere"],
		[
			"a sensor of the other end",
			circuit(0, { from_sensor: "Varmvatten uppe" }),
			"circuits[0].from_sensor",
			"sensor_elsewhere",
		],
		[
			"a flow meter for a temperature",
			circuit(0, { to_sensor: "meter" }, { id: "meter", role: "flow", source: "one_wire:28-000000000009" }),
			"circuits[0].to_sensor",
			"no_thermometer",
		],
		["a flow to both tanks", circuit(1, { position: 0 }), "circuits[1].pump", "flows_to_both"],
		[
			"a circuit twice",
			circuit(1, { to: "Varmvatten", position: 0, id: "again" }),
			"circuits[1].pump",
			"circuits_alike",
		],
		["a collector sensor of no field", without("sensors", 0, "of"), "sensors[0].of", "which_part"],
		["a sensor of a part that is none", changed("sensors", 0, { of: "roof" }), "sensors[0].of", "no_such_entry"],
		["a tank sensor of a field", changed("sensors", 4, { of: "west" }), "sensors[4].of", "other_part"],
		["a heater of no tank", without("outputs", 3, "of"), "outputs[3].of", "which_part"],
		["a heater of a field", changed("outputs", 3, { of: "Öst" }), "outputs[3].of", "other_part"],
		[
			"two deciding sensors of a tank",
			changed("sensors", 3, { role: "tank" }),
			"sensors[3].role",
			"sensor_role_taken_here",
		],
		["two parts with one id", changed("tanks", 1, { id: "west" }), "tanks[1].id", "place_id_taken"],
		["an id that is none", changed("tanks", 1, { id: "Buffer 1" }), "tanks[1].id", "id_form"],
		["a name without a letter", changed("tanks", 0, { name: "☀" }), "tanks[0].name", "name_without_id"],
		["a name of two lines", changed("collectors", 1, { name: "Väst\nTaket" }), "collectors[1].name", "one_line"],
		["a name that is already taken", changed("sensors", 1, { name: "Öst utlopp" }), "sensors[1].name", "name_gives_id"],
		["a name that is one of ours", changed("outputs", 4, { name: "Boil stop" }), "outputs[4].name", "name_gives_id"],
		["neither id nor name", changed("outputs", 4, { name: "" }), "outputs[4].id", "id_or_name"],
		["pumps and tanks without circuits", twoTanks({ circuits: [] }), "circuits", "describe_circuits"],
	])("%s", (_, raw, path, code) => {
		// What refers to an entry that lost its id or its place is told beside it.
		expect(said(raw)).toContainEqual([path, code]);
		for (const one of problems(raw))
			for (const language of ["en", "sv", "de"] as const) {
				const { value, remedy } = toldProblem(language, one);
				expect(value).not.toBe("");
				expect(remedy).toMatch(/^[^{}]{10,}\.$/);
			}
	});

	it("an end that is none is told once, and not again of the circuits beside it", () => {
		expect(said(circuit(0, { to: "buffr" }))).toEqual([["circuits[0].to", "meant_choice"]]);
		expect(said(circuit(0, { to: "Öst" }))).toEqual([["circuits[0].to", "other_part"]]);
	});

	it.each([{ id: "x" }, "text", 5])("circuits that are %j are told as that, and not as left out", (circuits) => {
		expect(said(twoTanks({ circuits })).map(([path]) => path)).toEqual(["circuits"]);
	});

	it("a tank that nothing measures, and that something heats", () => {
		const sensors = (twoTanks()["sensors"] as Item[]).slice(0, 4);
		const circuits = (twoTanks()["circuits"] as Item[]).filter(({ to_sensor }) => to_sensor === undefined);
		expect(said(twoTanks({ sensors, circuits }))).toEqual([["tanks[1]", "tank_unseen"]]);
	});

	it("a tank that is measured in layers only, and that a circuit heats by the sensor of the tank", () => {
		const layers = changed("sensors", 2, { role: "tank_layer" });
		expect(said(layers)).toEqual([["tanks[0]", "tank_unseen"]]);
		const circuits = (layers["circuits"] as Item[]).map((one) =>
			one["to"] === "Varmvatten" ? { ...one, to_sensor: "Varmvatten nere" } : one,
		);
		expect(said({ ...layers, circuits })).toEqual([]);
	});

	it("a field that only a pipe measures, because it would boil unseen", () => {
		const { sensors = [] } = twoTanks() as { sensors?: Item[] };
		const line = { id: "line", role: "flow_line", source: "one_wire:28-000000000009" };
		const piped = circuit(0, { from_sensor: "line" }, line);
		expect(said(piped)).toEqual([]);
		expect(said({ ...piped, sensors: [...sensors.slice(1), line] })).toEqual([["collectors[0]", "field_unseen"]]);
	});

	it("a valve of a circuit that excludes an output or is excluded, because it would move under a running pump", () => {
		const refused = (index: number) => [[`outputs[${index}].excludes`, "excludes_valve"]];
		expect(said(changed("outputs", 2, { excludes: "Elpatron" }))).toEqual(refused(2));
		expect(said(changed("outputs", 3, { excludes: "Växelventil" }))).toEqual(refused(3));
		expect(said(changed("outputs", 3, { excludes: "Elpatron 2" }))).toEqual([]);
	});

	it("a plain plant with two pumps", () => {
		const second = { id: "second", role: "pump", target: `usb_relay:${BOARD}/2` };
		const first = { id: "pump", role: "pump", target: `usb_relay:${BOARD}/1` };
		expect(said(owner({ outputs: [first, second] }))).toEqual([["outputs[1].role", "output_role_taken"]]);
		expect(said(owner({ outputs: [first, second], tanks: [{}] }))).toEqual([["circuits", "describe_circuits"]]);
	});

	it("a reference says what there is to choose from, in the owner's words", () => {
		const [one] = problems(circuit(0, { to: "Varmvaten" }));
		expect(one && toldProblem("en", one).remedy).toContain("varmvatten, buffer");
	});
});

describe("what is no fault:", () => {
	const pipes = (...circuits: Item[]) => said(twoTanks({ circuits }));
	test.each<[string, Item[]]>([
		[
			"one pump from two fields to one tank",
			[
				{ from: "Öst", to: "buffer", pump: "Pump öst" },
				{ from: "west", to: "buffer", pump: "Pump öst" },
			],
		],
		[
			"tanks that charge each other by pumps of their own",
			[
				{ from: "Varmvatten", to: "buffer", pump: "Pump öst" },
				{ from: "buffer", to: "Varmvatten", pump: "Pump väst" },
			],
		],
		["a valve where something else pumps", [{ from: "Öst", to: "buffer", pump: "Växelventil" }]],
		[
			"layered charging",
			[
				{ from: "Öst", to: "Varmvatten", pump: "Pump öst", valve: "Växelventil", position: 0 },
				{
					name: "Upper",
					from: "Öst",
					to: "Varmvatten",
					pump: "Pump öst",
					valve: "Växelventil",
					position: 100,
					to_sensor: "Varmvatten uppe",
				},
			],
		],
	])("%s", (_, circuits) => expect(pipes(...circuits)).toEqual([]));

	it("one pump with a zone valve before each tank, but not with one before one of them, or before both", () => {
		const zone = (name: string) => ({ name, role: "valve", target: `usb_relay:${BOARD}/${name.slice(-1)}` });
		const outputs = [...(twoTanks()["outputs"] as Item[]), zone("Zon 6"), zone("Zon 7")];
		const zoned = (first: Item, second: Item) => {
			const circuits = [
				{ from: "Öst", to: "Varmvatten", pump: "Pump öst", ...first },
				{ from: "Öst", to: "buffer", pump: "Pump öst", ...second },
			];
			return said(twoTanks({ circuits, outputs }));
		};
		const [six, seven] = [
			{ valve: "Zon 6", position: 100 },
			{ valve: "Zon 7", position: 100 },
		];
		const refused = [["circuits[1].pump", "flows_to_both"]];
		expect(zoned(six, seven)).toEqual([]);
		expect([zoned(six, {}), zoned({}, seven), zoned(six, six)]).toEqual([refused, refused, refused]);
		expect(zoned(six, { ...six, valve_2: "Zon 7", position_2: 100 })).toEqual(refused);
	});
});

describe("absurd lists", () => {
	test.each([
		null,
		5,
		"text",
		{},
		[null, 5, []],
		[{ from: 1, to: [], pump: {} }],
		[{ id: "__proto__", from: "__proto__", to: "__proto__", pump: "__proto__" }],
	])("circuits that are %j do not throw", (circuits) =>
		expect(problems(twoTanks({ circuits })).length).toBeGreaterThan(0),
	);

	it("are refused at their length, and quickly", () => {
		const many = Array.from({ length: 12_000 }, (_, i) => ({
			id: `c${i}`,
			from: "Öst",
			to: "buffer",
			pump: "Pump öst",
		}));
		const before = performance.now();
		expect(said(twoTanks({ circuits: many }))).toContainEqual(["circuits", "too_many"]);
		expect(performance.now() - before).toBeLessThan(10_000);
	});

	it("never make an id of an object's own names", () => {
		const raw: unknown = JSON.parse('{"tanks":[{"__proto__":{"id":"x"},"name":"__proto__"}]}');
		expect(said(raw)).toEqual([["tanks[0].__proto__", "no_such_option"]]);
	});
});

it("offers only entries that have an id", () => {
	const raw = twoTanks({ sensors: [{ name: "–", role: "other", source: "one_wire:28-000000000009" }] });
	const texts = problems(raw).map((one) => toldProblem("en", one).remedy);
	expect(texts.filter((text) => text.includes("undefined"))).toEqual([]);
	const outputs = [{ name: "–", role: "pump", target: `usb_relay:${BOARD}/1` }];
	const of = problems({ ...twoTanks(), outputs }).map((one) => toldProblem("en", one).remedy);
	expect(of.filter((text) => text.includes("undefined"))).toEqual([]);
});

test.each(["sensors", "outputs", "collectors", "tanks", "circuits"])(
	"a name in %s is whole Unicode, or Home Assistant would drop the whole device",
	(list) => expect(said(changed(list, 1, { name: "Roof \ud83c" }))).toContainEqual([`${list}[1].name`, "broken_text"]),
);
