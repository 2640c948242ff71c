import { type Fault, fault } from "#model/plant/fault.ts";
import type { Heard, Messages } from "#model/plant/messages.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import type { DeadMan, Device, DevicePorts, Drive, Evidence, Image, Measured, Written } from "../../driver.ts";
import { withinMs } from "../deadline.ts";
import { BridgeChannel, RENEWALS } from "./channel.ts";
import { type Dialect, isOn, type Meant, type Outgoing, type State } from "./dialect.ts";

/** ms that a turn waits for an answer. A device in the house usually answers sooner. */
const BRIEFLY = 80;
/** ms that a stop waits for it. */
const AT_A_STOP = 1000;
/** Seconds after the start before a missing connection is a loss. */
const PATIENCE = 15;

/**
 * A device beyond the broker. Each command that starts something carries the device's own timer, and is renewed while
 * control turns. What is confirmed is what the device reported after it was asked.
 */
export class Bridge implements Device {
	readonly identity: string;
	readonly pace = seconds(10);
	readonly verify = "readback";
	readonly onCrash = "drops";
	readonly deadMan: DeadMan;
	readonly #dialect: Dialect;
	readonly #messages: Messages | undefined;
	readonly #now: () => Instant;
	readonly #opened: Instant;
	readonly #channels: ReadonlyMap<string, BridgeChannel>;
	readonly #after: Seconds;
	readonly #unsubscribe: readonly (() => void)[];
	#silent: ReadonlySet<string> = new Set();
	#presence: "online" | "offline" | undefined;
	#returns = 0;
	/** Those who wait for answers. */
	#waiting: (() => void)[] = [];

	constructor(dialect: Dialect, channels: readonly string[], after: Seconds, { messages, now }: DevicePorts) {
		this.identity = dialect.identity;
		this.#dialect = dialect;
		this.#messages = messages;
		this.#now = now;
		this.#opened = now();
		this.#after = after;
		const { answersWithin: within, patience, echoes } = dialect;
		const times = { after, within, patience, echoes };
		this.#channels = new Map(channels.map((channel) => [channel, new BridgeChannel(times)]));
		this.deadMan = {
			after,
			silence: (silent) => {
				this.#silent = silent;
			},
			evidence: (channel) => this.#evidence(channel),
			settled: () => this.#settled(AT_A_STOP),
		};
		const hear = (message: Heard) => this.#heard(message);
		this.#unsubscribe = dialect.filters.flatMap((filter) => messages?.subscribe(filter, hear) ?? []);
	}

	get returns(): number {
		return this.#returns;
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { channel }) };
	}

	async write(image: Image): Promise<Written> {
		const now = this.#now();
		const offline = this.#presence === "offline";
		for (const [channel, drive] of image) {
			const own = this.#channels.get(channel);
			const next = own?.next(now, drive, this.#silent.has(channel), offline);
			if (own !== undefined && next !== undefined) this.#send(channel, own, next, drive, now);
		}
		return this.#settled(BRIEFLY);
	}

	async readBack(): Promise<Image | undefined> {
		const found = this.#reported();
		return found.size === this.#channels.size ? found : undefined;
	}

	health(): Fault | undefined {
		const [filter = ""] = this.#dialect.filters;
		const patient = since(this.#opened, this.#now()) < PATIENCE;
		const broken = this.#messages === undefined ? fault("no_connection") : this.#messages.fault(filter);
		if (broken !== undefined) return patient ? undefined : broken;
		return this.#presence === "offline" ? fault("missing", { reason: "offline" }) : undefined;
	}

	async close(): Promise<void> {
		for (const end of this.#unsubscribe) end();
	}

	#send(channel: string, own: BridgeChannel, what: "command" | "question", drive: Drive, now: Instant): void {
		const nth = own.sends(now, what);
		const outgoing =
			what === "command"
				? this.#dialect.command(channel, drive, this.#after, nth)
				: this.#dialect.question(channel, nth);
		for (const message of outgoing)
			void this.#published(message, what).then((why) => {
				if (why === undefined) return;
				own.unsent(nth, why);
				this.#wake();
			});
	}

	/** Why the broker did not take it. */
	async #published({ topic, payload, starts }: Outgoing, what: "command" | "question"): Promise<Fault | undefined> {
		// Before it is renewed for the first time it is out of date. A stop never is.
		const expires = starts || what === "question" ? { expires: seconds(Math.ceil(this.#after / RENEWALS)) } : {};
		const sent = (await this.#messages?.publish(topic, payload, expires)) ?? "lost";
		switch (sent) {
			case "sent":
				return undefined;
			case "lost":
				return fault("no_connection");
			case "refused":
				return fault("no_right", { right: "write", topic });
		}
	}

	#heard(message: Heard): void {
		const now = this.#now();
		for (const meant of this.#dialect.heard(message, this.#after)) this.#takes(meant, message.retained, now);
		this.#wake();
	}

	#takes(meant: Meant, retained: boolean, now: Instant): void {
		switch (meant.kind) {
			case "online":
				// A message that the broker stored is no news. A new one says that it has just connected.
				if (!retained && this.#presence !== undefined) this.#back();
				this.#presence = "online";
				return;
			case "booted":
				this.#back();
				return;
			case "offline":
				if (this.#presence !== "offline") for (const channel of this.#channels.values()) channel.forget();
				this.#presence = "offline";
				return;
			case "unknown":
				if (this.#presence === "offline") this.#back();
				this.#presence = undefined;
				return;
			case "state":
				if (retained) return;
				// It speaks, so it is there.
				if (this.#presence === "offline") this.#back();
				this.#presence = "online";
				this.#hears(meant, now);
				return;
			case "refused":
				if (retained) return;
				this.#channels.get(meant.channel)?.refused(meant.answers, fault("declined", { reason: meant.why }));
		}
	}

	#hears(state: State, now: Instant): void {
		const own = this.#channels.get(state.channel);
		if (own?.heard(state, now)) this.#send(state.channel, own, "question", own.wanted ?? false, now);
	}

	/** It may have restarted: its outputs are told anew. */
	#back(): void {
		this.#returns += 1;
		for (const channel of this.#channels.values()) channel.forget();
	}

	#wake(): void {
		for (const wake of this.#waiting.splice(0)) wake();
	}

	async #settled(within: number): Promise<Written> {
		const until = performance.now() + within;
		while (this.#awaited().size > 0) {
			const left = until - performance.now();
			if (left <= 0) break;
			await withinMs(left, new Promise<void>((wake) => this.#waiting.push(wake)), undefined);
		}
		return this.#written();
	}

	#awaited(): ReadonlySet<string> {
		const now = this.#now();
		return new Set([...this.#channels].flatMap(([name, own]) => (own.awaits(now) ? [name] : [])));
	}

	#written(): Written {
		const confirmed = new Map(this.#reported());
		const awaited = new Set([...this.#awaited(), ...this.#silent]);
		const faults = new Map<string, Fault>();
		for (const [channel, own] of this.#channels) {
			const why = this.#faultOf(own);
			if (why === undefined) continue;
			faults.set(channel, why);
			awaited.delete(channel);
			if (why.code !== "unarmed" && why.code !== "not_verified") confirmed.delete(channel);
		}
		return { kind: "done", confirmed, faults, awaited };
	}

	#faultOf(own: BridgeChannel): Fault | undefined {
		if (this.#presence === "offline") return fault("missing", { reason: "offline" });
		const now = this.#now();
		const wrong = own.fault(now);
		if (wrong !== undefined) return wrong;
		if (own.reported === undefined) return fault("no_answer", { reason: "awaited" });
		return isOn(own.reported) && own.armed === false && !own.awaits(now) ? fault("unarmed") : undefined;
	}

	#reported(): ReadonlyMap<string, Drive> {
		return new Map(
			[...this.#channels].flatMap(([name, { reported }]) =>
				reported === undefined ? [] : [[name, reported] as const],
			),
		);
	}

	#evidence(channel: string): Evidence {
		return this.#channels.get(channel)?.evidence ?? {};
	}
}
