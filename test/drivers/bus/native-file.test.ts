import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, it, jest, test } from "@jest/globals";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import { type NativeCalls, nativeCalls } from "#drivers/bus/native/calls.ts";
import { type NativeFile, nativeFault, openNative, type Refusal } from "#drivers/bus/native/file.ts";
import { notPermitted } from "#drivers/bus/native/not-permitted.ts";
import { serialFault } from "#drivers/bus/serial/port.ts";
import { openPty } from "../../fakes/pty.ts";
import { settledOf, stopTimers } from "../../fakes/stopped-timers.ts";

const folder = mkdtempSync(join(tmpdir(), "native-"));
afterAll(() => rmSync(folder, { recursive: true }));
const toClose: (() => unknown)[] = [];
afterEach(() => {
	jest.useRealTimers();
	for (const close of toClose.splice(0).reverse()) close();
});
const fileOf = (opened: NativeFile | Refusal): NativeFile => {
	if ("code" in opened) throw new Error(`Did not open: ${opened.code}`);
	toClose.push(() => opened.close());
	return opened;
};
let named = 0;
const fifo = () => {
	const path = join(folder, `fifo${named++}`);
	execFileSync("mkfifo", [path]);
	return path;
};
/** How many descriptors of this process lead there. */
const opened = (path: string) =>
	readdirSync("/proc/self/fd").filter((name) => {
		try {
			return readlinkSync(`/proc/self/fd/${name}`) === path;
		} catch {
			return false;
		}
	}).length;
const until = async (so: () => unknown) => {
	const end = performance.now() + 60_000;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setImmediate(resolve));
	}
};

/** Linux's, of asm-generic/ioctls.h. */
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
const TCXONC = 0x540a;

describe("a device node", () => {
	it("takes memory that the kernel reads, and memory that it writes", async () => {
		const pty = openPty();
		toClose.push(() => pty.close());
		const file = fileOf(await openNative(pty.path));
		const size = Buffer.from(Uint16Array.of(25, 80, 0, 0).buffer);
		expect(await file.ioctl(TIOCSWINSZ, size)).toBe(0);
		const found = Buffer.alloc(8);
		expect(await file.ioctl(TIOCGWINSZ, found)).toBe(0);
		expect(found).toEqual(size);
	});

	it("takes a number", async () => {
		const pty = openPty();
		toClose.push(() => pty.close());
		const file = fileOf(await openNative(pty.path));
		expect([await file.ioctl(TCXONC, 1), await file.ioctl(TCXONC, 99)]).toEqual([0, { code: "EINVAL" }]);
	});

	it("that refuses says why, each call for itself", async () => {
		const file = fileOf(await openNative("/dev/null"));
		file.close();
		const other = fileOf(await openNative("/dev/null"));
		const calls = await nativeCalls();
		const asked = Array.from({ length: 60 }, (_, i) =>
			i % 2 === 0 ? other.ioctl(TIOCGWINSZ, Buffer.alloc(8)) : calls.ioctl(-1, TIOCGWINSZ, Buffer.alloc(8), []),
		);
		const codes = Array.from({ length: 60 }, (_, i) => ({ code: i % 2 === 0 ? "ENOTTY" : "EBADF" }));
		expect(await Promise.all(asked)).toEqual(codes);
		expect([await file.ioctl(TIOCGWINSZ, 0), file.read(1)]).toEqual([{ code: "EBADF" }, { code: "EBADF" }]);
	});

	test.each([
		[() => join(folder, "nothing"), "ENOENT", "missing"],
		[() => folder, "EISDIR", "bus"],
		[() => join(fifo(), "x"), "ENOTDIR", "missing"],
	])("that cannot be opened says why (%#)", async (path, code, meant) => {
		const refused = await openNative(path());
		expect(refused).toEqual({ code });
		expect(nativeFault({ code }, { device: "d" })).toMatchObject({ code: meant, facts: { device: "d" } });
	});

	it("is read without waiting", async () => {
		const path = fifo();
		const file = fileOf(await openNative(path));
		expect(file.read(8)).toEqual({ code: "EAGAIN" });
		execFileSync("sh", ["-c", `printf hello >${path}`]);
		expect(file.read(8)).toEqual(Buffer.from("hello"));
		expect(file.read(8)).toEqual({ code: "EAGAIN" });
	});

	it("is closed once, and leaves no descriptor", async () => {
		const path = fifo();
		for (let i = 0; i < 100; i++) {
			const file = fileOf(await openNative(path));
			file.close();
			file.close();
		}
		await until(() => opened(path) === 0);
	});

	// #native-ends
	it("that is open does not keep a process from ending", () => {
		const script = join(folder, "ends.ts");
		const module = pathToFileURL(join(import.meta.dirname, "../../../src/drivers/bus/native/file.ts"));
		writeFileSync(
			script,
			`import { openNative } from ${JSON.stringify(module.href)};
			const file = await openNative(${JSON.stringify(fifo())});
			if ("code" in file) throw new Error(file.code);
			file.read(1);`,
		);
		const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", timeout: 30_000 });
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	});
});

describe("a kernel that does not answer", () => {
	/** Every ioctl waits until it is let go. */
	const stuck = () => {
		const waiting: ((result: number) => void)[] = [];
		const closed: number[] = [];
		/** Requests of calls without a thread. */
		const now: number[] = [];
		let next = 50;
		const refuse = () => {
			throw new Error("not called here");
		};
		const calls: NativeCalls = {
			open: async () => next++,
			ioctl: () => new Promise<number>((resolve) => void waiting.push(resolve)),
			ioctlNow: (_, request) => {
				now.push(request);
				return 7;
			},
			close: (descriptor) => void closed.push(descriptor),
			read: refuse,
			neverWait: refuse,
			addressOf: refuse,
		};
		const letGo = async () => {
			for (const resolve of waiting.splice(0)) resolve(0);
			await until(() => true);
		};
		return { load: async () => calls, waiting, closed, now, letGo };
	};

	it("is waited for 2 s; its descriptor is closed when it has answered", async () => {
		const { load, closed, letGo } = stuck();
		const file = fileOf(await openNative("/dev/slow", load));
		stopTimers();
		const call = file.ioctl(1, 0);
		const given = settledOf(call);
		await jest.advanceTimersByTimeAsync(1999);
		expect(given()).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(await call).toEqual({ code: "ETIMEDOUT" });
		file.close();
		await jest.advanceTimersByTimeAsync(1000);
		expect(closed).toEqual([]);
		jest.useRealTimers();
		await letGo();
		await until(() => closed.length > 0);
		expect(closed).toEqual([50]);
	});

	// #native-threads
	it("takes at most three of Node's four threads; then a device that answers is asked without one", async () => {
		const { load, waiting, now, letGo } = stuck();
		const files = [];
		for (const path of ["/dev/a", "/dev/b", "/dev/c", "/dev/d"]) files.push(fileOf(await openNative(path, load)));
		const [first, second, third, last] = files;
		stopTimers();
		for (const file of [first, second, third]) {
			const call = file?.ioctl(1, 0);
			await jest.advanceTimersByTimeAsync(2000);
			expect(await call).toEqual({ code: "ETIMEDOUT" });
		}
		expect(await last?.ioctl(2, 0)).toBe(7);
		expect(await first?.ioctl(1, 0)).toEqual({ code: "ETIMEDOUT" });
		expect([waiting.length, now]).toEqual([3, [2]]);
		jest.useRealTimers();
		await letGo();
		const call = last?.ioctl(3, 0);
		await until(() => waiting.length > 0);
		await letGo();
		expect(await call).toBe(0);
		expect(now).toEqual([2]);
	});
});

describe("a machine without the library", () => {
	it("says so instead of throwing", async () => {
		const load = () => Promise.reject(new Error("Cannot find the native Koffi module"));
		expect(await openNative("/dev/null", load)).toEqual({ code: "Error: Cannot find the native Koffi module" });
	});
});

// #group-of-a-device
describe("the fault of a device that may not be opened", () => {
	/** A file of this group, or of our own where we may not give it away. */
	const owned = (gid: number, mode: number) => {
		const path = join(folder, `owned-${named++}`);
		writeFileSync(path, "");
		chmodSync(path, mode);
		if (process.getuid?.() === 0) chownSync(path, 0, gid);
		return { path, gid: statSync(path).gid };
	};
	const groups = (gid: number, name: string) => {
		const path = join(folder, `groups-${named++}`);
		writeFileSync(path, `root:x:0:\n${name}:x:${gid}:somebody\nlast:x:99999:\n`);
		return path;
	};

	it("names its group", () => {
		const { path, gid } = owned(20, 0o660);
		expect(notPermitted(path, { device: "x" }, { group: groups(gid, "dialout") })).toEqual({
			code: "no_permission",
			facts: { device: "x", group: "dialout" },
		});
	});

	it("gives its number where it has no name", () => {
		const { path, gid } = owned(4711, 0o660);
		const { facts } = notPermitted(path, {}, { group: groups(gid + 1, "other") });
		expect(facts).toEqual({ group: String(gid) });
	});

	test.each([
		["may not open it either", () => owned(20, 0o640).path],
		["cannot be found out", () => join(folder, "nothing")],
	])("names none that %s", (_, path) => {
		expect(notPermitted(path(), {}, { group: groups(20, "dialout") }).facts).toEqual({});
	});

	it("is that of a refused serial port and of an I2C bus", async () => {
		const { path, gid } = owned(20, 0o660);
		const group = { group: expect.any(String), device: path };
		const bus = new I2cBus(path, async () => ({ code: "EACCES" }));
		if (gid === 0) throw new Error("This file has no group of its own.");
		expect(serialFault(new Error(`Error: Permission denied, cannot open ${path}`), path).facts).toEqual(group);
		expect(await bus.transfer(0x20, Uint8Array.of(0), 1)).toEqual({ code: "no_permission", facts: group });
	});
});
