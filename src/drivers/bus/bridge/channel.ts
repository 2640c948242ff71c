import { type Fault, fault } from "#model/plant/fault.ts";
import { after, type Instant, type Seconds, since } from "#model/quantities/units.ts";
import type { Drive, Evidence } from "../../driver.ts";
import { agrees, isOn, type State } from "./dialect.ts";

/** What is to be sent now. */
export type Next = "command" | "question" | undefined;

interface Report {
	readonly drive: Drive;
	readonly at: Instant;
}

/** Seconds. */
interface Times {
	/** The device's own timer. */
	readonly after: Seconds;
	/** What is not answered after this time is sent again. */
	readonly within: Seconds;
	/** A lost answer is a fault after this time; without it, after the same. */
	readonly patience?: Seconds | undefined;
	/** Its answer to a command may be what was sent, and not what is: it is asked once more. */
	readonly echoes?: boolean | undefined;
}

/** A command is renewed so often within the time of the device's timer. */
export const RENEWALS = 3;
/** A silent channel is asked so often within that time. */
const LOOKS = 30;

/** Seconds until the device is asked although no echo of the command came. */
const ECHOED_WITHIN = 1;

/** Seconds until a stop that was not obeyed is commanded again. */
const OFF_AGAIN = 1;

/** One output of a device beyond a network: what it was told, what it said, and what to send next. */
export class BridgeChannel {
	readonly #times: Times;
	#wanted: Drive | undefined;
	/** When it was last commanded; asked or commanded; and since when an answer is awaited. */
	#commanded: Instant | undefined;
	#asked: Instant | undefined;
	#awaiting: Instant | undefined;
	#awaited: Next;
	/** The next message may only repeat the command. */
	#mayEcho = false;
	/** The number of the newest command or question, and of the first one since it is wanted so. */
	#nth = 0;
	#first = 0;
	#report: Report | undefined;
	#armed: boolean | undefined;
	#watts: number | undefined;
	#cached = false;
	/** When its timer ends, by what it said; and what switched it off. */
	#ends: Instant | undefined;
	#offBy: "timer" | "other" | undefined;
	#failed: Fault | undefined;

	constructor(times: Times) {
		this.#times = times;
	}

	get wanted(): Drive | undefined {
		return this.#wanted;
	}
	get nth(): number {
		return this.#nth;
	}
	get armed(): boolean | undefined {
		return this.#armed;
	}
	/** What it says of itself. */
	get evidence(): Evidence {
		const since_command = isOn(this.#wanted) ? this.#commanded : undefined;
		const ends = this.#ends ?? (since_command && after(since_command, this.#times.after));
		return {
			...(this.#armed !== undefined && { armed: this.#armed }),
			...(this.#watts !== undefined && { watts: this.#watts }),
			...(this.#cached && { cached: true }),
			...(ends !== undefined && { ends }),
			...(this.#offBy !== undefined && { off_by: this.#offBy }),
		};
	}
	/** What the device said last; undefined while that does not count any more. */
	get reported(): Drive | undefined {
		return this.#report?.drive;
	}

	/** What to send so that the output becomes or stays as wanted. */
	next(now: Instant, wanted: Drive, silent: boolean, offline: boolean): Next {
		const fresh = wanted !== this.#wanted;
		this.#wanted = wanted;
		if (fresh) this.#first = this.#nth + 1;
		if (offline && isOn(wanted)) return this.#whileAway(now);
		// In a silence test nothing may start the device's timer anew.
		if (fresh && !(silent && isOn(wanted))) return "command";
		const ago = (at: Instant | undefined) => (at === undefined ? Number.POSITIVE_INFINITY : since(at, now));
		const { after, within } = this.#times;
		// The echo of the command did not come yet. There may be none.
		const echoed = Math.min(ECHOED_WITHIN, after / RENEWALS / 2);
		if (this.#mayEcho && this.#awaiting !== undefined && this.#awaited === "command" && ago(this.#asked) >= echoed)
			return "question";
		if (this.#awaiting !== undefined && ago(this.#awaiting) < within) return undefined;
		if (silent && isOn(wanted)) return ago(this.#asked) >= after / LOOKS ? "question" : undefined;
		// Also where an answer was lost: the device may not have got the command.
		const right = this.#awaiting === undefined && this.#failed === undefined && agrees(this.reported, wanted);
		if (!right)
			return ago(this.#commanded) >= (isOn(wanted) ? within : Math.min(within, OFF_AGAIN)) ? "command" : undefined;
		if (isOn(wanted)) return ago(this.#commanded) >= after / RENEWALS ? "command" : undefined;
		return ago(this.#asked) >= after / RENEWALS ? "question" : undefined;
	}

	/**
	 * A broker may keep a command for a device that is away, and one that starts something would come too late. So it is only
	 * asked now and then: a broker that keeps `offline` and not `online` says that it is away when it is not.
	 */
	#whileAway(now: Instant): Next {
		this.#asked ??= now;
		return since(this.#asked, now) >= this.#times.after / RENEWALS ? "question" : undefined;
	}

	/** This is sent now. Gives its number. */
	sends(now: Instant, what: "command" | "question"): number {
		if (what === "command") {
			this.#commanded = now;
			this.#ends = undefined;
			this.#mayEcho = this.#times.echoes === true;
		}
		this.#asked = now;
		this.#awaiting ??= now;
		this.#awaited = what;
		this.#nth += 1;
		return this.#nth;
	}

	/** The broker did not take it, so the device does not know. */
	unsent(nth: number, why: Fault): void {
		if (nth !== this.#nth) return;
		this.#failed = why;
		this.#awaiting = undefined;
	}

	/** A refusal is an answer. */
	refused(answers: number | undefined, why: Fault): void {
		if (answers !== undefined && answers !== this.#nth) return;
		this.#failed = why;
		this.#awaiting = undefined;
	}

	/** @returns whether the device must be asked, because this may be an echo of a command */
	heard({ drive, answers, armed, watts, cached, left, off_by }: State, now: Instant): boolean {
		// A late answer to a command that wanted something else, or news from before the command, says nothing about this one.
		if (typeof answers === "number" && (answers < this.#first || answers > this.#nth)) return false;
		// What switched it off is said once.
		if (drive !== undefined) this.#offBy = isOn(drive) ? undefined : (this.#offBy ?? off_by);
		if (answers === undefined && this.#awaiting !== undefined) return false;
		if (watts !== undefined) this.#watts = watts;
		this.#cached = cached === true;
		if (this.#mayEcho && this.#awaiting !== undefined) {
			this.#mayEcho = false;
			return true;
		}
		if (armed !== undefined) this.#armed = armed;
		if (left !== undefined && left > 0) this.#ends = after(now, left);
		if (drive !== undefined) {
			this.#report = { drive, at: now };
			this.#failed = undefined;
		}
		if (answers !== "part" && this.#isAnswered(answers)) this.#awaiting = undefined;
		return false;
	}

	#isAnswered(answers: number | "any" | undefined): boolean {
		const { drive, at } = this.#report ?? {};
		if (at === undefined || this.#awaiting === undefined || since(this.#awaiting, at) < 0) return false;
		// Without numbers an older state cannot be told from an answer to a command. The wanted state is one.
		return typeof answers === "number" || this.#awaited === "question" || agrees(drive, this.#wanted);
	}

	/** All that was known does not count any more. */
	forget(): void {
		this.#report = undefined;
		this.#armed = undefined;
		this.#watts = undefined;
		this.#ends = undefined;
		this.#offBy = undefined;
		this.#failed = undefined;
		this.#commanded = undefined;
		this.#asked = undefined;
		this.#awaiting = undefined;
		this.#wanted = undefined;
	}

	/** An answer is still to come in time. */
	awaits(now: Instant): boolean {
		return this.#awaiting !== undefined && since(this.#awaiting, now) < this.#patience;
	}

	/** What is wrong with it; undefined while it is as wanted, or still may be. */
	fault(now: Instant): Fault | undefined {
		if (this.#failed !== undefined) return this.#failed;
		if (this.#awaiting === undefined || this.awaits(now)) return undefined;
		const answered = this.#report !== undefined && since(this.#awaiting, this.#report.at) >= 0;
		return answered ? fault("not_verified") : fault("no_answer", { within: this.#patience });
	}

	get #patience(): Seconds {
		return this.#times.patience ?? this.#times.within;
	}
}
