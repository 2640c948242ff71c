import type { Fault } from "#model/plant/fault.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { pause, withinMs } from "../bus/deadline.ts";
import { LastingPort } from "../bus/lasting-port.ts";
import type { OpenPort } from "../bus/serial-port.ts";
import type { Coils } from "../driver.ts";
import { coilsIn, QUERY } from "./frame.ts";

/** Settings for the exchange with one board. */
export interface Manner {
	/** Milliseconds of silence after each frame. */
	readonly gap: number;
	readonly read_back: "auto" | "never";
}

/** Milliseconds. */
const ANSWER_WITHIN = 200;
/** Unanswered queries after which a newly opened board counts as one without read-back. */
export const PATIENCE = 3;
/** Characters. More than eight relays' answer, but bounded for a board that never stops sending. */
const LONGEST_ANSWER = 1000;

/**
 * Sends frames to one LCUS board and reads its answers. Callers take turns: one frame at a time. A board that leaves three
 * queries unanswered after opening is not queried until it is opened again.
 */
export class Conversation {
	/** Whether the board answers queries. */
	answers: "unknown" | "yes" | "no" = "unknown";
	readonly #port: LastingPort;
	readonly #manner: Manner;
	#silences = 0;
	/** Whether it ever answered. */
	#answered = false;
	/** When the last frame went out (ms, monotonic). */
	#sent = Number.NEGATIVE_INFINITY;
	#heard = "";
	#hear = () => {};

	constructor(device: string, manner: Manner, tell: Tell, opened: () => void) {
		this.#manner = manner;
		this.#forget();
		this.#port = new LastingPort(
			{ path: device, baudRate: 9600 },
			{
				tell,
				data: (bytes) => this.#listen(bytes),
				opened: () => {
					this.#forget();
					opened();
				},
			},
		);
	}

	get fault(): Fault | undefined {
		return this.#port.fault;
	}

	/** Opens a lost port now instead of waiting. */
	retry(): void {
		this.#port.retry();
	}

	/**
	 * True once the frame is sent, after the pause since the frame before. False without a port; `fault` then gives the
	 * reason.
	 */
	async send(frame: Uint8Array, deadline: AbortSignal): Promise<boolean> {
		const port = await this.#port.ready();
		return port !== undefined && this.#put(port, frame, deadline);
	}

	/**
	 * The coils that the board reports within 0.2 s: all of `wanted`, or those that arrived; undefined where it stays silent.
	 */
	async ask(wanted: readonly string[]): Promise<Coils | undefined> {
		const port = await this.#port.ready();
		if (!port || this.answers === "no") return undefined;
		this.#heard = "";
		const all = new Promise<void>((resolve) => {
			this.#hear = () => {
				const coils = coilsIn(this.#heard);
				if (wanted.every((channel) => coils.has(channel))) resolve();
			};
		});
		if (!(await this.#put(port, QUERY))) return undefined;
		await withinMs(ANSWER_WITHIN, all, undefined);
		return this.#understood(port, coilsIn(this.#heard));
	}

	close(): Promise<void> {
		return this.#port.close();
	}

	async #put(port: OpenPort, frame: Uint8Array, deadline?: AbortSignal): Promise<boolean> {
		// The pause comes before the next frame, not after this one. So a single frame does not wait for it.
		const peace = this.#sent + this.#manner.gap - performance.now();
		if (peace > 0) await pause(peace);
		// Its caller was told that it failed. An abandoned order must not switch anything.
		if (deadline?.aborted) return false;
		const failed = await port.write(frame);
		this.#sent = performance.now();
		// A frame that cannot be written now must not reach the board later, when it is out of date.
		if (failed) this.#port.drop(port, failed);
		// A board without read-back can give no better proof.
		else if (this.answers === "no") this.#port.proven(port);
		return failed === undefined;
	}

	#listen(bytes: Uint8Array) {
		this.#heard = (this.#heard + Buffer.from(bytes).toString("latin1")).slice(-LONGEST_ANSWER);
		this.#hear();
	}

	#understood(port: OpenPort, coils: Coils): Coils | undefined {
		// If the port went away in the meantime, silence says nothing about the board.
		if (!port.isOpen) return undefined;
		if (coils.size > 0) {
			this.answers = "yes";
			this.#answered = true;
			this.#port.proven(port);
		} else if (this.answers === "unknown" && ++this.#silences >= PATIENCE) this.#silent(port);
		return coils.size > 0 ? coils : undefined;
	}

	/** A silent board may have no read-back. But if it answered before and was not unplugged, it hangs. */
	#silent(port: OpenPort) {
		this.answers = "no";
		const lost = this.#port.fault;
		if (lost?.code === "no_answer" && this.#answered) this.#port.drop(port, lost);
		else this.#port.proven(port);
	}

	/** There may be another board on the port now. */
	#forget() {
		this.#silences = 0;
		this.answers = this.#manner.read_back === "never" ? "no" : "unknown";
	}
}
