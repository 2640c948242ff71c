import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState } from "#control/step.ts";
import * as drivers from "#drivers/index.ts";
import * as energy from "#energy/index.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Sample } from "#model/plant/reading.ts";
import { celsius, seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { parse } from "#options/parse.ts";
import { devicesOf, driverOptions, plantOf, settingsOf } from "#options/plant/plant-of.ts";
import * as rules from "#rules/index.ts";
import { openDevices } from "#runtime/devices.ts";
import { Loop } from "#runtime/loop.ts";
import { behindBroker, SilenceTests } from "#runtime/silence/silence-tests.ts";
import type { Kept } from "#runtime/world.ts";
import { HandTime } from "../../runtime/hand-time.ts";
import { timersOf } from "./bench.ts";
import { MemoryBroker } from "./memory-broker.ts";
import { FakeShelly } from "./shelly.ts";
import { FakeZigbeePlug } from "./zigbee.ts";

const OPTIONS = {
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank/140" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "zigbee2mqtt:zigbee2mqtt/pump" },
		{ id: "heater", role: "heater", target: "shelly:shellypro-a/0", unverified_ok: true },
	],
};
const DAY = 86_400;
const FIRST = Date.parse("2026-05-01");

/** A house of one field and one tank, whose pump is behind Zigbee2MQTT and whose heater is on a Shelly: loop, rules, drivers, test. */
export class BridgedHouse {
	readonly time = new HandTime();
	readonly broker = new MemoryBroker();
	readonly pump = new FakeZigbeePlug(this.broker.line(), timersOf(this.time), "zigbee2mqtt/pump");
	readonly heater = new FakeShelly(this.broker.line(), timersOf(this.time), "shellypro-a", ["0", "1"]);
	readonly told: Notice[] = [];
	/** °C; undefined is a sensor that is lost. */
	collector: number | undefined = 40;
	tank: number | undefined = 30;
	/** Days since the first one, beside the time that passes in turns. */
	days = 0;
	trusted = true;
	/** The broker that the app has joined. */
	joined: string | undefined = "core-mosquitto:1883";
	kept: Kept | undefined;
	#loop: Loop;
	#tests: SilenceTests;
	#devices: ReturnType<typeof openDevices>;

	constructor(changes: object = {}) {
		const opened = this.#opened(changes, undefined);
		this.#loop = opened.loop;
		this.#tests = opened.tests;
		this.#devices = opened.devices;
	}

	/** The process ends without a word, and another one starts with what was kept. */
	async restarts(changes: object = {}): Promise<void> {
		await this.#devices.close();
		const { loop, tests, devices } = this.#opened(changes, this.kept);
		this.#loop = loop;
		this.#tests = tests;
		this.#devices = devices;
	}

	/** So many seconds, a turn in each. */
	async turns(lasts: number): Promise<Snapshot> {
		let snapshot = await this.#turn();
		for (let n = 1; n < lasts; n++) {
			await this.time.pass(1);
			snapshot = await this.#turn();
		}
		return snapshot;
	}

	/** A person's wish, as from Home Assistant. */
	async asks(intent: Intent): Promise<string | undefined> {
		const answered = this.#loop.ask(intent);
		await this.#turn();
		const refused = (await answered) ?? (intent.kind === "job" ? this.#tests.begin() : undefined);
		return refused?.remedy.code;
	}

	/** Turns until the test of this output has ended, or for an hour. */
	async tested(id: string): Promise<string> {
		for (let n = 0; n < 3600; n += 5) {
			await this.turns(5);
			const standing = this.standing(id);
			if (standing !== "running" && standing !== "waiting") return standing;
		}
		return this.standing(id);
	}

	standing(id: string): string {
		return String(this.#of("silence_test", id)?.facts["standing"]);
	}
	waitsFor(id: string): unknown {
		return this.#of("silence_test", id)?.facts["waits_for"];
	}
	/** What needs a person's attention about this output. */
	attention(id: string): readonly string[] {
		return this.#tests
			.findings()
			.filter(({ facts, severity }) => facts["output"] === id && severity !== "info")
			.map(({ code }) => code);
	}
	why(id: string): string | undefined {
		const snapshot = this.#loop.snapshot;
		const output = snapshot?.plant.outputs.find((o) => o.id === id);
		return output && snapshot?.verdicts[output.index]?.because.code;
	}

	#of(code: string, id: string): Finding | undefined {
		return this.#tests.findings().find((f) => f.code === code && f.facts["output"] === id);
	}

	async #turn(): Promise<Snapshot> {
		const snapshot = await this.#loop.turn();
		this.#tests.turned(snapshot);
		return snapshot;
	}

	#opened(changes: object, kept: Kept | undefined) {
		const parsed = parse({ ...OPTIONS, ...changes });
		if (parsed.kind !== "valid") throw new TypeError(JSON.stringify(parsed));
		const { options } = parsed;
		const plant = plantOf(options);
		const tell = (one: Notice) => void this.told.push(one);
		const ports = { tell, now: this.time.now, messages: this.broker.messages, plant };
		const groups = driverOptions(options);
		const buses = devicesOf(options)
			.filter(({ driver }) => driver.scheme !== drivers.simulated.scheme)
			.map(({ bus, driver, device, channels }) => ({
				id: bus,
				device: driver.open(device, channels, groups[driver.scheme] ?? {}, ports),
			}));
		const devices = openDevices({ ...plant, sensors: [] }, buses, { ...ports, pause: this.time.pause });
		const tests = new SilenceTests(plant.outputs, {
			silence: devices.silence,
			evidence: (output) => behindBroker(output, devices.evidence(output), this.joined),
			ask: (intent) => void loop.ask(intent),
			tell,
		});
		const settings = settingsOf(options);
		const all = [...Object.values(rules), ...Object.values(energy)];
		const memories = remembered(bind(plant, all), kept === undefined ? {} : JSON.parse(JSON.stringify(kept.memories)));
		const atRest = plant.outputs.map(() => AT_REST);
		const state = firstState("auto", settings, memories, atRest, kept?.starts);
		const loop: Loop = new Loop(
			{
				sample: () => ({
					now: this.time.now(),
					wall: this.#wall(),
					samples: plant.sensors.map(({ role }) => this.#sample(role === "collector" ? this.collector : this.tank)),
					findings: tests.findings(),
					broker: this.joined,
				}),
				actuate: devices.write,
				publish: () => undefined,
				keep: (now) => {
					this.kept = now;
				},
			},
			plant,
			all,
			state,
			settings,
			seconds(1),
		);
		return { loop, tests, devices };
	}

	#wall() {
		const t = FIRST + (this.days * DAY + this.time.now()) * 1000;
		const date = new Date(t).toISOString().slice(0, 10);
		return { date, minute_of_day: 12 * 60, weekday: 1, trusted: this.trusted };
	}

	#sample(value: number | undefined): Sample {
		return { pace: seconds(5), ...(value !== undefined && { value: celsius(value), at: this.time.now() }) };
	}
}
