import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import { openPresent } from "#drivers/bus/i2c/port.ts";
import { megabasFinder } from "#drivers/megabas/found.ts";
import { relindFinder } from "#drivers/relind/found.ts";
import { rtdFinder } from "#drivers/rtd/found.ts";
import { seconds } from "#model/quantities/units.ts";
import { Expander, MegaBas, Memory, Processor } from "../../../fakes/i2c/chips.ts";
import { Rtd } from "../../../fakes/i2c/rtd.ts";
import { stopTimers } from "../../../fakes/stopped-timers.ts";
import { aBus } from "./bench.ts";

afterEach(() => {
	jest.useRealTimers();
});

const MANNER = { pace: seconds(5), ntc_beta: 3950 };
/** What all three find on a bus. */
const looked = async ({ bus }: ReturnType<typeof aBus>) => {
	const finders = [rtdFinder(bus.join(), MANNER.pace), megabasFinder(bus.join(), MANNER), relindFinder(bus.join())];
	const found = (await Promise.all(finders.map((finder) => finder.find()))).flat();
	await Promise.all(finders.map((finder) => finder.close()));
	return found;
};
/** The boards of the owner's installation. */
const installation = () => {
	const wires = aBus();
	const [rtd, megabas, card] = [new Rtd(), new MegaBas(), new Expander()];
	rtd.wire(1, 48);
	megabas.ohm(6, 1347);
	wires.fake.chips.set(0x40, rtd).set(0x4b, megabas).set(0x3d, card);
	return { ...wires, card };
};

describe("looking at a bus", () => {
	it("finds the boards with the text to write for each channel, and sensors with their temperature", async () => {
		const found = await looked(installation());
		expect(found).toEqual([
			{
				kind: "board",
				at: "/dev/i2c-1 0x40",
				likely: [{ what: "Sequent RTD HAT (firmware 1.13)", sure: true, sources: expect.arrayContaining(["rtd:0/8"]) }],
			},
			{ source: "rtd:0/1", value: expect.closeTo(48, 1) },
			{
				kind: "board",
				at: "/dev/i2c-1 0x4b",
				likely: [
					{
						what: "Sequent Building Automation (firmware 1.05)",
						sure: true,
						sources: expect.arrayContaining(["megabas:3/6"]),
						targets: expect.arrayContaining(["megabas:3/out1", "megabas:3/triac4"]),
					},
				],
			},
			{ source: "megabas:3/6", value: expect.closeTo(90, 0) },
			{
				kind: "board",
				at: "/dev/i2c-1 0x3d",
				likely: [
					{ what: "Sequent 4RELIND", targets: ["relind:2/1", "relind:2/2", "relind:2/3", "relind:2/4"] },
					{ what: "Sequent 8RELIND", targets: expect.anything() },
					{ what: "Sequent 16RELIND", targets: expect.anything() },
				],
			},
		]);
	});

	it("writes nothing. Where other chips take a register number for their outputs, not even that is sent", async () => {
		const { fake, card, ...wires } = installation();
		for (const address of [0x20, 0x27, 0x38, 0x3f]) fake.chips.set(address, new Expander());
		await looked({ fake, ...wires });
		expect(fake.transfers.filter(({ write, read }) => write.length > 1 || read === 0)).toEqual([]);
		const outputs = ({ address }: { address: number }) => (address & 0x38) === 0x20 || (address & 0x38) === 0x38;
		expect(fake.transfers.filter((transfer) => outputs(transfer) && transfer.write.length > 0)).toEqual([]);
		expect(card.seen).toEqual([]);
	});

	it("tells a card with a processor by its version", async () => {
		const wires = aBus();
		wires.fake.chips.set(0x0e, new Processor());
		expect(await looked(wires)).toEqual([
			{
				kind: "board",
				at: "/dev/i2c-1 0x0e",
				likely: [{ what: "Sequent 4RELIND (firmware 1.02)", sure: true, targets: expect.anything() }],
			},
		]);
	});

	it("does not take other chips at these addresses for boards", async () => {
		const wires = aBus();
		// An INA219, of which all registers have two bytes, and an LM75 at 21 °C.
		const [monitor, thermometer] = [new Memory(), new Memory()];
		monitor.registers.fill(0x39, 0).fill(0x9f, 0x38);
		thermometer.registers.fill(0x15);
		wires.fake.chips.set(0x40, monitor).set(0x48, thermometer);
		expect(await looked(wires)).toEqual([
			{ kind: "board", at: "/dev/i2c-1 0x40", likely: [] },
			{ kind: "board", at: "/dev/i2c-1 0x48", likely: [] },
		]);
	});

	it("finds the boards of an adapter that takes long to open, as on a busy machine", async () => {
		stopTimers();
		const { fake, ports } = installation();
		const opening = Promise.withResolvers<void>();
		const bus = new I2cBus("/dev/i2c-1", async (path) => {
			await opening.promise;
			return fake.open(path);
		});
		const found = looked({ ...aBus(), fake, ports, bus });
		await jest.advanceTimersByTimeAsync(5000);
		opening.resolve();
		const places = (await found).flatMap((one) => (one.kind === "board" ? [[one.at, one.state]] : []));
		expect(places).toEqual(["0x40", "0x4b", "0x3d"].map((address) => [`/dev/i2c-1 ${address}`, undefined]));
		expect(fake.opened).toBe(1);
	});

	it("does not load the calls of the C library for a bus that is not there", async () => {
		const opened: string[] = [];
		const open = async (path: string) => {
			opened.push(path);
			return { code: "EIO" };
		};
		expect([await openPresent("/dev/i2c-none", open), opened]).toEqual([{ code: "ENOENT" }, []]);
		expect([await openPresent("/dev/null", open), opened]).toEqual([{ code: "EIO" }, ["/dev/null"]]);
	});

	test.each([
		["ENOENT", []],
		[
			"EACCES",
			[
				{
					kind: "board",
					at: "/dev/i2c-1",
					likely: [],
					state: { kind: "unreachable", fault: expect.objectContaining({ code: "no_permission" }) },
				},
			],
		],
	])("a bus that gives %s is shown as %j", async (code, found) => {
		const wires = aBus();
		wires.fake.absent = code;
		const finder = rtdFinder(wires.bus.join(), MANNER.pace);
		expect(await finder.find()).toEqual(found);
	});
});
