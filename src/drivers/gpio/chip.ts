import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Fault, fault } from "#model/plant/fault.ts";
import { type NativeFile, nativeFault, openNative, type Refusal } from "../bus/native/file.ts";
import * as abi from "./abi.ts";

/** The device nodes of a machine. */
export interface Kernel {
	nodes(): Promise<readonly string[]>;
	open(path: string): Promise<NativeFile | Refusal>;
}
/** @param dev where the nodes are */
export const kernelAt = (dev = "/dev"): Kernel => ({
	nodes: async () =>
		(await readdir(dev).catch(() => [])).filter((name) => /^gpiochip\d+$/.test(name)).map((name) => join(dev, name)),
	open: (path) => openNative(path),
});

/** An open chip. `name` has a number, which may be another one after the next update of the system. */
export interface Chip {
	readonly name: string;
	readonly label: string;
	readonly lines: number;
	readonly file: NativeFile;
}

/** What the owner calls the chip of the 40 pins, whichever Raspberry Pi it is. */
export const ANY_PI = "raspberry_pi";
/** Labels of that chip: Pi 5, Pi 4, those before. */
const HEADERS: readonly string[] = ["pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835"];
export const isHeader = ({ label }: Chip) => HEADERS.includes(label);
/** The lines that reach the 40 pins. */
export const HEADER_LINES = 28;

/** Every chip once, also where two nodes lead to it; and the nodes that cannot be opened. */
export async function chipsOf(
	kernel: Kernel,
): Promise<{ readonly chips: readonly Chip[]; readonly refused: readonly Node[] }> {
	const chips = new Map<string, Chip>();
	const refused: Node[] = [];
	for (const path of await kernel.nodes()) {
		const chip = await opened(kernel, path);
		if ("code" in chip) refused.push({ path, refusal: chip });
		else if (chips.has(chip.name)) void chip.file.close();
		else chips.set(chip.name, chip);
	}
	return { chips: [...chips.values()], refused };
}
interface Node {
	readonly path: string;
	readonly refusal: Refusal;
}

/** The chip of this label. Faults: `missing`, `no_permission`, and `bus` where two chips have the label. */
export async function chipCalled(wanted: string, kernel: Kernel): Promise<Chip | Fault> {
	const { chips, refused } = await chipsOf(kernel);
	const found = chips.filter((chip) => chip.label === wanted || (wanted === ANY_PI && isHeader(chip)));
	const [only, ...others] = found;
	for (const chip of chips) if (chip !== only || others.length > 0) void chip.file.close();
	if (only !== undefined && others.length === 0) return only;
	if (only !== undefined) return fault("bus", { device: wanted, reason: `${found.length} chips have this label` });
	const [first] = refused;
	return first === undefined
		? fault("missing", { device: wanted })
		: nativeFault(first.refusal, { device: wanted }, first.path);
}

async function opened(kernel: Kernel, path: string): Promise<Chip | Refusal> {
	const file = await kernel.open(path);
	if ("code" in file) return file;
	const info = abi.chipInfo();
	const told = await file.ioctl(abi.CHIP_INFO, info);
	if (typeof told === "number") return { ...abi.readChipInfo(info), file };
	void file.close();
	return told;
}

export async function lineInfo({ file }: Chip, offset: number): Promise<abi.LineInfo | Refusal> {
	const info = abi.lineInfo(offset);
	const told = await file.ioctl(abi.LINE_INFO, info);
	return typeof told === "number" ? abi.readLineInfo(info) : told;
}

/** The offset of a line that is named by its offset, or as the kernel calls it. */
export async function offsetOf(chip: Chip, line: string): Promise<number | Fault> {
	const facts = { device: chip.label, line };
	const numbered = /^\d+$/.exec(line)?.[0] ?? (isHeader(chip) ? /^GPIO(\d+)$/.exec(line)?.[1] : undefined);
	if (numbered !== undefined) return Number(numbered) < chip.lines ? Number(numbered) : fault("missing", facts);
	for (let offset = 0; offset < chip.lines; offset++) {
		const info = await lineInfo(chip, offset);
		if ("code" in info) return nativeFault(info, facts);
		if (info.name === line) return offset;
	}
	return fault("missing", facts);
}

/** Whether the chip itself is gone, and not only a line refused. */
export const isGone = ({ code }: Refusal) =>
	code === "ENODEV" || code === "ENXIO" || code === "EIO" || code === "EBADF";
