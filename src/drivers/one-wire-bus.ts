import { access, readFile } from "node:fs/promises";
import { type Fault, fault } from "#model/fault.ts";
import { type Celsius, type Instant, type Seconds, since } from "#model/units.ts";
import { FewAtOnce } from "./bus/few-at-once.ts";
import type { Device, Lent, Measured, Written } from "./driver.ts";
import { conversion, POWER_ON } from "./one-wire-scratchpad.ts";

/** Reads that may be under way: each keeps one of Node's four file threads, for ever if the kernel hangs. */
const AT_ONCE = 2;
/** Milliseconds for one sensor; a conversion takes 750. */
const READ_WITHIN = 4000;
/** How near the last good value 85 °C is believed (K), and for how long (s): a tank can be that warm. */
const NEAR = 3;
const LATELY = 600;

/** All sensors that the kernel shows under `root`. Faults carry the numbers that led to them. */
export class OneWireBus implements Device {
	readonly identity: string;
	readonly pace: Seconds;
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly returns = 0;
	readonly #root: string;
	readonly #lent: Lent;
	readonly #reads = new FewAtOnce<string | Refusal>(AT_ONCE, READ_WITHIN);
	/** The last values that could not be anything but measured. */
	readonly #good = new Map<string, { value: Celsius; at: Instant }>();
	#gone: Fault | undefined;

	constructor(root: string, pace: Seconds, lent: Lent) {
		this.identity = `1-Wire sensors in ${root}`;
		this.pace = pace;
		this.#root = root;
		this.#lent = lent;
	}

	async read(sensor: string): Promise<Measured> {
		const file = `${this.#root}/${sensor}/w1_slave`;
		const read = await this.#reads.run(sensor, () => textOf(file));
		if (read === undefined) return failed(fault("no_answer", { sensor, within: READ_WITHIN / 1000 }));
		if (typeof read !== "string") return failed(await this.#unreadable(sensor, read));
		this.#gone = undefined;
		return this.#judged(sensor, read);
	}

	async write(): Promise<Written> {
		return failed(fault("no_write", { device: this.identity }));
	}

	async coils(): Promise<undefined> {
		return undefined;
	}

	/** The kernel shows no 1-Wire bus at all. */
	health(): Fault | undefined {
		return this.#gone;
	}

	async close(): Promise<void> {}

	#judged(sensor: string, text: string): Measured {
		const found = conversion(sensor.slice(0, 2), text);
		if (found.kind === "failed") return failed(fault(found.fault.code, { sensor, ...found.fault.facts }));
		const { value } = found;
		if (!found.suspect) this.#good.set(sensor, { value, at: this.#lent.now() });
		else if (!this.#nearly85(sensor)) return failed(fault("power_on_value", { sensor, value }));
		return { kind: "value", value };
	}

	/** A believed 85 °C is no proof for the next one, or a sensor without power would stay at 85 °C for ever. */
	#nearly85(sensor: string): boolean {
		const last = this.#good.get(sensor);
		return last !== undefined && Math.abs(last.value - POWER_ON) <= NEAR && since(last.at, this.#lent.now()) <= LATELY;
	}

	async #unreadable(sensor: string, error: Refusal): Promise<Fault> {
		if (error.code !== "ENOENT" && error.code !== "ENOTDIR") return ofRefusal(error, { sensor });
		const refused = await access(this.#root).then(() => undefined, refusal);
		this.#gone = refused && ofRefusal(refused, { folder: this.#root });
		return this.#gone ?? fault("missing", { sensor });
	}
}

/** Why the system does not let us read: the name of its error number. */
interface Refusal {
	readonly code: string;
}

const textOf = (file: string): Promise<string | Refusal> => readFile(file, "latin1").catch(refusal);

const refusal = (error: unknown): Refusal => ({
	code: typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error),
});

const ofRefusal = ({ code }: Refusal, facts: Fault["facts"]): Fault => {
	switch (code) {
		case "ENOENT":
		case "ENOTDIR":
		case "ENODEV":
		case "ENXIO":
			return fault("missing", facts);
		case "EACCES":
		case "EPERM":
			return fault("no_permission", facts);
		// Older kernels answer so where newer ones give an empty text.
		case "EIO":
		case "ETIMEDOUT":
			return fault("no_answer", facts);
		default:
			return fault("bus", { ...facts, reason: code });
	}
};

const failed = (why: Fault) => ({ kind: "failed", fault: why }) as const;
