import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { type ToldProblem, toldProblem } from "#texts/say.ts";
import { BOARD, owner } from "./plants.ts";

const problems = (raw: unknown): readonly ToldProblem[] => {
	const parsed = parse(raw);
	return parsed.kind === "valid" ? [] : parsed.problems.map((one) => toldProblem("en", one));
};
const sensor = (changes: object) => ({
	id: "collector",
	role: "collector",
	source: "one_wire:28-0123456789ab",
	...changes,
});
const output = (changes: object) => ({ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1`, ...changes });
const sensors = (...changes: readonly object[]) => owner({ sensors: changes.map(sensor), outputs: [] });
const outputs = (...changes: readonly object[]) => owner({ sensors: [], outputs: changes.map(output) });
const second = { id: "second", role: "other", target: `usb_relay:${BOARD}/2` };

describe("bad options are refused with path, value and remedy", () => {
	test.each<[string, unknown, string, RegExp, RegExp]>([
		["nothing at all", undefined, "options", /nothing/, /Add it: a group/],
		["a list", [], "options", /not shown/, /Give a group/],
		["a typo in a group's name", owner({ solar_charing: {} }), "solar_charing", /unknown option/, /no such option/],
		[
			"a typo in a field",
			owner({ solar_charging: { start: 8 } }),
			"solar_charging.start",
			/unknown option/,
			/Correct its name/,
		],
		["a typo in a sensor", sensors({ heigth: 3 }), "sensors[0].heigth", /unknown option/, /Correct its name/],
		["a text for a number", owner({ solar_charging: { start_at: "8" } }), "solar_charging.start_at", /"8"/, /a number/],
		["not a number", owner({ boil_stop: { stop_at: Number.NaN } }), "boil_stop.stop_at", /./, /is not valid here/],
		["an infinite number", owner({ boil_stop: { stop_at: Number.POSITIVE_INFINITY } }), "boil_stop.stop_at", /./, /./],
		["a number for a truth", owner({ night_cooling: { enabled: 1 } }), "night_cooling.enabled", /1/, /true or false/],
		["a text for a list", owner({ sensors: "collector" }), "sensors", /collector/, /a list/],
		["a list for a group", owner({ tank: [360] }), "tank", /a list/, /a group/],
		["a group for a text", sensors({ source: { a: 1 } }), "sensors[0].source", /a group/, /a text/],
		["half a number", outputs({ starts_per_hour: 1.5 }), "outputs[0].starts_per_hour", /1.5/, /whole number/],
		[
			"a value that is too small",
			owner({ night_cooling: { colder_by: 1.9 } }),
			"night_cooling.colder_by",
			/1.9/,
			/2 K or more/,
		],
		["a value that is too big", owner({ tank_limit: { maximum: 99 } }), "tank_limit.maximum", /99/, /98 °C or less/],
		["a word that is no choice", owner({ system_mode: "manual" }), "system_mode", /"manual"/, /auto, off/],
		["no id", sensors({ id: undefined }), "sensors[0].id", /nothing/, /Add it: a text/],
		["an id that is no topic", sensors({ id: "Tank 1" }), "sensors[0].id", /"Tank 1"/, /lower-case/],
		["an id that is too long", sensors({ id: "t".repeat(41) }), "sensors[0].id", /ttt/, /at most 40/],
		["an unknown role", sensors({ role: "chimney" }), "sensors[0].role", /"chimney"/, /Choose one of: collector/],
		[
			"an unknown driver",
			sensors({ source: "one_wrie:28-0123456789ab" }),
			"sensors[0].source",
			/one_wrie/,
			/Begin with one of .*one_wire:/,
		],
		["no driver", sensors({ source: "40-0123456789ab" }), "sensors[0].source", /40-/, /Begin with one of/],
		[
			"a sensor's number alone",
			sensors({ source: "28-0123456789ab" }),
			"sensors[0].source",
			/28-/,
			/^Write one_wire:28-0123456789ab\.$/,
		],
		[
			"a board for a sensor",
			sensors({ source: "/dev/ttyUSB0" }),
			"sensors[0].source",
			/dev/,
			/^Begin with one of gpio: ha: megabas: modbus: mqtt: one_wire: rtd: simulated: vbus:\.$/,
		],
		[
			"a board alone",
			outputs({ target: "/dev/ttyUSB0" }),
			"outputs[0].target",
			/dev/,
			/^Begin with one of kmtronic: numato: sainsmart: usb_relay:\.$/,
		],
		[
			"a relay alone",
			outputs({ target: "/dev/ttyUSB0/2" }),
			"outputs[0].target",
			/dev/,
			/^Begin with one of kmtronic: numato: sainsmart: usb_relay:\.$/,
		],
		[
			"a sensor's number for an output",
			outputs({ target: "28-0123456789ab" }),
			"outputs[0].target",
			/28-/,
			/^Begin with one of dcttech: esphome: gpio: kmtronic: megabas: modbus: numato: relind: sainsmart: shelly: simulated: tasmota: usb_relay: zigbee2mqtt:\.$/,
		],
		[
			"a sensor written in two ways",
			owner({
				sensors: [
					sensor({ source: "one_wire:28-00000000000A" }),
					sensor({ id: "other", role: "other", source: "one_wire:28-00000000000a" }),
				],
			}),
			"sensors[1].source",
			/0a"$/,
			/Another sensor has this source/,
		],
		["a bad address", sensors({ source: "one_wire:28-xyz" }), "sensors[0].source", /28-xyz/, /Write one_wire:ADDRESS/],
		[
			"a driver without sensors",
			sensors({ source: `usb_relay:${BOARD}/1` }),
			"sensors[0].source",
			/usb_relay/,
			/no sensors/,
		],
		[
			"a driver without outputs",
			outputs({ target: "one_wire:28-0123456789ab" }),
			"outputs[0].target",
			/one_wire/,
			/no outputs/,
		],
		[
			"a relay that no board has",
			outputs({ target: `usb_relay:${BOARD}/9` }),
			"outputs[0].target",
			/\/9/,
			/from 1 to 8/,
		],
		[
			"a sensor id twice",
			sensors({}, { role: "other", source: "one_wire:28-0123456789ff" }),
			"sensors[1].id",
			/"collector"/,
			/different/,
		],
		[
			"a sensor role twice",
			sensors({}, { id: "b", source: "one_wire:28-0123456789ff" }),
			"sensors[1].role",
			/"collector"/,
			/tank_layer or other/,
		],
		[
			"two sensors on one source",
			sensors({}, { id: "b", role: "other" }),
			"sensors[1].source",
			/one_wire/,
			/this source already/,
		],
		["an output id twice", outputs({}, { ...second, id: "pump" }), "outputs[1].id", /"pump"/, /different/],
		["an output role twice", outputs({}, { ...second, role: "pump" }), "outputs[1].role", /"pump"/, /use other/],
		[
			"two outputs on one relay",
			outputs({}, { ...second, target: `usb_relay:${BOARD}/1` }),
			"outputs[1].target",
			/usb_relay/,
			/uses this relay/,
		],
		[
			"an output called like a sensor",
			owner({ sensors: [sensor({})], outputs: [output({ id: "collector" })] }),
			"outputs[0].id",
			/"collector"/,
			/A sensor has this id/,
		],
		["an exclusion of nothing", outputs({ excludes: "fan" }), "outputs[0].excludes", /"fan"/, /no output with this id/],
		["an exclusion of itself", outputs({ excludes: "pump" }), "outputs[0].excludes", /"pump"/, /itself/],
		["a wiring that is none", outputs({ wiring: "inverted" }), "outputs[0].wiring", /"inverted"/, /no, nc/],
		[
			"a stop above the start",
			owner({ solar_charging: { start_at: 8, stop_at: 7.5 } }),
			"solar_charging.stop_at",
			/7.5/,
			/1 K below/,
		],
		[
			"a release above the boil stop",
			owner({ boil_stop: { stop_at: 140, release_below: 140 } }),
			"boil_stop.release_below",
			/140/,
			/below stop_at/,
		],
		[
			"a release above the cooling's start",
			owner({ collector_cooling: { start_at: 90, release_below: 90 } }),
			"collector_cooling.release_below",
			/90/,
			/below start_at/,
		],
		[
			"a target above the maximum",
			owner({ tank_limit: { target: 80, maximum: 80 } }),
			"tank_limit.maximum",
			/80/,
			/above target/,
		],
		["a certificate without TLS", owner({ mqtt: { ca: "/ssl/ca.pem" } }), "mqtt.tls", /./, /switch tls on/],
		[
			"a certificate without a key",
			owner({ mqtt: { tls: true, cert: "/ssl/c.pem" } }),
			"mqtt.key",
			/./,
			/both cert and key/,
		],
		[
			"a topic with a wildcard",
			owner({ mqtt: { base_topic: "solar/#" } }),
			"mqtt.base_topic",
			/solar/,
			/letters, digits/,
		],
		["a port that is none", owner({ mqtt: { port: 0 } }), "mqtt.port", /0/, /1 or more/],
	])("%s", (_, raw, path, value, remedy) => {
		const found = problems(raw);
		expect(found.map((p) => p.path)).toEqual([path]);
		expect(found[0]?.value).toMatch(value);
		expect(found[0]?.remedy).toMatch(remedy);
	});

	it("all at once, also those that only two fields together make", () => {
		const raw = owner({
			solar_charing: {},
			tank: { volume: "big" },
			boil_stop: { stop_at: 120, release_below: 130 },
			outputs: [
				output({}),
				output({ target: "gpio:1", rest: "off", excludes: "pump" }),
				output({ id: "third", role: "other" }),
			],
			language: "fi",
		});
		expect(
			problems(raw)
				.map((p) => p.path)
				.sort(),
		).toEqual([
			"boil_stop.release_below",
			"language",
			"outputs[1].excludes",
			"outputs[1].id",
			"outputs[1].rest",
			"outputs[1].role",
			"outputs[1].target",
			"outputs[2].target",
			"solar_charing",
			"tank.volume",
		]);
	});

	it("only one of two outputs may exclude the other", () => {
		const both = outputs({ excludes: "second" }, { ...second, excludes: "pump" });
		expect(problems(both).map((p) => p.path)).toEqual(["outputs[0].excludes", "outputs[1].excludes"]);
	});

	test.each([
		"mode",
		"activity",
		"tank_too_hot",
		"solar_charging_start_at",
		"pump_auto",
		"x_fault",
		"my_solar_heating",
	])("an id may not be taken for one of our own entities: %s", (id) => {
		expect(problems(sensors({ id })).map((p) => p.path)).toEqual(["sensors[0].id"]);
		expect(problems(outputs({ id })).map((p) => p.path)).toEqual(["outputs[0].id"]);
	});

	it("boards whose names cannot be told apart in a topic are not taken for one", () => {
		const found = problems(
			outputs({ target: "usb_relay:/dev/relay-a/1" }, { ...second, target: "usb_relay:/dev/relay_a/1" }),
		);
		expect(found).toMatchObject([{ path: "outputs[1].target", remedy: expect.stringContaining("/dev/relay-a") }]);
	});

	it("a long value is cut between two characters, because Home Assistant takes no half one", () => {
		for (const before of ["", "x"])
			for (const { value } of problems(sensors({ id: `${before}${"🔥".repeat(80)}` })))
				expect([value.isWellFormed(), value.endsWith("…"), value.length > 70]).toEqual([true, true, true]);
	});

	test.each([null, 5, "text", true, [[]], { sensors: [null, 5, []] }, { outputs: {} }, { mqtt: null }])(
		"%j does not throw",
		(raw) => {
			expect(problems(raw).length).toBeGreaterThan(0);
		},
	);
});
