import { Bridged, type Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

/** A plug behind Zigbee2MQTT, as reports describe plugs: not all obey `on_time`. */
export class FakeZigbeePlug extends Bridged {
	readonly topic: string;
	watts: number | undefined = 38;
	/** Seconds become ten times as long: it counts the tenths of the standard as seconds. */
	counts_tenths = false;
	/** At its end its timer turns the state round, whichever it is by then, also where it was switched off meanwhile. */
	toggles = false;
	/** A command with `on_time` does nothing at all. */
	refuses_on_time = false;
	/** Zigbee2MQTT publishes what it sent, before the device did anything. */
	optimistic = true;
	/** When Zigbee2MQTT learns the power: with each report of the device, only when it asks for it, or never any more. */
	meter: "reports" | "asked" | "never" = "reports";
	/** What Zigbee2MQTT last learnt of the power. It repeats it with each message. */
	#power = 0;
	/** The mains are never quite the same. */
	#volts = 0;
	#toggling: (() => void) | undefined;
	/** It is out of reach: Zigbee2MQTT publishes what it sent, and gets no answer. */
	away = false;

	constructor(line: Line, timers: Timers, topic: string) {
		super(line, timers, ["state"]);
		this.topic = topic;
		line.will(`${topic}/availability`, JSON.stringify({ state: "offline" }));
		line.subscribe(`${topic}/set`, ({ payload }) => this.#set(JSON.parse(payload)));
		line.subscribe(`${topic}/get`, ({ payload }) => this.#asked(JSON.parse(payload)));
		this.greets();
	}

	protected greets(): void {
		this.line.publish(`${this.topic}/availability`, JSON.stringify({ state: "online" }), true);
	}

	protected tells(): void {
		if (this.meter === "reports") this.#measure();
		this.#publish(this.contact("state").level > 0 ? "ON" : "OFF");
	}

	#asked(about: object): void {
		if (this.nature.deaf || this.away) return;
		if (this.meter === "asked" && "power" in about) this.#measure();
		this.tells();
	}

	#set({ state, on_time }: { readonly state: string; readonly on_time?: number }): void {
		if (this.nature.deaf) return;
		if (!this.away && !(this.refuses_on_time && on_time !== undefined)) {
			const lasts = on_time === undefined ? undefined : on_time * (this.counts_tenths ? 10 : 1);
			this.contact("state").set(state === "ON" ? 100 : 0, this.toggles ? undefined : lasts);
			if (this.toggles && lasts !== undefined) this.#toggleAfter(lasts);
		}
		if (this.optimistic) this.#publish(state);
	}

	#toggleAfter(lasts: number): void {
		this.#toggling?.();
		this.#toggling = this.timers.after(lasts, () => {
			this.contact("state").set(this.contact("state").level > 0 ? 0 : 100, undefined);
			this.tells();
		});
	}

	#measure(): void {
		this.#volts = 1 - this.#volts;
		this.#power = this.contact("state").load ? (this.watts ?? 0) * (1 + this.#volts / 100) : 0;
	}

	#publish(state: string): void {
		const power = this.watts === undefined ? {} : { power: this.#power };
		this.line.publish(this.topic, JSON.stringify({ state, linkquality: 120, ...power }));
	}
}
