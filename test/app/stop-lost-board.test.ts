import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { cleared, folder, PLANT, until } from "./house.ts";
import { killed, started } from "./run-process.ts";

const boards: LcusBoard[] = [];
afterEach(() => {
	killed();
	for (const board of boards.splice(0)) board.close();
});
afterAll(cleared);

/** A controller whose board was unplugged so long ago that the next attempt to open it is seconds away. */
async function withoutBoard() {
	const board = new LcusBoard();
	boards.push(board);
	const where = folder();
	const options = join(where, "options.json");
	const outputs = [{ id: "pump", role: "pump", target: `usb_relay:${board.path}/1` }];
	writeFileSync(options, JSON.stringify({ sensors: PLANT.sensors, outputs, turn: 0.2 }));
	const run = started(["--options", options, "--data", where, "--http-port", "0", "--json"], where);
	await until("the board hears something", () => board.heard.length > 0);
	board.unplug();
	await until("the board is missed", () => run.said().includes('"device_lost"'));
	return { board, run };
}

describe("SIGTERM while the app waits before it opens a board again", () => {
	it("ends with the board at rest and code 0 where the board is back", async () => {
		const { board, run } = await withoutBoard();
		board.plug();
		board.coils[0] = true;
		run.child.kill("SIGTERM");
		expect(await run.ended).toEqual({ code: 0, signal: null });
		expect(board.coils[0]).toBe(false);
		expect(run.said()).toContain('"stopped"');
	});

	it("ends with code 1 where the board stays away, so that the supervisor tries again", async () => {
		const { run } = await withoutBoard();
		run.child.kill("SIGTERM");
		expect(await run.ended).toEqual({ code: 1, signal: null });
		expect(run.said()).toContain('"stopped_not_at_rest"');
	});
});
