import type { Finder, Found } from "#model/plant/found.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { firmwareAt, i2cFinder, measuredBy, place, type Spot } from "../bus/i2c/found.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { RtdBoard } from "./board.ts";
import * as registers from "./registers.ts";

const SIGNATURE = { version: registers.FIRMWARE - 2, supply: 0x21, temperature: 0x20 };

/** RTD boards, and the sensors on them that measure. */
export const rtdFinder = (bus: I2cBus, pace: Seconds): Finder =>
	i2cFinder(
		bus,
		(stack) => [registers.address(stack)],
		async (spot) => {
			const firmware = await firmwareAt(spot, SIGNATURE);
			if (firmware === undefined) return [place(spot, [])];
			const sources = Array.from({ length: registers.CHANNELS }, (_, i) => `rtd:${spot.stack}/${i + 1}`);
			const board = place(spot, [{ what: `Sequent RTD HAT (firmware ${firmware})`, sure: true, sources }]);
			return [board, ...(await sensors(spot, sources, pace))];
		},
	);

function sensors({ bus, stack }: Spot, sources: readonly string[], pace: Seconds): Promise<readonly Found[]> {
	const board = new RtdBoard({ identity: "", stack, pace }, { tell: () => undefined }, bus.join());
	return measuredBy(board, sources);
}
