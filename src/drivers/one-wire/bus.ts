import { access } from "node:fs/promises";
import { type Fault, fault } from "#model/plant/fault.ts";
import { type Celsius, type Instant, instant, type Seconds, since } from "#model/quantities/units.ts";
import { notice } from "#model/sentences/notice.ts";
import { refusalOf } from "#model/untyped/error-code.ts";
import { FewAtOnce, type Together } from "../bus/few-at-once.ts";
import type { Refusal } from "../bus/native/file.ts";
import { readApart, readApartInTurn } from "../bus/read-apart.ts";
import type { Device, DevicePorts, Measured, Written } from "../driver.ts";
import { Belief } from "./belief.ts";
import { conversion, isReading } from "./scratchpad.ts";

/** Reads under way at once. On a bus with parasite power the kernel does them one after the other anyway. */
const AT_ONCE = 2;
/** Milliseconds after which a read probably hangs. Two that wait for each other take 1600. */
const USUAL = 1700;
/** Milliseconds for one sensor. A conversion takes 750. */
const READ_WITHIN = 4000;
/** Seconds until a wrong reading of the same sensor is reported again. */
const TELL_AGAIN = 600;
/** How the kernel begins the serial number of an original sensor. */
const ORIGINAL = "28-0000";

/** All sensors that the kernel lists under `root`. Faults carry the numbers that led to them. */
export class OneWireBus implements Device {
	readonly identity: string;
	readonly pace: Seconds;
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly returns = 0;
	readonly #root: string;
	readonly #ports: DevicePorts;
	readonly #text: typeof readApart;
	readonly #within: number;
	readonly #reads: FewAtOnce<Measured>;
	readonly #belief: Belief;
	/** Copies that were reported already. */
	readonly #copies = new Set<string>();
	/** When a wrong reading of a sensor was last reported. */
	readonly #toldOf = new Map<string, Instant>();
	#gone: Fault | undefined;
	/** How far the running time was advanced. Between two readings no time has passed then. */
	#ahead = 0;

	/**
	 * @param text how to read the text of a file
	 * @param within milliseconds for one sensor
	 * @param texts how to read those of several files, one after another
	 */
	constructor(
		root: string,
		pace: Seconds,
		ports: DevicePorts,
		text = readApart,
		within = READ_WITHIN,
		texts = text === readApart ? readApartInTurn : undefined,
	) {
		this.identity = `1-Wire bus at ${root}`;
		this.pace = pace;
		this.#root = root;
		this.#ports = ports;
		this.#text = text;
		this.#within = within;
		this.#reads = new FewAtOnce(AT_ONCE, { usual: USUAL, deadline: within }, texts && this.#inTurn(texts));
		this.#belief = new Belief(pace, (sensor, value) => this.#tellOfWrong(sensor, value));
	}

	/** A reading that is far from the last one, or is the first, is taken twice: at once, or in the next round. */
	async read(sensor: string): Promise<Measured> {
		const read = await this.#reads.run(sensor, (signal) => this.#once(sensor, signal), doubted);
		return read ?? failed(fault("no_answer", { sensor, within: this.#within / 1000 }));
	}

	async write(): Promise<Written> {
		return failed(fault("no_write", { device: this.identity }));
	}

	async readBack(): Promise<undefined> {
		return undefined;
	}

	/** The kernel lists no 1-Wire bus at all. */
	health(): Fault | undefined {
		return this.#gone;
	}

	shift(by: Seconds): void {
		this.#ahead += by;
	}

	async close(): Promise<void> {
		this.#reads.close();
	}

	/**
	 * How several sensors are read by one process. The kernel's file `name` beside each tells whose text it was. What is not a
	 * whole reading with its name is read by itself, which tells why.
	 */
	#inTurn(texts: typeof readApartInTurn): Together<Measured> {
		const files = (sensor: string) => ({
			path: this.#file(sensor),
			labelPath: `${this.#root}/${sensor}/name`,
			label: sensor,
		});
		return {
			start: (sensors, signal) => texts(sensors.map(files), signal),
			outcome: (sensor, text) => {
				if (isReading(text)) return this.#judged(sensor, text);
				this.#belief.misses(sensor);
				return undefined;
			},
			twice: (sensor) => this.#belief.isNew(sensor, this.#now()),
			fine: (read) => read.kind === "value" || doubted(read),
		};
	}

	#file(sensor: string): string {
		return `${this.#root}/${sensor}/w1_slave`;
	}

	async #once(sensor: string, signal: AbortSignal): Promise<Measured> {
		const read = await this.#text(this.#file(sensor), signal);
		if (typeof read !== "string") {
			this.#belief.misses(sensor);
			return failed(await this.#unreadable(sensor, read));
		}
		return this.#judged(sensor, read);
	}

	#judged(sensor: string, text: string): Measured {
		this.#gone = undefined;
		const found = conversion(sensor.slice(0, 2), text);
		if (found.kind === "failed") {
			this.#belief.misses(sensor);
			return failed(fault(found.fault.code, { sensor, ...found.fault.facts }));
		}
		const { value, suspect, specified } = found;
		const verdict = this.#belief.hears(sensor, value, suspect, this.#now());
		if (verdict !== "believed")
			return failed(fault(verdict === "doubted" ? "unsteady" : "power_on_value", { sensor, value }));
		if (!suspect) this.#tellOfCopy(sensor, specified);
		return { kind: "value", value };
	}

	/** A sensor that is wrong all day must not fill the log. */
	#tellOfWrong(sensor: string, value: Celsius) {
		const now = this.#now();
		const last = this.#toldOf.get(sensor);
		if (last !== undefined && since(last, now) < TELL_AGAIN) return;
		this.#toldOf.set(sensor, now);
		this.#ports.tell(notice("warning", "sensor_unsteady", { sensor, value }));
	}

	/** Reported once. A copy is used, but may be off by some degrees. */
	#tellOfCopy(sensor: string, specified: boolean) {
		const original = specified && (!sensor.startsWith("28-") || sensor.startsWith(ORIGINAL));
		if (original || this.#copies.has(sensor)) return;
		this.#copies.add(sensor);
		this.#ports.tell(notice("info", "sensor_copy", { sensor }));
	}

	#now(): Instant {
		return instant(this.#ports.now() - this.#ahead);
	}

	async #unreadable(sensor: string, { code }: Refusal): Promise<Fault> {
		if (code !== "ENOENT" && code !== "ENOTDIR") return ofRefusal(code, { sensor });
		const refused = await refusalOf(access(this.#root));
		this.#gone = refused === undefined ? undefined : ofRefusal(refused, { folder: this.#root });
		return this.#gone ?? fault("missing", { sensor });
	}
}

const doubted = (read: Measured): boolean => read.kind === "failed" && read.fault.code === "unsteady";

/** What the codes of the system mean; older kernels answer EIO and ETIMEDOUT where newer ones give an empty text. */
const MEANT: ReadonlyMap<string, Fault["code"]> = new Map([
	...["ENOENT", "ENOTDIR", "ENODEV", "ENXIO"].map((code) => [code, "missing"] as const),
	...["EACCES", "EPERM"].map((code) => [code, "no_permission"] as const),
	...["EIO", "ETIMEDOUT"].map((code) => [code, "no_answer"] as const),
]);

function ofRefusal(code: string, facts: Fault["facts"]): Fault {
	const known = MEANT.get(code);
	return known === undefined ? fault("bus", { ...facts, reason: code }) : fault(known, facts);
}

const failed = (why: Fault) => ({ kind: "failed", fault: why }) as const;
