import { Bridged, type Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

/** A device with Tasmota: PulseTime is a setting in it, and `ON` starts it. */
export class FakeTasmota extends Bridged {
	readonly topic: string;
	/** By output, as written. */
	readonly pulse_times = new Map<string, number>();
	/** How often a setting was written into its flash. */
	flashed = 0;
	/** Names of a device with one output. */
	readonly #single: boolean;

	constructor(line: Line, timers: Timers, topic: string, channels: readonly string[] = ["1"]) {
		super(line, timers, channels);
		this.topic = topic;
		this.#single = channels.length === 1;
		line.will(`tele/${topic}/LWT`, "Offline");
		for (const channel of channels) {
			line.subscribe(`cmnd/${topic}/POWER${channel}`, ({ payload }) => this.#power(channel, payload));
			line.subscribe(`cmnd/${topic}/STATE`, () => this.nature.deaf || this.tells(channel));
			line.subscribe(`cmnd/${topic}/PulseTime${channel}`, ({ payload }) => this.#pulseTime(channel, payload));
		}
		this.greets();
	}

	protected greets(): void {
		this.line.publish(`tele/${this.topic}/LWT`, "Online", true);
	}

	protected tells(channel: string): void {
		const state = this.contact(channel).level > 0 ? "ON" : "OFF";
		const name = this.#single ? "POWER" : `POWER${channel}`;
		this.line.publish(`stat/${this.topic}/RESULT`, JSON.stringify({ [name]: state }));
		this.line.publish(`stat/${this.topic}/${name}`, state);
	}

	#power(channel: string, payload: string): void {
		if (this.nature.deaf) return;
		const lasts = secondsIn(this.pulse_times.get(channel) ?? 0);
		const contact = this.contact(channel);
		// Many releases stop the timer at every POWER, also at one that only asks: arendst/Tasmota 4453, 7810, 9325.
		if (payload === "") contact.set(contact.level, undefined);
		else contact.set(payload === "ON" ? 100 : 0, lasts);
		this.tells(channel);
	}

	#pulseTime(channel: string, payload: string): void {
		if (this.nature.deaf) return;
		if (payload !== "" && this.pulse_times.get(channel) !== Number(payload)) {
			this.pulse_times.set(channel, Number(payload));
			this.flashed += 1;
		}
		const timer = { Set: this.pulse_times.get(channel) ?? 0, Remaining: coded(this.contact(channel).left) };
		this.line.publish(`stat/${this.topic}/RESULT`, JSON.stringify({ [`PulseTime${channel}`]: timer }));
	}
}

const secondsIn = (pulse: number): number => (pulse > 111 ? pulse - 100 : pulse / 10);
const coded = (left: number): number => (left > 11.1 ? Math.round(left) + 100 : Math.ceil(left * 10));
