import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Device } from "#drivers/driver.ts";
import { vbus } from "#drivers/vbus/vbus.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { openPty, type Pty } from "../../fakes/pty.ts";
import { DATAGRAM, packet, payloadOf } from "../../fakes/vbus-frames.ts";
import { VbusLan } from "../../fakes/vbus-lan.ts";

const folder = mkdtempSync(join(tmpdir(), "vbus-"));
const path = join(folder, "usb-RESOL");
let now = 0;
let told: Notice[];
let device: Device | undefined;
let cable: Pty | undefined;
let lan: VbusLan | undefined;
beforeEach(() => {
	now = 0;
	told = [];
});
afterEach(async () => {
	await device?.close();
	cable?.close();
	await lan?.close().catch(() => undefined);
	device = cable = lan = undefined;
});

const open = (at: string, options: Readonly<Record<string, unknown>> = {}) => {
	const ports = { tell: (said: Notice) => void told.push(said), now: () => instant(now) };
	device = vbus.open(at, [], vbus.options.parse(options), ports);
	return device;
};
/** A DeltaSol BS 2009 with these temperatures in 0.1 °C. */
const BS = (...tenths: readonly number[]) =>
	packet({ source: 0x427b, payload: payloadOf([...tenths, 0, 0, 0, 0].slice(0, 4), 60, 0, 0, 0, 0) });
/** Sends until it reads like this, as the controller does. */
const until = async (send: () => void, channel: string, expected: object) => {
	const end = performance.now() + 60_000;
	for (;;) {
		send();
		await new Promise((resolve) => setTimeout(resolve, 2));
		const read = await device?.read(channel);
		const matches = Object.entries(expected).every(([key, value]) =>
			JSON.stringify(read).includes(`"${key}":${JSON.stringify(value)}`),
		);
		if (matches) return;
		if (performance.now() > end) throw new Error(`never ${JSON.stringify(expected)}, but ${JSON.stringify(read)}`);
	}
};
const value = (number: number) => ({ value: number });
const code = (fault: string) => ({ code: fault });

describe("a controller on a serial adapter", () => {
	const plug = () => {
		cable = openPty(path);
		return cable;
	};

	it("gives its temperatures, levels and faults; other packets are nothing", async () => {
		const { write } = plug();
		open(path);
		expect(await device?.read("427b/s1")).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		const send = () => {
			write(DATAGRAM);
			write(packet({ source: 0x427b, command: 0x200, payload: payloadOf([999, 999, 999, 999]) }));
			write(BS(713, 482, 8888, -888));
		};
		await until(send, "427b/s1", value(71.3));
		expect(await device?.read("427b/s2")).toEqual({ kind: "value", value: 48.2 });
		expect(await device?.read("427b/r1")).toEqual({ kind: "value", value: 60 });
		expect(await device?.read("427b/s3")).toMatchObject({ fault: { code: "open" } });
		expect(await device?.read("427b/s4")).toMatchObject({ fault: { code: "short" } });
		expect(await device?.read("7e11/s1")).toMatchObject({ fault: { code: "no_answer" } });
	});

	it("is lost when it falls silent, and its age does not grow where the running time is moved forward", async () => {
		const { write } = plug();
		open(path, { silence: 20 });
		await until(() => write(BS(713)), "427b/s1", value(71.3));
		now = 20;
		expect(await device?.read("427b/s1")).toMatchObject({ kind: "value" });
		now = 20.5;
		expect(await device?.read("427b/s1")).toMatchObject({ fault: { code: "no_answer" } });
		now = 520;
		device?.shift?.(seconds(500));
		expect(await device?.read("427b/s1")).toMatchObject({ kind: "value" });
	});

	it("is not believed where a temperature jumps, until the next packet says the same", async () => {
		const { write } = plug();
		open(path);
		await until(() => write(BS(713)), "427b/s1", value(71.3));
		write(BS(200));
		await until(() => undefined, "427b/s1", code("unsteady"));
		write(BS(200));
		await until(() => undefined, "427b/s1", value(20));
	});

	it("is never written to", async () => {
		const { write, onData } = plug();
		let said = 0;
		onData((bytes) => {
			said += bytes.length;
		});
		open(path);
		await until(() => write(BS(713)), "427b/s1", value(71.3));
		expect(await device?.write(new Map([["427b/r1", true]]))).toMatchObject({ fault: { code: "no_write" } });
		await until(() => write(BS(713)), "427b/s1", value(71.3));
		expect(said).toBe(0);
	});

	it("is lost when it is unplugged, is back when it is plugged in, 100 times, and leaks no descriptor", async () => {
		plug();
		open(path);
		await until(() => cable?.write(BS(713)), "427b/s1", value(71.3));
		const before = readdirSync("/proc/self/fd").length;
		for (let cycle = 1; cycle <= 100; cycle++) {
			cable?.unplug();
			await until(() => undefined, "427b/s1", code("missing"));
			plug();
			const send = () => {
				device?.retry?.();
				cable?.write(BS(200 + cycle));
			};
			await until(send, "427b/s1", value((200 + cycle) / 10));
		}
		expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(before);
		expect(told.filter(({ code }) => code === "device_lost").length).toBe(100);
		expect(told.filter(({ code }) => code === "device_back").length).toBe(100);
	});
});

describe("a controller on the network", () => {
	const send = () => lan?.send(BS(713));

	it.each([
		["all at once", false],
		["letter by letter", true],
	])("is heard after the login, whose answers come %s", async (_, pieces) => {
		lan = await new VbusLan().open();
		lan.temper.pieces = pieces;
		open(lan.host);
		await until(send, "427b/s1", value(71.3));
		expect(lan.commands).toEqual(["PASS vbus", "DATA"]);
	});

	it("is heard with a password of its own, on a channel of its own", async () => {
		lan = await new VbusLan().open();
		lan.temper.password = "canary pass";
		open(lan.host, { password: "canary pass", channel: 3 });
		await until(send, "427b/s1", value(71.3));
		expect(lan.commands).toEqual(["PASS canary pass", "CHANNEL 3", "DATA"]);
	});

	it("gets no command that is hidden in a password", async () => {
		lan = await new VbusLan().open();
		lan.temper.password = "vbusQUIT";
		open(lan.host, { password: "vbus\r\nQUIT" });
		await until(send, "427b/s1", value(71.3));
		expect(lan.commands).toEqual(["PASS vbusQUIT", "DATA"]);
	});

	test.each([
		["the password is wrong", { password: "canary-Pw" }, {}, "no_permission"],
		["it is no VBus", {}, { greeting: "SSH-2.0-OpenSSH_9.2\r\n" }, "bus"],
		["it never ends its line", {}, { greeting: "x".repeat(5000) }, "bus"],
	])("is lost, and says why, where %s", async (_, options, temper, fault) => {
		lan = await new VbusLan().open();
		Object.assign(lan.temper, temper);
		open(lan.host, options);
		await until(() => undefined, "427b/s1", code(fault));
		expect(device?.health()).toMatchObject({ code: fault });
		expect(told.map(({ code }) => code)).toEqual(["device_lost"]);
		expect(JSON.stringify(told)).not.toContain("canary");
		expect(lan.commands).not.toContain("DATA");
	});

	it("is lost while its adapter is gone, and back with it", async () => {
		lan = await new VbusLan().open();
		open(lan.host);
		await until(send, "427b/s1", value(71.3));
		lan.cut();
		await until(() => undefined, "427b/s1", code("missing"));
		await until(
			() => {
				device?.retry?.();
				send();
			},
			"427b/s1",
			value(71.3),
		);
		await lan.close();
		await until(() => device?.retry?.(), "427b/s1", code("missing"));
		await lan.open();
		await until(
			() => {
				device?.retry?.();
				send();
			},
			"427b/s1",
			value(71.3),
		);
		await device?.close();
		await new Promise<void>((done) => {
			const look = () => (lan?.listeners === 0 ? done() : setImmediate(look));
			look();
		});
		device = undefined;
	});
});

process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
