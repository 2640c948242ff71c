import { execFileSync } from "node:child_process";
import {
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A 1-Wire folder as the kernel shows it. Give `root` to the driver or to an app in another process. */
export class FakeW1 {
	readonly root = mkdtempSync(join(tmpdir(), "w1-"));

	/** The sensor says so: the text of a genuine part with 12 bits (DS18B20 and kin), or of a DS18S20 for family 10. */
	set(id: string, celsius: number) {
		this.setRaw(id, textFor(id, celsius));
	}

	/**
	 * The sensor says these one after another, temperatures or raw texts, each to one reader; the last one it goes on saying.
	 * Comes back when only that is left.
	 */
	async says(id: string, ...readings: readonly (number | string)[]) {
		const file = this.#file(id);
		const put = (nth: number) => {
			if (nth === readings.length - 1) this.setRaw(id, textFor(id, readings[nth] ?? ""));
			else asPipe(file);
		};
		put(0);
		for (const [nth, reading] of readings.slice(0, -1).entries()) {
			let held = otherEnd(file);
			for (; held === undefined; held = otherEnd(file)) await new Promise((resolve) => setImmediate(resolve));
			// Before this reader has its text and ends, so that the next one finds the next.
			put(nth + 1);
			writeSync(held, textFor(id, reading));
			closeSync(held);
		}
	}

	/** The sensor's file holds this text and nothing else. */
	setRaw(id: string, text: string) {
		const file = this.#file(id);
		// Never seen half written.
		writeFileSync(`${file}.new`, text);
		renameSync(`${file}.new`, file);
	}

	remove(id: string) {
		rmSync(join(this.root, id), { recursive: true, force: true });
	}

	/** From now on, reads of this sensor hang until it is freed. Free it only after it was read, or if it never will be. */
	hang(id: string): Hung {
		const file = this.#file(id);
		rmSync(file, { force: true });
		execFileSync("mkfifo", [file]);
		let held: number | undefined;
		return {
			reached: () => {
				held ??= otherEnd(file);
				return held !== undefined;
			},
			free: () => {
				rmSync(file, { force: true });
				if (held !== undefined) closeSync(held);
			},
		};
	}

	close() {
		rmSync(this.root, { recursive: true, force: true });
	}

	#file(id: string): string {
		const folder = join(this.root, id);
		if (!existsSync(folder)) {
			mkdirSync(folder);
			writeFileSync(join(folder, "name"), `${id}\n`);
		}
		return join(folder, "w1_slave");
	}
}

/** A sensor that hangs. */
export interface Hung {
	/** Whether it is being read. */
	reached(): boolean;
	/** The reader goes on, and finds nothing. */
	free(): void;
}

/** A pipe can be opened for writing only while it is being read. The reader then waits as long as we hold it. */
const otherEnd = (pipe: string): number | undefined => {
	try {
		return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
	} catch (error) {
		if (String(error).includes("ENXIO")) return undefined;
		throw error;
	}
};

const asPipe = (file: string) => {
	execFileSync("mkfifo", [`${file}.new`]);
	renameSync(`${file}.new`, file);
};

const textFor = (id: string, reading: number | string): string => {
	if (typeof reading === "string") return reading;
	const family = id.slice(0, 2);
	return kernelText(scratchpadOf(family, reading), thousandthsOf(family, reading));
};

/** The two lines of `w1_slave`, with the checksum that belongs to these eight bytes. */
export const kernelText = (
	eight: readonly number[],
	thousandths: number,
	verdict = "YES",
	sum = checksum(eight),
): string => {
	const bytes = [...eight, sum].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
	return `${bytes} : crc=${checksum(eight).toString(16).padStart(2, "0")} ${verdict}\n${bytes} t=${thousandths}\n`;
};

/** The eight bytes before the checksum. */
export const scratchpadOf = (family: string, celsius: number): number[] => {
	const sixteenths = Math.round(celsius * 16);
	if (family !== "10") return [...int16(sixteenths), 0x4b, 0x46, 0x7f, 0xff, 0x10 - (sixteenths & 0xf), 0x10];
	// Halves of a degree, and how many counts were left to the next whole one.
	const whole = Math.ceil((sixteenths - 11) / 16);
	return [...int16(whole * 2), 0x4b, 0x46, 0xff, 0xff, 16 * whole + 12 - sixteenths, 0x10];
};

/** What the kernel makes of it: parts of a thousandth are dropped, in family 10 before the counts are added. */
export const thousandthsOf = (family: string, celsius: number): number => {
	const sixteenths = Math.round(celsius * 16);
	if (family !== "10") return Math.trunc((sixteenths * 1000) / 16);
	const whole = Math.ceil((sixteenths - 11) / 16);
	const counts = sixteenths - 16 * whole + 4;
	return whole * 1000 - 250 + Math.trunc((counts * 1000) / 16);
};

const int16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];

/** CRC-8 of Dallas Semiconductor, most significant bit last; on purpose not the driver's own. */
const checksum = (bytes: readonly number[]): number => {
	let register = 0;
	for (const byte of bytes)
		for (let bit = 0; bit < 8; bit++) {
			const feedback = (register ^ (byte >> bit)) & 1;
			register = (register >> 1) ^ (feedback ? 0b1000_1100 : 0);
		}
	return register;
};
