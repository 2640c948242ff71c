import { type Fault, fault } from "#model/plant/fault.ts";
import type { Heard } from "#model/plant/messages.ts";
import { REMOTE, type Remote } from "#model/plant/plant.ts";
import { after, type Instant, type Seconds, since } from "#model/quantities/units.ts";
import type { Expected } from "../bus/bridge/remote-value.ts";
import { OddTemperatures } from "../bus/odd-temperature.ts";
import type { Device, DevicePorts, Measured, Written } from "../driver.ts";
import { type Spot, spotAt } from "./address.ts";
import { MQTT } from "./declared.ts";
import { saidOf, seenIn } from "./said.ts";

/** Seconds. In a flood a message is parsed this often, and the newest when it is read. */
const PARSED_EVERY = 0.1;

/** Values in messages of other devices, each with the age limit of its sensor. */
export class MqttSensors implements Device {
	readonly identity = MQTT.identity;
	readonly pace: Seconds = MQTT.pace;
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly returns = 0;
	readonly #sensors: ReadonlyMap<string, MqttSensor>;

	constructor(channels: readonly string[], ports: DevicePorts) {
		const named = channels.flatMap((channel) => {
			const spot = spotAt(channel);
			return spot === undefined ? [] : [[channel, new MqttSensor(spot, channel, ports)] as const];
		});
		this.#sensors = new Map(named);
	}

	async read(channel: string): Promise<Measured> {
		return this.#sensors.get(channel)?.read() ?? { kind: "failed", fault: fault("missing") };
	}

	async write(): Promise<Written> {
		return { kind: "failed", fault: fault("no_write") };
	}

	async readBack(): Promise<undefined> {
		return undefined;
	}

	health(): undefined {
		return undefined;
	}

	shift(by: Seconds): void {
		for (const sensor of this.#sensors.values()) sensor.shift(by);
	}

	async close(): Promise<void> {
		for (const sensor of this.#sensors.values()) sensor.close();
	}
}

/** One value: what was said of it last, and when. */
class MqttSensor {
	readonly #spot: Spot;
	readonly #ports: DevicePorts;
	readonly #expected: Expected;
	readonly #remote: Remote;
	readonly #end: () => void;
	#said: { readonly measured: Measured; readonly at: Instant } | undefined;
	/** The newest message of a flood, not parsed yet. */
	#waiting: { readonly payload: string; readonly at: Instant } | undefined;
	#parsed: Instant | undefined;
	readonly #odd: OddTemperatures;
	/** Since the last value that counts there was one that is no measurement. */
	#isOdd = false;
	/** Messages came that say nothing of this value; only a stored one came. */
	#silent = false;
	#stored = false;
	/** When the device was last heard, by the program that reports it. */
	#seen: string | number | undefined;
	/** Of the sensor, where the device names it beside the value. */
	#id: string | undefined;

	constructor(spot: Spot, channel: string, ports: DevicePorts) {
		this.#spot = spot;
		this.#ports = ports;
		const sensor = ports.plant?.sensors.find((one) => one.bus === "mqtt" && one.channel === channel);
		this.#remote = sensor?.remote ?? REMOTE;
		const { unit, max_age } = this.#remote;
		this.#odd = new OddTemperatures(max_age);
		this.#expected = { quantity: sensor?.quantity ?? "temperature", ...(unit !== undefined && { unit }) };
		this.#end = ports.messages?.subscribe(spot.topic, (heard) => this.#hear(heard)) ?? (() => undefined);
	}

	read(): Measured {
		if (this.#waiting !== undefined) this.#parse(this.#waiting.payload, this.#waiting.at);
		const { max_age } = this.#remote;
		if (this.#said === undefined || since(this.#said.at, this.#ports.now()) >= max_age)
			return { kind: "failed", fault: this.#lost() };
		const { measured, at } = this.#said;
		return measured.kind === "value" ? { ...measured, at, lasts: max_age } : measured;
	}

	shift(by: Seconds): void {
		if (this.#said !== undefined) this.#said = { ...this.#said, at: after(this.#said.at, by) };
		if (this.#waiting !== undefined) this.#waiting = { ...this.#waiting, at: after(this.#waiting.at, by) };
		if (this.#parsed !== undefined) this.#parsed = after(this.#parsed, by);
		this.#odd.shift(by);
	}

	close(): void {
		this.#end();
	}

	#hear({ payload, retained }: Heard): void {
		if (retained) {
			// Of any age, perhaps of a device that died long ago.
			this.#stored = true;
			this.#seen = seenIn(payload) ?? this.#seen;
			return;
		}
		const now = this.#ports.now();
		if (this.#parsed !== undefined && since(this.#parsed, now) < PARSED_EVERY) this.#waiting = { payload, at: now };
		else this.#parse(payload, now);
	}

	#parse(payload: string, at: Instant): void {
		this.#parsed = at;
		this.#waiting = undefined;
		const { measured, seen, id } = saidOf(payload, this.#spot, this.#expected);
		// A program that starts again may repeat what it knew of a device that is long gone.
		if (seen !== undefined && seen === this.#seen && isSame(measured, this.#said?.measured)) {
			this.#stored = true;
			return;
		}
		this.#seen = seen;
		// The numbers of sensors at one device change when one of them is lost.
		if (id !== undefined) this.#id ??= id;
		if (id !== this.#id) {
			this.#silent = true;
			return;
		}
		if (measured === undefined) this.#silent = true;
		else if (this.#isMeasured(measured, at)) this.#said = { measured, at };
	}

	#isMeasured(measured: Measured, at: Instant): boolean {
		const counts =
			measured.kind !== "value" || this.#expected.quantity !== "temperature" || this.#odd.believes(measured.value, at);
		this.#isOdd = !counts;
		return counts;
	}

	/** Why there is no value that counts. */
	#lost(): Fault {
		const { messages } = this.#ports;
		const { topic } = this.#spot;
		const { max_age } = this.#remote;
		const closed = messages === undefined ? fault("no_connection") : messages.fault(topic);
		if (closed !== undefined) return closed;
		if (this.#isOdd) return fault("power_on_value", { topic });
		if (this.#said !== undefined) return fault("stale", { topic, max_age });
		if (this.#silent) return fault("not_in_message", { topic });
		return fault(this.#stored ? "only_stored" : "unheard", { topic });
	}
}

/** The same value again, or none before. */
const isSame = (now: Measured | undefined, before: Measured | undefined): boolean =>
	before === undefined ||
	(now?.kind === "value" && before.kind === "value" ? now.value === before.value : now?.kind === before.kind);
