import { describe, expect, it } from "@jest/globals";
import type { Image } from "#drivers/driver.ts";
import { Expander, MegaBas } from "../../../fakes/i2c/chips.ts";
import { Rtd } from "../../../fakes/i2c/rtd.ts";
import { aBus, aMegaBas, anRtd, aRelayCard } from "./bench.ts";

/** What owners of these boards reported in public, played again with their numbers. */
const image = (coils: Record<number, boolean>): Image => new Map(Object.entries(coils));

describe("SequentMicrosystems/rtd-rpi", () => {
	const board = () => {
		const wires = aBus();
		const chip = new Rtd();
		wires.fake.chips.set(0x40, chip);
		return { ...wires, chip, device: anRtd(wires) };
	};

	it("8: a PT1000 in a room of 20 °C reads 223.538010, its resistance 1085.951782", async () => {
		const { chip, device } = board();
		chip.measure = () => {
			chip.float(0x3b, 4, 1085.951782);
			chip.float(0x00, 4, 223.53801);
		};
		expect(await device.read("5")).toMatchObject({
			kind: "failed",
			fault: { code: "implausible", facts: { resistance: 1085.95, computed: 22.06, board: 223.54, set_to: "PT1000" } },
		});
	});

	it("10: a sensor of the first group jumps between 29 and 35 °C: no jump counts until it comes again", async () => {
		const { chip, device } = board();
		const reported = [35.084435, 30.902273, 30.902273, 30.902273, 29.323097, 29.323097, 34.212376, 30.9];
		const reads = [];
		for (const t of reported) {
			chip.wire(4, t);
			const read = await device.read("4");
			reads.push(read.kind === "value" ? Math.round(read.value) : read.fault.code);
		}
		expect(reads).toEqual([35, "unsteady", 31, 31, 29, 29, "unsteady", 31]);
	});

	it("19: 690 °C at room temperature, from channels without a sensor", async () => {
		const { chip, device } = board();
		for (const [i, ohm] of [340.5, 365.65, 3405, 3656.5].entries()) {
			chip.measure = () => {
				chip.float(0x3b, i, ohm);
				chip.float(0x00, i, 690);
			};
			expect(await device.read(String(i + 1))).toMatchObject({ fault: { code: "open" } });
		}
	});
});

describe("SequentMicrosystems/megabas-rpi", () => {
	it("8: the resistance stops at 30,000 ohm, with newer firmware at 60,000: colder is no temperature", async () => {
		const wires = aBus();
		const chip = new MegaBas();
		wires.fake.chips.set(0x4b, chip);
		const device = aMegaBas(wires);
		chip.ohm10k(1, 29_999);
		expect(await device.read("ntc1")).toMatchObject({ kind: "value" });
		for (const limit of [30_000, 60_000]) {
			chip.ohm10k(1, limit);
			expect(await device.read("ntc1")).toMatchObject({ fault: { code: "open", facts: { resistance: limit } } });
		}
	});
});

describe("SequentMicrosystems/8relind-rpi", () => {
	const all = ["1", "2", "3", "4", "5", "6", "7", "8"];
	const card = () => {
		const wires = aBus();
		const chip = new Expander();
		wires.fake.chips.set(0x3d, chip);
		return { ...wires, chip, device: aRelayCard(wires, "8_relays", all) };
	};

	it("2: a relay goes on for a moment and then off again, because another program writes to the card", async () => {
		const { chip, device, fake } = card();
		await device.write(image({ 1: true, 2: true }));
		// It writes between our write and our look at the pins.
		fake.refuses = ({ write }) => {
			if (write[0] === 0) chip.output = 0;
			return undefined;
		};
		const written = await device.write(image({ 1: true, 2: true }));
		expect(written).toMatchObject({ kind: "done", confirmed: image({ 1: false, 2: false }) });
		expect(written.kind === "done" && [...(written.faults?.keys() ?? [])]).toEqual(["1", "2"]);
	});

	it("5: writing the output register alone switches nothing, until the pins are made outputs", async () => {
		const { chip, device } = card();
		chip.write([1, 0x01]);
		expect(chip.driven).toBe(0);
		expect(await device.readBack()).toEqual(image(Object.fromEntries(all.map((relay) => [relay, false]))));
		await device.write(image({ 1: true }));
		expect(chip.driven).toBe(0x01);
	});
});

it("rstrouse/relayEquipmentManager 53: a card that lost its setting in a brief dip answers, and switches nothing", async () => {
	const wires = aBus();
	const chip = new Expander();
	wires.fake.chips.set(0x3d, chip);
	const device = aRelayCard(wires, "8_relays", ["1"]);
	await device.write(image({ 1: true }));
	chip.config = 0xff;
	chip.output = 0xff;
	expect(await device.readBack()).toEqual(image({ 1: false }));
	expect(await device.write(image({ 1: true }))).toEqual({ kind: "done", confirmed: image({ 1: true }) });
	expect(chip.driven).toBe(0x01);
});

// fivdi/i2c-bus 36, rstrouse/relayEquipmentManager 46: a board that acknowledges nothing for seconds, or stretches the clock too long.
it.each(["EREMOTEIO", "EIO", "ENXIO", "ETIMEDOUT"])(
	"a card that does not acknowledge for a while (%s) delays no other board, and is written again whole",
	async (code) => {
		const wires = aBus();
		const [card, rtd] = [new Expander(), new Rtd()];
		wires.fake.chips.set(0x3d, card).set(0x40, rtd);
		const devices = { card: aRelayCard(wires), rtd: anRtd(wires) };
		const on = image({ 1: true, 2: false });
		rtd.wire(1, 50);
		expect(await devices.card.write(on)).toEqual({ kind: "done", confirmed: on });
		wires.fake.refuses = ({ address }) => (address === 0x3d ? code : undefined);
		for (let turn = 0; turn < 50; turn++) {
			const [written, read] = await Promise.all([devices.card.write(on), devices.rtd.read("1")]);
			expect(written).toMatchObject({
				kind: "failed",
				fault: { code: code === "ETIMEDOUT" ? "no_answer" : "missing" },
			});
			expect(read).toMatchObject({ kind: "value" });
		}
		// It lost its registers with its power.
		card.reset();
		wires.fake.refuses = () => undefined;
		expect(await devices.card.write(on)).toEqual({ kind: "done", confirmed: on });
		expect([card.driven, devices.card.returns]).toEqual([0x80, 1]);
		expect(wires.notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	},
);

// raspberrypi/linux 254: a stretched clock that the computer does not notice costs a bit, so all that follows is shifted.
it("bytes that are shifted by a bit, also in each reading, are no value and confirm no relay", async () => {
	const wires = aBus();
	const [card, rtd, megabas] = [new Expander(), new Rtd(), new MegaBas()];
	wires.fake.chips.set(0x3d, card).set(0x40, rtd).set(0x4b, megabas);
	const devices = { card: aRelayCard(wires), rtd: anRtd(wires), megabas: aMegaBas(wires) };
	rtd.wire(1, 50);
	megabas.ohm(6, 1194);
	wires.fake.spoils = (bytes) => bytes.map((byte, i) => ((byte << 1) | ((bytes[i + 1] ?? 0xff) >> 7)) & 0xff);
	for (let nth = 0; nth < 3; nth++) {
		expect((await devices.rtd.read("1")).kind).toBe("failed");
		expect((await devices.megabas.read("6")).kind).toBe("failed");
	}
	const written = await devices.card.write(image({ 1: true, 2: false }));
	expect(written.kind === "failed" || (written.faults?.size ?? 0) > 0).toBe(true);
});

it("a board that is pulled and plugged in 100 times is a fault while it is away, and works each time after", async () => {
	const wires = aBus();
	const [card, rtd] = [new Expander(), new Rtd()];
	rtd.wire(1, 50);
	const devices = { card: aRelayCard(wires), rtd: anRtd(wires) };
	const seen = new Set<string>();
	for (let cycle = 0; cycle < 100; cycle++) {
		wires.fake.chips.clear();
		const gone = await Promise.all([devices.card.write(image({ 1: true, 2: false })), devices.rtd.read("1")]);
		for (const one of gone) seen.add(one.kind === "failed" ? one.fault.code : one.kind);
		card.reset();
		wires.fake.chips.set(0x3d, card).set(0x40, rtd);
		const back = await Promise.all([devices.card.write(image({ 1: true, 2: false })), devices.rtd.read("1")]);
		for (const one of back) seen.add(one.kind);
		expect([card.driven, card.config]).toEqual([0x80, 0x0f]);
	}
	expect([...seen].sort()).toEqual(["done", "missing", "value"]);
	expect([devices.card.health(), devices.rtd.health()]).toEqual([undefined, undefined]);
	expect(devices.rtd.returns).toBe(100);
	expect(wires.notices).toHaveLength(400);
});
