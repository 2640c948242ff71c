import { type Fault, fault } from "#model/plant/fault.ts";
import type { Seconds } from "#model/quantities/units.ts";
import type { Changed, DeadMan, Device, Image, Measured, OnCrash, Verify, Written } from "../driver.ts";
import { withinMs } from "./deadline.ts";

/** What is known of a device before its code is loaded. */
export type Declared = Pick<Device, "identity" | "pace" | "paces" | "verify" | "onCrash">;

/** Milliseconds. A disk that hangs must not hang a turn. */
const LOAD_WITHIN = 1000;
/** Milliseconds to wait for the code when closing. */
const CLOSE_WITHIN = 80;

/**
 * A device whose code is loaded when it is opened. So a house without such a device does not load its protocol or native
 * package. Calls wait for the code, and fail with `bus` if it cannot be loaded.
 */
export const loadedLater = (declared: Declared, load: () => Promise<Device>): Device =>
	new LoadedLater(declared, load());

class LoadedLater implements Device {
	readonly #declared: Declared;
	readonly #loading: Promise<Device | Fault>;
	#device: Device | undefined;
	#failed: Fault | undefined;
	#closed = false;

	constructor(declared: Declared, loading: Promise<Device>) {
		this.#declared = declared;
		this.#loading = loading.then(
			(device) => {
				this.#device = device;
				return device;
			},
			(failed: unknown) => {
				this.#failed = fault("bus", { device: declared.identity, reason: String(failed) });
				return this.#failed;
			},
		);
	}

	get identity(): string {
		return this.#known.identity;
	}
	get pace(): Seconds {
		return this.#known.pace;
	}
	get paces(): ReadonlyMap<string, Seconds> {
		return this.#known.paces ?? NO_PACES;
	}
	get verify(): Verify {
		return this.#known.verify;
	}
	get onCrash(): OnCrash {
		return this.#known.onCrash;
	}
	get deadMan(): DeadMan | undefined {
		return this.#device?.deadMan;
	}
	get returns(): number {
		return this.#device?.returns ?? 0;
	}

	async read(channel: string): Promise<Measured> {
		const device = await this.#loaded();
		return isFault(device) ? { kind: "failed", fault: device } : device.read(channel);
	}

	async write(image: Image, changed?: Changed): Promise<Written> {
		const device = await this.#loaded();
		return isFault(device) ? { kind: "failed", fault: device } : device.write(image, changed);
	}

	async readBack(): Promise<Image | undefined> {
		const device = await this.#loaded();
		return isFault(device) ? undefined : device.readBack();
	}

	proven(channel: string): boolean {
		return this.#device?.proven?.(channel) ?? this.verify === "readback";
	}

	health(): Fault | undefined {
		return this.#failed ?? this.#device?.health();
	}
	retry(): void {
		this.#device?.retry?.();
	}
	shift(by: Seconds): void {
		this.#device?.shift?.(by);
	}

	async close(): Promise<void> {
		this.#closed = true;
		// Code that comes later closes what it opened.
		const closing = this.#loading.then((device) => (isFault(device) ? undefined : device.close()));
		await (this.#device === undefined ? withinMs(CLOSE_WITHIN, closing, undefined) : closing);
	}

	get #known(): Declared {
		return this.#device ?? this.#declared;
	}

	/** The device, or why there is none. */
	async #loaded(): Promise<Device | Fault> {
		const { identity } = this.#declared;
		if (this.#closed) return fault("missing", { device: identity, reason: "closed" });
		return (
			this.#device ?? withinMs(LOAD_WITHIN, this.#loading, fault("no_answer", { device: identity, reason: "load" }))
		);
	}
}

const NO_PACES: ReadonlyMap<string, Seconds> = new Map();
const isFault = (one: Device | Fault): one is Fault => "code" in one;
