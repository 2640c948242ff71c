import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { openSetup } from "../../../src/app/setup/guided.ts";
import { JOURNAL_FILE } from "../../../src/app/setup/trial/journal.ts";
import { aServer } from "../../drivers/modbus/bench.ts";
import { LcusBoard } from "../../fakes/lcus-board.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";
import { cleared, folder, opened, until } from "../house.ts";

let where: string;
let board: LcusBoard;
beforeEach(() => {
	where = folder();
	board = new LcusBoard({ relays: 2 });
});
afterEach(async () => {
	board.close();
	await cleared();
});

const opens = async (options: unknown = {}) => {
	const { app } = opened(options, where);
	await app.started;
	const first = app.snapshot();
	if (first === undefined) throw new Error("No turn.");
	const told: Notice[] = [];
	const setup = await openSetup(app, {
		...{ folder: where, first, own: undefined, changed: () => undefined },
		announced: { places: () => [], state: () => "never", look: () => undefined },
		tell: (said) => void told.push(said),
		roots: { dev: where, sys: where, proc: where },
	});
	return { setup, told };
};
const killedWhile = (target: string) => writeFileSync(join(where, JOURNAL_FILE), JSON.stringify({ target }));
const noted = () => existsSync(join(where, JOURNAL_FILE));

describe("a process that was killed while an output was tried", () => {
	it("left it on: it is switched off at the next start", async () => {
		board.coils[1] = true;
		killedWhile(`usb_relay:${board.path}/2`);
		const { setup, told } = await opens();
		expect([board.coils, noted()]).toEqual([[false, false], false]);
		expect(told.map(({ code }) => code)).toContain("output_left_on");
		await setup.close();
	});

	it("left one on that only the options say how to reach", async () => {
		const unit = new ModbusUnit();
		unit.coils.set(0, true);
		const server = await aServer({ 1: unit });
		killedWhile("modbus:house/1/relay");
		const { setup } = await opens({
			modbus_buses: [{ id: "house", at: server.at }],
			modbus_points: [{ id: "relay", function: "coil", register: 0 }],
		});
		expect([unit.coils.get(0), noted()]).toEqual([false, false]);
		await setup.close();
	});

	it("left one on that is in the options now: that is for control", async () => {
		const target = `usb_relay:${board.path}/2`;
		killedWhile(target);
		const { setup, told } = await opens({ outputs: [{ id: "pump", role: "pump", target }] });
		await until("control has driven it", () => board.heard.length > 0);
		expect([noted(), told.map(({ code }) => code)]).toEqual([false, []]);
		await setup.close();
	});

	it("and whose board is gone: it says so, and tries again at the next start", async () => {
		killedWhile(`usb_relay:${board.path}/2`);
		board.unplug();
		const { setup, told } = await opens();
		expect(noted()).toBe(true);
		expect(told.map(({ code }) => code)).toContain("output_tried_stuck");
		await setup.close();
	}, 60_000);

	it("and whose board is gone: a person can try again to switch it off", async () => {
		const target = `usb_relay:${board.path}/2`;
		killedWhile(target);
		board.unplug();
		const { setup } = await opens();
		expect(setup.view("en").trying).toMatchObject({ target, state: "stuck" });
		board.plug();
		board.coils[1] = true;
		await setup.act({ do: "stop" }, "anna");
		expect([board.coils[1], noted(), setup.view("en").trying?.state]).toEqual([false, false, "off"]);
		await setup.close();
	}, 60_000);

	it("and which no driver takes any more: it stays noted, and is said, until a person says that it has no power", async () => {
		const target = "modbus:house/1/relay";
		killedWhile(target);
		const first = await opens();
		expect(first.told.map(({ code }) => code)).toContain("output_tried_stuck");
		expect(noted()).toBe(true);
		await first.setup.close();
		expect(noted()).toBe(true);
		const { setup } = await opens();
		expect(setup.view("en").trying).toMatchObject({ target, state: "stuck" });
		await setup.act({ do: "stop" }, "anna");
		expect(noted()).toBe(true);
		await setup.act({ do: "forget" }, "anna");
		expect([noted(), setup.view("en").trying]).toEqual([false, undefined]);
		await setup.close();
	});

	it("left a journal that cannot be read: nothing is switched", async () => {
		writeFileSync(join(where, JOURNAL_FILE), "{");
		const { setup } = await opens();
		expect([board.heard, noted()]).toEqual([[], false]);
		await setup.close();
	});
});
