import { expect, test } from "@jest/globals";
import { resistanceAt } from "#drivers/bus/i2c/platinum.ts";
import { dice } from "../../fakes/drawn/dice.ts";
import { MegaBas } from "../../fakes/i2c/chips.ts";
import { counted, mishaps } from "../../fakes/i2c/mishaps.ts";
import { aBus, aMegaBas } from "../bus/i2c/bench.ts";

const READS = 10_000;

test(`a MegaBAS board gives no wrong value in ${READS} faulty reads`, async () => {
	const wires = aBus();
	const throws = dice(15);
	const board = new MegaBas();
	wires.fake.chips.set(0x4b, board);
	const device = aMegaBas(wires);
	const prepare = mishaps(wires.fake, throws);
	const all = counted();
	let temperature = 20;
	let counts = 0;
	for (let nth = 0; nth < READS; nth++) {
		prepare();
		temperature = Math.min(200, Math.max(-40, temperature + throws.nat(100) / 100 - 0.5));
		counts += throws.nat(3);
		const open = throws.once(10);
		board.ohm(6, open ? throws.of(0, 300, 30_000, 60_000) : Math.round(resistanceAt(temperature, 1000)));
		board.millivolts(2, 5000);
		board.counter(3, counts);
		const read = await device.read("6");
		// The board counts whole ohms, and a bit of two ohms may be turned over.
		if (open) expect(read.kind).toBe("failed");
		else all.hear(read, temperature, 1.7);
		all.hear(await device.read("in2/pressure/0..6"), 3, 0.07);
		const pulses = await device.read("counter3");
		if (pulses.kind === "value" && pulses.value < 1000 + counts) all.hear(pulses, counts, 1000);
		else if (pulses.kind === "value") all.wrong.push(pulses.value, counts);
	}
	expect(all.wrong).toEqual([]);
	expect(all.values).toBeGreaterThan(READS);
});
