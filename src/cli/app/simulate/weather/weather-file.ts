import { textOfFile } from "#files/named-file.ts";
import { Mistake, remark, type Sentence } from "#model/sentences/sentence.ts";
import { HOURS, type RecordedYear } from "#simulation/weather/recorded.ts";
import { columnsIn } from "./columns.ts";
import type { Columns, Kind } from "./format.ts";

/** A year of weather from a file, and what had to be put in its place where the file lacks something. */
export interface WeatherFile {
	readonly kind: Kind;
	/** As the file calls it. */
	readonly place: string;
	readonly year: RecordedYear;
	/** In the section `command`. */
	readonly notes: readonly Sentence[];
}

/** The longest gap that is bridged, in hours. */
const LONGEST_GAP = 6;

/**
 * Reads TMY3, EPW, PVGIS or a German TRY. Throws a `Mistake` for anything else, and where hours are missing.
 * @param latitude degrees north, for a file that does not name its place
 */
export function weatherIn(path: string, latitude: number | undefined): WeatherFile {
	const columns = columnsIn(textOfFile(path, LARGEST).replace(/^\uFEFF/, ""));
	if (columns === undefined) throw new Mistake(remark("weather_unknown"));
	const notes: Sentence[] = [];
	const hours = columns.global.length;
	if (hours < HOURS) throw new Mistake(remark("weather_short", { kind: columns.kind, hours, needed: HOURS }));
	const north = columns.latitude ?? latitude;
	if (north === undefined) throw new Mistake(remark("weather_no_place", { kind: columns.kind }));
	if (columns.latitude === undefined) notes.push(remark("weather_latitude", { latitude: north }));
	if (columns.diffuse === undefined) notes.push(remark("weather_no_diffuse"));
	const filled = (what: Quantity) => bridged(columns, what, notes);
	const [global, outdoor, diffuse] = [filled("global"), filled("outdoor"), filled("diffuse")];
	return {
		kind: columns.kind,
		place: columns.place,
		notes,
		year: {
			latitude: north,
			longitude: columns.longitude ?? columns.ahead * 15,
			ahead: columns.ahead,
			global: Float64Array.from(global ?? []),
			outdoor: Float64Array.from(outdoor ?? []),
			...(diffuse === undefined ? {} : { diffuse: Float64Array.from(diffuse) }),
		},
	};
}

/** Bytes. A TMY3 with all its columns has 1.7 MB. */
const LARGEST = 8 * 1024 * 1024;

type Quantity = "global" | "diffuse" | "outdoor";
const WHAT: Readonly<Record<Quantity, Sentence>> = {
	global: remark("weather_global"),
	diffuse: remark("weather_diffuse"),
	outdoor: remark("weather_outdoor"),
};

/** Bridges short gaps by a straight line and says so; refuses longer ones. */
function bridged(columns: Columns, what: Quantity, notes: Sentence[]): readonly number[] | undefined {
	const values = columns[what]?.slice(0, HOURS);
	if (values === undefined || !values.includes(undefined)) return values as readonly number[] | undefined;
	const missing = values.filter((value) => value === undefined).length;
	const facts = { what: WHAT[what].code, missing, kind: columns.kind };
	if (longestGap(values) > LONGEST_GAP)
		throw new Mistake(remark("weather_gap", { ...facts, longest: longestGap(values) }));
	notes.push(remark("weather_bridged", facts));
	return values.map((value, at) => value ?? between(values, at));
}

function longestGap(values: readonly (number | undefined)[]): number {
	let longest = 0;
	let gap = 0;
	for (const value of values) {
		gap = value === undefined ? gap + 1 : 0;
		longest = Math.max(longest, gap);
	}
	return longest;
}

function between(values: readonly (number | undefined)[], at: number): number {
	const before = values.findLastIndex((value, place) => place < at && value !== undefined);
	const after = values.findIndex((value, place) => place > at && value !== undefined);
	const [low, high] = [values[before] ?? values[after] ?? 0, values[after] ?? values[before] ?? 0];
	const share = before < 0 || after < 0 ? 0 : (at - before) / (after - before);
	return low + (high - low) * share;
}
