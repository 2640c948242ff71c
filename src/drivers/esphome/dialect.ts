import type { Heard } from "#model/plant/messages.ts";
import { percent, type Seconds, seconds } from "#model/quantities/units.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type Dialect, isOn, type Meant, type Outgoing } from "../bus/bridge/dialect.ts";
import type { Drive } from "../driver.ts";
import { filtersOf, orderAt } from "./topics.ts";

/** Seconds that the node's timer may be longer than what was asked for, for rounding. */
const SLACK = 1;

/**
 * An ESPHome node with this project's package (packaging/esphome). Its off-script restarts with each command, and its
 * state repeats the number of the command, how long the script still runs, and a number that changes at each boot.
 */
export class EsphomeDialect implements Dialect {
	readonly identity: string;
	readonly filters: readonly string[];
	readonly answersWithin = seconds(3);
	readonly #node: string;
	readonly #channels: readonly string[];
	/** The node's present boot. */
	#boot: unknown;

	constructor(node: string, channels: readonly string[]) {
		this.identity = `ESPHome node at ${node}`;
		this.#node = node;
		this.#channels = channels;
		this.filters = filtersOf(node, channels);
	}

	command(channel: string, drive: Drive, after: Seconds, nth: number): readonly Outgoing[] {
		const level = typeof drive === "number" ? drive : drive ? 100 : 0;
		const lasts = isOn(drive) ? after : 0;
		const payload = JSON.stringify({ n: nth, level, for: lasts });
		return [{ topic: orderAt(this.#node, channel, "set"), payload, ...(isOn(drive) && { starts: true }) }];
	}

	question(channel: string, nth: number): readonly Outgoing[] {
		return [{ topic: orderAt(this.#node, channel, "get"), payload: JSON.stringify({ n: nth }) }];
	}

	heard({ topic, payload, retained }: Heard, after: Seconds): readonly Meant[] {
		if (topic === `${this.#node}/status`)
			return payload === "online" || payload === "offline" ? [{ kind: payload }] : [];
		const channel = this.#channels.find((name) => topic === `${this.#node}/${name}/state`);
		const said = jsonIn(payload);
		if (channel === undefined || !isRecord(said) || retained) return [];
		const { n, level, left, boot } = said;
		if (typeof level !== "number" || !(level >= 0 && level <= 100)) return [];
		const booted = this.#boot !== undefined && boot !== this.#boot;
		this.#boot = boot;
		const state: Meant = {
			kind: "state",
			channel,
			drive: channel.startsWith(LEVEL) ? percent(level) : level > 0,
			armed: typeof left === "number" && left > 0 && left <= after + SLACK,
			...(typeof left === "number" && left > 0 && { left: seconds(left) }),
			...(typeof n === "number" && n > 0 && { answers: n }),
			// At the end of its time it tells it by itself.
			...(typeof n === "number" && level === 0 && { off_by: n === 0 ? "timer" : "other" }),
		};
		return booted ? [{ kind: "booted" }, state] : [state];
	}
}

const LEVEL = "level/";
