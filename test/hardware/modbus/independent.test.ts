import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { LastingPort } from "#drivers/bus/serial/lasting-port.ts";
import { COIL_ON, coilRequest, readRequest } from "#drivers/modbus/line/frame.ts";
import { RtuLine } from "#drivers/modbus/line/rtu-line.ts";
import { type Cable, openCable } from "../../fakes/cable.ts";

const folder = mkdtempSync(join(tmpdir(), "modbus-servers-"));
const LIBMODBUS = join(folder, "server");
const opened: (() => unknown)[] = [];

beforeAll(() => {
	execFileSync("cc", ["-o", LIBMODBUS, join(import.meta.dirname, "server.c"), "-I/usr/include/modbus", "-lmodbus"]);
});
afterEach(async () => {
	for (const close of opened.splice(0).reverse()) await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const SERVERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
	pymodbus: ["/usr/bin/python3", join(import.meta.dirname, "server.py")],
	libmodbus: [LIBMODBUS],
};

function line(path: string): RtuLine {
	const port = { path, baudRate: 9600 };
	const made = new RtuLine(
		path,
		{ timeout: 1000, gap: 5, speed: 9600 },
		() => undefined,
		(owner) => new LastingPort(port, owner),
	);
	opened.push(() => made.close());
	return made;
}

function serverOn(cable: Cable, [program, ...args]: readonly [string, ...string[]]): void {
	const child: ChildProcess = spawn(program, [...args, cable.right], { stdio: "ignore" });
	opened.push(() => child.kill("SIGKILL"));
}

/** Once it has begun to listen. */
async function answering(path: string): Promise<RtuLine> {
	const made = line(path);
	for (let tries = 0; tries < 30; tries++) {
		const reply = await made.ask(readRequest(1, 3, 0, 1));
		if (reply.kind === "data") return made;
	}
	throw new Error("The server does not answer");
}
const wordsOf = (reply: Awaited<ReturnType<RtuLine["ask"]>>) => {
	if (reply.kind !== "data") return reply;
	return Array.from({ length: reply.data.length / 2 }, (_, i) => Buffer.from(reply.data).readUInt16BE(2 * i));
};

describe.each(Object.entries(SERVERS))("our master with a server of %s", (_, command) => {
	it("reads, writes, is refused and comes back from a unit that is not there", async () => {
		const cable = openCable();
		opened.push(() => cable.close());
		serverOn(cable, command);
		const master = await answering(cable.left);
		expect(wordsOf(await master.ask(readRequest(1, 3, 0, 4)))).toEqual([1000, 1001, 0x8000, 1003]);
		expect(wordsOf(await master.ask(readRequest(1, 4, 90, 10)))).toEqual(
			[90, 91, 92, 93, 94, 95, 96, 97, 98, 99].map((n) => 1000 + n),
		);
		expect(await master.ask(coilRequest(1, 9, COIL_ON), { rank: "urgent" })).toMatchObject({ kind: "data" });
		expect(await master.ask(readRequest(1, 1, 0, 16))).toEqual({ kind: "data", data: Uint8Array.of(0, 2) });
		expect(await master.ask(readRequest(1, 2, 0, 4))).toEqual({ kind: "data", data: Uint8Array.of(0b1010) });
		expect(await master.ask(readRequest(1, 3, 5000, 1))).toEqual({ kind: "exception", code: 2 });
		expect(await master.ask(readRequest(7, 3, 0, 1))).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		const all = await Promise.all([10, 20, 30].map((register) => master.ask(readRequest(1, 3, register, 2))));
		expect(all.map(wordsOf)).toEqual([
			[1010, 1011],
			[1020, 1021],
			[1030, 1031],
		]);
	});
});
