import { afterEach, expect, it, test } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState, type State, step } from "#control/step.ts";
import { MqttSensors } from "#drivers/mqtt/sensors.ts";
import type { Intent } from "#model/decision/intent.ts";
import { AT_REST } from "#model/plant/output.ts";
import { outputId, type Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { FULL, instant } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import * as registry from "#rules/index.ts";
import { DeviceMessages } from "../../src/app/beside/device-messages.ts";
import { type Mosquitto, RELEASES, startMosquitto } from "../fakes/mosquitto.ts";
import { broker, closeAll, LOGIN, until, watch } from "../mqtt/witness.ts";

const rules = Object.values(registry);
const LIMIT = 120;
const OPTIONS = parse({
	sensors: [
		{ id: "tank", role: "tank", source: "mqtt:tank/state#/temperature", max_age: LIMIT },
		{ id: "collector", role: "collector", source: "mqtt:roof/temperature", max_age: LIMIT },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump", least_run: 0, least_rest: 0 },
		{ id: "heater", role: "heater", target: "simulated:heater", least_run: 0, least_rest: 0 },
	],
});
if (OPTIONS.kind === "invalid") throw new Error(JSON.stringify(OPTIONS.problems));
const { options } = OPTIONS;

/** Control with sensors over a real broker; only time is the test's. */
class House {
	readonly plant: Plant = plantOf(options);
	readonly messages = new DeviceMessages(() => undefined);
	now = 1000;
	readonly #device = new MqttSensors(
		this.plant.sensors.map(({ channel }) => channel),
		{ tell: () => undefined, now: () => instant(this.now), plant: this.plant, messages: this.messages },
	);
	#state: State = firstState(
		"auto",
		settingsOf(options),
		remembered(bind(this.plant, rules), {}),
		this.plant.outputs.map(() => AT_REST),
	);

	async samples(): Promise<readonly Sample[]> {
		const { pace } = this.#device;
		const read = this.plant.sensors.map(({ channel }) => this.#device.read(channel));
		return (await Promise.all(read)).map((one) =>
			one.kind === "value" ? { ...one, pace } : { fault: one.fault, pace },
		);
	}

	/** What is wanted on after a turn. */
	async turn(intents: readonly Intent[] = []): Promise<readonly string[]> {
		const now = instant(this.now);
		const samples = await this.samples();
		const decision = step(bind(this.plant, rules), this.#state, { now, wall: UNTRUSTED, samples, intents });
		const outputs = settle(now, this.plant, decision.state.outputs, decision.verdicts, []);
		this.#state = { ...decision.state, outputs };
		return this.plant.outputs.filter(({ index }) => (decision.verdicts[index]?.want ?? 0) > 0).map(({ id }) => id);
	}
}

let own: Mosquitto | undefined;
afterEach(async () => {
	await closeAll();
	await own?.stop();
	own = undefined;
});
const start = async (release: (typeof RELEASES)[number]) => {
	own = await startMosquitto({ release, users: { ...LOGIN, home: "assistant" } });
	return own.port;
};
const session = async (port: number, login: object = {}) => {
	const seen = watch(broker({ port, ...login }), { bounded: true });
	await seen.reach("connected");
	return seen;
};
const joins = async (house: House, port: number) => {
	const line = await session(port);
	house.messages.attach(
		line.session,
		{ filters: ["solar/1/#"], discovery_prefix: "homeassistant" },
		{ host: "127.0.0.1", port },
	);
	return line;
};
const HOME = { username: "home", password: "assistant" };
const hold: Intent = { kind: "hold", output: outputId("heater"), want: FULL };

// #dead-automation-cannot-heat
test.each(RELEASES)(
	"A dead automation cannot heat: without news of the tank the heater is off in time (%s)",
	async (release) => {
		const port = await start(release);
		const house = new House();
		const { session: line } = await joins(house, port);
		const { session: automation } = await session(port, HOME);
		const says = (temperature: number) =>
			automation.publish({ topic: "tank/state", payload: JSON.stringify({ temperature }), retain: true, qos: 1 });
		await says(40);
		await until(() => house.messages.fault("tank/state") === undefined);
		await eventually(house, "value");
		expect(await house.turn([hold])).toEqual(["heater"]);
		// The automation ends, and with it the messages; its last one stays at the broker.
		await automation.close([]);
		for (let age = 0; age < LIMIT; age += 10) {
			expect(await house.turn()).toEqual(["heater"]);
			house.now += 10;
			// Every reconnection brings the stored message again.
			if (age === 50) {
				await line.close([]);
				const again = await joins(house, port);
				await until(() => again.heard.some(({ retained }) => retained));
			}
		}
		expect(await house.turn()).toEqual([]);
		expect(await house.turn([hold])).toEqual([]);
		const [sample] = await house.samples();
		expect(sample?.fault?.code).toBe("stale");
		await joins(house, port);
		const { session: back } = await session(port, HOME);
		await back.publish({ topic: "tank/state", payload: '{"temperature":41}', retain: true, qos: 1 });
		await eventually(house, "value");
		expect(await house.turn([hold])).toEqual(["heater"]);
	},
);

it("At the start a stored value moves nothing: neither heater nor pump", async () => {
	const port = await start("system");
	const { session: before } = await session(port, HOME);
	await before.publish({ topic: "tank/state", payload: '{"temperature":40}', retain: true, qos: 1 });
	await before.publish({ topic: "roof/temperature", payload: "90", retain: true, qos: 1 });
	const house = new House();
	await joins(house, port);
	await eventually(house, "only_stored");
	expect(await house.turn([hold])).toEqual([]);
});

/** Waits until the tank's sensor is so. */
async function eventually(house: House, so: string): Promise<void> {
	let seen = "";
	const look = () => void house.samples().then(([one]) => (seen = one?.fault?.code ?? "value"));
	await until(() => {
		look();
		return seen === so;
	});
}
