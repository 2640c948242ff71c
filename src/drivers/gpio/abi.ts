/** The kernel's GPIO character device, version 2 (Linux 5.10 and newer): `include/uapi/linux/gpio.h`. */
export const CHIP_INFO = 0x8044_b401;
export const LINE_INFO = 0xc100_b405;
export const GET_LINE = 0xc250_b407;
export const SET_CONFIG = 0xc110_b40d;
export const GET_VALUES = 0xc010_b40e;
export const SET_VALUES = 0xc010_b40f;

export const FLAGS = {
	used: 1n,
	input: 4n,
	output: 8n,
	rising: 16n,
	falling: 32n,
	pull_up: 256n,
	pull_down: 512n,
	no_bias: 1024n,
} as const;

const CHIP_INFO_SIZE = 68;
const LINE_INFO_SIZE = 256;
const REQUEST_SIZE = 592;
const CONFIG_SIZE = 272;
const NAME_SIZE = 32;
/** Where the parts of `gpio_v2_line_request` are. */
const REQUEST = { consumer: 256, config: 288, lines: 560, buffer: 564, descriptor: 588 };
/** Attributes of `gpio_v2_line_config`. */
const OUTPUT_VALUES = 2;
const DEBOUNCE = 3;

/** What a line is to become. Without `input` or `output` among its flags it stays as it is. */
export interface Config {
	readonly flags: bigint;
	/** Of an output, from the moment it becomes one. */
	readonly level?: boolean;
	/** Microseconds. */
	readonly debounce?: number;
}

export const chipInfo = () => Buffer.alloc(CHIP_INFO_SIZE);
export const readChipInfo = (memory: Buffer) => ({
	name: text(memory, 0),
	label: text(memory, NAME_SIZE),
	lines: memory.readUInt32LE(2 * NAME_SIZE),
});

export const lineInfo = (offset: number) => {
	const memory = Buffer.alloc(LINE_INFO_SIZE);
	memory.writeUInt32LE(offset, 64);
	return memory;
};
export interface LineInfo {
	readonly name: string;
	/** Who holds it; empty where the holder has no name. */
	readonly consumer: string;
	readonly used: boolean;
	readonly output: boolean;
}
export const readLineInfo = (memory: Buffer): LineInfo => {
	const flags = memory.readBigUInt64LE(72);
	return {
		name: text(memory, 0),
		consumer: text(memory, NAME_SIZE),
		used: (flags & FLAGS.used) !== 0n,
		output: (flags & FLAGS.output) !== 0n,
	};
};

/** Asks for one line. @param events how many edges the kernel keeps for us */
export function lineRequest(offset: number, consumer: string, config: Config, events = 0): Buffer {
	const memory = Buffer.alloc(REQUEST_SIZE);
	memory.writeUInt32LE(offset, 0);
	memory.write(consumer, REQUEST.consumer, NAME_SIZE - 1);
	lineConfig(config).copy(memory, REQUEST.config);
	memory.writeUInt32LE(1, REQUEST.lines);
	memory.writeUInt32LE(events, REQUEST.buffer);
	return memory;
}
export const descriptorIn = (request: Buffer) => request.readInt32LE(REQUEST.descriptor);

export function lineConfig({ flags, level, debounce }: Config): Buffer {
	const memory = Buffer.alloc(CONFIG_SIZE);
	memory.writeBigUInt64LE(flags, 0);
	let attributes = 0;
	const add = (id: number, value: bigint) => {
		const at = 32 + 24 * attributes++;
		memory.writeUInt32LE(id, at);
		memory.writeBigUInt64LE(value, at + 8);
		// Of the one line.
		memory.writeBigUInt64LE(1n, at + 16);
	};
	if (level !== undefined) add(OUTPUT_VALUES, level ? 1n : 0n);
	if (debounce !== undefined) add(DEBOUNCE, BigInt(debounce));
	memory.writeUInt32LE(attributes, 8);
	return memory;
}

/** The level of the one line, to be set or found. */
export const lineValues = (level = false) => {
	const memory = Buffer.alloc(16);
	memory.writeBigUInt64LE(level ? 1n : 0n, 0);
	memory.writeBigUInt64LE(1n, 8);
	return memory;
};
export const levelIn = (values: Buffer) => (values.readBigUInt64LE(0) & 1n) === 1n;

/** An edge. `nth` counts those that did not fit into the kernel's buffer too; 32 bits. */
export interface Edge {
	/** Seconds on a clock that only runs on. */
	readonly at: number;
	readonly nth: number;
}
export const EDGE_SIZE = 48;
/** What is left over of an incomplete one says nothing. */
export function edgesIn(memory: Buffer): readonly Edge[] {
	const edges: Edge[] = [];
	for (let at = 0; at + EDGE_SIZE <= memory.length; at += EDGE_SIZE)
		edges.push({ at: Number(memory.readBigUInt64LE(at)) / 1e9, nth: memory.readUInt32LE(at + 20) });
	return edges;
}

function text(memory: Buffer, at: number): string {
	const bytes = memory.subarray(at, at + NAME_SIZE);
	const end = bytes.indexOf(0);
	return bytes.toString("utf8", 0, end < 0 ? NAME_SIZE : end);
}
