import { describe, expect, it, test } from "@jest/globals";
import { modbus } from "#drivers/modbus/modbus.ts";
import { HeatingRod, R421A08, WaveshareBoard } from "../../fakes/modbus/boards.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";
import { aLine, aServer, holding, image, open, until, written } from "./bench.ts";

const value = (is: number) => ({ kind: "value", value: is });
const failed = (code: string) => ({ kind: "failed", fault: { code } });

describe("an address", () => {
	test.each([
		["house/1/r4dcb08-1", "sensors", { device: "house", channel: "1/r4dcb08-1" }],
		["house/247/waveshare-32", "outputs", { device: "house", channel: "247/waveshare-32" }],
		["house/3/flow_meter", "sensors", { device: "house", channel: "3/flow_meter" }],
		["rod/1/elwa-power", "outputs", { device: "rod", channel: "1/elwa-power" }],
	] as const)("%s is a channel of a bus", (address, kind, place) => {
		expect(modbus.place(address, kind)).toEqual(place);
	});

	test.each([
		["house/1/r4dcb08-9", "sensors"],
		["house/1/r4dcb08-1", "outputs"],
		["house/1/waveshare-1", "sensors"],
		["house/256/flow", "sensors"],
		["house/01/flow", "sensors"],
		["house/1/r4dcb08", "sensors"],
		["house/1/unknown-1", "sensors"],
		["House/1/flow", "sensors"],
		["/dev/ttyUSB0/1/flow", "sensors"],
		["house/1", "sensors"],
		["", "outputs"],
	] as const)("%j is none among %s", (address, kind) => {
		expect(modbus.place(address, kind)).toBeUndefined();
	});

	// #units-of-a-serial-line
	test.each([
		["/dev/ttyUSB0", "auto", [1, 247], [0, 248, 255]],
		["192.0.2.10:502", "rtu", [1, 247], [0, 248, 255]],
		["192.0.2.10:502", "auto", [0, 1, 247, 255], []],
	] as const)("of %s (%s) has one of the numbers of its units", (at, transport, right, wrong) => {
		const options = modbus.options.parse({ buses: [{ id: "house", at, transport }] });
		const refused = (unit: number) => modbus.refuses?.(`house/${unit}/waveshare-1`, options)?.code;
		expect(right.map(refused)).toEqual(right.map(() => undefined));
		expect(wrong.map(refused)).toEqual(wrong.map(() => "unit_on_serial"));
	});

	test.each([
		["house/1/r4dcb08-1", "temperature"],
		["house/1/sdm120-power", "power"],
		["house/1/sdm120-energy", "energy"],
		["house/1/meter", "flow"],
	])("%s measures %s", (address, quantity) => {
		const points = [{ id: "meter", function: "input", register: 0, quantity: "flow" }];
		expect(modbus.measures?.(address, modbus.options.parse({ points }))).toBe(quantity);
	});
});

describe("thermometers", () => {
	// #no-sensor-is-no-value
	it("of an R4DCB08 are read with one request, and one that is not there is no value", async () => {
		const line = aLine({ 1: holding([219, 0xfff6, 0x8000, 850, 1, 2, 3, 1300]) });
		const { device } = open(line.path, ["1/r4dcb08-1", "1/r4dcb08-2", "1/r4dcb08-3", "1/r4dcb08-8"]);
		await device.read("1/r4dcb08-1");
		line.heard.length = 0;
		const all = await Promise.all([1, 2, 3, 8].map((n) => device.read(`1/r4dcb08-${n}`)));
		expect(all).toMatchObject([value(21.9), value(-1), failed("open"), failed("implausible")]);
		expect(new Set(line.heard)).toEqual(new Set(["01 03 00 00 00 08 44 0C"]));
	});

	it("of an N4DSC08 are input registers", async () => {
		const unit = new ModbusUnit();
		for (let n = 0; n < 8; n++) unit.input.set(n, 600 + n);
		const { device } = open(aLine({ 4: unit }).path, ["4/n4dsc08-8"]);
		expect(await device.read("4/n4dsc08-8")).toEqual(value(60.7));
	});

	// A PT100 has 107.8 Ω at 20 °C, a PT1000 ten times that.
	test.each([
		["a PT100", 200, 1078, value(20)],
		["a PT1000", 200, 10_779, value(20)],
		["a cold PT100", 0xffffff9c & 0xffff, 961, value(-10)],
		["no sensor, whose temperature could be a winter night", 0x10000 - 435, 0xffff, failed("open")],
		["a short", 200, 3, failed("short")],
		["a temperature that is not of this resistance", 600, 1078, failed("implausible")],
		["no sensor of a module that computes both alike", 0x10000 - 435, 829, failed("implausible")],
	])("of a PTA8C04: %s", async (_, tenths, ohms, expected) => {
		const unit = holding([tenths, tenths, tenths, tenths]);
		for (let n = 0; n < 4; n++) unit.holding.set(0x20 + n, ohms);
		const { device } = open(aLine({ 2: unit }).path, ["2/pta8c04-1"]);
		expect(await device.read("2/pta8c04-1")).toMatchObject(expected);
	});
});

describe("frames of a PTA8C04 that others published", () => {
	// Registers 32 to 35 hold tenths of an ohm, as 32 to 39 do in its larger sister PTA8D08 and 32 in the PT21A01. The temperatures
	// are a module's with one sensor; 111.6 Ω at 29.8 °C were read from a PTA8D08.
	// #published-registers
	test.each([
		["one sensor", [212, 64_597, 64_598, 64_597], [1083, 829, 829, 829], [value(21.2), failed("implausible")]],
		["two sensors", [298, 182, 64_597, 64_598], [1116, 1071, 829, 829], [value(29.8), value(18.2)]],
	] as const)("%s", async (_, tenths, ohms, expected) => {
		const unit = holding(tenths);
		for (const [n, tenth] of ohms.entries()) unit.holding.set(32 + n, tenth);
		const line = aLine({ 1: unit });
		const { device } = open(
			line.path,
			[1, 2, 3, 4].map((n) => `1/pta8c04-${n}`),
		);
		const read = await Promise.all([1, 2, 3, 4].map((n) => device.read(`1/pta8c04-${n}`)));
		expect(read).toMatchObject([...expected, failed("implausible"), failed("implausible")]);
		expect(new Set(line.heard)).toEqual(new Set(["01 03 00 00 00 04 44 09", "01 03 00 20 00 04 45 C3"]));
	});
});

describe("meters", () => {
	it("of Eastron have floating-point numbers, and their counters are slow", async () => {
		const unit = new ModbusUnit();
		const put = (register: number, number: number) => {
			const view = new DataView(new ArrayBuffer(4));
			view.setFloat32(0, number);
			unit.input.set(register, view.getUint16(0)).set(register + 1, view.getUint16(2));
		};
		put(0x0c, -2950.5);
		put(0x156, 1234.5);
		put(0x48, Number.NaN);
		const channels = ["9/sdm120-power", "9/sdm120-energy", "9/sdm120-import"];
		const { device } = open(aLine({ 9: unit }).path, channels);
		expect(await device.read("9/sdm120-power")).toEqual(value(-2950.5));
		expect(await device.read("9/sdm120-energy")).toEqual(value(1234.5));
		expect(await device.read("9/sdm120-import")).toMatchObject(failed("implausible"));
		expect(device.paces?.get("9/sdm120-energy")).toBe(60);
		expect(device.paces?.has("9/sdm120-power")).toBe(false);
	});
});

describe("a value that the options describe", () => {
	const words = (unit: ModbusUnit, high: number, low: number) => unit.input.set(10, high).set(11, low);
	test.each([
		["int16", [0xfff6, 0], {}, value(-10)],
		["uint16", [0xfff6, 0], {}, value(65_526)],
		["uint16", [215, 0], { scale: 0.1 }, value(21.5)],
		["int32", [0xffff, 0xfffe], {}, value(-2)],
		["uint32", [1, 2], {}, value(65_538)],
		["uint32_swapped", [2, 1], {}, value(65_538)],
		["int32_swapped", [0xfffe, 0xffff], {}, value(-2)],
		["float32", [0x4148, 0], {}, value(12.5)],
		["float32_swapped", [0, 0x4148], {}, value(12.5)],
		["float32", [0x7f80, 0], {}, failed("implausible")],
		["uint16", [32_768, 0], { invalid: "65535, 32768" }, failed("open")],
		["uint32", [0x8000, 0], { invalid: "2147483648" }, failed("open")],
		["int16", [1001, 0], { scale: 0.1, high: 100 }, failed("implausible")],
		["int16", [999, 0], { scale: 0.1, low: 0, high: 100 }, value(99.9)],
	] as const)("%s %j %j", async (type, [high, low], changes, expected) => {
		const unit = new ModbusUnit();
		words(unit, high, low);
		const points = [{ id: "it", function: "input", register: 10, type, ...changes }];
		const { device } = open(aLine({ 1: unit }).path, ["1/it"], { points });
		expect(await device.read("1/it")).toMatchObject(expected);
	});

	it("may be a contact", async () => {
		const unit = new ModbusUnit();
		unit.contacts.set(5, true).set(6, false);
		const points = [5, 6].map((register) => ({
			id: `c${register}`,
			function: "contact",
			register,
			quantity: "contact",
		}));
		const { device } = open(aLine({ 1: unit }).path, ["1/c5", "1/c6"], { points });
		expect(await Promise.all([device.read("1/c5"), device.read("1/c6")])).toEqual([value(1), value(0)]);
	});

	it("may be a relay in a coil or a register, and a level", async () => {
		const unit = holding([0, 0, 0]);
		unit.coils.set(7, false);
		const points = [
			{ id: "coil", function: "coil", register: 7 },
			{ id: "relay", function: "holding", register: 0, on_value: 0xff, off_value: 0 },
			{ id: "level", function: "holding", register: 1, full_value: 10_000 },
		];
		const { device } = open(aLine({ 1: unit }).path, ["1/coil", "1/relay", "1/level"], { points });
		const wanted = image({ "1/coil": true, "1/relay": true, "1/level": 45 });
		expect(await device.write(wanted)).toEqual({
			kind: "done",
			confirmed: wanted,
			faults: new Map(),
			awaited: new Set(),
		});
		expect([unit.coils.get(7), unit.holding.get(0), unit.holding.get(1)]).toEqual([true, 0xff, 4500]);
		expect(await device.readBack()).toEqual(wanted);
	});
});

describe("a level in few steps", () => {
	const points = [{ id: "level", function: "holding", register: 1, full_value: 10 }];
	const LEVEL = "1/level";

	// #levels-in-own-steps
	test.each([
		[45, 5],
		[44, 4],
		[4, 1],
		[1, 1],
		[0, 0],
		[100, 10],
	])("of %s %% is written as %s, and confirmed", async (level, word) => {
		const unit = holding([0, 7]);
		const { device } = open(aLine({ 1: unit }).path, [LEVEL], { points });
		const wanted = image({ [LEVEL]: level });
		expect(await device.write(wanted)).toMatchObject({ kind: "done", confirmed: wanted, faults: new Map() });
		expect(unit.holding.get(1)).toBe(word);
	});

	test.each([
		[10, 45, 6, 60],
		[10_000, 45, 4650, 47],
		[10_000, 0, 1, 1],
	])("of %s that is wanted at %s %% and is %s is a fault", async (full_value, level, word, found) => {
		class Stuck extends ModbusUnit {
			protected override setRegister(): boolean {
				return true;
			}
		}
		const unit = new Stuck();
		unit.holding.set(1, word);
		const { device } = open(aLine({ 1: unit }).path, [LEVEL], { points: [{ ...points[0], full_value }] });
		const written = await device.write(image({ [LEVEL]: level }));
		expect(written).toMatchObject({ kind: "done", confirmed: image({ [LEVEL]: found }) });
		expect(written.kind === "done" && written.faults?.get(LEVEL)).toMatchObject({ code: "not_verified" });
	});
});

describe("relays", () => {
	it("of Waveshare are set where they changed, and read back", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		const { device } = open(line.path, ["1/waveshare-1", "1/waveshare-8"]);
		expect(await device.write(image({ "1/waveshare-1": true, "1/waveshare-8": true }))).toMatchObject({ kind: "done" });
		expect(board.relays).toEqual([true, false, false, false, false, false, false, true]);
		line.heard.length = 0;
		const wanted = image({ "1/waveshare-1": false, "1/waveshare-8": true });
		expect(await device.write(wanted, ["1/waveshare-1"])).toMatchObject({ kind: "done", confirmed: wanted });
		expect([...new Set(line.heard)]).toEqual(["01 05 00 00 00 00 CD CA", "01 01 00 00 00 08 3D CC"]);
	});

	it("that do not move are not confirmed", async () => {
		const board = new WaveshareBoard();
		board.welded.add(1);
		const { device } = open(aLine({ 1: board }).path, ["1/waveshare-1", "1/waveshare-2"]);
		const written = await device.write(image({ "1/waveshare-1": true, "1/waveshare-2": true }));
		expect(written).toMatchObject({
			kind: "done",
			confirmed: image({ "1/waveshare-1": true, "1/waveshare-2": false }),
		});
		expect(written.kind === "done" && written.faults?.get("1/waveshare-2")).toMatchObject({ code: "not_verified" });
	});

	it("of an R421A08 have words of their own", async () => {
		const board = new R421A08();
		const { device } = open(aLine({ 3: board }).path, ["3/r421a08-1", "3/r421a08-8"]);
		const wanted = image({ "3/r421a08-1": true, "3/r421a08-8": false });
		expect(await device.write(wanted)).toMatchObject({ kind: "done", confirmed: wanted });
		expect(board.holding.get(1)).toBe(1);
	});

	// #drop-by-themselves
	it("with a timer drop when nobody tells them again, and stay on as long as control does", async () => {
		const board = new WaveshareBoard({ tenth: 10 });
		const { device } = open(aLine({ 1: board }).path, ["1/waveshare-1"], { relay_timer: 3 });
		expect(device.onCrash).toBe("drops");
		await device.write(image({ "1/waveshare-1": true }));
		expect(board.relays[0]).toBe(true);
		await device.close();
		// Ten times as fast as told: 0.3 s.
		await until(() => board.relays[0] === false);
	});

	it("are told again before their time ends", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		const { device } = open(line.path, ["1/waveshare-1"], { relay_timer: 1 });
		await device.write(image({ "1/waveshare-1": true }));
		const told = () => line.heard.filter((frame) => frame.startsWith("01 05 02 00 00 0A")).length;
		await until(() => told() >= 5);
		expect(board.relays[0]).toBe(true);
		await device.write(image({ "1/waveshare-1": false }));
		const after = told();
		await device.readBack();
		expect([told(), board.relays[0]]).toEqual([after, false]);
	});

	// #one-silent-unit
	it("of a unit that is not there are a fault, and delay no other unit", async () => {
		const board = new WaveshareBoard();
		const { device } = open(aLine({ 2: board }).path, ["1/waveshare-1", "2/waveshare-1"]);
		const wanted = image({ "1/waveshare-1": true, "2/waveshare-1": true });
		const written = await device.write(wanted);
		expect(written).toMatchObject({ kind: "done", confirmed: image({ "2/waveshare-1": true }) });
		expect(written.kind === "done" && written.faults?.get("1/waveshare-1")).toMatchObject({ code: "no_answer" });
		expect(board.relays[0]).toBe(true);
	});

	// #rest-jumps-the-queue
	it("are set before the reads that wait", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board, 2: holding([1, 2, 3, 4, 5, 6, 7, 8]), 3: holding([1, 2]), 4: holding([1, 2]) });
		const channels = ["1/waveshare-1", "2/r4dcb08-1", "3/r4dcb08-1", "4/r4dcb08-1"];
		const { device } = open(line.path, channels);
		await Promise.all(channels.slice(1).map((channel) => device.read(channel)));
		line.heard.length = 0;
		const reads = channels.slice(1).map((channel) => device.read(channel));
		await device.write(image({ "1/waveshare-1": true }));
		await Promise.all(reads);
		const order = line.heard.map((frame) => frame.slice(0, 5));
		// One of them may have begun already.
		expect(order.indexOf("01 05")).toBeLessThan(order.indexOf("03 03"));
		expect(order.indexOf("01 01")).toBeLessThan(order.indexOf("04 03"));
	});

	it("that lost their power are written again whole", async () => {
		const board = new WaveshareBoard();
		const line = aLine({ 1: board });
		const { device } = open(line.path, ["1/waveshare-1"]);
		await device.write(image({ "1/waveshare-1": true }));
		const before = device.returns;
		line.units.delete(1);
		expect(await device.write(image({ "1/waveshare-1": true }))).toMatchObject(failed("no_answer"));
		board.restart();
		line.units.set(1, board);
		expect(await device.write(image({ "1/waveshare-1": true }), [])).toMatchObject({ kind: "done" });
		expect(board.relays[0]).toBe(true);
		expect(device.returns).toBeGreaterThan(before);
	});
});

describe("a heating rod of my-PV", () => {
	const CHANNEL = "1/elwa-power";

	it("takes a level, and is told again so that it does not drop it", async () => {
		const rod = new HeatingRod();
		const { device } = open((await aServer({ 1: rod })).at, [CHANNEL, "1/elwa-temperature_1"]);
		const wanted = image({ [CHANNEL]: 50 });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted });
		expect(rod.power).toBe(1500);
		await until(() => rod.told >= 2);
		expect(await device.read("1/elwa-temperature_1")).toEqual(value(59.5));
		expect(device.onCrash).toBe("drops");
		await written(device, image({ [CHANNEL]: 0 }));
		expect(rod.power).toBe(0);
	});

	it("that limits itself is as it should be", async () => {
		const rod = new HeatingRod({ most: 700 });
		const { device } = open((await aServer({ 1: rod })).at, [CHANNEL]);
		const wanted = image({ [CHANNEL]: 100 });
		expect(await written(device, wanted)).toMatchObject({ kind: "done", confirmed: wanted });
	});

	it("drops its power if this process is gone", async () => {
		const rod = new HeatingRod({ drops: 300 });
		const { device } = open((await aServer({ 1: rod })).at, [CHANNEL]);
		await written(device, image({ [CHANNEL]: 100 }));
		await device.close();
		await until(() => rod.power === 0);
	});

	it("without a sensor has no temperature of 0 °C", async () => {
		const { device } = open((await aServer({ 1: new HeatingRod() })).at, ["1/elwa-temperature_2"]);
		expect(await device.read("1/elwa-temperature_2")).toMatchObject(failed("open"));
	});

	// #silence-is-seen
	it("drops its power when it is not told any more, which is seen; then it is told again", async () => {
		const rod = new HeatingRod({ drops: 4000 });
		const { device } = open((await aServer({ 1: rod })).at, [CHANNEL]);
		const wanted = image({ [CHANNEL]: 50 });
		await written(device, wanted);
		expect(device.deadMan?.after).toBe(60);
		expect(device.deadMan?.evidence(CHANNEL)).toEqual({ watts: 1500 });
		device.deadMan?.silence(new Set([CHANNEL]));
		const confirmed = async () => {
			const turn = await written(device, wanted);
			return turn.kind === "done" ? turn.confirmed.get(CHANNEL) : undefined;
		};
		await until(async () => (await confirmed()) === 0);
		expect([rod.power, rod.told, device.deadMan?.evidence(CHANNEL)]).toEqual([0, expect.any(Number), { watts: 0 }]);
		device.deadMan?.silence(new Set());
		await until(async () => (await confirmed()) === 50);
		expect(rod.power).toBe(1500);
	});

	// #a-turn-does-not-wait
	it("that does not answer is not waited for in a turn, and is a fault", async () => {
		const server = await aServer({ 1: new HeatingRod() });
		const { device } = open(server.at, [CHANNEL], { bus: { timeout: 2000 } });
		const wanted = image({ [CHANNEL]: 50 });
		await written(device, wanted);
		server.manner = () => undefined;
		const other = image({ [CHANNEL]: 0 });
		expect(await device.write(other)).toMatchObject({ kind: "done", awaited: new Set([CHANNEL]) });
		await until(async () => (await device.write(other)).kind === "failed");
	});
});
