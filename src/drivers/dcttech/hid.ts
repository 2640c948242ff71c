import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Fault, fault } from "#model/plant/fault.ts";
import { ROOTS, type Roots } from "#model/plant/found.ts";
import { type NativeFile, nativeFault, openNative, type Refusal } from "../bus/native/file.ts";
import {
	GET_FEATURE,
	INFO_BYTES,
	NAME_BYTES,
	question,
	RAW_INFO,
	RAW_NAME,
	RAW_PHYS,
	relaysIn,
	type State,
	stateIn,
} from "./report.ts";

/** What this driver uses of the system. */
export interface Hid {
	readonly roots: Roots;
	open(path: string): Promise<NativeFile | Refusal>;
}
export const HID: Hid = { roots: ROOTS, open: (path) => openNative(path) };

/** An open board. */
export interface Opened {
	readonly path: string;
	readonly file: NativeFile;
	readonly relays: number;
	readonly serial: string;
	/** The USB socket it is in; empty where the kernel does not say. */
	readonly socket: string;
}

const VENDOR = 0x16c0;
const PRODUCT = 0x05df;
/** Bus USB, vendor and product, as the kernel writes them. */
const HID_ID = /^HID_ID=0003:0000(?:16C0):0000(?:05DF)$/m;

/** The board at this path, or with this serial. A board that shares its serial with another one could be the wrong one. */
export async function boardCalled(device: string, hid: Hid = HID): Promise<Opened | Fault> {
	if (device.startsWith("/")) return identified(device, device, hid);
	const paths = await candidates(hid.roots);
	const all = await Promise.all(paths.map((path) => identified(path, device, hid)));
	const boards = all.filter((one): one is Opened => !("code" in one));
	const [board, ...others] = boards.filter(({ serial }) => serial === device);
	for (const one of boards) if (one !== board || others.length > 0) void one.file.close();
	if (board !== undefined && others.length === 0) return board;
	if (board !== undefined) return fault("missing", { device, reason: "two boards with this serial" });
	// A board that may not be opened may be the one.
	return all.find((one): one is Fault => "code" in one && one.code !== "missing") ?? fault("missing", { device });
}

/** Device nodes of devices with the board's ids and name, in the order of their numbers. Opens none. */
export async function candidates({ sys, dev }: Roots): Promise<readonly string[]> {
	const names = await readdir(join(sys, "class/hidraw")).catch(() => []);
	const all = await Promise.all(
		names.map(async (name) => {
			const text = await readFile(join(sys, "class/hidraw", name, "device/uevent"), "utf8").catch(() => "");
			return HID_ID.test(text) && relaysIn(/^HID_NAME=(.*)$/m.exec(text)?.[1] ?? "") !== undefined ? name : undefined;
		}),
	);
	const found = all.filter((name) => name !== undefined);
	return found.sort((a, b) => numberOf(a) - numberOf(b)).map((name) => join(dev, name));
}
const numberOf = (name: string) => Number(/\d+$/.exec(name)?.[0]);

/** Opens it and asks who it is, before anything is written. Its USB ids are shared by many devices of hobbyists. */
export async function identified(path: string, device: string, hid: Hid): Promise<Opened | Fault> {
	const file = await hid.open(path);
	if ("code" in file) return nativeFault(file, { device }, path);
	const known = await identityOf(file, device);
	if ("code" in known) void file.close();
	return "code" in known ? known : { path, file, ...known };
}

async function identityOf(file: NativeFile, device: string): Promise<Omit<Opened, "path" | "file"> | Fault> {
	const info = Buffer.alloc(INFO_BYTES);
	const name = Buffer.alloc(NAME_BYTES);
	for (const [request, memory] of [[RAW_INFO, info] as const, [RAW_NAME, name] as const]) {
		const told = await file.ioctl(request, memory);
		if (typeof told !== "number") return nativeFault(told, { device });
	}
	const called = textIn(name);
	const relays = relaysIn(called);
	if (info.readUInt16LE(4) !== VENDOR || info.readUInt16LE(6) !== PRODUCT || relays === undefined)
		return fault("missing", { device, reason: called.slice(0, 60) });
	const phys = Buffer.alloc(NAME_BYTES);
	const told = await file.ioctl(RAW_PHYS, phys);
	const state = await stateOf(file, device);
	if ("code" in state) return state;
	return { relays, serial: state.serial, socket: typeof told === "number" ? textIn(phys) : "" };
}

const textIn = (memory: Buffer): string => memory.toString("latin1").replace(/\0.*$/s, "");

/** What it says now. */
export async function stateOf(file: NativeFile, device: string): Promise<State | Fault> {
	const report = question();
	const length = await file.ioctl(GET_FEATURE, report);
	if (typeof length !== "number") return nativeFault(length, { device });
	return stateIn(report, length) ?? fault("no_answer", { device });
}
