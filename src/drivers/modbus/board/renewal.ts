import type { Drive, Image } from "../../driver.ts";
import { type Driven, renewalOf, setRequest, type Timer } from "../channels/outputs.ts";
import type { ModbusLine } from "../line/line.ts";

/** ms. Control writes every board twice a minute. If it does not, it hangs, and what would drop by itself has to drop. */
const CONTROL_WITHIN = 65_000;

/** Listens to what comes of a renewal. */
export interface RenewalOwner {
	/** The unit did not answer to a renewal. */
	lost(driven: Driven): void;
	/** Whether this channel still is as it is wanted. */
	stands(driven: Driven, drive: Drive): Promise<boolean>;
}

/**
 * Repeats settings that their units drop by themselves, as long as control goes on. Only what was confirmed is repeated: a unit
 * that lost its power is off, and control decides what becomes of it.
 */
export class Renewal {
	readonly #line: ModbusLine;
	readonly #driven: ReadonlyMap<string, Driven>;
	readonly #timer: Timer;
	readonly #owner: RenewalOwner;
	readonly #running = new Map<string, NodeJS.Timeout>();
	/** Channels that are being renewed. */
	readonly #busy = new Set<string>();
	#wanted: Image = new Map();
	readonly #confirmed = new Map<string, Drive>();
	/** Channels of units that did not answer to a renewal since. */
	readonly #doubted = new Set<string>();
	#silent: ReadonlySet<string> = new Set();
	/** When control last wrote (ms, monotonic). */
	#told = Number.NEGATIVE_INFINITY;

	constructor(line: ModbusLine, driven: ReadonlyMap<string, Driven>, timer: Timer, owner: RenewalOwner) {
		this.#line = line;
		this.#driven = driven;
		this.#timer = timer;
		this.#owner = owner;
	}

	/** Control wants this image now. */
	follow(image: Image): void {
		this.#told = performance.now();
		this.#wanted = image;
		for (const [channel, driven] of this.#driven) {
			const drive = image.get(channel);
			const every = drive === undefined ? undefined : renewalOf(driven, drive, this.#timer);
			if (every === undefined) this.#stop(channel);
			else if (!this.#running.has(channel))
				this.#running.set(channel, setInterval(() => void this.#renew(driven), every * 1000).unref());
		}
	}

	/** This channel is set so; undefined while that is not known. */
	confirms(channel: string, drive: Drive | undefined): void {
		this.#doubted.delete(channel);
		if (drive === undefined) this.#confirmed.delete(channel);
		else this.#confirmed.set(channel, drive);
	}

	/** These are not told again. */
	silence(channels: ReadonlySet<string>): void {
		this.#silent = channels;
	}

	close(): void {
		for (const channel of [...this.#running.keys()]) this.#stop(channel);
		this.#confirmed.clear();
	}

	#stop(channel: string): void {
		clearInterval(this.#running.get(channel));
		this.#running.delete(channel);
	}

	async #renew(driven: Driven): Promise<void> {
		const { channel } = driven;
		const drive = this.#wanted.get(channel);
		if (drive === undefined || !this.#isDue(channel, drive) || this.#busy.has(channel)) return;
		this.#busy.add(channel);
		await this.#send(driven, drive);
		this.#busy.delete(channel);
	}

	async #send(driven: Driven, drive: Drive): Promise<void> {
		const { channel } = driven;
		if (this.#doubted.has(channel) && !(await this.#owner.stands(driven, drive))) return;
		const wanted = () => this.#isDue(channel, drive);
		const reply = await this.#line.ask(setRequest(driven, drive, this.#timer), { rank: "soon", wanted });
		if (reply.kind === "unsent" || reply.kind === "data") return;
		for (const [other, { unit }] of this.#driven) if (unit === driven.unit) this.#doubted.add(other);
		this.#owner.lost(driven);
	}

	/** Asked also right before it is sent. */
	#isDue(channel: string, drive: Drive): boolean {
		return (
			this.#running.has(channel) &&
			this.#wanted.get(channel) === drive &&
			this.#confirmed.get(channel) === drive &&
			!this.#silent.has(channel) &&
			performance.now() - this.#told <= CONTROL_WITHIN
		);
	}
}
