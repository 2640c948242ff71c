import type { Heard } from "#model/plant/messages.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Dialect, isOn, type Meant, type Outgoing } from "../bus/bridge/dialect.ts";
import type { Drive } from "../driver.ts";
import { filtersOf, orderAt, STATE } from "./topics.ts";

/**
 * PulseTime as Tasmota counts it: 1 to 111 are tenths of a second, from 112 on seconds plus 100. Its remaining time is
 * counted in the same way.
 */
export const pulseTime = (after: Seconds): number =>
	after < 12 ? Math.min(111, Math.round(after * 10)) : Math.round(after) + 100;

/** Seconds of a PulseTime. */
const timeOf = (pulse: number): Seconds => seconds(pulse < 112 ? pulse / 10 : pulse - 100);

/**
 * Tasmota: its PulseTime switches an output off so long after the last `ON`. It is a setting in the device, so it is
 * written before each `ON`, which changes nothing where it is the same, and read back after it with the remaining time.
 * That reading completes an answer: the timer that a state alone shows may be that of an earlier command.
 */
export class TasmotaDialect implements Dialect {
	readonly identity: string;
	readonly filters: readonly string[];
	readonly answersWithin = seconds(3);
	readonly #topic: string;
	readonly #channels: readonly string[];

	constructor(topic: string, channels: readonly string[]) {
		this.identity = `Tasmota device at ${topic}`;
		this.#topic = topic;
		this.#channels = channels;
		this.filters = filtersOf(topic);
	}

	command(channel: string, drive: Drive, after: Seconds): readonly Outgoing[] {
		const power = (state: string) => this.#order(`POWER${channel}`, state);
		const timer = (time: string) => this.#order(`PulseTime${channel}`, time);
		return isOn(drive)
			? [timer(String(pulseTime(after))), { ...power("ON"), starts: true }, timer("")]
			: [power("OFF"), timer("")];
	}

	question(channel: string): readonly Outgoing[] {
		// In many releases a POWER that only asks stops the timer, and the load would stay on.
		return [this.#order(STATE, ""), this.#order(`PulseTime${channel}`, "")];
	}

	heard({ topic, payload }: Heard, after: Seconds): readonly Meant[] {
		if (topic === `tele/${this.#topic}/LWT`)
			return payload === "Online" ? [{ kind: "online" }] : payload === "Offline" ? [{ kind: "offline" }] : [];
		const said = jsonIn(payload);
		if (!isRecord(said) || !this.filters.includes(topic)) return [];
		return this.#channels.flatMap((channel) => [...powerIn(said, channel), ...timerIn(said, channel, after)]);
	}

	#order(command: string, payload: string): Outgoing {
		return { topic: orderAt(this.#topic, command), payload };
	}
}

const TEXT = /^(\d{1,6}) \(Active (\d{1,6})\)$/;

type Said = Readonly<Record<string, unknown>>;

/** A device with one output calls it POWER. */
function powerIn(said: Said, channel: string): readonly Meant[] {
	const power = said[`POWER${channel}`] ?? (channel === "1" ? said["POWER"] : undefined);
	return power === "ON" || power === "OFF" ? [{ kind: "state", channel, drive: power === "ON", answers: "part" }] : [];
}

/**
 * `{"PulseTime1":{"Set":160,"Remaining":158}}`; some releases put it into another object of the command's name. Before 6.7
 * it was `{"PulseTime1":"160 (Active 158)"}`.
 */
function timerIn(said: Said, channel: string, after: Seconds): readonly Meant[] {
	const key = `PulseTime${channel}`;
	const timer = said[key] ?? fieldOf(said["PulseTime"], key);
	const [, ...text] = (typeof timer === "string" && TEXT.exec(timer)) || [];
	const [set, left] = text.length > 0 ? text.map(Number) : [fieldOf(timer, "Set"), fieldOf(timer, "Remaining")];
	if (typeof set !== "number") return [];
	const armed = typeof left === "number" ? { armed: set === pulseTime(after) && left > 0 } : {};
	const runs = typeof left === "number" && left > 0 ? { left: timeOf(left) } : {};
	return [{ kind: "state", channel, answers: "any", ...armed, ...runs }];
}
