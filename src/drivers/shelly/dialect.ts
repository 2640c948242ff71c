import type { Heard } from "#model/plant/messages.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Dialect, isOn, type Meant, type Outgoing } from "../bus/bridge/dialect.ts";
import type { Drive } from "../driver.ts";
import { ASKED, filtersOf, requestsAt, SET, sourceOf } from "./topics.ts";

/** Seconds that the device's timer may be longer than what was asked for, for rounding. */
const SLACK = 1;
/** `source` of a status whose output was switched by its timer. */
const TIMER = "timer";

/**
 * Shelly Gen2 and newer: RPC over MQTT (components Mqtt and Switch of its public API). Requests go to `<prefix>/rpc`, and
 * answers come to `<src>/rpc`. `src` is below the device's own prefix, so its account needs no other right. Commands and
 * questions have a `src` each, because a broker session may read only the newest message of a topic.
 */
export class ShellyDialect implements Dialect {
	readonly identity: string;
	readonly filters: readonly string[];
	readonly answersWithin = seconds(3);
	/** In its eco mode it may answer after five. */
	readonly patience = seconds(6);
	readonly #prefix: string;
	readonly #channels: readonly string[];

	constructor(prefix: string, channels: readonly string[]) {
		this.identity = `Shelly at ${prefix}`;
		this.#prefix = prefix;
		this.#channels = channels;
		this.filters = filtersOf(prefix, channels);
	}

	command(channel: string, drive: Drive, after: Seconds, nth: number): readonly Outgoing[] {
		// With "off" the timer would switch the load on again when it ends.
		const params = isOn(drive) ? { on: true, toggle_after: after } : { on: false };
		const set = this.#request(channel, "Switch.Set", params, nth, SET);
		return [isOn(drive) ? { ...set, starts: true } : set, ...this.question(channel, nth)];
	}

	question(channel: string, nth: number): readonly Outgoing[] {
		return [this.#request(channel, "Switch.GetStatus", {}, nth, ASKED)];
	}

	heard({ topic, payload }: Heard, after: Seconds): readonly Meant[] {
		if (topic === `${this.#prefix}/online`)
			return payload === "true" ? [{ kind: "online" }] : payload === "false" ? [{ kind: "offline" }] : [];
		const said = jsonIn(payload);
		for (const channel of this.#channels) {
			if (topic === `${this.#prefix}/status/switch:${channel}`) return stateIn(channel, said, after, undefined);
			if (topic === `${sourceOf(this.#prefix, channel, ASKED)}/rpc`) return answerIn(channel, said, after);
			if (topic === `${sourceOf(this.#prefix, channel, SET)}/rpc`) return refusalIn(channel, said);
		}
		return [];
	}

	#request(channel: string, method: string, params: object, id: number, kind: string): Outgoing {
		const src = sourceOf(this.#prefix, channel, kind);
		const request = { id, src, method, params: { id: Number(channel), ...params } };
		return { topic: requestsAt(this.#prefix), payload: JSON.stringify(request) };
	}
}

function answerIn(channel: string, said: unknown, after: Seconds): readonly Meant[] {
	const id = fieldOf(said, "id");
	if (typeof id !== "number") return [];
	return isRecord(fieldOf(said, "error"))
		? refusalIn(channel, said)
		: stateIn(channel, fieldOf(said, "result"), after, id);
}

/** What a command answers is how the output was before, so only its refusal says something. */
function refusalIn(channel: string, said: unknown): readonly Meant[] {
	const error = fieldOf(said, "error");
	const id = fieldOf(said, "id");
	if (!isRecord(error) || typeof id !== "number") return [];
	const why = `${String(error["code"])} ${String(error["message"])}`.slice(0, 120);
	return [{ kind: "refused", channel, answers: id, why }];
}

/** A status is complete, so without a duration no timer runs. */
function stateIn(channel: string, status: unknown, after: Seconds, answers: number | undefined): readonly Meant[] {
	const output = fieldOf(status, "output");
	if (typeof output !== "boolean") return [];
	const duration = fieldOf(status, "timer_duration");
	const watts = fieldOf(status, "apower");
	const source = fieldOf(status, "source");
	return [
		{
			kind: "state",
			channel,
			drive: output,
			armed: typeof duration === "number" && duration <= after + SLACK,
			...(typeof watts === "number" && { watts }),
			...(!output && typeof source === "string" && { off_by: source === TIMER ? "timer" : "other" }),
			...(answers !== undefined && { answers }),
		},
	];
}
