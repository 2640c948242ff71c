import { describe, expect, it, test } from "@jest/globals";
import { Turns } from "#drivers/bus/turns.ts";
import type { Device, Image } from "#drivers/driver.ts";
import { answerWithin } from "#drivers/modbus/line/patience.ts";
import { HeatingRod, WaveshareBoard } from "../../fakes/modbus/boards.ts";
import type { SerialLine } from "../../fakes/modbus/serial-line.ts";
import { aLine, aServer, holding, image, open, until, written } from "./bench.ts";

const RELAY = "1/waveshare-1";
const ON = image({ [RELAY]: true });
const OFF = image({ [RELAY]: false });
const SENSOR = "2/r4dcb08-1";
const sensors = () => holding([1, 2, 3, 4, 5, 6, 7, 8]);

/** What was written to the relay's unit: `on` also with a timer. */
const writesOn = ({ heard }: SerialLine) =>
	heard.flatMap((frame) => {
		const told = /^01 05 0[02] 00 (.. ..)/.exec(frame)?.[1];
		return told === undefined ? [] : [told === "00 00" ? "off" : "on"];
	});

/** Writes until it is done: on a busy machine an answer may come too late. */
const done = (device: Device, wanted: Image) =>
	until(async () => {
		const written = await device.write(wanted);
		return written.kind === "done" && written.faults?.size === 0;
	});

/** Answers of this unit are kept back. Gives what sends them. */
function kept(line: SerialLine, unit: number): () => void {
	const back: (() => void)[] = [];
	line.mischief = (answer, { say }) => {
		if (answer[0] === unit) back.push(() => say(answer));
		else say(answer);
	};
	return () => {
		for (const send of back.splice(0)) send();
	};
}

describe("a switch", () => {
	// #off-between-repeats
	it("off goes before the next repeat of a reading that has to come several times", async () => {
		const line = aLine({ 1: new WaveshareBoard(), 2: sensors() });
		const { device } = open(line.path, [RELAY, SENSOR], { bus: { timeout: 2000 } });
		await done(device, ON);
		const release = kept(line, 2);
		line.heard.length = 0;
		const read = device.read(SENSOR);
		await until(() => line.heard.length === 1);
		const off = device.write(OFF);
		// A port that was opened just now may still give answers to an earlier process: so the reading has to come again.
		release();
		expect(await off).toMatchObject({ kind: "done", confirmed: OFF });
		expect(line.heard.map((frame) => frame.slice(0, 5)).slice(0, 3)).toEqual(["02 03", "01 05", "01 01"]);
		await until(() => {
			release();
			return line.heard.filter((frame) => frame.startsWith("02 03")).length >= 3;
		});
		release();
		expect(await read).toMatchObject({ kind: "value" });
	});

	it.each(["serial", "tcp"])(
		"is not late behind a unit that does not answer and has much time for it: %s",
		async (kind) => {
			const board = new WaveshareBoard();
			const units = { 1: board, 2: sensors() };
			const line = kind === "serial" ? aLine(units) : undefined;
			const server = line === undefined ? await aServer(units) : undefined;
			const { device } = open(line?.path ?? server?.at ?? "", [RELAY, SENSOR], { bus: { timeout: 2000 } });
			let asked = 0;
			if (line) line.mischief = (answer, { say }) => (answer[0] === 2 ? void asked++ : say(answer));
			if (server) server.manner = (answer, say) => (answer[6] === 2 ? void asked++ : say(answer));
			const read = device.read(SENSOR);
			await until(() => asked > 0);
			expect(await written(device, ON)).toMatchObject({ kind: "done", confirmed: ON });
			expect(board.relays[0]).toBe(true);
			expect(await read).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		},
	);

	// #superseded-is-not-sent
	it("on that waits is not sent any more after one off", async () => {
		const line = aLine({ 1: new WaveshareBoard(), 2: sensors() });
		const { device } = open(line.path, [RELAY, SENSOR], { bus: { timeout: 2000 } });
		await done(device, OFF);
		const release = kept(line, 2);
		line.heard.length = 0;
		const read = device.read(SENSOR);
		await until(() => line.heard.length === 1);
		const on = device.write(ON);
		// By then it waits for the line.
		await new Promise((resolve) => setImmediate(resolve));
		const off = device.write(OFF);
		release();
		expect(await off).toMatchObject({ kind: "done", confirmed: OFF });
		expect(await on).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		expect(writesOn(line)).toEqual(["off"]);
		line.mischief = (answer, { say }) => say(answer);
		release();
		await read;
	});
});

describe("what is under way", () => {
	// #hurried
	it("is given up at the moment when something urgent begins to wait", async () => {
		const turns = new Turns();
		const never = Promise.withResolvers<object>();
		const waits = Promise.withResolvers<void>();
		const read = turns.run(() => {
			const hurried = turns.hurried;
			turns.hurried = () => {
				waits.resolve();
				return hurried.call(turns);
			};
			return answerWithin({ timeout: 600_000, wire: 0, rank: "usual", turns }, never.promise);
		});
		// It has been waited for so long that anything urgent may go before it.
		await waits.promise;
		const order: string[] = [];
		const write = turns.run(async () => void order.push("write"), "urgent");
		expect(await read).toBeUndefined();
		await write;
		expect(order).toEqual(["write"]);
	});
});

describe("a switch on the network", () => {
	// #given-up-is-not-sent
	it("on that waits is not sent any more after one off", async () => {
		const told: number[] = [];
		class Heard extends WaveshareBoard {
			protected override setCoil(coil: number, value: number): boolean {
				told.push(value);
				return super.setCoil(coil, value);
			}
		}
		const server = await aServer({ 1: new Heard(), 2: sensors() });
		const { device } = open(server.at, [RELAY, SENSOR], { bus: { timeout: 2000 } });
		await written(device, OFF);
		const back: (() => void)[] = [];
		server.manner = (answer, say) => (answer[6] === 2 ? void back.push(() => say(answer)) : say(answer));
		const read = device.read(SENSOR);
		await until(() => back.length > 0);
		told.length = 0;
		const on = device.write(ON);
		// By then it waits for the line.
		await new Promise((resolve) => setImmediate(resolve));
		const off = device.write(OFF);
		for (const send of back) send();
		await Promise.all([on, off]);
		expect(await device.deadMan?.settled()).toMatchObject({ kind: "done", confirmed: OFF });
		expect(new Set(told)).toEqual(new Set([0]));
		await read;
	});
});

describe("a device on the network that takes longer than a relay on a line may", () => {
	// #slow-network-outputs
	it.each(["tcp", "rtu"])(
		"is switched and read back within its own time, and no turn waits for it: %s",
		async (transport) => {
			const board = new WaveshareBoard({ tenth: 10_000 });
			const server = await aServer({ 1: board }, { rtu: transport === "rtu" });
			const { device } = open(server.at, [RELAY], { bus: { timeout: 2000, transport } });
			server.manner = (answer, say) => void setTimeout(() => say(answer), 600);
			expect(await device.write(ON)).toMatchObject({ kind: "done", confirmed: new Map(), awaited: new Set([RELAY]) });
			await until(async () => {
				const written = await device.write(ON);
				return written.kind === "done" && written.confirmed.get(RELAY) === true && written.awaited?.size === 0;
			});
			expect(board.relays[0]).toBe(true);
		},
	);
});

describe("a renewal", () => {
	const timed = { relay_timer: 1 };

	// #renewals-do-not-pile-up
	it("waits once, and after a switch: none goes out before or after an off", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		// Renewals come three times as often as one that is not answered ends.
		const { device } = open(line.path, [RELAY], { ...timed, bus: { timeout: 1000 } });
		await done(device, ON);
		line.mischief = () => undefined;
		const asked = line.heard.length;
		await until(() => line.heard.length > asked + 1);
		line.heard.length = 0;
		line.mischief = (answer, { say }) => say(answer);
		await done(device, OFF);
		await device.readBack();
		expect(new Set(writesOn(line))).toEqual(new Set(["off"]));
		expect(board.relays[0]).toBe(false);
	});

	// #renewal-starts-nothing
	it.each([
		["", false],
		[", also where an echo looks like an answer", true],
	])("never switches a relay on whose unit was away and lost its power: control decides that%s", async (_, echoes) => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		line.echoes = echoes;
		const { device } = open(line.path, [RELAY], timed);
		await done(device, ON);
		line.units.delete(1);
		const asked = line.heard.length;
		await until(() => line.heard.length > asked);
		const before = device.returns;
		board.restart();
		await until(() => line.heard.length > asked + 1);
		line.heard.length = 0;
		line.units.set(1, board);
		// It is looked at before it is renewed.
		await until(() => device.returns > before);
		await device.readBack();
		expect([writesOn(line), board.relays[0]]).toEqual([[], false]);
		await done(device, ON);
	});

	it("goes on after one that was lost, if the relay is still on", async () => {
		// Its own timer has no part in this.
		const board = new WaveshareBoard({ tenth: 10_000 });
		const line = aLine({ 1: board });
		const { device } = open(line.path, [RELAY], { relay_timer: 3 });
		await done(device, ON);
		let lost = 0;
		line.mischief = (answer, { say }) => {
			if (answer[1] === 5 && lost === 0) lost++;
			else say(answer);
		};
		await until(() => lost > 0);
		line.heard.length = 0;
		await until(() => writesOn(line).includes("on"));
		expect(board.relays[0]).toBe(true);
	});
});

describe("a heating rod that is told to stop and goes on heating", () => {
	const CHANNEL = "1/elwa-power";
	const wanted = (level: number) => image({ [CHANNEL]: level });

	async function heating() {
		const rod = new HeatingRod({ drops: 60_000 });
		const { device } = open((await aServer({ 1: rod })).at, [CHANNEL]);
		expect(await written(device, wanted(100))).toMatchObject({ kind: "done", confirmed: wanted(100) });
		rod.sticks = true;
		return { rod, device };
	}

	// #off-is-read-back
	it("is not off until no power flows: it is told and looked at again every second", async () => {
		const { rod, device } = await heating();
		const before = rod.told;
		const still = { kind: "done", confirmed: wanted(100), awaited: new Set([CHANNEL]) };
		await until(async () => {
			expect(await device.write(wanted(0))).toMatchObject(still);
			return rod.told >= before + 3;
		});
		expect(device.deadMan?.evidence(CHANNEL)).toEqual({ watts: 3000 });
		rod.sticks = false;
		await until(async () => {
			const turn = await device.write(wanted(0));
			return turn.kind === "done" && turn.confirmed.get(CHANNEL) === 0 && turn.awaited?.size === 0;
		});
		expect(rod.power).toBe(0);
	});

	it("is not off at the stop either", async () => {
		const { device } = await heating();
		await device.write(wanted(0));
		expect(await device.deadMan?.settled()).toMatchObject({
			kind: "done",
			confirmed: wanted(100),
			awaited: new Set([CHANNEL]),
		});
	});

	it("is told again at the stop, and is off as soon as it obeys", async () => {
		const { rod, device } = await heating();
		await device.write(wanted(0));
		const before = rod.told;
		const settled = device.deadMan?.settled();
		await until(() => rod.told > before);
		rod.sticks = false;
		expect(await settled).toMatchObject({ kind: "done", confirmed: wanted(0), awaited: new Set() });
	});

	test.each([true, false])("in a silence test it is told to stop again if that was lost: %s", async (loses) => {
		const rod = new HeatingRod({ drops: 60_000 });
		const server = await aServer({ 1: rod });
		const { device } = open(server.at, [CHANNEL]);
		await written(device, wanted(100));
		device.deadMan?.silence(new Set([CHANNEL]));
		const told = rod.told;
		// A changed level would start the unit's timer anew.
		await written(device, wanted(60));
		expect([rod.told, rod.power]).toEqual([told, 3000]);
		rod.sticks = loses;
		await written(device, wanted(0));
		rod.sticks = false;
		await until(() => written(device, wanted(0)).then(() => rod.power === 0));
		expect(rod.told).toBeGreaterThan(told);
	});
});
