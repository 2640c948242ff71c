import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { compilerHere } from "../../scripts/compiler.ts";
import { CANARY, type Installation, until } from "../e2e/installation.ts";
import { Before } from "./before.ts";
import { controllerIn, rested, warmHouse } from "./house.ts";

/** What a bug in JavaScript would do: the thread that controls never comes back, and the others go on. */
function holdMainThread(pid: number): void {
	const compiler = compilerHere();
	if (compiler === undefined) throw new Error("There is no C compiler: npm run test:addon installs one");
	const program = join(mkdtempSync(join(tmpdir(), "hold-thread-")), "hold-thread");
	execFileSync(compiler, ["-o", program, join(import.meta.dirname, "hold-thread.c")], { stdio: "pipe" });
	const holder = spawn(program, [String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
	holder.stderr.on("data", (said) => console.error(String(said)));
	holder.once("exit", () => rmSync(dirname(program), { recursive: true }));
}

const heartbeatOf = (pid: number) => `/proc/${pid}/root/run/solar-heating/heartbeat`;

/** Each in a house of its own: they mostly wait, so they wait together. */
async function inHouse(story: (house: Installation) => Promise<void>): Promise<void> {
	const house = await warmHouse();
	try {
		house.start();
		await story(house);
	} finally {
		await house.close();
	}
}

/** Gives how long it took until the outputs were at rest, in ms. */
async function restored(house: Installation, hang: (pid: number) => unknown): Promise<number> {
	const before = new Before(house);
	try {
		await before.given();
		// Until then a start is under way, which has longer.
		const pid = await controllerIn(house);
		await until("it gives signs of life", () => /^\d/.test(readFileSync(heartbeatOf(pid), "utf8")));
		return await before.after(hang, 30_000);
	} finally {
		before.close();
	}
}

describe("a controller that hangs is killed within 30 s: its outputs go to rest, it comes again, and all is as before,", () => {
	test.concurrent(
		"where its loop never comes back",
		() =>
			inHouse(async (house) => {
				expect(await restored(house, holdMainThread)).toBeGreaterThan(14_000);
				expect(house.log).toContain("No turn of the control loop for 15 s");
				expect(house.log).not.toContain(CANARY);
			}),
		120_000,
	);

	test.concurrent(
		"where it is stopped as a whole",
		() =>
			inHouse(async (house) => {
				expect(await restored(house, (pid) => process.kill(pid, "SIGSTOP"))).toBeGreaterThan(14_000);
				expect(house.log).toContain("has given no sign of life");
			}),
		120_000,
	);

	test.concurrent(
		"where it is stopped in the moment in which it gives a sign of life",
		() =>
			inHouse(async (house) => {
				// The file is emptied before it is written.
				const halfway = (pid: number) => {
					process.kill(pid, "SIGSTOP");
					writeFileSync(heartbeatOf(pid), "");
				};
				expect(await restored(house, halfway)).toBeGreaterThan(14_000);
			}),
		120_000,
	);
});

describe("a controller that stands still before its first turn", () => {
	test.concurrent(
		"is killed within 50 s",
		() =>
			inHouse(async (house) => {
				await until("the board hears something", () => house.board.heard.length > 0);
				const pid = await controllerIn(house);
				process.kill(pid, "SIGSTOP");
				await rested(house, 50_000);
				expect(await controllerIn(house, pid)).not.toBe(pid);
			}),
		120_000,
	);
});
