import { describe, expect, it, test } from "@jest/globals";
import type { Device } from "#drivers/driver.ts";
import { HeatingRod, WaveshareBoard } from "../../fakes/modbus/boards.ts";
import { framed } from "../../fakes/modbus/serial-line.ts";
import { aLine, aServer, holding, image, open, until, written } from "./bench.ts";

const value = (is: number) => ({ kind: "value", value: is });
const SENSORS = ["1/a", "1/b"];
/** Two registers that are not read together. */
const points = [
	{ id: "a", function: "holding", register: 10 },
	{ id: "b", function: "holding", register: 40 },
];
const unit = () => holding(Array.from({ length: 50 }, (_, n) => 1000 + n));

/** The first value. A busy machine may let answers be late, and late ones fail. */
const firstValue = async (device: Device, channel: string) => {
	let read = await device.read(channel);
	await until(async () => {
		if (read.kind !== "value") read = await device.read(channel);
		return read.kind === "value";
	});
	return read;
};

describe("a serial line", () => {
	// #late-is-never-another
	it("never takes a late answer for the one to a later request", async () => {
		const line = aLine({ 1: unit() });
		const { device } = open(line.path, SENSORS, { points, bus: { timeout: 50 } });
		await device.read("1/a");
		line.mischief = (answer, { say }) => void setTimeout(() => say(answer), 70);
		for (let nth = 0; nth < 4; nth++) {
			expect(await device.read("1/a")).toMatchObject({ kind: "failed" });
			expect(await device.read("1/b")).toMatchObject({ kind: "failed" });
		}
		line.mischief = (answer, { say }) => say(answer);
		expect(await firstValue(device, "1/b")).toEqual(value(1040));
		expect(await firstValue(device, "1/a")).toEqual(value(1010));
		expect(await firstValue(device, "1/b")).toEqual(value(1040));
	});

	it("never takes an answer that comes twice for the one to the next request", async () => {
		const line = aLine({ 1: unit() });
		const { device } = open(line.path, SENSORS, { points, bus: { timeout: 50 } });
		await device.read("1/a");
		line.mischief = (answer, { say }) => {
			say(answer);
			setTimeout(() => say(answer), 12);
		};
		for (let nth = 0; nth < 10; nth++)
			for (const [channel, right] of [
				["1/a", 1010],
				["1/b", 1040],
			] as const) {
				const read = await device.read(channel);
				expect(read.kind === "failed" || read.value === right).toBe(true);
			}
	});

	test.each([
		["is noisy", (answer: Uint8Array) => Uint8Array.of(0, 0xff, ...answer), "bus", "other unit"],
		["spoils a bit", (answer: Uint8Array) => answer.map((byte, i) => (i === 3 ? byte ^ 1 : byte)), "crc", "checksum"],
		["cuts answers off", (answer: Uint8Array) => answer.subarray(0, 4), "bus", "cut off"],
		["answers for another unit", (answer: Uint8Array) => framed(2, answer.subarray(1, -2)), "bus", "other unit"],
	] as const)("that %s gives faults that say so", async (_, spoil, code, reason) => {
		const line = aLine({ 1: unit() });
		line.mischief = (answer, { say }) => say(spoil(answer));
		const { device } = open(line.path, SENSORS, { points });
		expect(await device.read("1/a")).toMatchObject({ kind: "failed", fault: { code, facts: { unit: 1, reason } } });
	});

	it("a refusal is the unit's own, and says its number", async () => {
		const { device } = open(aLine({ 1: holding([1]) }).path, SENSORS, { points });
		expect(await device.read("1/a")).toMatchObject({
			kind: "failed",
			fault: { code: "bus", facts: { unit: 1, reason: "exception 2" } },
		});
	});

	it("that is unplugged is missed, and is back by itself with its relays written again", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		const { device, notices } = open(line.path, ["1/waveshare-1"]);
		const wanted = image({ "1/waveshare-1": true });
		await device.write(wanted);
		line.unplug();
		await until(() => device.health());
		expect(device.health()).toMatchObject({ code: "missing" });
		expect(await device.write(wanted)).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		board.restart();
		line.plug();
		const before = device.returns;
		await until(() => device.returns > before);
		await until(async () => (await device.write(wanted)).kind === "done");
		expect(board.relays[0]).toBe(true);
		expect(device.health()).toBeUndefined();
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});
});

describe("a gateway or device on the network", () => {
	it.each([{ rtu: false }, { rtu: true }])("is read and written: %j", async ({ rtu }) => {
		const board = new WaveshareBoard();
		const server = await aServer({ 1: board, 2: unit() }, { rtu });
		const bus = { transport: rtu ? "rtu" : "auto" };
		const { device } = open(server.at, ["1/waveshare-1", "2/a"], { points, bus });
		expect(await device.read("2/a")).toEqual(value(1010));
		const wanted = image({ "1/waveshare-1": true });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted });
	});

	it("that answers late never gives another request's value", async () => {
		const server = await aServer({ 1: unit() });
		const { device } = open(server.at, SENSORS, { points, bus: { timeout: 50 } });
		server.manner = (answer, say) => void setTimeout(() => say(answer), 70);
		for (let nth = 0; nth < 6; nth++)
			for (const [channel, right] of [
				["1/a", 1010],
				["1/b", 1040],
			] as const) {
				const read = await device.read(channel);
				expect(read.kind === "failed" || read.value === right).toBe(true);
			}
	});

	it("that sends something else is connected anew, and read again", async () => {
		const server = await aServer({ 1: unit() });
		const { device } = open(server.at, SENSORS, { points });
		server.manner = (_, say) => say(Buffer.from("HTTP/1.1 400 Bad Request\r\n"));
		expect(await device.read("1/a")).toMatchObject({ kind: "failed" });
		server.manner = (answer, say) => say(answer);
		await until(() => server.connections > 1);
		await until(() => device.read("1/a").then(({ kind }) => kind === "value"));
		expect(await device.read("1/b")).toEqual(value(1040));
	});

	it("whose cable is pulled is noticed although no one closes the connection", async () => {
		const server = await aServer({ 1: unit() });
		const { device } = open(server.at, SENSORS, { points, bus: { timeout: 50 } });
		expect(await device.read("1/a")).toEqual(value(1010));
		server.manner = () => undefined;
		await until(() => device.read("1/a").then(() => device.health() !== undefined));
		expect(device.health()).toMatchObject({ code: "no_answer" });
	});

	it("that is gone is missing, and back by itself", async () => {
		const rod = new HeatingRod();
		const server = await aServer({ 1: rod });
		const { device } = open(server.at, ["1/elwa-power"]);
		const wanted = image({ "1/elwa-power": 40 });
		await written(device, wanted);
		await server.stop();
		await until(() => device.health());
		expect(await device.write(wanted)).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		await server.start();
		await until(() => written(device, wanted).then(({ kind }) => kind === "done"));
		expect(rod.power).toBe(1200);
	});

	it("that nobody knows opens all the same, and fails every call", async () => {
		const { device } = open("nowhere.invalid:502", SENSORS, { points });
		expect(await device.read("1/a")).toMatchObject({ kind: "failed" });
		expect(device.health()).toBeDefined();
	});
});
