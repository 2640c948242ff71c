import type { Heard } from "#model/plant/messages.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Dialect, isOn, type Meant, type Outgoing } from "../bus/bridge/dialect.ts";
import type { Drive } from "../driver.ts";
import { bridgeOf, filtersOf, ONLY, orderAt } from "./topics.ts";

/**
 * A plug or relay behind Zigbee2MQTT: `on_time` is the command "on with timed off" of Zigbee's On/Off cluster. Whether a
 * device obeys it depends on its firmware, and nothing reports its timer: only the silence test shows it. Zigbee2MQTT
 * publishes a state that it has merely sent, so each command is followed by a question to the device itself.
 */
export class Zigbee2MqttDialect implements Dialect {
	readonly identity: string;
	readonly filters: readonly string[];
	readonly answersWithin = seconds(10);
	readonly #topic: string;

	constructor(topic: string) {
		this.identity = `Zigbee device at ${topic}`;
		this.#topic = topic;
		this.filters = filtersOf(topic);
	}

	command(_: string, drive: Drive, after: Seconds): readonly Outgoing[] {
		const wanted = isOn(drive) ? { state: "ON", on_time: after } : { state: "OFF" };
		return [{ topic: orderAt(this.#topic, "set"), payload: JSON.stringify(wanted) }, ...this.question()];
	}

	question(): readonly Outgoing[] {
		return [{ topic: orderAt(this.#topic, "get"), payload: JSON.stringify({ state: "" }) }];
	}

	heard({ topic, payload }: Heard): readonly Meant[] {
		const said = jsonIn(payload);
		if (topic === `${this.#topic}/availability`) return presence(said, payload);
		// The whole bridge says only when it is gone; its devices say when they are there.
		if (topic === bridgeOf(this.#topic)) return presence(said, payload).filter(({ kind }) => kind === "offline");
		if (topic !== this.#topic || !isRecord(said)) return [];
		const { state, power } = said;
		if (state !== "ON" && state !== "OFF") return [];
		const watts = typeof power === "number" ? { watts: power } : {};
		return [{ kind: "state", channel: ONLY, drive: state === "ON", answers: "any", ...watts }];
	}
}

/** `{"state":"online"}`, or the bare word of older releases. */
function presence(said: unknown, payload: string): readonly Meant[] {
	const state = fieldOf(said, "state") ?? payload;
	return state === "online" || state === "offline" ? [{ kind: state }] : [];
}
