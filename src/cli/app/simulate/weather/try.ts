import { linesOf, numberIn } from "./cells.ts";
import type { Format } from "./format.ts";

/** The line between header and data; above it are the names of the columns. */
const END = /^\*{3}/;
/** `52°23'N <- B.  13°04'O <- L.`, whatever became of the degree sign. */
const PLACE = /(\d+)\D{1,3}(\d+)'N\D+?(\d+)\D{1,3}(\d+)'O/;
/** CET, which the hours of a TRY end in. */
const AHEAD = 1;
const isMissing = (value: number) => value <= -99 || value >= 9999;

/** A test reference year of the German weather service (TRY 2010, 2015, 2045): direct and diffuse light on level ground. */
export const germanTry: Format = (text) => {
	const lines = linesOf(text);
	const end = lines.findIndex((line) => END.test(line));
	const names = (lines[end - 1] ?? "").trim().split(/\s+/);
	const [direct, diffuse, warm] = ["B", "D", "t"].map((name) => names.indexOf(name)) as [number, number, number];
	if (end < 1 || direct < 0 || diffuse < 0 || warm < 0) return undefined;
	const rows = lines.slice(end + 1).map((line) => line.trim().split(/\s+/));
	const values = (index: number) => rows.map((cells) => numberIn(cells[index], isMissing));
	const [beams, skies] = [values(direct), values(diffuse)];
	const head = lines.slice(0, end);
	const [, north, minutes, east, more] = PLACE.exec(head.join("\n")) ?? [];
	return {
		kind: "TRY",
		place: /^Station:\s*(.*?)(?:\s{2,}|$)/m.exec(head.join("\n"))?.[1] ?? (head[0] ?? "").replace(/\s+/g, " ").trim(),
		...(north === undefined
			? {}
			: { latitude: Number(north) + Number(minutes) / 60, longitude: Number(east) + Number(more) / 60 }),
		ahead: AHEAD,
		global: beams.map((beam, at) => {
			const sky = skies[at];
			return beam === undefined || sky === undefined ? undefined : beam + sky;
		}),
		diffuse: skies,
		outdoor: values(warm),
	};
};
