import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState, step } from "#control/step.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { fault } from "#model/plant/fault.ts";
import { SWITCH } from "#model/plant/level.ts";
import { AT_REST } from "#model/plant/output.ts";
import { outputId } from "#model/plant/plant.ts";
import { instant, OFF, percent } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { LANGUAGES } from "#texts/say.ts";
import { componentOf, flawsOf, twice } from "../../contract/payloads.ts";
import { deviceOf } from "../../fakes/announced-device.ts";
import { HOUSE, output, plantWith, RULES, type Scene, SETTINGS, turns } from "../../fakes/owners-plant.ts";
import { speedPlant } from "../../fakes/speed-plant.ts";
import { settled } from "../../runtime/hand-time.ts";
import { Home, TOPICS } from "../fake-home.ts";

const entities = entitiesOf(speedPlant, "en");
const entity = (key: string) => {
	const found = entities.find((e) => e.key === key);
	if (found === undefined) throw new TypeError(`There is no entity ${key}.`);
	return found;
};
const seen = (scene: Scene): Snapshot => {
	const [snapshot] = turns([scene], speedPlant);
	if (snapshot === undefined) throw new TypeError("There is no snapshot without a turn.");
	return snapshot;
};
const pumpAt = (level: number) =>
	seen({ effect: ({ id }) => (id === "pump" ? { actual: percent(level) } : undefined) });
const answerTo = (intent: Intent) =>
	step(
		bind(speedPlant, RULES),
		firstState(
			"auto",
			SETTINGS,
			remembered(bind(speedPlant, RULES), {}),
			speedPlant.outputs.map(() => AT_REST),
		),
		{ now: instant(60), wall: UNTRUSTED, samples: [], intents: [intent] },
	).answers[0];

describe("the slider of an output with levels", () => {
	it("goes from off to its highest level, in its steps", () => {
		expect(componentOf(entity("pump_level"))).toMatchObject({
			platform: "number",
			min: 0,
			max: 80,
			step: 5,
			mode: "slider",
			unit_of_measurement: "%",
			command_topic: "solar/abcd2345/pump_level/set",
		});
	});

	it("is not given to a relay or a valve, which never claim a percentage", () => {
		expect(entities.map(({ key }) => key).filter((key) => key.endsWith("_level"))).toEqual(["pump_level"]);
		for (const key of ["heater", "diverter"]) expect(entity(key).platform).toBe("switch");
	});

	it("is not given to a valve on a target that takes levels, as its two positions are off and on", () => {
		const valve = { ...output("valve", "valve", 0), level: SWITCH };
		expect(entitiesOf(plantWith([], [valve]), "en").map(({ key }) => key)).not.toContain("valve_level");
	});

	test.each(LANGUAGES)("is announced in %s without a problem, with a name of its own", (language) => {
		const all = entitiesOf(speedPlant, language);
		const result = deviceMessage(deviceOf({ ...HOUSE, language }, speedPlant, all));
		expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
		expect(twice(all.map(({ name }) => name))).toEqual([]);
		expect(flawsOf(pumpAt(45), all, language)).toEqual([]);
		expect(flawsOf(pumpAt(100), all, language)).toEqual([]);
	});

	test.each([
		[45, 45, "ON"],
		[30, 30, "ON"],
		[2, 2, "ON"],
		[0, 0, "OFF"],
		// A number over its end is dropped by Home Assistant, which would go on showing the one before.
		[100, undefined, "ON"],
	])("shows what the board confirmed: %d %%", (actual, level, onOff) => {
		expect(entity("pump_level").state?.(pumpAt(actual))).toBe(level);
		expect(entity("pump").state?.(pumpAt(actual))).toBe(onOff);
	});

	it("is unknown while the board says nothing", () => {
		expect(entity("pump_level").state?.(seen({ effect: () => ({ fault: fault("no_answer") }) }))).toBeUndefined();
	});

	test.each(["0", "30", "45", "45.0", "80"])("holds the pump at %s", (payload) => {
		const intent = entity("pump_level").command?.(payload, pumpAt(0));
		expect(intent).toEqual({ kind: "hold", output: "pump", want: Number(payload) });
		if (intent === undefined || !("kind" in intent)) throw new Error(payload);
		expect(answerTo(intent)).toBeUndefined();
	});

	test.each(["5", "29", "47", "45.5", "85", "100"])("is refused %s, with the levels that it has", (payload) => {
		const intent = entity("pump_level").command?.(payload, pumpAt(0));
		if (intent === undefined || !("kind" in intent)) throw new Error(payload);
		expect(answerTo(intent)).toMatchObject({
			path: "pump",
			remedy: { code: "hold_level", facts: { min: 30, max: 80, step: 5 } },
		});
	});

	test.each(["-5", "101"])("is refused %s, which is no percentage", (payload) => {
		const intent = entity("pump_level").command?.(payload, pumpAt(0));
		if (intent === undefined || !("kind" in intent)) throw new Error(payload);
		expect(answerTo(intent)).toMatchObject({ path: "pump", remedy: { code: "hold_range" } });
	});

	test.each(["", "ON", "45 %", "1e3", "NaN", "forty"])("is refused %j, which is no number", (payload) => {
		expect(entity("pump_level").command?.(payload, pumpAt(0))).toMatchObject({
			path: "pump_level",
			remedy: { code: "send_number" },
		});
	});
});

describe("the switch of an output with levels", () => {
	test.each([
		["ON", 80],
		["OFF", 0],
	])("asks at %s for %d %%, which the output can do", (payload, want) => {
		const intent = entity("pump").command?.(payload, pumpAt(0));
		expect(intent).toEqual({ kind: "hold", output: "pump", want });
		if (intent === undefined || !("kind" in intent)) throw new Error(payload);
		expect(answerTo(intent)).toBeUndefined();
	});
});

describe("a level asked for in Home Assistant", () => {
	const SET = TOPICS.command("pump_level");
	const STATE = TOPICS.state("pump_level");
	let house: Home;
	beforeEach(() => {
		house = new Home(speedPlant);
	});
	const payloads = () => house.broker.take().flatMap(({ topic, payload }) => (topic === STATE ? [payload] : []));

	it("that is refused has the true level shown again at once", async () => {
		house.answer = (intent) => answerTo(intent);
		await house.settled(pumpAt(45));
		house.broker.take();
		house.broker.say(SET, "47");
		await settled();
		await house.time.pass(0.3);
		expect(payloads()).toEqual(["None", "45"]);
		expect(house.told.map(({ code }) => code)).toEqual(["intent_refused"]);
	});

	it("that is taken while safety or a least time keeps the pump off has the true level shown again", async () => {
		await house.settled(pumpAt(0));
		house.broker.take();
		house.broker.say(SET, "60");
		await settled();
		await house.time.pass(0.3);
		expect(house.asked).toEqual([{ kind: "hold", output: "pump", want: 60 }]);
		expect(payloads()).toEqual(["None", "0"]);
		expect(house.told).toEqual([]);
	});

	it("that the pump has already, or takes at once, is not shown as unknown in between", async () => {
		const home = await house.settled(pumpAt(45));
		house.broker.take();
		house.broker.say(SET, "45");
		await settled();
		house.answer = () => {
			home.show(pumpAt(60));
			return undefined;
		};
		house.broker.say(SET, "60");
		await settled();
		await house.time.pass(0.3);
		expect(payloads()).toEqual(["60"]);
	});

	it("in a retained message is refused, and the true level shown", async () => {
		await house.settled(pumpAt(45));
		house.broker.take();
		house.broker.say(SET, "60", true, true);
		await settled();
		await house.time.pass(0.3);
		expect(house.asked).toEqual([]);
		expect(payloads()).toEqual(["None", "45"]);
	});
});

it("a relay refuses a level from everywhere", () => {
	expect(answerTo({ kind: "hold", output: outputId("heater"), want: percent(45) })).toMatchObject({
		remedy: { code: "hold_switch" },
	});
	expect(answerTo({ kind: "hold", output: outputId("diverter"), want: percent(45) })).toMatchObject({
		remedy: { code: "hold_switch" },
	});
	expect(answerTo({ kind: "hold", output: outputId("heater"), want: OFF })).toBeUndefined();
});
