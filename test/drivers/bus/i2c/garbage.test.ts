import { describe, expect, it } from "@jest/globals";
import { megabas } from "#drivers/megabas/megabas.ts";
import { relind } from "#drivers/relind/relind.ts";
import { rtd } from "#drivers/rtd/rtd.ts";
import { seconds } from "#model/quantities/units.ts";
import { dice } from "../../../fakes/drawn/dice.ts";
import { MegaBas } from "../../../fakes/i2c/chips.ts";
import { Rtd } from "../../../fakes/i2c/rtd.ts";
import { aBus, aMegaBas, anRtd } from "./bench.ts";

describe("garbage", () => {
	it("of a million bytes in all registers is never a value beyond what a sensor can have, and throws nothing", async () => {
		const wires = aBus();
		const throws = dice(17);
		const boards = [new Rtd(), new MegaBas()];
		for (const [i, board] of boards.entries()) wires.fake.chips.set(i === 0 ? 0x40 : 0x4b, board);
		const devices = { rtd: anRtd(wires, 0, seconds(5)), megabas: aMegaBas(wires, ["out1", "triac1"]) };
		let bytes = 0;
		wires.fake.spoils = (given) => {
			bytes += given.length;
			return throws.times(given.length, () => throws.nat(256));
		};
		while (bytes < 1_000_000) {
			const reads = await Promise.all([
				...["1", "2", "3", "4", "5", "6", "7", "8"].map((channel) => devices.rtd.read(channel)),
				...["1", "ntc2", "contact3", "counter4", "in5/pressure/0..6"].map((channel) => devices.megabas.read(channel)),
			]);
			for (const read of reads.slice(0, 9))
				if (read.kind === "value") expect(read.value > -101 && read.value < 301).toBe(true);
		}
		expect(wires.fake.transfers.every(({ write }) => write.length < 2 || write[0] === 0x67)).toBe(true);
	});

	it("of a million characters is no address, and throws nothing", () => {
		const throws = dice(18);
		const alphabet = "0123456789/.-VinoutrcaeptsCH:# \u00e5\n";
		let known = 0;
		for (let characters = 0; characters < 1_000_000; ) {
			const text = throws.times(throws.nat(24), () => alphabet[throws.nat(alphabet.length)]).join("");
			characters += text.length;
			for (const driver of [rtd, megabas, relind])
				for (const kind of ["sensors", "outputs"] as const) {
					const place = driver.place(text, kind);
					if (place === undefined) continue;
					known += 1;
					expect(place.device).toMatch(/^[0-7]$/);
				}
		}
		expect(known).toBeGreaterThan(10);
	});
});
