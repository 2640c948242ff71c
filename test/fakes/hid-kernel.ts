import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { NativeCalls, Refusal } from "#drivers/bus/native/calls.ts";
import { openNative } from "#drivers/bus/native/file.ts";
import type { Hid } from "#drivers/dcttech/hid.ts";

/** A HID device: a relay board, or one that has its USB ids and is none. */
export class FakeHid {
	name = "www.dcttech.com USBRelay2";
	serial = "QMBS1";
	relays = 0;
	vendor = 0x16c0;
	socket = "usb-0000:00:14.0-1/input0";
	/** Feature reports that it was sent. */
	readonly heard: string[] = [];
	/** Relays that do not move any more. */
	stuck = 0;
	/** The next calls fail with these. */
	refuses: string[] = [];
	/** The next reports have this instead of its serial, and all relays on. */
	garbled: string[] = [];

	/** Calls that wait, because the device hangs. */
	waiting = 0;
	#hung: { readonly request?: number; readonly over: PromiseWithResolvers<void> } | undefined;

	constructor(as: Partial<Pick<FakeHid, "name" | "serial" | "vendor" | "socket">> = {}) {
		Object.assign(this, as);
	}

	/** From now on calls, or those of this kind, do not come back; or those that wait do. */
	hangs(so: boolean, request?: number): void {
		this.#hung?.over.resolve();
		this.#hung = so ? { over: Promise.withResolvers<void>(), ...(request !== undefined && { request }) } : undefined;
	}

	async answers(request: number): Promise<void> {
		const hung = this.#hung;
		if (hung === undefined || (hung.request ?? request) !== request) return;
		this.waiting += 1;
		await hung.over.promise;
		this.waiting -= 1;
	}

	ioctl(request: number, memory: Buffer): number | Refusal {
		const refused = this.refuses.shift();
		if (refused !== undefined) return { code: refused };
		// By hidraw.h: the letter H, the number, and the size in between.
		const [size, number] = [(request >>> 16) & 0x3fff, request & 0xff];
		if (((request >>> 8) & 0xff) !== 0x48 || size !== memory.length) return { code: "EINVAL" };
		switch (number) {
			case 3:
				memory.writeUInt32LE(3, 0);
				memory.writeUInt16LE(this.vendor, 4);
				memory.writeUInt16LE(0x05df, 6);
				return 0;
			case 4:
				return memory.write(`${this.name}\0`, "latin1");
			case 5:
				return memory.write(`${this.socket}\0`, "latin1");
			case 6:
				return this.#set(memory);
			case 7:
				return this.#get(memory);
			default:
				return { code: "EINVAL" };
		}
	}

	#set(report: Buffer): number {
		this.heard.push(report.toString("hex"));
		const [, what, relay = 0] = report;
		const bit = 1 << (relay - 1);
		if ((this.stuck & bit) === 0) this.relays = what === 0xff ? this.relays | bit : this.relays & ~bit;
		return report.length;
	}

	#get(report: Buffer): number {
		const garbled = this.garbled.shift();
		report.fill(0);
		report.write(garbled ?? this.serial, "latin1");
		report[7] = garbled === undefined ? this.relays : 0xff;
		return 8;
	}
}

/** hidraw in memory, with its part of /sys: devices are plugged in under numbers, and unplugged. */
export class HidKernel {
	readonly #folder = mkdtempSync(join(tmpdir(), "hid-"));
	readonly #plugged = new Map<string, FakeHid>();
	readonly #open = new Map<number, FakeHid>();
	#next = 3;

	readonly hid: Hid = {
		roots: { dev: "/dev", sys: this.#folder, proc: "/proc" },
		open: (path) => openNative(path, async () => this.#calls),
	};

	get opened(): number {
		return this.#open.size;
	}

	plug(number: number, device: FakeHid): FakeHid {
		const name = `hidraw${number}`;
		this.#plugged.set(name, device);
		const folder = join(this.#folder, "class/hidraw", name, "device");
		mkdirSync(folder, { recursive: true });
		const vendor = device.vendor.toString(16).toUpperCase().padStart(8, "0");
		writeFileSync(
			join(folder, "uevent"),
			`DRIVER=hid-generic\nHID_ID=0003:${vendor}:000005DF\nHID_NAME=${device.name}\n`,
		);
		return device;
	}

	unplug(number: number): void {
		this.#plugged.delete(`hidraw${number}`);
		rmSync(join(this.#folder, "class/hidraw", `hidraw${number}`), { recursive: true });
	}

	close(): void {
		rmSync(this.#folder, { recursive: true });
	}

	readonly #calls: NativeCalls = {
		open: async (path) => {
			const device = this.#plugged.get(basename(path));
			if (device === undefined) return { code: "ENOENT" };
			this.#open.set(++this.#next, device);
			return this.#next;
		},
		ioctl: async (descriptor, request, argument) => {
			const device = this.#open.get(descriptor);
			const there = device !== undefined && [...this.#plugged.values()].includes(device);
			if (typeof argument === "number") return { code: "EINVAL" };
			await device?.answers(request);
			return there ? device.ioctl(request, argument) : { code: "ENODEV" };
		},
		ioctlNow: () => ({ code: "EINVAL" }),
		read: () => ({ code: "EAGAIN" }),
		neverWait: () => undefined,
		close: (descriptor) => void this.#open.delete(descriptor),
		addressOf: () => 0n,
	};
}
