import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { CANARY, type Installation, until } from "../e2e/installation.ts";
import { Before } from "./before.ts";
import { controllerIn, rested, warmHouse } from "./house.ts";

/** Node's own door for debuggers, opened by SIGUSR1. */
const DEBUGGER = "http://127.0.0.1:9229/json/list";
/** What a bug in JavaScript would do: the thread that controls never comes back. */
const FOR_EVER = JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression: "for (;;);" } });

async function loopForEver(pid: number): Promise<void> {
	process.kill(pid, "SIGUSR1");
	let door: string | undefined;
	while (door === undefined) {
		const listed = await fetch(DEBUGGER).then(
			(answer) => answer.text(),
			() => "[]",
		);
		door = JSON.parse(listed)[0]?.webSocketDebuggerUrl;
	}
	const socket = new WebSocket(door);
	socket.onopen = () => socket.send(FOR_EVER);
	socket.onerror = () => undefined;
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
				expect(await restored(house, loopForEver)).toBeGreaterThan(14_000);
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
				await until("the board hears something", () => house.board.heard.length > 0, 20_000);
				const pid = await controllerIn(house);
				process.kill(pid, "SIGSTOP");
				await rested(house, 50_000);
				expect(await controllerIn(house, pid)).not.toBe(pid);
			}),
		120_000,
	);
});
