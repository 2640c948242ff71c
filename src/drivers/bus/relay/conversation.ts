import type { Fault } from "#model/plant/fault.ts";
import type { Coils } from "../../driver.ts";
import { pause, withinMs } from "../deadline.ts";
import type { LastingPort, PortOwner } from "../serial/lasting-port.ts";
import type { OpenPort } from "../serial/port.ts";
import type { Question, RelayCodec } from "./codec.ts";

/** Settings for the exchange with one board. */
export interface Manner {
	/** Milliseconds of silence after each frame. */
	readonly gap: number;
	readonly read_back: "auto" | "never";
}

/** What became of a frame. `silent`: the board acknowledges frames, and did not acknowledge this one. */
export type Sent = "sent" | "taken" | "silent" | "failed";

/** Milliseconds. */
const ANSWER_WITHIN = 200;
/** Unanswered questions of each kind after which a newly opened board counts as one that does not answer them. */
const PATIENCE = 3;
const PATIENCE_EACH_WAY = 2;
/** Characters. More than any board's answer, but bounded for a board that never stops sending. */
const LONGEST_ANSWER = 1000;
/** Times `quiet` that a board may go on talking before it is asked all the same. */
const RESTLESS = 4;

const ALWAYS = () => true;

type Heard = Omit<PortOwner, "tell">;

/** Whether the board answers at all, as far as is known since it was opened. */
type Answers = "unknown" | "yes" | "no";

/**
 * Sends frames to one relay board and reads its answers. Callers take turns: one frame at a time. A board that leaves its
 * first questions unanswered is not asked until it is opened again.
 */
export class RelayConversation {
	/** Whether the board answers questions; whether it acknowledges frames. */
	answers: Answers = "unknown";
	takes: Answers = "unknown";
	readonly #port: LastingPort;
	readonly #codec: RelayCodec;
	readonly #manner: Manner;
	#silences = 0;
	/** Frames without an acknowledgement since the opening. */
	#untaken = 0;
	/** Whether it ever answered or acknowledged. */
	#answered = false;
	/** The board may still be talking, or may have half a line. */
	#unsure = true;
	/** When the last frame went out, and when the last byte came (ms, monotonic). */
	#sent = Number.NEGATIVE_INFINITY;
	#last = Number.NEGATIVE_INFINITY;
	#heard = "";
	#hear = () => {};

	/** @param port opens the board's port for this owner */
	constructor(codec: RelayCodec, manner: Manner, opened: () => void, port: (owner: Heard) => LastingPort) {
		this.#codec = codec;
		this.#manner = manner;
		this.#forget();
		this.#port = port({
			data: (bytes) => this.#listen(bytes),
			opened: () => {
				this.#forget();
				opened();
			},
		});
	}

	get fault(): Fault | undefined {
		return this.#port.fault;
	}

	/** How many questions a board may leave unanswered. */
	get patience(): number {
		const ways = this.#codec.ask([]).length;
		return ways === 1 ? PATIENCE : ways * PATIENCE_EACH_WAY;
	}

	/** Opens a lost port now instead of waiting. */
	retry(): void {
		this.#port.retry();
	}

	/**
	 * Sends a frame, after the pause since the frame before. Without a port it fails, and `fault` gives the reason.
	 * @param wanted asked right before the bytes go out; a frame that is not wanted any more fails
	 */
	async send(frame: Uint8Array, wanted: () => boolean): Promise<Sent> {
		const port = await this.#port.ready();
		if (port === undefined || !(await this.#settled(port, wanted))) return "failed";
		const { took } = this.#codec;
		if (took === undefined || this.takes === "no") return (await this.#put(port, frame, wanted)) ? "sent" : "failed";
		if (!(await this.#ask(port, frame, (heard) => took(frame, heard), wanted))) return "failed";
		return this.#acknowledged(port, took(frame, this.#heard));
	}

	/** The coils that the board reports: all of `wanted`, or those that arrived in time; undefined where it stays silent. */
	async ask(wanted: readonly string[]): Promise<Coils | undefined> {
		const port = await this.#port.ready();
		if (!port || this.answers === "no") return undefined;
		const coils = new Map<string, boolean>();
		for (const question of this.#way(wanted)) {
			if (!(await this.#settled(port))) return undefined;
			const found = await this.#answer(port, question);
			if (found === undefined) return undefined;
			for (const [channel, on] of found) coils.set(channel, on);
			if (found.size === 0) break;
		}
		return this.#understood(port, coils);
	}

	close(): Promise<void> {
		return this.#port.close();
	}

	/** Each way is tried twice. An answer ends the silences, so the way that was answered stays. */
	#way(wanted: readonly string[]): readonly Question[] {
		const ways = this.#codec.ask(wanted);
		return ways[Math.min(Math.floor(this.#silences / PATIENCE_EACH_WAY), ways.length - 1)] ?? [];
	}

	async #answer(port: OpenPort, question: Question): Promise<Coils | undefined> {
		if (!(await this.#ask(port, question.frame, (heard) => question.answer(heard).whole))) return undefined;
		const { coils } = question.answer(this.#heard);
		if (coils.size > 0) this.#unsure = false;
		return coils;
	}

	/** Sends a frame and waits until all of its answer is there, or its time is up. False if it could not be sent. */
	async #ask(port: OpenPort, frame: Uint8Array, whole: (heard: string) => boolean, wanted = ALWAYS) {
		// What a busy process has not read yet is no answer to this.
		await port.settle?.();
		this.#heard = "";
		const all = new Promise<true>((resolve) => {
			this.#hear = () => {
				if (whole(this.#heard)) resolve(true);
			};
		});
		if (!(await this.#put(port, frame, wanted))) return false;
		this.#unsure = !(await withinMs(this.#codec.answerWithin ?? ANSWER_WITHIN, all, false));
		// A late answer may still come. The board counts as one that has just been talking.
		if (this.#unsure) this.#last = performance.now();
		return true;
	}

	/**
	 * After an opening or a silence: ends a line that the board may have, and waits until it has been quiet for a while. One that
	 * never is, is not waited for. False if it could not be sent.
	 */
	async #settled(port: OpenPort, wanted = ALWAYS): Promise<boolean> {
		if (!this.#unsure) return true;
		this.#unsure = false;
		const { quiet, clear } = this.#codec;
		if (clear && !(await this.#put(port, clear, wanted))) return false;
		if (quiet === undefined) return true;
		for (let waits = 0; waits < RESTLESS; waits++) {
			const left = Math.max(this.#last, this.#sent) + quiet - performance.now();
			if (left <= 0) break;
			await pause(left);
		}
		return true;
	}

	async #put(port: OpenPort, frame: Uint8Array, wanted: () => boolean): Promise<boolean> {
		// The pause comes before the next frame, not after this one. So a single frame does not wait for it.
		const peace = this.#sent + this.#manner.gap - performance.now();
		if (peace > 0) await pause(peace);
		// Its caller was told that it failed. An abandoned order must not switch anything.
		if (!wanted()) return false;
		const failed = await port.write(frame);
		this.#sent = performance.now();
		// A frame that cannot be written now must not reach the board later, when it is out of date.
		if (failed) this.#port.drop(port, failed);
		// A board that says nothing can give no better proof.
		else if (this.answers === "no" && this.takes === "no") this.#port.proven(port);
		return failed === undefined;
	}

	#listen(bytes: Uint8Array) {
		this.#last = performance.now();
		this.#heard = (this.#heard + Buffer.from(bytes).toString("latin1")).slice(-LONGEST_ANSWER);
		this.#hear();
	}

	#acknowledged(port: OpenPort, taken: boolean): Sent {
		if (!port.isOpen) return "failed";
		if (taken) {
			this.takes = "yes";
			this.#answered = true;
			this.#port.proven(port);
			return "taken";
		}
		if (this.takes === "unknown" && ++this.#untaken >= PATIENCE) {
			this.takes = "no";
			if (this.answers === "no") this.#silent(port);
		}
		return this.takes === "yes" ? "silent" : "sent";
	}

	#understood(port: OpenPort, coils: Coils): Coils | undefined {
		// If the port went away in the meantime, silence says nothing about the board.
		if (!port.isOpen) return undefined;
		if (coils.size > 0) {
			this.answers = "yes";
			this.#answered = true;
			this.#port.proven(port);
		} else if (this.answers === "unknown" && ++this.#silences >= this.patience) {
			this.answers = "no";
			if (this.takes === "no") this.#silent(port);
		}
		return coils.size > 0 ? coils : undefined;
	}

	/** A silent board may be one that says nothing. But if it answered before and was not unplugged, it hangs. */
	#silent(port: OpenPort) {
		const lost = this.#port.fault;
		if (lost?.code === "no_answer" && this.#answered) this.#port.drop(port, lost);
		else this.#port.proven(port);
	}

	/** There may be another board on the port now. */
	#forget() {
		this.#silences = 0;
		this.#untaken = 0;
		this.#unsure = true;
		this.#last = Number.NEGATIVE_INFINITY;
		this.answers = this.#manner.read_back === "never" ? "no" : "unknown";
		this.takes = this.#codec.took === undefined ? "no" : "unknown";
	}
}
