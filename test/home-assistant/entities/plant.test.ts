import { describe, expect, it, test } from "@jest/globals";
import { refusalFinding } from "#home-assistant/entities/command.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import type { Sensor } from "#model/plant/plant.ts";
import { says } from "#model/sentences/sentence.ts";
import type { Language } from "#texts/say.ts";
import { output, ownersPlant, plantWith, type Scene, seen, sensor, turns } from "../../fakes/owners-plant.ts";
import { finding, mend } from "../../fakes/unworded.ts";

const entity = (key: string, language: Language = "en") => {
	const found = entitiesOf(ownersPlant, language).find((e) => e.key === key);
	if (found === undefined) throw new TypeError(`There is no entity ${key}.`);
	return found;
};
const stateOf = (key: string, snapshot: Snapshot) => entity(key).state?.(snapshot);
const hot =
	(collector: number, others = 40): NonNullable<Scene["read"]> =>
	({ role }) =>
		role === "collector" ? collector : others;
const found = (...findings: readonly Finding[]) => seen({ findings });

describe("the alarms", () => {
	test.each([
		["boil_stop", 149.9, "OFF"],
		["boil_stop", 150, "ON"],
		["tank_too_hot", 150, "OFF"],
	])("%s at a collector of %p °C is %s", (key, collector, state) => {
		expect(stateOf(key, seen({ read: hot(collector) }))).toBe(state);
	});

	it("show the boil stop and the hot tank together, though one pump has one reason", () => {
		const both = seen({ read: hot(160, 96) });
		expect([stateOf("boil_stop", both), stateOf("tank_too_hot", both)]).toEqual(["ON", "ON"]);
	});

	it("keep the hot tank while its reference sensor is lost, which stops pump and heater by itself", () => {
		const layer = (s: Sensor) => (s.id === "tank_140" ? 96 : 40);
		const lost = (s: Sensor) => (s.role === "tank" ? fault("open") : layer(s));
		const before = seen({ read: layer });
		const after = seen({ read: layer }, { read: lost });
		expect(after.verdicts.map((v) => v.because.code)).toEqual(["sensor_lost", "sensor_lost"]);
		expect([before, after].map((s) => stateOf("tank_too_hot", s))).toEqual(["ON", "ON"]);
	});

	it("keep the boil stop while the tank's sensor is lost, which stops the pump by itself", () => {
		const boiling = hot(160);
		const after = seen({ read: boiling }, { read: (s) => (s.role === "tank" ? fault("open") : boiling(s)) });
		expect(stateOf("boil_stop", after)).toBe("ON");
	});

	it("show the hot tank beside a boiling collector in a house without a heater", () => {
		const plant = plantWith(ownersPlant.sensors, [output("pump", "pump", 0)]);
		const [both] = turns([{ read: hot(160, 96) }], plant);
		expect(both?.verdicts.map((v) => v.because.code)).toEqual(["boiling"]);
		expect(both && [stateOf("boil_stop", both), stateOf("tank_too_hot", both)]).toEqual(["ON", "ON"]);
	});

	it("show no hot tank where the app heats none", () => {
		const [alone] = turns([{ read: hot(40, 96) }], plantWith(ownersPlant.sensors, []));
		expect(alone?.memories["tank_limit"]).toMatchObject({ too_hot: true });
		expect(alone && stateOf("tank_too_hot", alone)).toBe("OFF");
	});

	it("tell of the store apart from all else", () => {
		const store = found(finding("alarm", "store_unavailable", { cause: "EROFS" }));
		expect([stateOf("storage_fault", store), stateOf("attention", store)]).toEqual(["ON", "ON"]);
		const device = found(finding("alarm", "device_lost", { bus: "one_wire", device: "1-Wire", fault: "bus" }));
		expect([stateOf("storage_fault", device), stateOf("attention", device)]).toEqual(["OFF", "ON"]);
	});

	it("call for attention by findings that need some, each with its sentence in the language of the house", () => {
		const snapshot = found(
			finding("info", "broker", { state: "connected" }),
			finding("alarm", "device_lost", { bus: "b", device: "LCUS-2", fault: "missing" }),
			{
				...finding("warning", "tls-expires-soon", { proof: "tls" }),
				says: [says("verbatim", { text: "Certifikatet går snart ut." })],
				mend: [says("verbatim", { text: "Förnya det." })],
			},
		);
		expect(entity("attention", "sv").attributes?.(snapshot)).toEqual({
			findings: [
				{
					code: "device_lost",
					severity: "alarm",
					text: "LCUS-2 saknas: den hittades inte. Kontrollera kontakten och adressen. Nya försök görs automatiskt.",
				},
				{ code: "tls-expires-soon", severity: "warning", text: "Certifikatet går snart ut. Förnya det." },
			],
		});
		expect(stateOf("attention", found(finding("info", "broker", { state: "connected" })))).toBe("OFF");
	});

	it("tell why a command was refused beside what is wrong, and call nobody for it", () => {
		const refusal: Problem = { path: "pump", value: mend("a_command"), remedy: mend("mode_is_off") };
		const snapshot = found(refusalFinding(1, refusal));
		expect(entity("attention", "de").attributes?.(snapshot)).toEqual({
			findings: [
				{
					code: "command_refused",
					severity: "info",
					text: "Abgelehnt: pump = ein Befehl. Die Betriebsart ist off: erst auf auto stellen.",
				},
			],
		});
		expect(stateOf("attention", snapshot)).toBe("OFF");
	});
});

describe("the broker's connection", () => {
	it("is shown with its facts, and unknown where there is none", () => {
		const facts = { state: "waiting", host: "broker", port: 8883, user: "solar", tls: true };
		const snapshot = found(finding("info", "broker", facts));
		expect(stateOf("broker_connection", snapshot)).toBe("waiting");
		expect(entity("broker_connection").attributes?.(snapshot)).toEqual(facts);
		expect(stateOf("broker_connection", seen({}))).toBeUndefined();
	});
});

describe("a sensor", () => {
	it("has its temperature with one decimal, and none while it is lost", () => {
		expect(stateOf("collector_temperature", seen({ read: hot(69.96) }))).toBe("70.0");
		expect(stateOf("collector_temperature", seen({ read: hot(-3.04) }))).toBe("-3.0");
		expect(stateOf("collector_temperature", seen({ read: hot(-0.04) }))).toBe("0.0");
		expect(stateOf("collector_temperature", seen({ read: hot(-0.06) }))).toBe("-0.1");
		const lost = seen({ read: () => fault("crc") });
		expect(stateOf("collector_temperature", lost)).toBeUndefined();
	});

	it("tells what is wrong with it; a fact cannot take the place of the code", () => {
		const lost = seen({ read: () => fault("crc", { code: 1, text: "x", sensor: "28-1" }) });
		expect(stateOf("collector_fault", lost)).toBe("ON");
		expect(entity("collector_fault", "de").attributes?.(lost)).toEqual({
			code: "crc",
			text: "die Daten kommen fehlerhaft an. Leitung und Leitungslänge prüfen.",
			sensor: "28-1",
		});
		expect(entity("collector_fault").attributes?.(seen({}))).toEqual({ code: "none" });
	});
});

describe("the mode", () => {
	it("is offered without the test, which is unknown to Home Assistant while it lasts", () => {
		expect(stateOf("mode", seen({}))).toBe("auto");
		expect(stateOf("mode", seen({ intents: [{ kind: "mode", mode: "test" }] }))).toBeUndefined();
		expect(entity("mode").command?.("off", seen({}))).toEqual({ kind: "mode", mode: "off" });
	});
});

describe("names", () => {
	const namesOf = (sensors: readonly Sensor[], language: Language = "en") =>
		entitiesOf(plantWith(sensors, [output("valve_east", "other", 0)]), language).map((e) => e.name);

	it("come from the role, with the height of a layer", () => {
		expect(namesOf([sensor("t9", "tank_layer", 0, 140)], "sv")).toContain("Tank 140 cm: temperatur");
	});

	it("come from the id where the role is shared, or says nothing", () => {
		const names = namesOf([
			sensor("roof_east", "outdoor_air", 0),
			sensor("roof_west", "outdoor_air", 1),
			sensor("cellar_2", "other", 2),
			sensor("middle", "tank_layer", 3),
		]);
		expect(names).toEqual(
			expect.arrayContaining([
				"Outdoor air (Roof east) temperature",
				"Outdoor air (Roof west) temperature",
				"Cellar 2 temperature",
				"Middle temperature",
				"Valve east",
			]),
		);
	});
});
