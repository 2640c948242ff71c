import { type Instant, instant } from "#model/quantities/units.ts";
import { localTimes } from "#runtime/local-time.ts";

const SECONDS = /^\d+(?:\.\d+)?$/;
const ISO_8601 = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;
const DAY = 86_400_000;
/** The German format: day, month, year. */
const DOTTED = /^(\d\d?)\.(\d\d?)\.(\d{4})(?= |$)/;
/** From this number of seconds on (the year 5138) a number counts milliseconds, and so on. */
const TOO_MANY = 1e11;

/**
 * The time in a cell: seconds, milliseconds, microseconds or nanoseconds, or a date and time as in ISO 8601 or with the
 * date as 31.12.2026, by default in the site's time zone. In the repeated hour in autumn, the first time that is not before
 * `before`. `left_out` for a time that the clock skips in spring. Undefined for anything else.
 */
export function momentIn(
	text: string,
	zone: string | undefined,
	before: Instant | undefined,
): Instant | "left_out" | undefined {
	if (SECONDS.test(text)) return instant(inSeconds(Number(text)));
	const [, date = "", time = "00:00", offset] = ISO_8601.exec(undotted(text)) ?? [];
	if (date === "") return undefined;
	const written = Date.parse(`${date}T${time}${offset ?? "Z"}`);
	if (!Number.isFinite(written)) return undefined;
	if (offset !== undefined) return instant(written / 1000);
	const moments = localMoments(written, offsets(zone)).map((ms) => instant(ms / 1000));
	return moments.find((moment) => before === undefined || moment >= before) ?? moments[0] ?? "left_out";
}

/** Days since 1900 for the years 1982 to 2119. */
const SERIAL = { from: 30_000, to: 80_000 };

/** Whether a time may be a spreadsheet's date, which counts days: such a number with a fraction. */
export const maybeSerialDate = (text: string): boolean => isSerial(text) && !Number.isInteger(Number(text));

/**
 * Whether the times of a table's first two rows are such dates: less than 1 apart, and one of them with a fraction. As
 * seconds they would be less than a second apart.
 */
export const areSerialDates = (first: Instant, second: string): boolean =>
	isSerial(second) &&
	Math.abs(Number(second) - first) < 1 &&
	!(Number.isInteger(Number(second)) && Number.isInteger(first));

const isSerial = (text: string): boolean =>
	SECONDS.test(text) && Number(text) >= SERIAL.from && Number(text) < SERIAL.to;

const inSeconds = (count: number): number => (count < TOO_MANY ? count : inSeconds(count / 1000));

const undotted = (text: string): string =>
	text.replace(DOTTED, (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);

/** All moments at which local time is this: none in the skipped hour in spring, two in the repeated hour in autumn. */
function localMoments(shown: number, offsetAt: (ms: number) => number): readonly number[] {
	const around = [offsetAt(shown - DAY), offsetAt(shown + DAY)].map((offset) => shown - offset);
	const real = around.filter((ms) => ms + offsetAt(ms) === shown);
	return [...new Set(real)].sort((a, b) => a - b);
}

/** Local time minus UTC (ms) at a moment. */
function offsets(zone: string | undefined): (ms: number) => number {
	const local = localTimes(zone);
	return (ms) => {
		const { year, month, day, hour, minute, second } = local(new Date(ms));
		return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
	};
}
