import { describe, expect, it, test } from "@jest/globals";
import { HeatingRod, WaveshareBoard } from "../../fakes/modbus/boards.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";
import { aLine, aServer, holding, image, open, until, written } from "./bench.ts";

// Each is a public report of somebody with such a device: see the comment above it.

const value = (is: number) => ({ kind: "value", value: is });
const points = [{ id: "a", function: "holding", register: 1 }];
const RELAY = "1/waveshare-1";

describe("a line whose idle level is not defined", () => {
	// stephane/libmodbus#304, pyhys/minimalmodbus#61: 0 before each answer. eModbus/eModbus#40, zhaopeiym/IoTClient#14: around it.
	// home-assistant/core#69742: three zeros after each, with every converter that its owner tried.
	// #zeros-around-an-answer
	test.each([
		["before", [0], []],
		["twice before", [0, 0], []],
		["before and after", [0], [0]],
		["three times after", [], [0, 0, 0]],
	])("adds zeros %s each answer: it is read and switched", async (_, before, after) => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board, 2: holding([0, 0]) });
		line.mischief = (answer, { say }) => say(Uint8Array.of(...before, ...answer, ...after));
		const { device } = open(line.path, [RELAY, "2/a"], { points });
		await until(async () => (await device.read("2/a")).kind === "value");
		await until(async () => {
			const written = await device.write(image({ [RELAY]: true }));
			return written.kind === "done" && written.faults?.size === 0;
		});
		expect(board.relays[0]).toBe(true);
	});

	test.each([
		["three zeros", [0, 0, 0], []],
		["another byte", [0, 0xff], []],
		["another byte after it", [], [0xff]],
	])("is refused with %s", async (_, before, after) => {
		const line = aLine({ 2: holding([0, 0]) });
		line.mischief = (answer, { say }) => say(Uint8Array.of(...before, ...answer, ...after));
		const { device } = open(line.path, ["2/a"], { points });
		expect(await device.read("2/a")).toMatchObject({ kind: "failed", fault: { code: "bus" } });
	});
});

// stephane/libmodbus#380, pymodbus-dev/pymodbus#2592, rosswarren/epevermodbus#27, epics-modules/modbus#39.
describe("an adapter that hears what it sends", () => {
	it.each([600, 1])("is read and switched, in pieces of %d bytes", async (size) => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board, 2: holding([0, 17]) });
		line.mischief = (answer, { say, request }) => {
			const all = Uint8Array.of(...request, ...answer);
			for (let at = 0; at < all.length; at += size) say(all.subarray(at, at + size));
		};
		const { device } = open(line.path, [RELAY, "2/a"], { points });
		await until(async () => (await device.read("2/a")).kind === "value");
		expect(await device.read("2/a")).toEqual(value(17));
		for (const on of [true, false]) {
			await until(async () => {
				const done = await device.write(image({ [RELAY]: on }));
				return done.kind === "done" && done.faults?.size === 0;
			});
			expect(board.relays[0]).toBe(on);
		}
	});

	it("is replaced by one without an echo: its relay is switched all the same", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		const { device } = open(line.path, [RELAY]);
		for (const echoes of [true, false, true]) {
			line.echoes = echoes;
			for (const on of [true, false])
				await until(async () => {
					const done = await device.write(image({ [RELAY]: on }));
					return done.kind === "done" && done.faults?.size === 0 && board.relays[0] === on;
				});
		}
	});

	it("confirms nothing of a board that is not there", async () => {
		const line = aLine({ 1: new WaveshareBoard(), 2: holding([0, 17]) });
		line.mischief = (_, { say, request }) => say(request);
		const { device } = open(line.path, [RELAY, "2/a"], { points, bus: { timeout: 100 } });
		expect(await device.read("2/a")).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		const done = await device.write(image({ [RELAY]: true }));
		expect(done.kind === "failed" || done.confirmed.get(RELAY) !== true).toBe(true);
	});
});

describe("a relay that is read back too early", () => {
	// hstrohmaier/ha_comfoconnectpro#23, home-assistant/core#53826: just after the write its coil still reads as before.
	class Slow extends ModbusUnit {
		until = 0;

		override answer(pdu: Uint8Array): Uint8Array {
			if (pdu[0] === 5 && this.until === 0) this.until = performance.now() + 100;
			return pdu[0] === 1 && performance.now() < this.until ? Uint8Array.of(1, 1, 0) : super.answer(pdu);
		}
	}

	// home-assistant/core#50073: SlaveBusy.
	class Busy extends ModbusUnit {
		until = 0;

		override answer(pdu: Uint8Array): Uint8Array {
			if (pdu[0] !== 5) return super.answer(pdu);
			if (this.until === 0) this.until = performance.now() + 100;
			return performance.now() < this.until ? Uint8Array.of(0x85, 6) : super.answer(pdu);
		}
	}

	// #not-ready-yet
	test.each([
		["shows the change a moment later", Slow],
		["is busy for a moment", Busy],
	])("or %s is no fault", async (_, Kind) => {
		const unit = new Kind();
		unit.coils.set(7, false);
		const coil = [{ id: "coil", function: "coil", register: 7 }];
		// On the network a read-back comes only once.
		const { device } = open((await aServer({ 1: unit })).at, ["1/coil"], { points: coil });
		const wanted = image({ "1/coil": true });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted, faults: new Map() });
		expect(unit.coils.get(7)).toBe(true);
	});
});

describe("an AC THOR", () => {
	// evcc-io/evcc#18020: after the stop it takes 5 W for itself.
	it("that takes a few watts for itself is off", async () => {
		const rod = new HeatingRod();
		const { device } = open((await aServer({ 1: rod })).at, ["1/thor9s-power"]);
		await written(device, image({ "1/thor9s-power": 0 }));
		rod.holding.set(1000, 5);
		rod.sticks = true;
		const wanted = image({ "1/thor9s-power": 0 });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted, awaited: new Set() });
	});

	// evcc-io/evcc#33755: asked for 1,129 W, one with other settings let 2,986 W flow.
	it("9s that lets more flow than it is told is not as it should be, and says how much", async () => {
		class Whole extends HeatingRod {
			override answer(pdu: Uint8Array): Uint8Array {
				const answer = super.answer(pdu);
				if (pdu[0] === 16 && this.power > 0) this.holding.set(1000, 2986);
				return answer;
			}
		}
		const { device } = open((await aServer({ 1: new Whole() })).at, ["1/thor9s-power"]);
		const done = await written(device, image({ "1/thor9s-power": 13 }));
		expect(done).toMatchObject({ kind: "done", confirmed: image({ "1/thor9s-power": 33 }) });
		expect(done.kind === "done" && done.faults?.get("1/thor9s-power")).toMatchObject({ code: "not_verified" });
		expect(device.deadMan?.evidence("1/thor9s-power")).toEqual({ watts: 2986 });
	});

	// evcc-io/evcc#21374: it gives the part of its rod's power that is written as a part of 9,000 W.
	test.each([100, 50, 10])("9s with a rod of 6,000 W is at %s %%", async (level) => {
		class Smaller extends HeatingRod {
			override answer(pdu: Uint8Array): Uint8Array {
				const answer = super.answer(pdu);
				if (pdu[0] === 16) this.holding.set(1000, Math.round((this.power * 2) / 3));
				return answer;
			}
		}
		const rod = new Smaller({ most: 9000 });
		const { device } = open((await aServer({ 1: rod })).at, ["1/thor9s-power"]);
		const wanted = image({ "1/thor9s-power": level });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted, awaited: new Set() });
		expect(device.deadMan?.evidence("1/thor9s-power")).toEqual({ watts: 60 * level });
	});
});

describe("a gateway", () => {
	// kellerza/sunsynk#680: its answers carry the number after the request's.
	it("whose answers have another number than their requests gives no value", async () => {
		const server = await aServer({ 1: holding([4, 5]) });
		server.manner = (answer, say) => say(answer.map((byte, i) => (i === 1 ? byte + 1 : byte)));
		const { device } = open(server.at, ["1/a"], { points });
		for (let nth = 0; nth < 3; nth++) expect(await device.read("1/a")).toMatchObject({ kind: "failed" });
	});

	// pymodbus-dev/pymodbus#28: a media converter that passes an answer on in pieces.
	it("that sends an answer in pieces is read", async () => {
		const server = await aServer({ 1: holding([4, 5]) });
		server.manner = (answer, say) => {
			say(answer.subarray(0, 3));
			setTimeout(() => say(answer.subarray(3, 8)), 5);
			setTimeout(() => say(answer.subarray(8)), 10);
		};
		const { device } = open(server.at, ["1/a"], { points, bus: { timeout: 2000 } });
		expect(await device.read("1/a")).toEqual(value(5));
	});

	// rossmann-engineering/EasyModbusTCP.NET#56: the late answer to the request before comes in one packet with the right one.
	it("that sends a late answer together with the next one is not misunderstood", async () => {
		const both = [...points, { id: "b", function: "holding", register: 0 }];
		const server = await aServer({ 1: holding([4, 5]) });
		const late: Uint8Array[] = [];
		server.manner = (answer) => void late.push(answer);
		const { device } = open(server.at, ["1/a", "1/b"], { points: both, bus: { timeout: 100 } });
		expect(await device.read("1/a")).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		server.manner = (answer, say) => say(Buffer.concat([...late, answer]));
		await until(() => device.read("1/b").then((read) => read.kind === "value" && read.value === 4));
	});
});

describe("a module for DS18B20", () => {
	// Gbertaz/NonBlockingDallas#2, home-assistant/core#177168: 85 °C of a sensor that has lost its power for a moment.
	it.each(["r4dcb08", "n4dsc08"])("%s with a sensor that has just got power: 85 °C is none", async (map) => {
		const unit = holding([482, 0, 0, 0, 0, 0, 0, 0]);
		for (let n = 0; n < 8; n++) unit.input.set(n, 0);
		const says = (tenths: number) => {
			unit.holding.set(0, tenths);
			unit.input.set(0, tenths);
		};
		const { device } = open(aLine({ 1: unit }).path, [`1/${map}-1`]);
		const seen: unknown[] = [];
		for (const tenths of [482, 850, 850, 483, 820, 849, 850, 0x10000 - 1]) {
			says(tenths);
			const read = await device.read(`1/${map}-1`);
			seen.push(read.kind === "value" ? read.value : read.fault.code);
		}
		expect(seen).toEqual([48.2, "power_on_value", "power_on_value", 48.3, 82, 84.9, 85, -0.1]);
	});

	// bosch-thermostat/home-assistant-bosch-custom-component#459: -3,276.8 °C. Clones have other numbers for no sensor.
	it.each([0x8000, 0x7fff, 0x7ffe, 0xf800, 0x0fff])("with %s for no sensor has no temperature", async (raw) => {
		const { device } = open(aLine({ 1: holding([raw, 0, 0, 0, 0, 0, 0, 0]) }).path, ["1/r4dcb08-1"]);
		expect((await device.read("1/r4dcb08-1")).kind).toBe("failed");
	});
});

describe("numbers of several registers", () => {
	const point = (type: string, more: object = {}) => [{ id: "it", function: "input", register: 10, type, ...more }];

	test.each([
		// nmakel/solaredge_modbus#43: the low word first. Read the other way round it is as good as 0.
		["float32_swapped", [0x0000, 0x3f80], {}, value(1)],
		["float32", [0x0000, 0x3f80], {}, { kind: "failed", fault: { code: "implausible" } }],
		["float32_swapped", [0x4148, 0x0000], {}, { kind: "failed", fault: { code: "implausible" } }],
		["float32", [0x0000, 0x0000], {}, value(0)],
		["float32", [0x8000, 0x0000], {}, value(0)],
		// evcc-io/evcc#82: a grid power that was read as -64,094,209 W.
		["int32_swapped", [0xfc2d, 0xffff], { quantity: "power" }, value(-979)],
		// joklee/ha_daikin_altherma4_modbus#36, esphome/issues#3183: below 0 °C they were 655.26 °C.
		["int16", [0xfff6, 0], { scale: 0.1 }, value(-1)],
		// OpenInverterGateway/OpenInverterGateway#246: a power of 0 that jumped to 429,496,736 W.
		["int32", [0xffff, 0xffc0], { quantity: "power", scale: 0.1 }, value(-6.4)],
	] as const)("%s %j %j", async (type, [high, low], more, expected) => {
		const unit = new ModbusUnit();
		unit.input.set(10, high).set(11, low);
		const { device } = open(aLine({ 1: unit }).path, ["1/it"], { points: point(type, more) });
		expect(await device.read("1/it")).toMatchObject(expected);
	});
});

describe("a meter", () => {
	// esphome/issues#3600: a single-phase meter has no total of its phases at register 0x34.
	it("of one phase that is taken for one of three is a fault, and no power of 0", async () => {
		const meter = new ModbusUnit();
		meter.input.set(0x0c, 0x4148).set(0x0d, 0);
		const { device } = open(aLine({ 1: meter }).path, ["1/sdm72-power", "1/sdm120-power"]);
		expect(await device.read("1/sdm72-power")).toMatchObject({
			fault: { code: "bus", facts: { reason: "exception 2" } },
		});
		expect(await device.read("1/sdm120-power")).toEqual(value(12.5));
	});

	// openWB/core#2890, influxdata/telegraf#8151: some refuse more than 40 or 50 registers at once.
	it("that refuses more than 40 registers at once is read", async () => {
		class Narrow extends ModbusUnit {
			override answer(pdu: Uint8Array): Uint8Array {
				return (pdu[4] ?? 0) > 40 ? Uint8Array.of(0x84, 2) : super.answer(pdu);
			}
		}
		const meter = new Narrow();
		for (const register of [0x34, 0x35, 0x48, 0x49, 0x4a, 0x4b, 0x156, 0x157]) meter.input.set(register, 0);
		meter.input.set(0x34, 0x4148);
		const channels = ["power", "import", "export", "energy"].map((name) => `1/sdm72-${name}`);
		const { device } = open((await aServer({ 1: meter })).at, channels);
		const read = await Promise.all(channels.map((channel) => device.read(channel)));
		expect(read).toEqual([value(12.5), value(0), value(0), value(0)]);
	});
});
