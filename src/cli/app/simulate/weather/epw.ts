import { cellsOf, isLeapDay, linesOf, numberIn } from "./cells.ts";
import type { Format } from "./format.ts";

/** Place of each field in a line of data (EnergyPlus, Auxiliary Programs, "EPW CSV Format"). */
const [MONTH, DAY, WARM, GLOBAL, DIFFUSE] = [1, 2, 6, 13, 15] as const;
const [NO_TEMPERATURE, NO_IRRADIANCE] = [99.9, 9999];

/** EPW, the weather of EnergyPlus: eight header lines of which the first says where, hours end at their number. */
export const epw: Format = (text) => {
	const lines = linesOf(text);
	const site = cellsOf(lines[0] ?? "");
	if (site[0] !== "LOCATION") return undefined;
	const rows = lines
		.slice(1)
		.map(cellsOf)
		.filter((cells) => cells.length > DIFFUSE && /^\d{4}$/.test(cells[0] ?? ""))
		.filter((cells) => !isLeapDay(Number(cells[MONTH]), Number(cells[DAY])));
	const values = (index: number, none: number) => rows.map((cells) => numberIn(cells[index], (value) => value >= none));
	return {
		kind: "EPW",
		place: [site[1], site[3]].filter((part) => part !== undefined && part !== "" && part !== "-").join(", "),
		latitude: Number(site[6]),
		longitude: Number(site[7]),
		ahead: Number(site[8]),
		global: values(GLOBAL, NO_IRRADIANCE),
		diffuse: values(DIFFUSE, NO_IRRADIANCE),
		outdoor: values(WARM, NO_TEMPERATURE),
	};
};
