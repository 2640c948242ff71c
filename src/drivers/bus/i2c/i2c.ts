import { type Fault, fault } from "#model/plant/fault.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { givenUpAfter } from "../deadline.ts";
import { notPermitted } from "../native/not-permitted.ts";
import { type I2cPort, type OpenI2c, openI2c, type Refusal } from "./port.ts";

/** How one transfer is asked for. */
export interface Manner {
	/** Goes before all that wait and are not urgent: writes of outputs. */
	readonly urgent?: boolean;
	/** Milliseconds from asking to the answer. What is late is given up, and never sent later. */
	readonly within?: number;
	/** Asked right before the bytes go out. What is not wanted any more is not sent. */
	readonly wanted?: () => boolean;
}

interface Asked {
	readonly address: number;
	readonly write: Uint8Array;
	readonly read: number;
	readonly answer: (result: Uint8Array | Fault) => void;
	/** Whether its caller still waits for it and wants it. */
	readonly wanted: () => boolean;
}

/** Milliseconds. An adapter gives a stuck bus up after 1 s. */
const WITHIN = 1000;
/** Milliseconds after which a transfer under way hangs. Nothing then waits for it any more. */
const HANGS_AFTER = 1500;

/**
 * One I2C bus, shared by all boards on it: one transfer at a time. It is opened when it is first needed, and again after a
 * failure, so it may appear later. Nothing here throws.
 */
export class I2cBus {
	readonly path: string;
	readonly #open: OpenI2c;
	readonly #last: () => void;
	readonly #urgent: Asked[] = [];
	readonly #usual: Asked[] = [];
	#port: I2cPort | undefined;
	#opening: Promise<I2cPort | Fault> | undefined;
	#users = 0;
	#running = false;
	/** When the transfer under way began (ms, monotonic). */
	#began: number | undefined;

	/** @param last called when its last user has left */
	constructor(path: string, open: OpenI2c = (path) => openI2c(path), last: () => void = () => undefined) {
		this.path = path;
		this.#open = open;
		this.#last = last;
	}

	/** What the chip at this address answered, or the reason why there is no answer. */
	transfer(
		address: number,
		write: Uint8Array,
		read: number,
		{ urgent = false, within = WITHIN, wanted = () => true }: Manner = {},
	): Promise<Uint8Array | Fault> {
		const late = this.#late(address);
		if (this.#hangs()) return Promise.resolve(late);
		const asked = (over: () => boolean) =>
			new Promise<Uint8Array | Fault>((answer) => {
				const asked: Asked = { address, write, read, answer, wanted: () => !over() && wanted() };
				(urgent ? this.#urgent : this.#usual).push(asked);
				void this.#work();
			});
		return givenUpAfter(within, asked, late);
	}

	/** Opens the adapter now, so that no transfer has to wait for that. Why it cannot be opened. */
	async ready(): Promise<Fault | undefined> {
		const port = this.#port ?? (await this.#opened());
		return "code" in port ? port : undefined;
	}

	/** A board uses this bus now. */
	join(): this {
		this.#users += 1;
		return this;
	}

	/** A board no longer uses it. The last one closes it. */
	leave(): void {
		this.#users -= 1;
		if (this.#users > 0) return;
		this.#last();
		const closed = fault("missing", { device: this.path, reason: "closed" });
		for (const { answer } of [...this.#urgent.splice(0), ...this.#usual.splice(0)]) answer(closed);
		// A transfer under way ends on its own.
		if (!this.#running) this.#shut();
	}

	#hangs = () => this.#began !== undefined && performance.now() - this.#began > HANGS_AFTER;

	async #work(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		for (let next = this.#next(); next !== undefined; next = this.#next()) {
			this.#began = performance.now();
			next.answer(await this.#done(next));
			this.#began = undefined;
		}
		this.#running = false;
		if (this.#users <= 0) this.#shut();
	}

	#next = (): Asked | undefined => this.#urgent.shift() ?? this.#usual.shift();

	async #done({ address, write, read, wanted }: Asked): Promise<Uint8Array | Fault> {
		try {
			if (!wanted()) return this.#late(address);
			const port = this.#port ?? (await this.#opened());
			if ("code" in port) return port;
			// Opening may have taken long.
			if (!wanted()) return this.#late(address);
			const answer = await port.transfer(address, write, read, wanted);
			if (!("code" in answer)) return answer;
			// The adapter may have been unplugged. Opening it again shows which of the two is missing.
			if (GONE.includes(answer.code)) this.#shut();
			return chipFault(answer, { device: this.path, address: hex(address) });
		} catch (failed) {
			return fault("bus", { device: this.path, reason: codeOf(failed) });
		}
	}

	#late = (address: number): Fault => fault("no_answer", { device: this.path, address: hex(address) });

	#opened(): Promise<I2cPort | Fault> {
		this.#opening ??= this.#opens().finally(() => {
			this.#opening = undefined;
		});
		return this.#opening;
	}

	async #opens(): Promise<I2cPort | Fault> {
		const opened = await this.#open(this.path);
		if ("code" in opened) return busFault(opened, this.path);
		this.#port = opened;
		return opened;
	}

	#shut(): void {
		this.#port?.close();
		this.#port = undefined;
	}
}

const buses = new Map<string, I2cBus>();

/** The bus at this path, the same for all boards. Each board has to leave it. */
export function joinI2c(path: string): I2cBus {
	const bus = buses.get(path) ?? new I2cBus(path, undefined, () => void buses.delete(path));
	buses.set(path, bus);
	return bus.join();
}

export const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;

const GONE: readonly string[] = ["ENODEV", "EBADF", "ENXIO", "ESHUTDOWN"];

/** Why the adapter cannot be opened. */
function busFault({ code }: Refusal, device: string): Fault {
	switch (code) {
		case "ENOENT":
		case "ENOTDIR":
		case "ENODEV":
		case "ENXIO":
			return fault("missing", { device });
		case "EACCES":
		case "EPERM":
			return notPermitted(device, { device });
		case "EBUSY":
			return fault("in_use", { device });
		case "ETIMEDOUT":
			return fault("no_answer", { device });
		default:
			return fault("bus", { device, reason: code });
	}
}

/** Why a chip gave no answer. Adapters report a missing acknowledgement in four ways. */
function chipFault({ code }: Refusal, facts: Fault["facts"]): Fault {
	switch (code) {
		case "EREMOTEIO":
		case "ENXIO":
		case "ENODEV":
		case "EIO":
			return fault("missing", facts);
		case "EBUSY":
			return fault("in_use", facts);
		case "EACCES":
		case "EPERM":
			return fault("no_permission", facts);
		case "ETIMEDOUT":
		case "ECANCELED":
			return fault("no_answer", facts);
		default:
			return fault("bus", { ...facts, reason: code });
	}
}
