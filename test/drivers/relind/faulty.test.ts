import { expect, test } from "@jest/globals";
import type { Image } from "#drivers/driver.ts";
import { dice } from "../../fakes/drawn/dice.ts";
import { Expander } from "../../fakes/i2c/chips.ts";
import { mishaps } from "../../fakes/i2c/mishaps.ts";
import { aBus, aRelayCard } from "../bus/i2c/bench.ts";

const READS = 10_000;

test(`a relay card never confirms what its pins are not, in ${READS} faulty writes`, async () => {
	const wires = aBus();
	const throws = dice(16);
	const chip = new Expander();
	wires.fake.chips.set(0x3d, chip);
	const device = aRelayCard(wires, "4_relays", ["1", "2"]);
	const prepare = mishaps(wires.fake, throws);
	let done = 0;
	const wrong: string[] = [];
	for (let nth = 0; nth < READS; nth++) {
		prepare();
		if (throws.once(20)) chip.reset();
		chip.heldLow = throws.once(10) ? throws.of(0x80, 0x40, 0xc0) : 0;
		const image: Image = new Map([
			["1", throws.once(2)],
			["2", throws.once(2)],
		]);
		const written = await device.write(image);
		if (written.kind !== "done") continue;
		if (written.faults === undefined) done += 1;
		const pins = new Map([
			["1", (chip.driven & 0x80) !== 0],
			["2", (chip.driven & 0x40) !== 0],
		]);
		const confirmed = [...written.confirmed];
		if (written.faults === undefined && confirmed.some(([relay, on]) => pins.get(relay) !== on))
			wrong.push(`${nth} ${JSON.stringify(confirmed)} ${chip.driven}`);
	}
	expect(wrong).toEqual([]);
	expect(done).toBeGreaterThan(READS / 3);
});
