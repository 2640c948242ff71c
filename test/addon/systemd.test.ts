import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Installation, until } from "../e2e/installation.ts";
import { warmHouse } from "./house.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** What systemd's manager would hear. A program of systemd's own opens the socket, as Node knows no datagrams there. */
describe("under systemd", () => {
	let house: Installation;
	let folder: string;
	let manager: ChildProcess;
	let app: ChildProcess;
	let heard = "";
	beforeEach(async () => {
		heard = "";
		house = await warmHouse();
		folder = mkdtempSync(join(tmpdir(), "notify-"));
		const socket = join(folder, "notify");
		const listen = ["--datagram", "--listen", socket, "sh", "-c", "exec cat <&3"];
		manager = spawn("systemd-socket-activate", listen, { stdio: ["ignore", "pipe", "ignore"] });
		manager.stdout?.on("data", (chunk: Buffer) => {
			heard += chunk;
		});
		await pause(300);
		const args = ["run", "--options", join(house.folder, "options.json"), "--data", house.folder, "--http-port", "0"];
		app = spawn(process.execPath, [MAIN, ...args], {
			env: { PATH: process.env["PATH"], NOTIFY_SOCKET: socket, WATCHDOG_USEC: "3000000" },
			stdio: ["ignore", "ignore", "inherit"],
		});
	});
	afterEach(async () => {
		app.kill("SIGKILL");
		manager.kill("SIGKILL");
		rmSync(folder, { recursive: true });
		await house.close();
	});
	const alive = () => heard.split("WATCHDOG=1").length - 1;

	it("says that it is there after the first turn, and that it lives as long as it does", async () => {
		await until("it is there", () => heard.includes("READY=1"), 20_000);
		expect(house.board.heard.length).toBeGreaterThan(0);
		await until("it lives", () => alive() >= 3, 20_000);
		app.kill("SIGSTOP");
		await pause(1200);
		const before = alive();
		await pause(4000);
		expect(alive()).toBe(before);
		app.kill("SIGCONT");
		await until("it lives again", () => alive() > before, 10_000);
	});
});
