import { cellsOf, isLeapDay, linesOf, numberIn } from "./cells.ts";
import type { Format } from "./format.ts";

const NAMED = /^(Latitude|Longitude) \(decimal degrees\): *(-?[\d.]+)/;
const TIME = /^\d{4}(\d\d)(\d\d):\d{4}$/;
const isMissing = () => false;

/** The typical year that the European Commission's PVGIS saves as CSV: named values, a header, times in UTC. */
export const pvgis: Format = (text) => {
	const lines = linesOf(text);
	const header = lines.findIndex((line) => line.startsWith("time(UTC)"));
	if (header < 0) return undefined;
	const names = cellsOf(lines[header] ?? "");
	const [warm, global, diffuse] = ["T2m", "G(h)", "Gd(h)"].map((name) => names.indexOf(name)) as [
		number,
		number,
		number,
	];
	if (warm < 0 || global < 0) return undefined;
	const named = new Map(
		lines.slice(0, header).flatMap((line) => {
			const [, name = "", value] = NAMED.exec(line) ?? [];
			return value === undefined ? [] : [[name, Number(value)] as const];
		}),
	);
	const rows = lines
		.slice(header + 1)
		.map(cellsOf)
		.filter(([time = ""]) => {
			const [, month, day] = TIME.exec(time) ?? [];
			return month !== undefined && !isLeapDay(Number(month), Number(day));
		});
	const values = (index: number) => rows.map((cells) => numberIn(cells[index], isMissing));
	const [latitude, longitude] = [named.get("Latitude"), named.get("Longitude")];
	return {
		kind: "PVGIS",
		place: `${latitude ?? "?"}, ${longitude ?? "?"}`,
		...(latitude === undefined ? {} : { latitude }),
		...(longitude === undefined ? {} : { longitude }),
		ahead: 0,
		global: values(global),
		...(diffuse < 0 ? {} : { diffuse: values(diffuse) }),
		outdoor: values(warm),
	};
};
