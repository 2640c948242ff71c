import { constants } from "node:fs";
import { type Fault, fault } from "#model/plant/fault.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { withinMs } from "../deadline.ts";
import { type NativeCalls, nativeCalls, type Refusal } from "./calls.ts";
import { hangs, isHanging, mayTry } from "./hanging.ts";
import { notPermitted } from "./not-permitted.ts";

export type { Refusal } from "./calls.ts";

/** What a call of ioctl(2) may need beside its argument. */
export interface Extras {
	/** Further memory, to which the memory of the argument points by `addressOf`. */
	readonly parts?: readonly Buffer[];
	/** Called where the call succeeds after its caller was told ETIMEDOUT: the kernel has done what was asked all the same. */
	readonly tooLate?: () => void;
}

/** An open device node, or a descriptor that the kernel gave for a part of one. Nothing here throws. */
export interface NativeFile {
	/**
	 * ioctl(2) with a number, or with memory that the kernel reads and changes. Its result, or ETIMEDOUT where the kernel has
	 * not answered within 2 s.
	 */
	ioctl(request: number, argument: number | Buffer, extras?: Extras): Promise<number | Refusal>;
	addressOf(memory: Buffer): bigint;
	/** Up to so many bytes that are there now; EAGAIN where none are. Never waits. */
	read(most: number): Buffer | Refusal;
	/** The same for a descriptor that the kernel gave in an answer. */
	adopt(descriptor: number): NativeFile;
	/** No further calls. The descriptor is closed, and this settles, once those under way have returned. */
	close(): Promise<void>;
}

/** Milliseconds. A stuck I2C bus answers after 1 s. */
const CALL_WITHIN = 2000;
/** Linux's; Node has no name for it. */
const O_CLOEXEC = 0o2000000;
const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | O_CLOEXEC;
const LATE: Refusal = { code: "ETIMEDOUT" };

/**
 * Opens a device node for reading and writing. Settles within 2 s.
 * @param load the calls of the C library
 */
export async function openNative(path: string, load = nativeCalls): Promise<NativeFile | Refusal> {
	if (!mayTry(path)) return LATE;
	try {
		const calls = await load();
		const opened = await inTime(path, calls.open(path, FLAGS), (late) => {
			if (typeof late === "number") calls.close(late);
		});
		return typeof opened === "number" ? new OpenFile(calls, path, opened) : opened;
	} catch (noCalls) {
		return { code: codeOf(noCalls) };
	}
}

/**
 * The fault of a device whose call was refused.
 * @param path where it was opened, for what a person can do about a missing right
 */
export function nativeFault({ code }: Refusal, facts: Facts, path?: string): Fault {
	switch (code) {
		case "ENOENT":
		case "ENOTDIR":
		case "ENODEV":
		case "ENXIO":
			return fault("missing", facts);
		case "EACCES":
		case "EPERM":
			return path === undefined ? fault("no_permission", facts) : notPermitted(path, facts);
		case "EBUSY":
			return fault("in_use", facts);
		case "ETIMEDOUT":
		case "EREMOTEIO":
			return fault("no_answer", facts);
		default:
			return fault("bus", { ...facts, reason: code });
	}
}

class OpenFile implements NativeFile {
	readonly #calls: NativeCalls;
	readonly #path: string;
	readonly #descriptor: number;
	readonly #underWay = new Set<Promise<unknown>>();
	#closed = false;

	constructor(calls: NativeCalls, path: string, descriptor: number) {
		this.#calls = calls;
		this.#path = path;
		this.#descriptor = descriptor;
	}

	async ioctl(
		request: number,
		argument: number | Buffer,
		{ parts = [], tooLate }: Extras = {},
	): Promise<number | Refusal> {
		if (this.#closed) return { code: "EBADF" };
		if (isHanging(this.#path) && !mayTry(this.#path)) return LATE;
		// Other devices hold the threads. A relay of this one, which answers, must still be switched.
		if (!mayTry(this.#path)) return this.#calls.ioctlNow(this.#descriptor, request, argument);
		const calling = this.#calls.ioctl(this.#descriptor, request, argument, parts);
		this.#underWay.add(calling);
		void calling.then(() => this.#underWay.delete(calling));
		return inTime(this.#path, calling, (late) => {
			if (typeof late === "number") tooLate?.();
		});
	}

	addressOf(memory: Buffer): bigint {
		return this.#calls.addressOf(memory);
	}

	read(most: number): Buffer | Refusal {
		if (this.#closed) return { code: "EBADF" };
		const bytes = Buffer.alloc(most);
		const got = this.#calls.read(this.#descriptor, bytes);
		return typeof got === "number" ? bytes.subarray(0, got) : got;
	}

	adopt(descriptor: number): NativeFile {
		this.#calls.neverWait(descriptor);
		return new OpenFile(this.#calls, this.#path, descriptor);
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		// The kernel gives the same number to the next file that is opened, which a call under way would then reach.
		await Promise.all(this.#underWay);
		this.#calls.close(this.#descriptor);
	}
}

/** The result in time. After that its device counts as hanging until the call returns, and `tooLate` gets its result. */
async function inTime(
	path: string,
	calling: Promise<number | Refusal>,
	tooLate: (result: number | Refusal) => void = () => undefined,
): Promise<number | Refusal> {
	const result = await withinMs(CALL_WITHIN, calling, LATE);
	if (result !== LATE) return result;
	hangs(path, 1);
	void calling.then((late) => {
		hangs(path, -1);
		tooLate(late);
	});
	return LATE;
}
