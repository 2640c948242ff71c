import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The name under which a browser gets the card that draws the plant. */
export const CARD_FILE = "solar-heating-card.js";

/** Beside the bundle; for a checkout, where the build puts it. */
const PLACES = [import.meta.dirname, join(import.meta.dirname, "../../dist")];

/** The card's script; undefined in a checkout that was not built. */
export function cardScript(): string | undefined {
	const file = PLACES.map((place) => join(place, CARD_FILE)).find(existsSync);
	return file === undefined ? undefined : readFileSync(file, "utf8");
}
