import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Installation, until } from "../e2e/installation.ts";
import { warmHouse } from "./house.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** What systemd's manager would hear. A program of systemd's own opens the socket, as Node knows no datagrams there. */
describe("under systemd", () => {
	let house: Installation;
	let folder: string;
	let socket: string;
	let manager: ChildProcess;
	let app: ChildProcess;
	let heard = "";
	beforeEach(async () => {
		heard = "";
		house = await warmHouse();
		folder = mkdtempSync(join(tmpdir(), "notify-"));
		socket = join(folder, "notify");
		const listen = ["--datagram", "--listen", socket, "sh", "-c", "exec cat <&3"];
		manager = spawn("systemd-socket-activate", listen, { stdio: ["ignore", "pipe", "ignore"] });
		manager.stdout?.on("data", (chunk: Buffer) => {
			heard += chunk;
		});
		await until("the manager listens", () => existsSync(socket));
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
		await until("it is there", () => heard.includes("READY=1"));
		expect(house.board.heard.length).toBeGreaterThan(0);
		await until("it lives", () => alive() >= 3);
		app.kill("SIGSTOP");
		await until(
			"all that could say so is stopped or over",
			() => speakers(socket).every((how) => /[TZ]/.test(how)),
			20_000,
		);
		// The manager hears words in their order: after this one there is none from before the stop.
		execFileSync("systemd-notify", ["MARK=1"], { env: { ...process.env, NOTIFY_SOCKET: socket } });
		await until("the mark is heard", () => heard.includes("MARK=1"));
		const before = alive();
		expect(speakers(socket).length).toBeGreaterThan(0);
		expect(speakers(socket).join("")).toMatch(/^[TZ]+$/);
		app.kill("SIGCONT");
		await until("it lives again", () => alive() > before, 60_000);
	});
});

/** The states of all threads that know the manager's socket, a letter each (proc_pid_stat(5)): T is stopped, Z over. */
function speakers(socket: string): readonly string[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				if (!readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`NOTIFY_SOCKET=${socket}`)) return [];
				return readdirSync(`/proc/${pid}/task`).map((task) =>
					readFileSync(`/proc/${pid}/task/${task}/stat`, "utf8").replace(/^.*\) (\w).*$/s, "$1"),
				);
			} catch {
				// It has ended meanwhile.
				return [];
			}
		});
}
