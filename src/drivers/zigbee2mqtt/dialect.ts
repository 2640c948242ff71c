import type { Heard } from "#model/plant/messages.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Dialect, isOn, type Meant, type Outgoing } from "../bus/bridge/dialect.ts";
import type { Drive } from "../driver.ts";
import { bridgeOf, filtersOf, orderAt } from "./topics.ts";

/**
 * A plug or relay behind Zigbee2MQTT: `on_time` is the command "on with timed off" of Zigbee's On/Off cluster. Whether a
 * device obeys it depends on its firmware, and nothing reports its timer: only the silence test shows it. Zigbee2MQTT
 * publishes a state that it has merely sent, so the device itself is asked after each command. Each message repeats all that
 * Zigbee2MQTT knows of the device, so its power may be old, and the state of another output that it has.
 */
export class Zigbee2MqttDialect implements Dialect {
	readonly identity: string;
	readonly filters: readonly string[];
	readonly answersWithin = seconds(10);
	readonly echoes = true;
	readonly #topic: string;
	/** Outputs with a meter. Of one that has none Zigbee2MQTT would log an error at each question. */
	readonly #metered = new Set<string>();

	constructor(topic: string) {
		this.identity = `Zigbee device at ${topic}`;
		this.#topic = topic;
		this.filters = filtersOf(topic);
	}

	command(output: string, drive: Drive, after: Seconds): readonly Outgoing[] {
		const topic = orderAt(this.#topic, "set");
		return isOn(drive)
			? [{ topic, payload: JSON.stringify({ [output]: "ON", on_time: after }), starts: true }]
			: [{ topic, payload: JSON.stringify({ [output]: "OFF" }) }];
	}

	question(output: string): readonly Outgoing[] {
		const asked = { [output]: "", ...(this.#metered.has(output) && { [powerOf(output)]: "" }) };
		return [{ topic: orderAt(this.#topic, "get"), payload: JSON.stringify(asked) }];
	}

	heard({ topic, payload }: Heard): readonly Meant[] {
		const said = jsonIn(payload);
		if (topic === `${this.#topic}/availability`) return presence(said, payload);
		// When the whole bridge is gone, so is the device. When it is back, the device may be; some say nothing of that.
		if (topic === bridgeOf(this.#topic))
			return presence(said, payload).map(({ kind }) => (kind === "online" ? { kind: "unknown" } : { kind }));
		if (topic !== this.#topic || !isRecord(said)) return [];
		return Object.entries(said).flatMap(([channel, state]): readonly Meant[] => {
			if (!OUTPUT.test(channel) || (state !== "ON" && state !== "OFF")) return [];
			const power = said[powerOf(channel)];
			if (typeof power === "number") this.#metered.add(channel);
			const watts = typeof power === "number" ? ({ watts: power, cached: true } as const) : {};
			return [{ kind: "state", channel, drive: state === "ON", answers: "any", ...watts }];
		});
	}
}

/** What Zigbee2MQTT calls an output. */
const OUTPUT = /^state(?:_|$)/;
/** The power of this output alone: `power_l1` for `state_l1`. */
const powerOf = (output: string): string => output.replace("state", "power");

/** `{"state":"online"}`, or the bare word of older releases. */
function presence(said: unknown, payload: string): readonly { readonly kind: "online" | "offline" }[] {
	const state = fieldOf(said, "state") ?? payload;
	return state === "online" || state === "offline" ? [{ kind: state }] : [];
}
