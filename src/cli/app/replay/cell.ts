import type { Sensor } from "#model/plant/plant.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";

/** How loggers write the units behind a number. In a file that is not UTF-8 the degree sign is unreadable. */
const UNITS: Readonly<Partial<Record<Quantity, RegExp>>> = {
	temperature: /\s*(?:[°º\uFFFD]\s*C|℃|C)$/u,
	flow: /\s*l\s*\/\s*min$/iu,
	volume: /\s*(?:l|litres?|liters?)$/iu,
	pressure: /\s*bar$/iu,
	irradiance: /\s*W\s*\/\s*m[²2\uFFFD]$/u,
	power: /(?<=\d)\s*W$/u,
	energy: /\s*kWh$/u,
	humidity: /\s*%$/u,
	speed: /\s*%$/u,
};
const OTHER_UNIT = /^[+-]?\d[\d.,]*\s*\D{1,8}$/u;

/** The text of a cell without the unit of what its sensor measures. */
export const withoutUnit = (cell: string, { quantity }: Sensor): string => {
	const unit = UNITS[quantity];
	return unit === undefined ? cell : cell.replace(unit, "");
};

/** What is wrong with a cell that is no number. */
export function flawOf(cell: string, { id, quantity }: Sensor, line: number): Sentence {
	const where = { line, sensor: id, cell };
	const { unit } = KINDS[quantity];
	if (!OTHER_UNIT.test(cell) || unit === "") return remark("row_number", where);
	return quantity === "temperature" ? remark("row_unit", where) : remark("row_unit_of", { ...where, unit });
}
