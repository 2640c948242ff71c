import { describe, expect, it, test } from "@jest/globals";
import { brokerProblem } from "#home-assistant/entities/broker/problem.ts";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { outputsExplained } from "#home-assistant/entities/outputs/explained.ts";
import { outputHolds } from "#home-assistant/entities/outputs/holds.ts";
import { alarms } from "#home-assistant/entities/plant/alarms.ts";
import { faultEvents } from "#home-assistant/entities/plant/fault-events.ts";
import { temperatureDifference } from "#home-assistant/entities/plant/temperature-difference.ts";
import { entitiesOf, picture } from "#home-assistant/installation.ts";
import { RateLimiter } from "#home-assistant/rate-limiter.ts";
import type { Finding } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { percent } from "#model/quantities/units.ts";
import { LANGUAGES } from "#texts/say.ts";
import { HOUSE, ownersPlant, type Scene, seen, turns } from "../../fakes/owners-plant.ts";
import { speedPlant } from "../../fakes/speed-plant.ts";
import { finding } from "../../fakes/unworded.ts";

const entity = (all: readonly Entity[], key: string): Entity => {
	const found = all.find((one) => one.key === key);
	if (found === undefined) throw new Error(key);
	return found;
};
const at = (collector: number): Scene => ({ read: ({ role }) => (role === "collector" ? collector : 40) });

describe("why the pump is as it is", () => {
	const why = entity(outputsExplained(ownersPlant, "en"), "pump_why");

	test.each(LANGUAGES)("is a sentence in %s, with its code and numbers beside it", (language) => {
		const told = entity(outputsExplained(ownersPlant, language), "pump_why");
		const snapshot = seen(at(70));
		expect(told.state?.(snapshot)).toMatch(/^\S.* .*30[.,]0 K.*\.$/);
		expect(told.attributes?.(snapshot)).toMatchObject({ code: "gain", rank: "normal", want: 100 });
	});

	it("is told when the reason changes, and not when its numbers do", () => {
		const topic = "solar/abcd2345/pump_why";
		const snapshots = turns([at(70), at(71), at(72), at(20), at(21)]);
		let now = 0;
		const limiter = new RateLimiter(() => now);
		const told = snapshots.map((snapshot) => {
			now += 3600;
			const shown = limiter.worth(picture(HOUSE, [why], snapshot, () => undefined));
			return shown.filter((message) => message.topic.startsWith(topic)).map((message) => message.topic);
		});
		expect(told.map((topics) => topics.length)).toEqual([2, 0, 0, 2, 0]);
	});

	test.each([
		[
			"en",
			"charging stops at 4.0 K. Limited: The collector is 12.0 K warmer than the tank; full speed is from 20.0 K.",
		],
		[
			"sv",
			"laddningen slutar vid 4,0 K. Begränsning: Solfångaren är 12,0 K varmare än tanken; fullt varvtal från 20,0 K.",
		],
		["de", "Begrenzung: Der Kollektor ist 12,0 K wärmer als der Speicher; volle Drehzahl ab 20,0 K."],
	] as const)("tells in %s what limits its speed, and not the same sentence again", (language, end) => {
		const told = entity(outputsExplained(speedPlant, language), "pump_why");
		const [fast, , slow] = turns([at(70), at(70), at(52)], speedPlant);
		if (fast === undefined || slow === undefined) throw new Error("there are three turns");
		expect(told.attributes?.(slow)).toMatchObject({
			limited: { code: "speed_follows", rank: "normal" },
			overruled: [],
		});
		expect(String(told.state?.(slow)).slice(-end.length)).toBe(end);
		expect(told.attributes?.(fast)).not.toHaveProperty("limited");
		expect(told.news?.(fast)).not.toBe(told.news?.(slow));
	});

	it("is at most as long as a state of Home Assistant", () => {
		const long = { ...ownersPlant, sensors: ownersPlant.sensors.map((s) => ({ ...s, name: "é".repeat(400) })) };
		const told = entity(outputsExplained(long, "en"), "pump_why");
		const [snapshot] = turns([{ read: () => undefined }], long);
		const state = snapshot && told.state?.(snapshot);
		expect(String(state).length).toBeLessThanOrEqual(255);
		expect(String(state).length).toBeGreaterThan(200);
	});
});

describe("the time that a hold still lasts", () => {
	const left = entity(outputHolds(ownersPlant, "en"), "pump_hold_left");
	const hold = { kind: "hold", output: "pump", want: percent(100) } as const;

	it("is 0 while the controller has the pump, and then counts down by minutes", () => {
		const scenes = [{}, { intents: [hold] }, {}, { intents: [{ kind: "release", output: "pump" } as const] }];
		expect(turns(scenes).map((snapshot) => left.state?.(snapshot))).toEqual([0, 60, 59, 0]);
	});
});

describe("what is wrong", () => {
	const attention = entity(alarms(ownersPlant, "en"), "attention");
	const began = entity(faultEvents(ownersPlant, "en"), "fault_began");
	const lost: Scene = { read: ({ role }) => (role === "collector" ? fault("open") : 40) };

	it("shows in one summary, a lost sensor and an output that does not obey among it", () => {
		const snapshot = seen({ ...lost, effect: ({ id }) => (id === "heater" ? { fault: fault("missing") } : undefined) });
		expect(attention.state?.(snapshot)).toBe("ON");
		expect(attention.attributes?.(snapshot)).toEqual({
			findings: [
				{ code: "sensor_broken", severity: "warning", text: expect.stringMatching(/^Collector is lost: /) },
				{
					code: "output_unconfirmed",
					severity: "warning",
					text: expect.stringMatching(/^Electric heater did not switch: /),
				},
			],
		});
		expect(attention.state?.(seen({}))).toBe("OFF");
	});

	it("is one fault where a whole device is lost, and not one for each of its sensors", () => {
		const device = finding("alarm", "device_lost", { bus: "one_wire", device: "1-Wire", fault: "bus" });
		const snapshot = seen({ read: () => fault("bus"), findings: [device] });
		expect(attention.attributes?.(snapshot)).toMatchObject({ findings: [{ code: "device_lost", severity: "alarm" }] });
	});

	it("is one fault where the sensors of a line are lost together, whatever the app knows of the line", () => {
		const layers = seen({ read: ({ role }) => (role === "tank_layer" ? fault("bus") : 40) });
		expect(attention.attributes?.(layers)).toMatchObject({
			findings: [
				{ code: "sensors_broken", text: expect.stringMatching(/^8 sensors are lost at once, Tank 0 cm among them: /) },
			],
		});
		expect(began.occurrences?.(layers)).toHaveLength(1);
		const two = seen({ read: ({ id }) => (/tank_(?:0|20)$/.test(id) ? fault("bus") : 40) });
		expect(began.occurrences?.(two)?.map(({ facts }) => facts["code"])).toEqual(["sensor_broken", "sensor_broken"]);
	});

	it("is written when something begins or ends, and not when its numbers change", () => {
		const worn = (starts: number) =>
			seen({ findings: [finding("warning", "pump_starts_often", { output: "pump", starts })] });
		expect(attention.news?.(worn(40))).toBe(attention.news?.(worn(41)));
		expect(attention.news?.(worn(40))).not.toBe(attention.news?.(seen(lost)));
		const refused = (value: string) =>
			seen({ findings: [finding("info", "command_refused", { path: "pump", value, remedy: "x" })] });
		expect(attention.news?.(refused("1"))).not.toBe(attention.news?.(refused("2")));
	});

	it("is an event when it begins, the same while only its numbers change", () => {
		const ids = (...findings: readonly Finding[]) => began.occurrences?.(seen({ findings })).map(({ id }) => id);
		const worn = (starts: number) => finding("warning", "pump_starts_often", { output: "pump", starts });
		expect(ids(worn(40))).toEqual(ids(worn(41)));
		expect(began.occurrences?.(seen(lost))).toMatchObject([
			{ event_type: "warning", facts: { code: "sensor_broken", text: expect.stringMatching(/^Collector is lost/) } },
		]);
		expect(ids(finding("warning", "broker_alert", { nth: 1, kind: "brute_force", count: 10 }))).toEqual([]);
	});
});

describe("the broker's problem", () => {
	const problem = entity(brokerProblem(ownersPlant, "en"), "broker_problem");
	const proof = (verdict: string): Finding => ({
		...finding("info", "anonymous-allowed", { proof: "anonymous_refused", verdict }),
	});
	const audit = finding("info", "security_audit", { score: 50, when: "2026-11-25T02:34:56.000Z" });
	const state = (...findings: readonly Finding[]) => problem.state?.(seen({ findings }));

	it("is unknown before an audit, off after a good one, on where a proof failed or the login is refused", () => {
		expect([state(), state(audit, proof("fine")), state(audit, proof("unknown"))]).toEqual([undefined, "OFF", "OFF"]);
		expect(state(audit, proof("problem"))).toBe("ON");
		expect(state(finding("alarm", "mqtt_acl_denied", { topic: "x" }))).toBe("ON");
		expect(state(audit, finding("alarm", "device_lost", { bus: "b", device: "LCUS-2", fault: "missing" }))).toBe("OFF");
	});
});

test("the difference between collector and tank is unknown while either is lost", () => {
	const [difference] = temperatureDifference(ownersPlant, "en");
	const gain = (collector: number | undefined) =>
		difference?.state?.(seen({ read: ({ role }) => (role === "collector" ? (collector ?? fault("open")) : 40) }));
	expect([gain(57.9), gain(20), gain(39.96), gain(undefined)]).toEqual(["17.9", "-20.0", "0.0", undefined]);
	expect(temperatureDifference({ ...ownersPlant, roles: { tank_sensors: [] } }, "en")).toEqual([]);
});

test("no entity of a new family repeats a key", () => {
	const keys = entitiesOf(ownersPlant, "en").map(({ key }) => key);
	expect(new Set(keys).size).toBe(keys.length);
});
