import { cellsOf, isLeapDay, linesOf, numberIn } from "./cells.ts";
import type { Format } from "./format.ts";

const isMissing = (value: number) => value <= -9000;

/** TMY3 of the National Solar Radiation Data Base (NREL/TP-581-43156, table 1-1): two header lines, hours end at their time. */
export const tmy3: Format = (text) => {
	const [site = "", header = "", ...rows] = linesOf(text);
	const names = cellsOf(header);
	const column = (name: string) => names.findIndex((one) => one.startsWith(name));
	const at = {
		date: column("Date (MM/DD/YYYY)"),
		global: column("GHI ("),
		diffuse: column("DHI ("),
		warm: column("Dry-bulb ("),
	};
	if (at.date < 0 || at.global < 0 || at.warm < 0) return undefined;
	const [, place = "", state = "", ahead, latitude, longitude] = cellsOf(site);
	const hours = rows.map(cellsOf).filter((cells) => {
		const [month = 0, day = 0] = (cells[at.date] ?? "").split("/").map(Number);
		return !isLeapDay(month, day);
	});
	const values = (index: number) => hours.map((cells) => numberIn(cells[index], isMissing));
	return {
		kind: "TMY3",
		place: [place, state].filter((part) => part !== "").join(", "),
		ahead: Number(ahead),
		latitude: Number(latitude),
		longitude: Number(longitude),
		global: values(at.global),
		...(at.diffuse < 0 ? {} : { diffuse: values(at.diffuse) }),
		outdoor: values(at.warm),
	};
};
