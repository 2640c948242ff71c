import type { Finder, Found } from "#model/plant/found.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { firmwareAt, i2cFinder, measuredBy, place, type Spot } from "../bus/i2c/found.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { MegaBasBoard } from "./board.ts";
import * as registers from "./registers.ts";

const SIGNATURE = { version: registers.VERSION, supply: 0x75, temperature: 0x72 };

/** MegaBAS boards, and the PT1000 on them that measure. */
export const megabasFinder = (bus: I2cBus, options: { readonly pace: Seconds; readonly ntc_beta: number }): Finder =>
	i2cFinder(
		bus,
		(stack) => [registers.address(stack)],
		async (spot) => {
			const firmware = await firmwareAt(spot, SIGNATURE);
			if (firmware === undefined) return [place(spot, [])];
			const { stack } = spot;
			const sources = Array.from({ length: registers.CHANNELS }, (_, i) => `megabas:${stack}/${i + 1}`);
			const targets = [1, 2, 3, 4].flatMap((n) => [`megabas:${stack}/out${n}`, `megabas:${stack}/triac${n}`]);
			const what = `Sequent Building Automation (firmware ${firmware})`;
			return [place(spot, [{ what, sure: true, sources, targets }]), ...(await sensors(spot, sources, options))];
		},
	);

function sensors(
	{ bus, stack }: Spot,
	sources: readonly string[],
	options: { readonly pace: Seconds; readonly ntc_beta: number },
): Promise<readonly Found[]> {
	const named = { identity: "", stack, channels: [], curves: [], ...options };
	const board = new MegaBasBoard(named, { tell: () => undefined }, bus.join());
	return measuredBy(board, sources);
}
