import { DAY_LASTS } from "#model/quantities/week.ts";

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::00)?$/;
const two = (n: number) => String(n).padStart(2, "0");

/** A minute of the day as Home Assistant writes a time: `06:30:00`. The end of a day is midnight. */
export const timeText = (minute: number): string =>
	`${two(Math.floor((minute % DAY_LASTS) / 60))}:${two(minute % 60)}:00`;

/** Minute of the day of `06:30` or `06:30:00`; undefined for another text. */
export function timeIn(payload: string): number | undefined {
	const [, hours, minutes] = TIME.exec(payload) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
