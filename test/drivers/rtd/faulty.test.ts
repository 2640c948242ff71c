import { expect, test } from "@jest/globals";
import { dice } from "../../fakes/drawn/dice.ts";
import { counted, mishaps } from "../../fakes/i2c/mishaps.ts";
import { Rtd } from "../../fakes/i2c/rtd.ts";
import { aBus, anRtd } from "../bus/i2c/bench.ts";

const READS = 10_000;

test(`an RTD board gives no wrong value in ${READS} faulty reads`, async () => {
	const wires = aBus();
	const throws = dice(14);
	const board = new Rtd();
	wires.fake.chips.set(0x40, board);
	const device = anRtd(wires);
	const prepare = mishaps(wires.fake, throws);
	const temperatures = [20, 61, 95, 180];
	const all = counted();
	for (let nth = 0; nth < READS; nth++) {
		prepare();
		const i = throws.nat(4);
		const drift = (temperatures[i] ?? 0) + throws.nat(100) / 100 - 0.5;
		temperatures[i] = Math.min(240, Math.max(-40, drift));
		for (const [channel, t] of temperatures.entries()) board.wire(channel + 1, t);
		// The board writes new values in the middle of a block.
		const at = 0x3b + throws.nat(32);
		board.between = throws.once(3) ? (register) => register === at && board.measure() : () => undefined;
		if (throws.once(50)) board.reset();
		const open = throws.once(10) ? throws.nat(4) : -1;
		if (open >= 0) board.terminals[open] = throws.of(Number.POSITIVE_INFINITY, 0, 30, 340, 5000);
		const channel = throws.nat(4);
		const read = await device.read(String(channel + 1));
		if (channel === open) expect(read.kind).toBe("failed");
		else all.hear(read, temperatures[channel] ?? 0, 0.6);
	}
	expect(all.wrong).toEqual([]);
	expect(all.values).toBeGreaterThan(READS / 4);
});
