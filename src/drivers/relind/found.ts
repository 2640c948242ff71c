import type { Finder } from "#model/plant/found.ts";
import { firmwareAt, i2cFinder, place, type Spot } from "../bus/i2c/found.ts";
import type { I2cBus } from "../bus/i2c/i2c.ts";
import { MODELS, PROCESSOR, PROCESSOR_VERSION } from "./models.ts";

/**
 * Relay cards. Those with an expander chip cannot be told from other chips at their addresses without sending something
 * that others take for their outputs, so they are only likely.
 */
export const relindFinder = (bus: I2cBus): Finder =>
	i2cFinder(
		bus,
		(stack) => [PROCESSOR.address(stack), MODELS["4_relays"].address(stack), MODELS["4_relays_0x20"].address(stack)],
		async (spot) => {
			if (spot.address !== PROCESSOR.address(spot.stack)) return [place(spot, likely(spot))];
			const firmware = await firmwareAt(spot, { version: PROCESSOR_VERSION });
			if (firmware === undefined) return [place(spot, [])];
			return [place(spot, [{ what: `Sequent 4RELIND (firmware ${firmware})`, sure: true, targets: relays(spot, 4) }])];
		},
	);

/** The usual ones of each address first. */
function likely(spot: Spot) {
	const cards = [
		{ what: "Sequent 4RELIND", targets: relays(spot, 4) },
		{ what: "Sequent 8RELIND", targets: relays(spot, 8) },
		{ what: "Sequent 16RELIND", targets: relays(spot, 16) },
	];
	return spot.address === MODELS["16_relays"].address(spot.stack) ? cards.toReversed() : cards;
}

const relays = ({ stack }: Spot, count: number): readonly string[] =>
	Array.from({ length: count }, (_, i) => `relind:${stack}/${i + 1}`);
