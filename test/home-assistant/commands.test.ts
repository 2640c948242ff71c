import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { toldFacts, wordsOf } from "#texts/told.ts";
import { ownersPlant, seen } from "../fakes/owners-plant.ts";
import { settled } from "../runtime/hand-time.ts";
import { said } from "../texts/said.ts";
import { CALM, Home, TOPICS } from "./fake-home.ts";

const START_AT = TOPICS.command("solar_charging_start_at");

let house: Home;
beforeEach(() => {
	house = new Home();
});

describe("a command", () => {
	it("becomes an intent, and its effect is for the next turn to show", async () => {
		await house.settled();
		house.broker.take();
		house.broker.say(START_AT, "9.5");
		house.broker.say(TOPICS.command("pump"), "ON");
		await settled();
		expect(house.asked).toEqual([
			{ kind: "setting", rule: "solar_charging", field: "start_at", value: 9.5 },
			{ kind: "hold", output: "pump", want: 100 },
		]);
		expect(house.broker.take()).toEqual([]);
		expect(house.told).toEqual([]);
	});

	it("that is only tried changes nothing, and one that comes late is nobody's", async () => {
		const home = await house.settled();
		house.broker.take();
		const tried = home.tryCommand();
		await settled();
		const [sent] = house.broker.take();
		expect(sent?.topic).toBe(TOPICS.command("try_command"));
		house.broker.say(START_AT, "9.5");
		house.broker.say(sent?.topic ?? "", sent?.payload ?? "");
		expect(await tried).toMatchObject({ kind: "answered" });
		const asked = [
			{ kind: "setting", rule: "solar_charging", field: "start_at", value: 9.5 },
			{ kind: "acknowledge", code: "try_command" },
		];
		expect(house.asked).toEqual(asked);
		house.broker.say(sent?.topic ?? "", sent?.payload ?? "");
		await settled();
		expect(house.asked).toEqual(asked);
	});

	it("that control refuses is told once, and the true state is published again", async () => {
		house.answer = () => problem("solar_charging.start_at", 41, mend("too_big", { max: 40, unit: "K" }));
		await house.settled();
		house.broker.take();
		house.broker.say(START_AT, "41");
		await settled();
		expect(
			house.told.map(({ level, code, facts }) => [level, code, toldFacts("en", { code, facts })["remedy"]]),
		).toEqual([["warning", "intent_refused", "Give 40 K or less."]]);
		const topic = TOPICS.state("solar_charging_start_at");
		// Home Assistant redraws a box only when the state changes.
		expect(house.broker.take()).toEqual([{ topic, payload: "None", retain: false, qos: 1 }]);
		await house.time.pass(0.3);
		expect(house.broker.take()).toEqual([{ topic, payload: "8", retain: true, qos: 1 }]);
	});

	it("that is rounded to the value in force has that value published again, as the box shows what was typed", async () => {
		await house.settled();
		house.broker.take();
		house.broker.say(START_AT, "8.2");
		await settled();
		await house.time.pass(0.3);
		expect(house.broker.take().map(({ payload }) => payload)).toEqual(["None", "8"]);
		expect([house.asked.length, house.told]).toEqual([1, []]);
	});

	test.each([
		["solar_charging_start_at", "8"],
		["solar_charging_start_at", "8.0"],
		["mode", "auto"],
		["pump", "ON"],
	])("of %s that says %s needs no other state than the next turn's", async (key, payload) => {
		await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.command(key), payload);
		await settled();
		await house.time.pass(0.3);
		expect([house.asked.length, house.broker.take()]).toEqual([1, []]);
	});

	it("that is rounded to another value has the turn publish that one alone", async () => {
		const home = await house.settled();
		house.broker.take();
		house.answer = () => {
			home.show(seen({}, { intents: [{ kind: "setting", rule: "solar_charging", field: "start_at", value: 9.5 }] }));
			return undefined;
		};
		house.broker.say(START_AT, "9.4");
		await settled();
		await house.time.pass(0.3);
		const topic = TOPICS.state("solar_charging_start_at");
		const said = house.broker.take().filter((message) => message.topic === topic);
		expect(said.map(({ payload }) => payload)).toEqual(["9.5"]);
	});

	it("that control refuses often in a moment has the true state published once", async () => {
		house.answer = () => problem("solar_charging.start_at", 41, mend("too_big", { max: 40, unit: "K" }));
		await house.settled();
		house.broker.take();
		for (let i = 0; i < 20; i++) house.broker.say(START_AT, "41");
		await settled();
		await house.time.pass(0.3);
		expect(house.broker.take().map(({ payload }) => payload)).toEqual(["None", "8"]);
	});

	it("that is refused is told of in Home Assistant for a minute, as an event with path, value and remedy", async () => {
		house.answer = () => problem("solar_charging.start_at", 41, mend("too_big", { max: 40, unit: "K" }));
		const home = await house.settled();
		house.broker.say(START_AT, "41");
		await settled();
		house.broker.take();
		const show = () => home.show({ ...CALM, findings: home.findings() });
		show();
		show();
		const said = house.broker.take().filter(({ topic }) => topic === TOPICS.state("command_refused"));
		expect(said.map(({ retain, payload }) => [retain, JSON.parse(String(payload))])).toEqual([
			[
				false,
				{
					event_type: "refused",
					problem: "too_big",
					path: "solar_charging.start_at",
					value: "41",
					remedy: "Give 40 K or less.",
					text: "Refused: solar_charging.start_at = 41. Give 40 K or less.",
				},
			],
		]);
		await house.time.pass(60);
		expect(home.findings()).toEqual([]);
	});

	it("that is refused by the thousand is told of five times", async () => {
		const home = await house.settled();
		for (let i = 0; i < 1000; i++) house.broker.say(START_AT, `x${i}`);
		await settled();
		expect(home.findings().map(({ facts }) => facts["value"])).toEqual([995, 996, 997, 998, 999].map((i) => `"x${i}"`));
	});

	test.each([
		// 160 °F and other temperatures as Home Assistant converts them
		["tank_limit_target", "71.11111111111111", 71],
		["tank_limit_target", "71.5", 72],
		["tank_limit_maximum", "98.33333333333333", 98],
		["solar_charging_start_at", "8.333333333333334", 8.5],
		["solar_charging_start_at", "8.2", 8],
		["solar_charging_start_at", "39.99999999999999999999", 40],
		["collector_cooling_release_below", "84.99999999999999", 85],
		["solar_charging_stop_at", "4.999999999999999e-1", 0.5],
	])("of %s that says %s sets %d, on the grid of its steps", async (key, payload, value) => {
		await house.settled();
		house.broker.say(TOPICS.command(key), payload);
		await settled();
		expect([house.asked.map((intent) => "value" in intent && intent.value), house.told]).toEqual([[value], []]);
	});

	it("beyond the limits by half a step or more is asked for as it is, and control refuses it", async () => {
		await house.settled();
		for (const payload of ["98.5", "59.5", "1000", "-3"])
			house.broker.say(TOPICS.command("tank_limit_maximum"), payload);
		await settled();
		expect(house.asked.map((intent) => "value" in intent && intent.value)).toEqual([98.5, 59.5, 1000, -3]);
	});

	const BOM = Buffer.from([0xef, 0xbb, 0xbf, 0x39]);
	test.each([
		["nothing at all", Buffer.alloc(0), /^""$/],
		["bytes that are no text", Buffer.from([0x00, 0xff, 0xfe, 0x80]), /^4 bytes$/],
		["half a character", Buffer.from([0x39, 0xc3]), /^2 bytes$/],
		["a byte order mark", BOM, /9/],
		["64 bytes", Buffer.alloc(64, "9"), /^"9+"$/],
		["65 bytes", Buffer.alloc(65, "9"), /^65 bytes$/],
		["a megabyte", Buffer.alloc(1 << 20, "9"), /^1048576 bytes$/],
		["another language's number", Buffer.from("9,5"), /^"9,5"$/],
		["not a number", Buffer.from("NaN"), /^"NaN"$/],
		["another script's digits", Buffer.from("٩"), /^"٩"$/],
	])("of %s is refused with a remedy, and asks for nothing", async (_, payload, shown) => {
		await house.settled();
		house.broker.take();
		house.broker.say(START_AT, payload);
		await settled();
		expect(house.asked).toEqual([]);
		expect(house.told).toHaveLength(1);
		expect(said(house.told[0])).toMatch(/^Refused: .+ = .+\. .+\.$/);
		const [one] = house.told;
		expect(one && wordsOf("en", one.code, one.facts)["value"]).toMatch(shown);
		expect(house.broker.topics()).toEqual([TOPICS.state("solar_charging_start_at")]);
	});

	// To a text every payload is a text: what it says is for the core to refuse.
	const COMMANDED = entitiesOf(ownersPlant, "en").filter(
		({ command, platform }) => command !== undefined && platform !== "text",
	);
	const NO_COMMAND = [
		"null",
		"[]",
		"[1]",
		"{}",
		'{"state":"ON"}',
		"1e999",
		"-1e999",
		" 8",
		"8 ",
		"8\n",
		" ",
		"",
		"NaN",
		'"ON"',
	];

	it.each(COMMANDED.map((entity) => [entity.key, entity] as const))(
		"to %s that is nothing, JSON, too large a number or has blanks is refused with a reason, and the true state is told",
		async (key, entity) => {
			const home = await house.settled();
			// A sensor may be called `null`.
			for (const payload of key.endsWith("_sensor") ? NO_COMMAND.slice(1) : NO_COMMAND) {
				house.broker.take();
				house.told.length = 0;
				house.broker.say(TOPICS.command(key), payload);
				await settled();
				await house.time.pass(0.3);
				const states = house.broker.take().filter(({ topic }) => topic === TOPICS.state(key));
				const last = home.findings().at(-1);
				const facts = last && toldFacts("en", last);
				expect([payload, house.asked, house.told.map(({ code }) => code)]).toEqual([payload, [], ["intent_refused"]]);
				expect(facts).toMatchObject({ value: JSON.stringify(payload), remedy: expect.stringMatching(/^Send /) });
				expect(states.at(-1)?.payload).toBe(
					entity.state === undefined ? undefined : String(entity.state(CALM) ?? "None"),
				);
			}
		},
	);

	it.each(NO_COMMAND)("to the topic that is only tried, of %j, asks for nothing", async (payload) => {
		await house.settled();
		house.broker.say(TOPICS.command("try_command"), payload);
		house.broker.say(TOPICS.command("pump"), "ON");
		await settled();
		expect([house.asked.map(({ kind }) => kind), house.told]).toEqual([["hold"], []]);
	});

	it("to a button that is refused leaves no state behind, as a button has none", async () => {
		await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.command("pump_auto"), "push");
		await settled();
		expect(house.told).toHaveLength(1);
		expect(house.broker.take()).toEqual([]);
	});

	// #retained-never-acts-mqtt
	it("that was retained never acts: MQTT 5 is asked not to send it, and 3.1.1's is dropped", async () => {
		await house.settled();
		house.broker.take();
		expect(house.broker.listening(TOPICS.commands)).toMatchObject({ live: true, as_published: true });
		house.broker.say(TOPICS.command("pump"), "ON", true);
		await settled();
		expect([house.asked, house.told, house.broker.take()]).toEqual([[], [], []]);
	});

	it("that is retained while we listen is refused, with a remedy and the true state, and not carried out", async () => {
		const home = await house.settled();
		house.broker.take();
		house.broker.say(TOPICS.command("pump"), "ON", true, true);
		await settled();
		expect(house.asked).toEqual([]);
		expect(house.told.map(({ code, facts }) => [code, facts["path"]])).toEqual([["intent_refused", "pump"]]);
		expect(home.findings().map(({ facts }) => facts["problem"])).toEqual(["command_kept"]);
		expect(house.broker.take()).toEqual([{ topic: TOPICS.state("pump"), payload: "OFF", retain: true, qos: 1 }]);
	});

	it("to nothing that can be commanded is nobody's business", async () => {
		await house.settled();
		house.broker.take();
		for (const key of ["door", "collector_temperature", "activity"]) house.broker.say(TOPICS.command(key), "ON");
		await settled();
		expect([house.asked, house.told, house.broker.take()]).toEqual([[], [], []]);
	});

	it("before the first turn is refused, as nobody can judge it yet", async () => {
		house.join();
		house.broker.enter("connected");
		house.broker.say(TOPICS.command("pump"), "ON");
		await settled();
		expect(house.asked).toEqual([]);
		expect(house.told.map(({ code }) => code)).toEqual(["intent_refused"]);
	});

	it("that meets a bug is told of once, and the program lives on", async () => {
		await house.settled();
		house.answer = () => {
			throw new TypeError("mistake");
		};
		house.broker.say(START_AT, "9");
		house.broker.say(START_AT, "9");
		await settled();
		expect(house.told.map(({ code }) => code)).toEqual(["view_failed"]);
	});
});

describe("an entity with a bug in it", () => {
	it("is told of once and left out, and the others are shown", async () => {
		const home = await house.settled();
		house.broker.take();
		const broken = {
			...seen({}, { intents: [{ kind: "mode", mode: "off" }] }),
			outputs: undefined,
		} as unknown as Snapshot;
		home.show(broken);
		home.show(broken);
		expect(house.told.filter(({ facts }) => facts["key"] === "pump")).toHaveLength(1);
		expect(house.broker.topics()).toContain(TOPICS.state("mode"));
	});
});
