/** The time before a line, and the rest of the line. */
export interface Stamped {
	/** Seconds since 1970, if the time tells. */
	readonly at?: number;
	readonly text: string;
}

/** Characters that strftime can produce (`log_timestamp_format`): digits, separators, and only these words. */
const TIME = /^[A-Za-z\d /.,:+()\-[\]]{1,64}$/;
const WORDS = new Set([
	...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
	...["Saturday", "Sunday", "January", "February", "March", "April", "June", "July", "August", "September"],
	...["October", "November", "December", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"],
	...["Dec", "AM", "PM", "am", "pm", "T", "Z", "UTC", "GMT", "WET", "WEST", "CET", "CEST", "EET", "EEST", "BST", "IST"],
	...["MSK", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "JST", "AEST", "AEDT", "NZST", "NZDT"],
]);
const LONGEST = 64;

/**
 * Removes the broker's own time: everything before the first colon followed by a blank, if that can be a time. A line that
 * starts with the broker's words has none.
 */
export function unstamped(line: string, begins: (text: string) => boolean, today?: number): Stamped {
	if (begins(line)) return { text: line };
	const end = line.indexOf(": ");
	if (end < 1 || end > LONGEST) return { text: line };
	const stamp = line.slice(0, end);
	const text = line.slice(end + 2);
	if (!isTime(stamp)) return { text: line };
	const at = stampOf(stamp) ?? stampWithoutYear(stamp, today);
	return { text, ...(at !== undefined && { at }) };
}

const isTime = (stamp: string) =>
	TIME.test(stamp) && /\d/.test(stamp) && (stamp.match(/[A-Za-z]+/g) ?? []).every((word) => WORDS.has(word));

/** Seconds since 1970; undefined for an incomplete or ambiguous date. Local time without a zone. */
export function stampOf(stamp: string): number | undefined {
	if (/^\d{9,11}(?:\.\d+)?$/.test(stamp)) return Number(stamp);
	const iso = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?/.exec(stamp);
	if (iso !== null) {
		const [, year, month, day, time, part, zone = ""] = iso;
		return secondsOf(
			`${year}-${month}-${day}T${time}${part === undefined ? "" : `.${part.slice(0, 3)}`}${zoneOf(zone)}`,
		);
	}
	const [, first, second, year, time] = /^(\d\d)[./-](\d\d)[./-](\d{4})[T ,]+(\d\d:\d\d:\d\d)/.exec(stamp) ?? [];
	if (first !== undefined && second !== undefined) {
		// Day and month, or month and day. With a point the day always comes first.
		const day = stamp[2] === "." || Number(first) > 12 ? first : Number(second) > 12 ? second : undefined;
		if (day === undefined) return undefined;
		return secondsOf(`${year}-${day === first ? second : first}-${day}T${time}`);
	}
	const named = /([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (?:[A-Z]{2,5} )?(\d{4})$/.exec(stamp);
	if (named === null) return undefined;
	const [, month, day, clock, of] = named;
	return secondsOf(`${month} ${day} ${of} ${clock}`);
}

/** `Nov 29 12:00:00`: the last such day that is not after tomorrow. */
export function stampWithoutYear(stamp: string, today: number | undefined): number | undefined {
	const [, month, day, time] = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d)/.exec(stamp) ?? [];
	if (month === undefined || today === undefined) return undefined;
	const year = new Date(today * 1000).getFullYear();
	const at = secondsOf(`${month} ${day} ${year} ${time}`);
	return at === undefined || at <= today + DAY ? at : secondsOf(`${month} ${day} ${year - 1} ${time}`);
}
const DAY = 86_400;

const zoneOf = (zone: string) => (zone === "UTC" ? "Z" : zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2"));

function secondsOf(text: string): number | undefined {
	const at = Date.parse(text) / 1000;
	return Number.isFinite(at) ? at : undefined;
}
