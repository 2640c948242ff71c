import { Bridged, type Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

/** A plug behind Zigbee2MQTT, as reports describe plugs: not all obey `on_time`. */
export class FakeZigbeePlug extends Bridged {
	readonly topic: string;
	watts: number | undefined = 38;
	/** Seconds become ten times as long: it counts the tenths of the standard as seconds. */
	counts_tenths = false;
	/** A command with `on_time` does nothing at all. */
	refuses_on_time = false;
	/** Zigbee2MQTT publishes what it sent, before the device did anything. */
	optimistic = true;

	constructor(line: Line, timers: Timers, topic: string) {
		super(line, timers, ["state"]);
		this.topic = topic;
		line.will(`${topic}/availability`, JSON.stringify({ state: "offline" }));
		line.subscribe(`${topic}/set`, ({ payload }) => this.#set(JSON.parse(payload)));
		line.subscribe(`${topic}/get`, () => this.nature.deaf || this.tells());
		this.greets();
	}

	protected greets(): void {
		this.line.publish(`${this.topic}/availability`, JSON.stringify({ state: "online" }), true);
	}

	protected tells(): void {
		const { level, load } = this.contact("state");
		this.#publish(level > 0 ? "ON" : "OFF", load);
	}

	#set({ state, on_time }: { readonly state: string; readonly on_time?: number }): void {
		if (this.nature.deaf) return;
		if (!(this.refuses_on_time && on_time !== undefined)) {
			const lasts = on_time === undefined ? undefined : on_time * (this.counts_tenths ? 10 : 1);
			this.contact("state").set(state === "ON" ? 100 : 0, lasts);
		}
		if (this.optimistic) this.#publish(state, this.contact("state").load);
	}

	#publish(state: string, load: boolean): void {
		const power = this.watts === undefined ? {} : { power: load ? this.watts : 0 };
		this.line.publish(this.topic, JSON.stringify({ state, linkquality: 120, ...power }));
	}
}
