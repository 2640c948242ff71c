import { readdir, readFile, readlink, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ROOTS, type Roots } from "#model/plant/found.ts";

/**
 * Programs other than this app that have a device open or lock it, by device (`/dev/ttyUSB0`). Programs of other users and
 * containers are hidden from this process, so a device that is missing here may be held all the same.
 */
export async function holders(devices: readonly string[], roots: Roots = ROOTS): Promise<ReadonlyMap<string, string>> {
	const held = new Map<string, string>();
	if (devices.length === 0) return held;
	const pids = (await readdir(roots.proc).catch(() => [])).filter((name) => /^\d+$/.test(name));
	const say = async (device: string, pid: string) => {
		const program = await programOf(roots, pid);
		if (program !== undefined && program !== OURS && !held.has(device)) held.set(device, program);
	};
	const wanted = new Set(devices);
	for (const pid of pids) for (const device of await openBy(roots, pid, wanted)) await say(device, pid);
	for (const device of devices) {
		const locking = (await lockedBy(roots, device)) ?? (await lockFile(device));
		if (locking !== undefined) await say(device, locking);
	}
	return held;
}

/** What `programOf` calls this app, whose controller may run beside this process. */
const OURS = "solar-heating";
const INTERPRETERS = /^(?:python[\d.]*|node|perl|ruby|java|busybox|sh|bash)$/;

/** The name of a program: for an interpreter, that of its script or module. Nothing else of its arguments is shown. */
async function programOf({ proc }: Roots, pid: string): Promise<string | undefined> {
	if (pid === (await readlink(join(proc, "self")).catch(() => undefined))) return OURS;
	const line = await readFile(join(proc, pid, "cmdline"), "utf8").catch(() => undefined);
	if (line === undefined) return undefined;
	const [first = "", ...rest] = line.split("\0").filter((word) => word !== "");
	if (rest.concat(first).some((word) => word.includes(OURS))) return OURS;
	const program = basename(first);
	if (!INTERPRETERS.test(program)) return shown(program);
	const script = rest.find((word) => !word.startsWith("-"));
	return shown(script === undefined ? program : nameOf(script));
}

/** Of a file that is called as many are, such as `index.js`, its folder says more. */
const nameOf = (script: string) =>
	basename(/^(?:index|main|server|app|cli)[.]/.test(basename(script)) ? dirname(script) : script);

/** As it can stand in a line of text. */
const shown = (name: string) => name.replace(/[^\w.+:@-]/g, "").slice(0, 40) || undefined;

async function openBy({ proc }: Roots, pid: string, wanted: ReadonlySet<string>): Promise<readonly string[]> {
	const folder = join(proc, pid, "fd");
	const numbers = await readdir(folder).catch(() => []);
	const open = await Promise.all(numbers.map((fd) => readlink(join(folder, fd)).catch(() => "")));
	return [...new Set(open.filter((path) => wanted.has(path)))];
}

/** Who locks it by flock(2), which the kernel lists for everybody: `1: FLOCK ADVISORY WRITE 2392 00:06:123 0 EOF`. */
async function lockedBy({ proc }: Roots, device: string): Promise<string | undefined> {
	const node = await stat(device).catch(() => undefined);
	if (node === undefined) return undefined;
	const locks = await readFile(join(proc, "locks"), "utf8").catch(() => "");
	const at = `${hex(major(node.dev))}:${hex(minor(node.dev))}:${node.ino}`;
	const lock = locks.split("\n").find((line) => line.split(/\s+/).includes(at));
	return lock === undefined ? undefined : /\s(\d+)\s+\S+:\S+:\d+\s/.exec(lock)?.[1];
}

const hex = (number: number) => number.toString(16).padStart(2, "0");
/** As Linux splits the number of a device: 12 bits and 20 bits. */
const major = (dev: number) => Math.floor(dev / 256) & 0xfff;
const minor = (dev: number) => (dev & 0xff) | (Math.floor(dev / 0x100000) << 8);

/** The older habit, also of programs in other languages: a file with the number of the process. A stale one names none. */
async function lockFile(device: string): Promise<string | undefined> {
	for (const folder of ["/run/lock", "/var/lock"]) {
		const text = await readFile(join(folder, `LCK..${basename(device)}`), "latin1").catch(() => undefined);
		const pid = text?.trim();
		if (pid !== undefined && /^\d{1,7}$/.test(pid)) return pid;
	}
	return undefined;
}
