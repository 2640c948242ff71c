import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "@jest/globals";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import { cleared, folder, PLANT, until } from "./house.ts";
import { killed, started } from "./run-process.ts";

afterEach(killed);
afterAll(cleared);

it("data that is removed under a running controller is told of, and what it knows is put back", async () => {
	const where = folder();
	const data = join(where, "data");
	const options = join(where, "options.json");
	writeFileSync(options, JSON.stringify({ sensors: PLANT.sensors, turn: 0.2 }));
	const run = started(["--options", options, "--data", data, "--http-port", "0", "--json"], where);
	const answers = async () => (await askControl(data, "snapshot", undefined, seconds(5))).kind === "answer";
	await until("it answers", answers);
	writeFileSync(join(data, "installation-id"), "abcd2345\n");
	// The look after the one that finds the name has read it: a socket that comes back shows that there was one.
	const removed = (n: number) => run.said().split('"kept_data_removed"').length > n;
	rmSync(join(data, "control.sock"));
	await until("the socket is missed", () => removed(1), 30_000);
	await until("it answers again", answers, 30_000);
	for (const file of readdirSync(data)) rmSync(join(data, file), { recursive: true });
	await until("all is missed", () => removed(2), 30_000);
	await until("it answers once more", answers, 30_000);
	expect(readFileSync(join(data, "installation-id"), "utf8")).toBe("abcd2345\n");
	const asked = await askControl(data, "snapshot", undefined, seconds(5));
	expect(JSON.stringify(asked)).toContain("kept_data_removed");
	run.child.kill("SIGTERM");
	expect(await run.ended).toEqual({ code: 0, signal: null });
	expect(readdirSync(data)).not.toContain("control.sock");
}, 120_000);
