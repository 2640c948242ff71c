import type { Measured } from "#drivers/driver.ts";
import type { Dice } from "../drawn/dice.ts";
import type { FakeI2c } from "./bus.ts";

/** Before each call: nothing, a chip that is silent for some transfers, or a bit that is turned over in one of them. */
export function mishaps(fake: FakeI2c, throws: Dice) {
	let silent = 0;
	let spoiled = -1;
	let nth = 0;
	fake.refuses = () => (silent-- > 0 ? throws.of("EREMOTEIO", "EIO", "ETIMEDOUT", "EAGAIN") : undefined);
	fake.spoils = (bytes) => {
		if (nth++ !== spoiled || bytes.length === 0) return bytes;
		const at = throws.nat(bytes.length);
		return bytes.map((byte, i) => (i === at ? byte ^ (1 << throws.nat(8)) : byte));
	};
	return () => {
		nth = 0;
		silent = throws.once(4) ? throws.nat(6) : 0;
		spoiled = throws.once(2) ? throws.nat(10) : -1;
	};
}

/** How many values were given, and those that are further from the truth than this. */
export function counted() {
	const wrong: number[] = [];
	let values = 0;
	return {
		wrong,
		get values() {
			return values;
		},
		hear(read: Measured, truth: number, most: number) {
			if (read.kind !== "value") return;
			values += 1;
			if (!(Math.abs(read.value - truth) <= most)) wrong.push(read.value, truth);
		},
	};
}
