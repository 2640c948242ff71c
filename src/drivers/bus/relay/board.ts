import { type Changed, coilsOf } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Coils, Device, DevicePorts, Image, Measured, Verify, Written } from "../../driver.ts";
import { givenUpAfter, withinMs } from "../deadline.ts";
import { inTurn } from "../in-turn.ts";
import { LastingPort } from "../serial/lasting-port.ts";
import type { Listener, Opened } from "../serial/port.ts";
import type { RelayCodec } from "./codec.ts";
import { type Manner, RelayConversation } from "./conversation.ts";

/** An image that waits to be written. A newer one replaces it. */
interface Waiting {
	coils: Coils;
	changed: Changed;
	over: () => boolean;
	readonly written: Promise<Written>;
}

export interface RelayBoardOf {
	readonly identity: string;
	readonly device: string;
	readonly channels: readonly string[];
	readonly codec: RelayCodec;
	readonly manner: Manner;
	readonly ports: Pick<DevicePorts, "tell">;
	/** Opens something else than a serial port. */
	readonly connect?: (listener: Listener) => Promise<Opened>;
}

type Coil = readonly [channel: string, on: boolean];

/**
 * One relay board on a serial port. Calls run one after another; of waiting images only the newest is written. An image or a
 * question that is under way makes way for it after the frame that was sent: a stop must not wait for sixteen relays. After a re-open
 * nothing is written automatically: the coils are then in the board's power-on state, and `health` and the notices report it.
 */
export class RelayBoard implements Device {
	readonly identity: string;
	readonly pace = seconds(10);
	readonly onCrash = "holds";
	readonly #device: string;
	readonly #channels: readonly string[];
	readonly #codec: RelayCodec;
	readonly #board: RelayConversation;
	readonly #turn = inTurn();
	#waiting: Waiting | undefined;
	#openings = 0;

	constructor({ identity, device, channels, codec, manner, ports: { tell }, connect }: RelayBoardOf) {
		this.#device = device;
		this.#channels = channels;
		this.#codec = codec;
		this.identity = identity;
		const opened = () => {
			this.#openings += 1;
			void this.#probe();
		};
		const line = { path: device, baudRate: codec.baudRate };
		this.#board = new RelayConversation(codec, manner, opened, (heard) => {
			const owner = { ...heard, tell };
			return connect === undefined ? new LastingPort(line, owner) : new LastingPort(line, owner, connect);
		});
	}

	get returns(): number {
		return Math.max(0, this.#openings - 1);
	}

	/** Known after the first answered question. `readBack` waits for it. */
	get verify(): Verify {
		if (this.#board.answers === "yes") return "readback";
		return this.#board.takes === "yes" ? "ack" : "none";
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { device: this.#device, channel }) };
	}

	async write(image: Image, changed: Changed = "all"): Promise<Written> {
		const coils = coilsOf(image);
		return coils === undefined ? this.#failed("no_write") : this.#write(coils, changed);
	}

	#write(coils: Coils, changed: Changed): Promise<Written> {
		const { within } = this.#codec;
		const written = (over: () => boolean) => {
			const overtaken = this.#waiting;
			// The replaced image was never sent, so its changes are still to be made.
			const waiting: Waiting = overtaken
				? Object.assign(overtaken, { coils, changed: both(overtaken.changed, changed), over })
				: { coils, changed, over, written: this.#turn(() => this.#next()) };
			this.#waiting = waiting;
			return waiting.written;
		};
		return givenUpAfter(within, written, this.#failed("no_answer", { within: within / 1000 }));
	}

	readBack(): Promise<Coils | undefined> {
		return withinMs(
			this.#codec.within,
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

	/** One question per call, so that a write in between does not wait for all of them. */
	async #probe() {
		for (let tries = 0; tries < this.#board.patience && this.#board.answers === "unknown"; tries++)
			await this.#turn(() => this.#board.ask(this.#channels));
	}

	async #present(): Promise<Coils | undefined> {
		let found: Coils | undefined;
		const more = (tries: number) => tries < this.#board.patience && (tries === 0 || this.#waiting === undefined);
		for (let tries = 0; more(tries) && this.#board.answers !== "no"; tries++) {
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

	async #drive({ coils: image, changed, over }: Waiting): Promise<Written> {
		const coils = [...image].sort(([a], [b]) => rank(a) - rank(b));
		const wanted = () => !over() && this.#waiting === undefined;
		// A board without read-back may have missed a frame, so it gets the whole image every time.
		const all = changed === "all" || this.#board.answers !== "yes";
		let left: readonly Coil[] = all ? coils : coils.filter(([channel]) => changed.includes(channel));
		const taken = new Map<string, boolean>();
		let found: Coils | undefined;
		for (let round = 0; round < 2 && left.length > 0; round++) {
			const failed = await this.#sendAll(left, wanted, taken);
			if (failed) return { kind: "failed", fault: failed };
			found = await this.#answer([...image.keys()]);
			if (this.#board.fault) return { kind: "failed", fault: this.#board.fault };
			if (!found && this.#board.answers !== "yes") {
				if (this.#board.takes !== "yes") return { kind: "done", confirmed: new Map() };
				found = taken.size > 0 ? taken : undefined;
			}
			left = coils.filter(([channel, on]) => found?.get(channel) !== on);
		}
		if (left.length === 0) return { kind: "done", confirmed: image };
		return found ? this.#unverified(image, left, found) : this.#failed("no_answer");
	}

	/** After a loss the board is asked until it is known whether it answers again. */
	async #answer(channels: readonly string[]): Promise<Coils | undefined> {
		const board = this.#board;
		let found = await board.ask(channels);
		for (let tries = 1; tries < board.patience && !found && board.fault && board.answers === "unknown"; tries++)
			found = await board.ask(channels);
		return found;
	}

	/** Fills `taken` with the coils that the board acknowledged. */
	async #sendAll(coils: readonly Coil[], wanted: () => boolean, taken: Map<string, boolean>) {
		for (const [channel, on] of coils) {
			const sent = await this.#board.send(this.#codec.set(channel, on), wanted);
			if (sent === "failed") return this.#board.fault ?? fault("no_answer", { device: this.#device, channel });
			if (sent === "taken") taken.set(channel, on);
		}
		return undefined;
	}

	/**
	 * A fault for each relay that did not move, and the state the board confirmed for all of ours. `found` has no entry for a
	 * relay that the board did not mention.
	 */
	#unverified(image: Coils, left: readonly Coil[], found: Coils): Written {
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

/** Relays of some boards are called 0 to 9 and then A to V. */
const rank = (channel: string): number => Number.parseInt(channel, 36);
