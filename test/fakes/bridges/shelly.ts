import { Bridged, type Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

interface Request {
	readonly id: number;
	readonly src: string;
	readonly method: string;
	readonly params: { readonly id: number; readonly on?: boolean; readonly toggle_after?: number };
}

/** A Shelly of the second generation, as its public API describes the components Mqtt and Switch. */
export class FakeShelly extends Bridged {
	readonly prefix: string;
	/** Watts of the loads. */
	watts = 42.5;
	/** `status_ntf` of its settings: whether it publishes `status/switch:N`. */
	status_ntf = true;
	/** It answers with this error instead. */
	refuses: { readonly code: number; readonly message: string } | undefined;
	/** Answers are kept until they are let go, oldest first. */
	holds_answers = false;
	/** Seconds until it answers. */
	answers_after = 0;
	readonly #held: (() => void)[] = [];
	#source = "init";
	#pressed = false;

	constructor(line: Line, timers: Timers, prefix: string, channels: readonly string[] = ["0"]) {
		super(line, timers, channels);
		this.prefix = prefix;
		line.will(`${prefix}/online`, "false");
		line.subscribe(`${prefix}/rpc`, ({ payload }) => this.#asked(JSON.parse(payload) as Request));
		this.greets();
	}

	override press(channel: string, level: number): void {
		this.#pressed = true;
		super.press(channel, level);
		this.#pressed = false;
	}

	/** The held answers go out. */
	release(): void {
		for (const answer of this.#held.splice(0)) answer();
	}

	protected greets(): void {
		this.line.publish(`${this.prefix}/online`, "true", true);
	}

	protected tells(channel: string): void {
		this.#source = this.#pressed ? "button" : "timer";
		if (this.status_ntf)
			this.line.publish(`${this.prefix}/status/switch:${channel}`, JSON.stringify(this.#status(channel)));
	}

	#asked({ id, src, method, params }: Request): void {
		if (this.nature.deaf) return;
		const answer = (body: object) => {
			const text = JSON.stringify({ id, src: this.prefix, dst: src, ...body });
			const send = () => this.line.publish(`${src}/rpc`, text);
			if (this.holds_answers) this.#held.push(send);
			else if (this.answers_after > 0) this.timers.after(this.answers_after, send);
			else send();
		};
		answer(this.#does(method, String(params.id), params));
	}

	#does(method: string, channel: string, params: Request["params"]): object {
		if (this.refuses !== undefined) return { error: this.refuses };
		if (!this.contacts.has(channel))
			return { error: { code: -105, message: `Argument 'id', value ${channel} not found!` } };
		if (method === "Switch.GetStatus") return { result: this.#status(channel) };
		if (method !== "Switch.Set") return { error: { code: 404, message: `No handler for ${method}` } };
		const was_on = this.contact(channel).level > 0;
		this.#source = "MQTT";
		this.#set(channel, params);
		const changed = was_on !== this.contact(channel).level > 0;
		if (this.status_ntf && changed)
			this.line.publish(`${this.prefix}/status/switch:${channel}`, JSON.stringify(this.#status(channel)));
		return { result: { was_on } };
	}

	/** `toggle_after` turns the state round when it ends, whichever it is. */
	#set(channel: string, { on = false, toggle_after }: Request["params"]): void {
		const contact = this.contact(channel);
		contact.set(on ? 100 : 0, toggle_after);
		if (!on && toggle_after !== undefined) this.timers.after(toggle_after, () => contact.set(100, undefined));
	}

	#status(channel: string): object {
		const { level, load, timer } = this.contact(channel);
		return {
			id: Number(channel),
			source: this.#source,
			output: level > 0,
			...(timer !== undefined && { timer_started_at: timer.began, timer_duration: timer.lasts }),
			apower: load ? this.watts : 0,
			voltage: 231.4,
			current: load ? this.watts / 231.4 : 0,
			aenergy: { total: 1204.1, by_minute: [0, 0, 0], minute_ts: 1_700_000_000 },
			temperature: { tC: 41.2, tF: 106.2 },
		};
	}
}
