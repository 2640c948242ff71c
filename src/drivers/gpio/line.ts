import type { NativeFile, Refusal } from "../bus/native/file.ts";
import * as abi from "./abi.ts";
import type { Chip } from "./chip.ts";

/** Who holds our lines, for other programs and people: at most 31 characters. */
export const CONSUMER = "solar-heating";

/** Which line of which chip. */
interface At {
	readonly chip: Chip;
	readonly offset: number;
}

/**
 * Holds one line. The kernel gives it to no other program until it is closed.
 * @param tooLate gets a line that comes after this was told ETIMEDOUT. If it kept it open, nothing could use the line any more.
 */
async function requested(
	{ chip: { file }, offset }: At,
	config: abi.Config,
	tooLate: (line: NativeFile) => void,
	events = 0,
): Promise<NativeFile | Refusal> {
	const request = abi.lineRequest(offset, CONSUMER, config, events);
	const given = () => file.adopt(abi.descriptorIn(request));
	const told = await file.ioctl(abi.GET_LINE, request, { tooLate: () => tooLate(given()) });
	return typeof told === "number" ? given() : told;
}

async function levelOf(file: NativeFile): Promise<boolean | Refusal> {
	const values = abi.lineValues();
	const told = await file.ioctl(abi.GET_VALUES, values);
	return typeof told === "number" ? abi.levelIn(values) : told;
}

interface RelayAt extends At {
	readonly activeLow: boolean;
}

/** The line of a relay. Its level is that of a coil from the first moment on, so that no relay clicks at a start. */
export class RelayLine {
	readonly #file: NativeFile;
	readonly #activeLow: boolean;
	/** Whether we made it an output. One that was found as an output still has its level from before. */
	#ours: boolean;

	private constructor(file: NativeFile, activeLow: boolean, ours: boolean) {
		this.#file = file;
		this.#activeLow = activeLow;
		this.#ours = ours;
	}

	/** @param tooLate gets the line where it comes after this was told ETIMEDOUT */
	static async driven(at: RelayAt, on: boolean, tooLate: (line: RelayLine) => void): Promise<RelayLine | Refusal> {
		const { activeLow } = at;
		const line = (file: NativeFile) => new RelayLine(file, activeLow, true);
		const config = { flags: abi.FLAGS.output, level: on !== activeLow };
		const file = await requested(at, config, (late) => tooLate(line(late)));
		return "code" in file ? file : line(file);
	}

	/** An output that an earlier process left, as it is. */
	static async found(at: RelayAt, tooLate: (line: RelayLine) => void): Promise<RelayLine | Refusal> {
		const line = (file: NativeFile) => new RelayLine(file, at.activeLow, false);
		const file = await requested(at, { flags: 0n }, (late) => tooLate(line(late)));
		return "code" in file ? file : line(file);
	}

	/** @param tooLate called where the line is set after this was told ETIMEDOUT */
	async set(on: boolean, tooLate: () => void = () => undefined): Promise<Refusal | undefined> {
		const level = on !== this.#activeLow;
		const told = this.#ours
			? await this.#file.ioctl(abi.SET_VALUES, abi.lineValues(level), { tooLate })
			: await this.#file.ioctl(abi.SET_CONFIG, abi.lineConfig({ flags: abi.FLAGS.output, level }), { tooLate });
		if (typeof told !== "number") return told;
		this.#ours = true;
		return undefined;
	}

	/** What the pin says, which may differ from what was set. */
	async coil(): Promise<boolean | Refusal> {
		const level = await levelOf(this.#file);
		return typeof level === "boolean" ? level !== this.#activeLow : level;
	}

	close(): Promise<void> {
		return this.#file.close();
	}
}

export type Bias = "pull_up" | "pull_down" | "none";

export interface InputConfig {
	readonly bias: Bias;
	/** Milliseconds; 0 is none. */
	readonly debounce: number;
	/** Whether its pulses are counted. */
	readonly counts: boolean;
}

/** Edges that the kernel keeps between two reads. What comes beyond is still counted. */
const KEPT_EDGES = 64;
const BIAS = { pull_up: abi.FLAGS.pull_up, pull_down: abi.FLAGS.pull_down, none: abi.FLAGS.no_bias };

/** How kernels answer where a line has no interrupt. */
const NO_INTERRUPT = ["ENXIO", "EINVAL", "EOPNOTSUPP", "ENOSYS"];

/** The line of a contact or of a pulse meter. It is closed while low, or while high where it is pulled down. */
export class InputLine {
	readonly #file: NativeFile;
	readonly #closedHigh: boolean;

	private constructor(file: NativeFile, closedHigh: boolean) {
		this.#file = file;
		this.#closedHigh = closedHigh;
	}

	static async opened(chip: Chip, offset: number, config: InputConfig): Promise<InputLine | Refusal> {
		const closedHigh = config.bias === "pull_down";
		const edge = closedHigh ? abi.FLAGS.rising : abi.FLAGS.falling;
		const flags = abi.FLAGS.input | BIAS[config.bias] | (config.counts ? edge : 0n);
		const debounce = config.debounce > 0 ? { debounce: config.debounce * 1000 } : {};
		const events = config.counts ? KEPT_EDGES : 0;
		const at = { chip, offset };
		const tooLate = (line: NativeFile) => void line.close();
		let file = await requested(at, { flags, ...debounce }, tooLate, events);
		if ("code" in file && NO_INTERRUPT.includes(file.code)) {
			// Such a chip can neither debounce nor count. A contact can still be read there.
			if (config.counts) return { code: "no interrupts" };
			file = await requested(at, { flags }, tooLate);
		}
		return "code" in file ? file : new InputLine(file, closedHigh);
	}

	async isClosed(): Promise<boolean | Refusal> {
		const level = await levelOf(this.#file);
		return typeof level === "boolean" ? level === this.#closedHigh : level;
	}

	/** The edges since the last call. */
	edges(): readonly abi.Edge[] | Refusal {
		const read = this.#file.read(KEPT_EDGES * abi.EDGE_SIZE);
		if (!("code" in read)) return abi.edgesIn(read);
		return read.code === "EAGAIN" ? [] : read;
	}

	close(): Promise<void> {
		return this.#file.close();
	}
}
