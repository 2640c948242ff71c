import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "@jest/globals";
import { keptHere } from "#app/beside/kept-here.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { MARK_FILE, PAGE_PASSWORD_FILE, STORE_FILE } from "#store/files/files.ts";
import { openStore } from "#store/store.ts";
import { freePort } from "../../fakes/mosquitto.ts";
import { cleared, folder, PLANT, until } from "../house.ts";
import { killed, started } from "../run-process.ts";

afterEach(killed);
afterAll(cleared);

it("data that is removed under a running controller is told of, and what it knows is put back", async () => {
	const where = folder();
	const data = join(where, "data");
	const options = join(where, "options.json");
	writeFileSync(options, JSON.stringify({ sensors: PLANT.sensors, turn: 0.2 }));
	const port = String(await freePort());
	const run = started(["--options", options, "--data", data, "--http-port", port, "--json"], where);
	const answers = async () => (await askControl(data, "snapshot", undefined, seconds(5))).kind === "answer";
	await until("it answers", answers);
	// The mark is written with a mode that is saved, the page's password with the page.
	await askControl(data, "rest", "test", seconds(5));
	const all = [STORE_FILE, MARK_FILE, PAGE_PASSWORD_FILE];
	await until("everything is kept", () => all.every((file) => existsSync(join(data, file))), 60_000);
	const password = readFileSync(join(data, PAGE_PASSWORD_FILE), "utf8");
	writeFileSync(join(data, "installation-id"), "abcd2345\n");
	// The look that misses the socket has seen all others: a socket that comes back shows that there was one.
	const removed = (n: number) => run.said().split('"kept_data_removed"').length > n;
	rmSync(join(data, "control.sock"));
	await until("the socket is missed", () => removed(1));
	await until("it answers again", answers);
	for (const file of readdirSync(data)) rmSync(join(data, file), { recursive: true });
	await until("all is missed", () => removed(2));
	const told = run
		.said()
		.split("\n")
		.findLast((line) => line.includes('"kept_data_removed"'));
	// A save makes the mark anew, perhaps before the look.
	for (const file of [STORE_FILE, PAGE_PASSWORD_FILE, "installation-id"]) expect(told).toContain(file);
	await until("it answers once more", answers);
	expect(readFileSync(join(data, "installation-id"), "utf8")).toBe("abcd2345\n");
	const asked = await askControl(data, "snapshot", undefined, seconds(5));
	expect(JSON.stringify(asked)).toContain("kept_data_removed");
	// To remove it is how an owner gets a new one.
	expect(existsSync(join(data, PAGE_PASSWORD_FILE))).toBe(false);
	expect(run.said()).not.toContain(password.trim());
	run.child.kill("SIGTERM");
	expect(await run.ended).toEqual({ code: 0, signal: null });
	expect(readdirSync(data)).not.toContain("control.sock");
});

/** Looks every millisecond; the first look is done when this comes back. */
const watched = (where: string, replaced = () => 0) => {
	const told: unknown[] = [];
	const kept = keptHere(
		where,
		({ facts }) => told.push(facts["files"]),
		{ listen: async () => undefined, replaced },
		1,
	);
	return { told, kept };
};

it.each([STORE_FILE, MARK_FILE, PAGE_PASSWORD_FILE, "installation-id", "control.sock"])(
	"the removal of %s alone is told of, once",
	async (file) => {
		const where = folder();
		writeFileSync(join(where, file), "abcd2345\n");
		const { told, kept } = watched(where);
		rmSync(join(where, file));
		await until("it is told of", () => told.length > 0);
		writeFileSync(join(where, "installation-id"), "abcd2345\n");
		writeFileSync(join(where, "control.sock"), "");
		const again = watched(where);
		rmSync(join(where, "control.sock"));
		await until("looks go on", () => again.told.length > 0);
		expect(told[0]).toBe(file);
		expect(told.filter((files) => files === file)).toHaveLength(1);
		expect(kept.findings()).toMatchObject([{ severity: "alarm", code: "kept_data_removed" }]);
		kept.close();
		again.kept.close();
	},
);

it("a database that a save made anew before anybody looked is told of all the same, once", async () => {
	const where = folder();
	const store = openStore(where, () => undefined);
	store.save({ mode: "off" });
	const { told, kept } = watched(where, () => store.replaced);
	const gone = () => rmSync(join(where, STORE_FILE));
	gone();
	store.save({ mode: "auto" });
	expect(existsSync(join(where, STORE_FILE))).toBe(true);
	await until("it is told of", () => told.length > 0);
	// One that a look misses is not told of again by the save that finds it.
	gone();
	await until("it is missed", () => told.length > 1);
	store.save({ mode: "off" });
	gone();
	store.save({ mode: "auto" });
	await until("the third is told of", () => told.length > 2);
	expect(told).toEqual([STORE_FILE, STORE_FILE, STORE_FILE]);
	kept.close();
	store.close();
});
