import { withinMs } from "#drivers/bus/deadline.ts";
import type { Device, Drive, Settable, Written } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import type { Journal } from "./journal.ts";

/** Seconds for which an output is on. */
export const TRIED_FOR = 10;
/** ms until a failed attempt to switch it off is repeated, and how often that is done before a person is told to pull the plug. */
const AGAIN = 500;
const ATTEMPTS = 5;
/** ms for a board to be opened and to answer, and for a write. Each device has a limit of its own, which is shorter. */
const READY_WITHIN = 3000;
const WRITE_WITHIN = 5000;
/** ms after which a board that hangs at its close is left. */
const CLOSE_WITHIN = 3000;

/** One output, opened for the trial alone. */
export interface Tried {
	readonly target: string;
	readonly channel: string;
	readonly sets: Settable;
	open(): Device;
}

export interface Trial {
	readonly target: string;
	/** `stuck`: it was told to go off, and that was not confirmed. `failed`: it could not be switched on, and is off. */
	readonly state: "on" | "off" | "stuck" | "failed";
	/** Seconds until it goes off. */
	readonly left: number;
	readonly confirmed: boolean;
	readonly fault?: Fault;
}

export interface TryingPorts {
	readonly tell: Tell;
	readonly journal: Journal;
	/** Something is different now. */
	readonly changed: () => void;
	/** Monotonic seconds. */
	readonly now: () => number;
	/** Calls back once, after so many ms; returns a function that cancels it. Keeps running when nobody looks. */
	readonly after: (ms: number, run: () => void) => () => void;
}

/** One that is not off. */
interface Stuck {
	readonly target: string;
	/** How it is reached; undefined where that is not known any more. */
	readonly tried: Tried | undefined;
	/** An earlier process left it on. */
	readonly isOld?: true;
}

interface Running {
	readonly tried: Tried;
	readonly device: Device;
	readonly until: number;
	readonly cancel: () => void;
}

/**
 * Switches one output on for a few seconds, so that a person hears what it is. It goes off by a timer of this process, whatever
 * becomes of the page; if the process is killed, what the journal names is switched off at its next start.
 */
export class Trying {
	readonly #ports: TryingPorts;
	#trial: Trial | undefined;
	#running: Running | undefined;
	/** What did not go off. */
	#stuck: Stuck | undefined;
	/** The start or the end that is under way. */
	#busy: Promise<unknown> | undefined;
	#closed = false;

	constructor(ports: TryingPorts) {
		this.#ports = ports;
	}

	/** The last trial, until it is forgotten. */
	get trial(): Trial | undefined {
		const { until } = this.#running ?? {};
		if (this.#trial === undefined || until === undefined) return this.#trial;
		return { ...this.#trial, left: Math.max(0, until - this.#ports.now()) };
	}

	/** Whether an output is on, or may be. */
	get isOn(): boolean {
		return this.#running !== undefined || this.#busy !== undefined || this.#stuck !== undefined;
	}

	/**
	 * Settles when it is on, or could not be switched on. Only where none is on.
	 * @returns the code of the file system if it could not be noted, and so was not switched on
	 */
	start(tried: Tried, actor: string): Promise<string | undefined> {
		if (this.isOn || this.#closed) return Promise.resolve(undefined);
		return this.#alone(() => this.#on(tried, actor));
	}

	/** Ends it now, or tries again to end it. Settles when it is off, or all attempts have failed. */
	async stop(): Promise<void> {
		// Of two that wait for a start to be over, the first ends it, and the second waits for that.
		while (this.#busy !== undefined) await this.#busy.catch(() => undefined);
		const running = this.#running;
		running?.cancel();
		if (running !== undefined) return this.#alone(() => this.#off(running.tried, running.device));
		const stuck = this.#stuck?.tried;
		if (stuck !== undefined) await this.#alone(() => this.#off(stuck, stuck.open()));
	}

	/** It was said what it is, or of one that did not go off, that it has no power any more. One that is on is not forgotten. */
	forget(): void {
		if (this.#running !== undefined || this.#busy !== undefined) return;
		if (this.#stuck !== undefined) this.#ports.journal.ended();
		this.#stuck = undefined;
		this.#trial = undefined;
	}

	/**
	 * An earlier process left it on, and it did not go off since. A person may try again, or say that it has no power.
	 * @param tried undefined where no driver takes its address any more
	 */
	leftOn(target: string, tried: Tried | undefined, why: Fault): void {
		this.#stuck = { target, tried, isOld: true };
		this.#trial = { target, state: "stuck", left: 0, confirmed: false, fault: why };
		this.#ports.tell(notice("error", "output_tried_stuck", { target, fault: why.code }));
	}

	/** The app ends: what is on goes off first. The next process tries again what an earlier one left on. */
	async close(): Promise<void> {
		this.#closed = true;
		if (this.#stuck?.isOld !== true) await this.stop();
	}

	#alone<T>(work: () => Promise<T>): Promise<T> {
		const done = work().finally(() => {
			if (this.#busy === done) this.#busy = undefined;
			this.#ports.changed();
		});
		this.#busy = done;
		return done;
	}

	async #on(tried: Tried, actor: string): Promise<string | undefined> {
		const { tell, journal, now, after } = this.#ports;
		const { target } = tried;
		// Before anything is switched: after a crash, this is what is to be switched off.
		const unnoted = notedIn(journal, target);
		if (unnoted !== undefined) return unnoted;
		tell(notice("warning", "output_tried", { target, seconds: TRIED_FOR, actor }));
		const device = tried.open();
		// A board answers a question when it is open. One that cannot answer is believed to be.
		await withinMs(
			READY_WITHIN,
			device.readBack().catch(() => undefined),
			undefined,
		);
		// From here on it goes off by itself, also if this write never ends.
		const until = now() + TRIED_FOR;
		const cancel = after(TRIED_FOR * 1000, () => void this.stop());
		this.#running = { tried, device, until, cancel };
		const { confirmed, fault } = await drive(tried, device, true);
		if (fault !== undefined) {
			cancel();
			await this.#off(tried, device, fault);
			return undefined;
		}
		this.#trial = { target, state: "on", left: TRIED_FOR, confirmed };
		return undefined;
	}

	/** @param why it could not be switched on */
	async #off(tried: Tried, device: Device, why?: Fault): Promise<void> {
		const { tell, journal } = this.#ports;
		const { target } = tried;
		const fault = await switchedOff(tried, device, this.#ports);
		await closedSoon(device, this.#ports);
		this.#running = undefined;
		this.#stuck = fault === undefined ? undefined : { target, tried };
		const confirmed = this.#trial?.confirmed ?? false;
		if (fault === undefined) {
			journal.ended();
			const end = why === undefined ? ({ state: "off" } as const) : ({ state: "failed", fault: why } as const);
			this.#trial = { target, left: 0, confirmed, ...end };
			tell(notice("info", "output_tried_off", { target }));
			return;
		}
		this.#trial = { target, left: 0, confirmed, state: "stuck", fault };
		tell(notice("error", "output_tried_stuck", { target, fault: fault.code }));
	}
}

/** Undefined once it is on the disk; otherwise the code of the file system. */
function notedIn(journal: Journal, target: string): string | undefined {
	try {
		journal.begins(target);
		return undefined;
	} catch (failed) {
		return codeOf(failed);
	}
}

/** Undefined once it is off; otherwise why it is not. */
export async function switchedOff(
	tried: One,
	device: Device,
	{ after }: Pick<TryingPorts, "after">,
): Promise<Fault | undefined> {
	let why: Fault | undefined;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (attempt > 0) {
			device.retry?.();
			await new Promise<void>((resolve) => after(AGAIN, resolve));
		}
		why = (await drive(tried, device, false)).fault;
		if (why === undefined) return undefined;
	}
	return why;
}

/** Closes a board. One that hangs there, or has a bug, is left. */
export async function closedSoon(device: Device, { after }: Pick<TryingPorts, "after">): Promise<void> {
	const late = Promise.withResolvers<void>();
	const cancel = after(CLOSE_WITHIN, late.resolve);
	await Promise.race([device.close().catch(() => undefined), late.promise]);
	cancel();
}

type One = Pick<Tried, "channel" | "sets">;

/** What became of it. A board that cannot tell is believed. */
interface Driven {
	readonly confirmed: boolean;
	readonly fault?: Fault;
}

/** A device beyond the broker answers later: it is waited for. */
async function writtenTo(device: Device, channel: string, value: Drive): Promise<Written> {
	const written = await device.write(new Map([[channel, value]]));
	return device.deadMan === undefined ? written : device.deadMan.settled();
}

async function drive({ channel, sets }: One, device: Device, on: boolean): Promise<Driven> {
	const value: Drive = sets === "switch" ? on : on ? FULL : OFF;
	const facts = { device: device.identity, within: WRITE_WITHIN / 1000 };
	const late: Written = { kind: "failed", fault: fault("no_answer", facts) };
	// A bug of a driver is a failure: what is on has to be switched off all the same.
	const bug: Written = { kind: "failed", fault: fault("bus", { device: device.identity }) };
	const write = writtenTo(device, channel, value).catch(() => bug);
	const written = await withinMs(WRITE_WITHIN, write, late);
	if (written.kind === "failed") return { confirmed: false, fault: written.fault };
	const found = written.confirmed.get(channel);
	const own = written.faults?.get(channel);
	// One that switches on may answer late; one that has to go off must have said so.
	const isLate = on && (written.awaited?.has(channel) ?? false);
	const differs = found !== undefined && found !== value && !isLate;
	const wrong = own ?? (differs ? fault("not_verified", { wanted: on }) : undefined);
	return { confirmed: found === value, ...(wrong && { fault: wrong }) };
}
