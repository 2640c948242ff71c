import { type Fault, fault } from "#model/plant/fault.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { pause, withinMs } from "../../bus/deadline.ts";
import type { DeadMan, Drive, Evidence, Image, Written } from "../../driver.ts";
import type { Driving } from "./driving.ts";

/** ms that a turn waits for a device beyond a network. */
const BRIEFLY = 80;
/** ms that a stop waits for it. */
const AT_A_STOP = 1000;
/** An unchanged image is set and read back so often within the time of the device's timer. */
const AGAIN = 3;
/** ms between looks at channels that are silent, or that are not as wanted. */
const LOOKS = 1000;
/** The same at a stop. */
const LOOKS_AT_A_STOP = 200;

/** The outputs of a bus beyond a network. A turn does not wait for them, and whether they go off by themselves can be tried. */
export class Beyond implements DeadMan {
	readonly after: Seconds;
	readonly #device: string;
	readonly #driving: Driving;
	readonly #lost: () => Fault | undefined;
	#image: Image = new Map();
	#silent: ReadonlySet<string> = new Set();
	#underWay: Promise<Written> | undefined;
	/** What came of the last write, and when it began (ms, monotonic). */
	#last: Written | undefined;
	#began = Number.NEGATIVE_INFINITY;

	/** @param lost why the whole bus is missing */
	constructor(device: string, driving: Driving, after: Seconds, lost: () => Fault | undefined) {
		this.#device = device;
		this.#lost = lost;
		this.#driving = driving;
		this.after = after;
	}

	/** Called in every turn. */
	async write(image: Image): Promise<Written> {
		const fresh = !isSame(image, this.#image);
		this.#image = image;
		this.#driving.follow(image);
		if (fresh || (this.#underWay === undefined && this.#isDue())) this.#start(image);
		const lost = this.#lost();
		if (lost !== undefined) return { kind: "failed", fault: lost };
		const written = this.#underWay ?? Promise.resolve(this.#last);
		return (await withinMs(BRIEFLY, written, undefined)) ?? this.#awaited(image, fresh);
	}

	silence(channels: ReadonlySet<string>): void {
		this.#silent = channels;
		this.#driving.silence(channels);
	}

	evidence(channel: string): Evidence {
		const watts = this.#driving.watts(channel);
		return watts === undefined ? {} : { watts };
	}

	async settled(): Promise<Written> {
		const end = performance.now() + AT_A_STOP;
		let last: Written = { kind: "failed", fault: fault("no_answer", { device: this.#device }) };
		for (;;) {
			const written: Promise<Written> = this.#underWay ?? Promise.resolve(this.#last ?? last);
			// What came of it before is more than that there is no answer in time.
			last = await withinMs(Math.max(0, end - performance.now()), written, last);
			if (isGood(last) || end - performance.now() < LOOKS_AT_A_STOP || this.#last === undefined) return last;
			await pause(LOOKS_AT_A_STOP);
			if (this.#underWay === undefined) this.#start(this.#image);
		}
	}

	#start(image: Image): void {
		this.#began = performance.now();
		const written = this.#driving.write(image, "all");
		this.#underWay = written;
		void written.then((last) => {
			if (this.#underWay !== written) return;
			this.#last = last;
			this.#underWay = undefined;
		});
	}

	#isDue(): boolean {
		const good = this.#lost() === undefined && isGood(this.#last) && this.#silent.size === 0;
		return performance.now() - this.#began >= (good ? (this.after * 1000) / AGAIN : LOOKS);
	}

	/** What is known while the answer is still to come. A failure counts until there is a success. */
	#awaited(image: Image, fresh: boolean): Written {
		if (this.#last?.kind === "failed" && !fresh) return this.#last;
		const confirmed = new Map<string, Drive>(this.#last?.kind === "done" ? this.#last.confirmed : []);
		return { kind: "done", confirmed, awaited: new Set(image.keys()) };
	}
}

/** Whether all is as it was wanted. */
const isGood = (written: Written | undefined): boolean =>
	written?.kind === "done" && (written.faults?.size ?? 0) === 0 && (written.awaited?.size ?? 0) === 0;

const isSame = (a: Image, b: Image): boolean =>
	a.size === b.size && [...a].every(([channel, drive]) => b.get(channel) === drive);
