import { type Changed, coilsOf } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import { withinMs } from "../bus/deadline.ts";
import { inTurn } from "../bus/in-turn.ts";
import type { Coils, Device, DevicePorts, Image, Measured, Verify, Written } from "../driver.ts";
import { Conversation, type Manner, PATIENCE } from "./conversation.ts";
import { setFrame } from "./frame.ts";

/** An image that waits to be written. A newer one replaces it. */
interface Waiting {
	coils: Coils;
	changed: Changed;
	deadline: AbortSignal;
	readonly written: Promise<Written>;
}

/** Milliseconds for any call. Enough for eight relays, a read-back, and both once more. */
const CALL_WITHIN = 1200;

/**
 * One LCUS board. Calls run one after another; of waiting images only the newest is written. After a re-open nothing is
 * written automatically: the coils are then in the board's power-on state, and `health` and the notices report it.
 */
export class UsbRelayBoard implements Device {
	readonly identity: string;
	readonly pace = seconds(10);
	readonly onCrash = "holds";
	readonly #device: string;
	readonly #channels: readonly string[];
	readonly #board: Conversation;
	readonly #turn = inTurn();
	#waiting: Waiting | undefined;
	#openings = 0;

	constructor(device: string, channels: readonly string[], manner: Manner, ports: DevicePorts) {
		this.#device = device;
		this.#channels = channels;
		this.identity = `LCUS relay board at ${device}`;
		this.#board = new Conversation(device, manner, ports.tell, () => {
			this.#openings += 1;
			void this.#probe();
		});
	}

	get returns(): number {
		return Math.max(0, this.#openings - 1);
	}

	/** Known after the first answered query. `readBack` waits for it. */
	get verify(): Verify {
		return this.#board.answers === "yes" ? "readback" : "none";
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { device: this.#device, channel }) };
	}

	async write(image: Image, changed: Changed = "all"): Promise<Written> {
		const coils = coilsOf(image);
		return coils === undefined ? this.#failed("no_write") : this.#write(coils, changed);
	}

	#write(coils: Coils, changed: Changed): Promise<Written> {
		const deadline = AbortSignal.timeout(CALL_WITHIN);
		const overtaken = this.#waiting;
		// The replaced image was never sent, so its changes are still to be made.
		const waiting: Waiting = overtaken
			? Object.assign(overtaken, { coils, changed: both(overtaken.changed, changed), deadline })
			: { coils, changed, deadline, written: this.#turn(() => this.#next()) };
		this.#waiting = waiting;
		return withinMs(CALL_WITHIN, waiting.written, this.#failed("no_answer", { within: CALL_WITHIN / 1000 }));
	}

	readBack(): Promise<Coils | undefined> {
		return withinMs(
			CALL_WITHIN,
			this.#turn(() => this.#present()),
			undefined,
		);
	}

	health(): Fault | undefined {
		return this.#board.fault;
	}

	retry(): void {
		this.#board.retry();
	}

	close(): Promise<void> {
		return this.#board.close();
	}

	/** One query per call, so that a write in between does not wait for all of them. */
	async #probe() {
		for (let tries = 0; tries < PATIENCE && this.#board.answers === "unknown"; tries++)
			await this.#turn(() => this.#board.ask(this.#channels));
	}

	async #present(): Promise<Coils | undefined> {
		let found: Coils | undefined;
		for (let tries = 0; tries < PATIENCE && this.#board.answers !== "no"; tries++) {
			found = await this.#board.ask(this.#channels);
			if (found && this.#channels.every((channel) => found?.has(channel))) return found;
		}
		return found;
	}

	async #next(): Promise<Written> {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		return waiting ? this.#drive(waiting) : this.#failed("no_answer");
	}

	async #drive({ coils: image, changed, deadline }: Waiting): Promise<Written> {
		const coils = [...image].sort(([a], [b]) => Number(a) - Number(b));
		// A board without read-back may have missed a frame, so it gets the whole image every time.
		const all = changed === "all" || this.#board.answers !== "yes";
		let left = all ? coils : coils.filter(([channel]) => changed.includes(channel));
		let found: Coils | undefined;
		for (let round = 0; round < 2 && left.length > 0; round++) {
			const failed = await this.#sendAll(left, deadline);
			if (failed) return { kind: "failed", fault: failed };
			found = await this.#answer([...image.keys()]);
			if (this.#board.fault) return { kind: "failed", fault: this.#board.fault };
			if (!found && this.#board.answers !== "yes") return { kind: "done", confirmed: new Map() };
			left = coils.filter(([channel, on]) => found?.get(channel) !== on);
		}
		if (left.length === 0) return { kind: "done", confirmed: image };
		return found ? this.#unverified(image, left, found) : this.#failed("no_answer");
	}

	/** After a loss the board is asked until it is known whether it answers again. */
	async #answer(channels: readonly string[]): Promise<Coils | undefined> {
		let found = await this.#board.ask(channels);
		for (let tries = 1; tries < PATIENCE && !found && this.#board.fault && this.#board.answers === "unknown"; tries++)
			found = await this.#board.ask(channels);
		return found;
	}

	async #sendAll(coils: readonly (readonly [string, boolean])[], deadline: AbortSignal): Promise<Fault | undefined> {
		for (const [channel, on] of coils) {
			if (!(await this.#board.send(setFrame(Number(channel), on), deadline)))
				return this.#board.fault ?? fault("no_answer", { device: this.#device, channel });
		}
		return undefined;
	}

	/**
	 * A fault for each relay that did not move, and the state the board confirmed for all of ours. `found` has no entry for a
	 * relay that the board did not mention.
	 */
	#unverified(image: Coils, left: readonly (readonly [string, boolean])[], found: Coils): Written {
		const confirmed = new Map([...found].filter(([channel]) => image.has(channel)));
		const faults = left.map(([channel, wanted]) => {
			const is = found.get(channel);
			const facts = { device: this.#device, channel, wanted, ...(is !== undefined && { found: is }) };
			return [channel, fault("not_verified", facts)] as const;
		});
		return { kind: "done", confirmed, faults: new Map(faults) };
	}

	#failed(code: Fault["code"], facts: Fault["facts"] = {}): Written {
		return { kind: "failed", fault: fault(code, { device: this.#device, ...facts }) };
	}
}

const both = (a: Changed, b: Changed): Changed => (a === "all" || b === "all" ? "all" : [...new Set([...a, ...b])]);
