import type { NativeCalls, Refusal } from "#drivers/bus/native/calls.ts";
import { openNative } from "#drivers/bus/native/file.ts";
import type { Kernel } from "#drivers/gpio/chip.ts";

/** Requests and flags of the kernel's `gpio.h`, written down a second time. */
const [CHIPINFO, LINEINFO, GET_LINE] = [0x8044b401, 0xc100b405, 0xc250b407];
const [SET_CONFIG, GET_VALUES, SET_VALUES] = [0xc110b40d, 0xc010b40e, 0xc010b40f];
const [USED, INPUT, OUTPUT, RISING, FALLING] = [1n, 4n, 8n, 16n, 32n];

/** A pin and what hangs on it. */
export class FakeLine {
	readonly name: string;
	output = false;
	level = false;
	/** Who holds it. */
	holder = "";
	flags = 0n;
	/** Microseconds, as asked for. */
	debounce = 0;
	/** The pin shows this level whatever drives it: a short circuit. */
	shorted: boolean | undefined;
	/** Levels since it became an output. A relay clicks at every change. */
	readonly driven: boolean[] = [];
	/** Edges that the kernel keeps, and how many there were. */
	fifo: { readonly at: number; readonly nth: number }[] = [];
	keeps = 0;
	nth = 0;

	constructor(name: string) {
		this.name = name;
	}

	drive(level: boolean): void {
		this.output = true;
		this.level = level;
		if (this.driven.at(-1) !== level) this.driven.push(level);
	}

	get pin(): boolean {
		return this.shorted ?? this.level;
	}

	/** What hangs on an input changes its level, at this many seconds. */
	becomes(level: boolean, at = 0): void {
		if (level === this.level) return;
		this.level = level;
		if ((this.flags & (level ? RISING : FALLING)) === 0n) return;
		this.nth = (this.nth + 1) % 2 ** 32;
		if (this.fifo.length >= this.keeps) this.fifo.shift();
		this.fifo.push({ at, nth: this.nth });
	}

	/** A contact that closes to ground so many times, so many seconds apart. */
	pulses(count: number, from: number, apart: number): void {
		for (let i = 0; i < count; i++) {
			this.becomes(false, from + i * apart);
			this.becomes(true, from + (i + 0.5) * apart);
		}
	}
}

export interface Made {
	/** Numbers of its nodes. The first is its name; others are symbolic links, as on a Pi 5. */
	readonly nodes: readonly number[];
	readonly label: string;
	readonly lines: readonly string[];
	readonly interrupts?: boolean;
	/** The kernel makes a pin an input when its line is closed, as those of most machines do. */
	readonly resets?: boolean;
}

export class FakeChip {
	readonly made: Made;
	readonly lines: readonly FakeLine[];
	plugged = true;
	permitted = true;
	/** Calls that wait while the chip hangs. */
	hangs = false;
	readonly waiting: (() => void)[] = [];

	constructor(made: Made) {
		this.made = made;
		this.lines = made.lines.map((name) => new FakeLine(name));
	}

	line(at: number): FakeLine {
		const line = this.lines[at];
		if (line === undefined) throw new Error(`No line ${at}`);
		return line;
	}

	/** Pulls the plug: the pins lose their power. */
	unplug(): void {
		this.plugged = false;
		for (const line of this.lines)
			Object.assign(line, { output: false, level: false, holder: "", fifo: [], flags: 0n });
	}

	letGo(): void {
		this.hangs = false;
		for (const go of this.waiting.splice(0)) go();
	}
}

interface Open {
	readonly chip: FakeChip;
	readonly line?: FakeLine;
	/** A chip that was unplugged does not serve what was open before. */
	readonly life: object;
}

/** The kernel's GPIO device with several chips, byte by byte. */
export class GpioKernel implements Kernel {
	readonly chips: FakeChip[] = [];
	readonly #open = new Map<number, Open>();
	readonly #lives = new Map<FakeChip, object>();
	#next = 100;

	add(made: Made): FakeChip {
		const chip = new FakeChip(made);
		this.chips.push(chip);
		this.#lives.set(chip, {});
		return chip;
	}

	/** Plugs it in again, perhaps under another number. */
	replug(chip: FakeChip): void {
		chip.plugged = true;
		this.#lives.set(chip, {});
	}

	/** Descriptors that are open. */
	get opened(): number {
		return this.#open.size;
	}

	/** The process dies. */
	kill(): void {
		for (const descriptor of [...this.#open.keys()]) this.#close(descriptor);
	}

	async nodes(): Promise<readonly string[]> {
		return this.chips.flatMap(({ made, plugged }) => (plugged ? made.nodes.map((n) => `/dev/gpiochip${n}`) : []));
	}

	readonly open: Kernel["open"] = (path) => openNative(path, async () => this.#calls);

	readonly #calls: NativeCalls = {
		open: async (path) => {
			const chip = this.chips.find(
				({ made, plugged }) => plugged && made.nodes.some((n) => path === `/dev/gpiochip${n}`),
			);
			if (chip === undefined) return { code: "ENOENT" };
			return chip.permitted ? this.#give(chip) : { code: "EACCES" };
		},
		ioctl: async (descriptor, request, memory) => {
			const chip = this.#open.get(descriptor)?.chip;
			if (chip?.hangs) await new Promise<void>((resolve) => void chip.waiting.push(resolve));
			return this.#answer(descriptor, request, memory);
		},
		ioctlNow: (descriptor, request, memory) => this.#answer(descriptor, request, memory),
		read: (descriptor, into) => {
			const open = this.#open.get(descriptor);
			if (open?.line === undefined) return { code: "EBADF" };
			if (!open.chip.plugged || this.#lives.get(open.chip) !== open.life) return { code: "ENODEV" };
			return readEdges(open.line, into);
		},
		neverWait: () => undefined,
		close: (descriptor) => this.#close(descriptor),
		addressOf: () => 0n,
	};

	#answer(descriptor: number, request: number, memory: number | Buffer): number | Refusal {
		const open = this.#open.get(descriptor);
		if (open === undefined || typeof memory === "number") return { code: "EBADF" };
		if (!open.chip.plugged || this.#lives.get(open.chip) !== open.life) return { code: "ENODEV" };
		return open.line === undefined ? this.#ofChip(open.chip, request, memory) : ofLine(open.line, request, memory);
	}

	#give(chip: FakeChip, line?: FakeLine): number {
		const descriptor = this.#next++;
		this.#open.set(descriptor, { chip, life: this.#lives.get(chip) ?? {}, ...(line !== undefined && { line }) });
		return descriptor;
	}

	#close(descriptor: number): void {
		const open = this.#open.get(descriptor);
		this.#open.delete(descriptor);
		if (open?.line === undefined || this.#lives.get(open.chip) !== open.life) return;
		open.line.holder = "";
		open.line.flags = 0n;
		if (open.chip.made.resets) open.line.output = false;
	}

	#ofChip(chip: FakeChip, request: number, memory: Buffer): number | Refusal {
		if (request === CHIPINFO) {
			memory.write(`gpiochip${chip.made.nodes[0]}`, 0);
			memory.write(chip.made.label, 32);
			memory.writeUInt32LE(chip.lines.length, 64);
			return 0;
		}
		const line = chip.lines[memory.readUInt32LE(request === LINEINFO ? 64 : 0)];
		if (line === undefined) return { code: "EINVAL" };
		if (request === LINEINFO) {
			memory.write(line.name, 0);
			memory.write(line.holder, 32);
			memory.writeBigUInt64LE((line.holder === "" ? 0n : USED) | (line.output ? OUTPUT : INPUT), 72);
			return 0;
		}
		if (request !== GET_LINE || memory.readUInt32LE(560) !== 1) return { code: "EINVAL" };
		if (line.holder !== "") return { code: "EBUSY" };
		const refused = configured(line, memory.subarray(288, 560), chip.made.interrupts ?? true);
		if (refused !== undefined) return refused;
		line.holder = textAt(memory, 256);
		line.keeps = memory.readUInt32LE(564) || 16;
		line.fifo = [];
		line.nth = 0;
		memory.writeInt32LE(this.#give(chip, line), 588);
		return 0;
	}
}

function configured(line: FakeLine, config: Buffer, interrupts: boolean): Refusal | undefined {
	const flags = config.readBigUInt64LE(0);
	const attributes = new Map<number, bigint>();
	for (let i = 0; i < config.readUInt32LE(8); i++)
		attributes.set(config.readUInt32LE(32 + 24 * i), config.readBigUInt64LE(40 + 24 * i));
	const edges = (flags & (RISING | FALLING)) !== 0n;
	if (((flags & INPUT) !== 0n && (flags & OUTPUT) !== 0n) || (edges && (flags & INPUT) === 0n))
		return { code: "EINVAL" };
	if (!interrupts && (edges || attributes.has(3))) return { code: "ENXIO" };
	line.flags = flags;
	line.debounce = Number(attributes.get(3) ?? 0n);
	if ((flags & OUTPUT) !== 0n) line.drive((attributes.get(2) ?? 0n) === 1n);
	else if ((flags & INPUT) !== 0n) line.output = false;
	return undefined;
}

function ofLine(line: FakeLine, request: number, memory: Buffer): number | Refusal {
	switch (request) {
		case GET_VALUES:
			memory.writeBigUInt64LE(line.pin ? 1n : 0n, 0);
			return 0;
		case SET_VALUES:
			if ((line.flags & OUTPUT) === 0n) return { code: "EPERM" };
			line.drive(memory.readBigUInt64LE(0) === 1n);
			return 0;
		case SET_CONFIG:
			return configured(line, memory, true) ?? 0;
		default:
			return { code: "ENOTTY" };
	}
}

function readEdges(line: FakeLine, into: Buffer): number | Refusal {
	const edges = line.fifo.splice(0, Math.floor(into.length / 48));
	if (edges.length === 0) return { code: "EAGAIN" };
	for (const [i, { at, nth }] of edges.entries()) {
		into.writeBigUInt64LE(BigInt(Math.round(at * 1e9)), 48 * i);
		into.writeUInt32LE(nth, 48 * i + 16);
		into.writeUInt32LE(nth, 48 * i + 20);
	}
	return edges.length * 48;
}

const textAt = (memory: Buffer, at: number) => memory.toString("latin1", at, memory.indexOf(0, at));

/** Chips as a Raspberry Pi has them. On a 5 the header's chip was number 4 at first, and is 0 now, with 4 as a link. */
export const PI = {
	"5": (nodes: readonly number[] = [0, 4]) => ({ nodes, label: "pinctrl-rp1", lines: headerNames(54) }),
	"4": () => ({ nodes: [0], label: "pinctrl-bcm2711", lines: headerNames(58) }),
	"3": () => ({ nodes: [0], label: "pinctrl-bcm2835", lines: headerNames(54) }),
	"5 inside": (node = 10) => ({
		nodes: [node],
		label: "gpio-brcmstb@107d508500",
		lines: Array.from({ length: 32 }, (_, i) => (i < 4 ? `2712_BOOT_${i}` : "")),
	}),
};

function headerNames(count: number): readonly string[] {
	return Array.from({ length: count }, (_, i) => {
		if (i < 2) return ["ID_SDA", "ID_SCL"][i] ?? "";
		return i < 28 ? `GPIO${i}` : "";
	});
}
