import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as soon } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";

const SERVER = join(import.meta.dirname, "control-server.ts");
/** Bytes of an answer: as large as a snapshot of a large plant. */
const ANSWER = 50_000;
const ASKED = `${JSON.stringify({ request: "much" })}\n`;
/** Two of the 32 places are for the client that asks how it goes, and for its last connection, which may not be gone. */
const CLIENTS = 30;

let folder = "";
let server: ChildProcess;
let clients: readonly Socket[] = [];
afterEach(() => {
	for (const client of clients) client.destroy();
	server.kill("SIGKILL");
	rmSync(folder, { recursive: true, force: true });
});

const serving = async (count: number) => {
	folder = mkdtempSync(join(tmpdir(), "ctl-"));
	server = spawn(process.execPath, [SERVER, folder, String(ANSWER)], { stdio: ["ignore", "pipe", "inherit"] });
	const { stdout } = server;
	if (stdout === null) throw new Error("There is no output.");
	await once(stdout, "data");
	clients = Array.from({ length: count }, () => connect(join(folder, "control.sock")).on("error", () => undefined));
	await Promise.all(clients.map((client) => once(client, "connect")));
	return memory("VmRSS");
};
/** MB of the server's memory: now, or at most so far. */
const memory = (what: "VmRSS" | "VmHWM"): number => {
	const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
	return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
};
/** Comes back after all that the server had to do for the others until now, so many times. */
const turns = async (count: number) => {
	for (let n = 0; n < count; n++)
		expect(await askControl(folder, "echo", n, seconds(60))).toEqual({ kind: "answer", value: n });
};

// #bounded-however-much-asks
describe("what the clients of the control socket cost is bounded", () => {
	it("where they ask and ask and read nothing", async () => {
		const before = await serving(CLIENTS);
		const much = ASKED.repeat(50_000);
		for (const client of clients) client.pause().write(much);
		await turns(100);
		expect(memory("VmHWM") - before).toBeLessThan(100);
	});

	it("where one asks and asks and reads all", async () => {
		const before = await serving(1);
		const [client] = clients;
		if (client === undefined) throw new Error("There is no client.");
		const count = 4000;
		let got = 0;
		client.on("data", (chunk: Buffer) => {
			got += chunk.reduce((n, byte) => n + (byte === 10 ? 1 : 0), 0);
		});
		client.write(ASKED.repeat(count));
		while (got < count) await soon();
		expect(memory("VmHWM") - before).toBeLessThan(100);
	});

	it("where they send a line byte by byte", async () => {
		const before = await serving(20);
		for (let n = 0; n < 40_000; n++) {
			for (const client of clients) client.write("x");
			await soon();
		}
		await turns(5);
		expect(memory("VmHWM") - before).toBeLessThan(25);
	});
});
