import { describe, expect, it, test } from "@jest/globals";
import { calendarIn } from "../../../../src/app/page/engineer/local-day.ts";

const HOUR = 3_600_000;
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe("a local day", () => {
	test.each([
		["Europe/Stockholm", "2026-07-01", "2026-06-30T22:00:00.000Z", 24],
		["Europe/Stockholm", "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
		["Europe/Stockholm", "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
		["Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00.000Z", 23.5],
		["Pacific/Kiritimati", "2026-07-01", "2026-06-30T10:00:00.000Z", 24],
		["Pacific/Pago_Pago", "2026-07-01", "2026-07-01T11:00:00.000Z", 24],
		// The clock skips midnight.
		["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", 23],
		["UTC", "2024-02-29", "2024-02-29T00:00:00.000Z", 24],
	])("of %s, %s, begins at its first minute and has its own length", (zone, date, begin, hours) => {
		const day = calendarIn(zone).day(date);
		expect([iso(day?.from), ((day?.to ?? 0) - (day?.from ?? 0)) / HOUR]).toEqual([begin, hours]);
	});

	it.each(["2026-02-30", "2026-13-01", "today", "", "2026-1-1", "+002026-01-01"])("is none for %j", (date) => {
		expect(calendarIn("UTC").day(date)).toBeUndefined();
	});

	it("is the day before the next one, all through a year with its changes of the clock", () => {
		const { day, dateOf } = calendarIn("Europe/Berlin");
		for (let at = day("2026-01-01")?.from ?? 0; dateOf(at) < "2027-01-01"; ) {
			const here = day(dateOf(at));
			expect(here?.from).toBe(at);
			at = here?.to ?? Number.POSITIVE_INFINITY;
		}
	});
});
