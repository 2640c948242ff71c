import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { instant } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";
import { isWithin, minutesToChange, WINDOWS, type Windows, windowsIn } from "#model/quantities/windows.ts";
import { clock } from "#runtime/clock.ts";

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
/** `fr 06:30` */
function wallAt(text: string): Wall {
	const [day = "", time = ""] = text.split(" ");
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	return { date: "2026-07-01", weekday: DAYS.indexOf(day) + 1, minute_of_day: hours * 60 + minutes, trusted: true };
}
function read(text: string): Windows {
	const windows = windowsIn(text);
	if (windows === undefined) throw new Error(`${text} says no windows`);
	return windows;
}
const inside = (text: string, at: string) => isWithin(read(text), wallAt(at));

describe("time windows", () => {
	test.each([
		["mo-fr 06:00-08:00, sa 08:00-10:00", "mo 05:59", false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "mo 06:00", true],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "fr 07:59", true],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "fr 08:00", false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "sa 07:00", false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "sa 08:00", true],
		["mo-fr 06:00-08:00, sa 08:00-10:00", "su 09:00", false],
		["22:00-06:00", "we 21:59", false],
		["22:00-06:00", "we 22:00", true],
		["22:00-06:00", "we 05:59", true],
		["22:00-06:00", "we 06:00", false],
		["fr 22:00-06:00", "sa 05:59", true],
		["fr 22:00-06:00", "fr 05:59", false],
		["su 22:00-06:00", "mo 05:59", true],
		["su 22:00-06:00", "mo 06:00", false],
		["sa-mo 10:00-11:00", "su 10:30", true],
		["sa-mo 10:00-11:00", "tu 10:30", false],
		["mo we fr-su 10:00-11:00", "tu 10:30", false],
		["mo we fr-su 10:00-11:00", "sa 10:30", true],
		["00:00-24:00", "su 23:59", true],
		["tu 18:00-24:00", "tu 23:59", true],
		["tu 18:00-24:00", "we 00:00", false],
		["always", "su 23:59", true],
		["never", "su 23:59", false],
		["06:00-08:00,17:00-19:00", "th 18:00", true],
		["Mo-Fr 06:00-08:00, Sa So 08:00-10:00", "su 09:00", true],
		["Di Mi Do 06:00-08:00", "we 07:00", true],
		["Di Mi Do 06:00-08:00", "fr 07:00", false],
		["Må-fr 6.00-8.00; LÖ SÖ 8.00-10.00", "su 09:00", true],
		["tis ons tor 22:00–06:00", "fr 05:59", true],
		["Mon-Fri 6:30-8:00,Sat Sun 8:00-24.00", "sa 23:59", true],
		["Mon–Fri 6:30-8:00", "tu 06:29", false],
	])("%s at %s: %s", (text, at, expected) => expect(inside(text, at)).toBe(expected));

	test.each([
		["", "mo 6-8", "06:00", "06:00-25:00", "24:00-06:00", "montag 06:00-08:00", "mid 06:00-08:00", "6:0-8:00"],
		["06:00—08:00", "06:00-08:00;", "mo,tu 06:00-08:00", "always, 06:00-08:00", " 06:00-08:00", "06:60-08:00"],
		["06:00-08:00, 09:00-09:00", "mo-fr", "06:00-08:00 mo", "06:00-08:00,", "mo- 06:00-08:00"],
		["06:00-08:00, ".repeat(30).slice(0, -2), "06:00-08:00\n"],
	])("are not what is written otherwise: %j", (...texts) => {
		for (const text of texts) expect([text, windowsIn(text)]).toEqual([text, undefined]);
	});

	test.each([
		["en", "mo tu we th fr sa su", "mon tue wed thu fri sat sun"],
		["sv", "må ti on to fr lö sö", "mån tis ons tor fre lör sön"],
		["de", "mo di mi do fr sa so", "Mo Di Mi Do Fr Sa So"],
	])("have the names of the days as they are in %s", (_, short, other) => {
		for (const names of [short, other, short.toUpperCase()])
			for (const [nth, name] of names.split(" ").entries())
				expect([name, windowsIn(`${name} 06:00-08:00`)?.listed]).toEqual([
					name,
					[{ days: [nth + 1], from: 360, to: 480 }],
				]);
	});

	it("are unknown without a trusted clock, unless they are all or none", () => {
		expect(isWithin(read("06:00-08:00"), UNTRUSTED)).toBeUndefined();
		expect(minutesToChange(read("06:00-08:00"), UNTRUSTED)).toBeUndefined();
		expect(isWithin(read("always"), UNTRUSTED)).toBe(true);
		expect(isWithin(read("never"), UNTRUSTED)).toBe(false);
	});

	test.each([
		["mo-fr 06:00-08:00", "mo 05:00", 60],
		["mo-fr 06:00-08:00", "mo 06:00", 120],
		["mo-fr 06:00-08:00", "fr 08:00", 3 * 1440 - 120],
		["06:00-08:00, 07:00-09:00", "mo 06:30", 150],
		["sa 06:00-08:00", "sa 08:00", 7 * 1440 - 120],
		["su 22:00-06:00", "su 23:00", 420],
		["00:00-24:00", "su 23:00", undefined],
		["always", "su 23:00", undefined],
		["never", "su 23:00", undefined],
	])("%s at %s change in %s minutes", (text, at, left) => expect(minutesToChange(read(text), wallAt(at))).toBe(left));

	it("that change in some minutes do so then, and not before", () => {
		const time = fc.integer({ min: 0, max: 1439 });
		const two = (n: number) => String(n).padStart(2, "0");
		const clockText = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
		const one = fc
			.record({ days: fc.subarray(DAYS, { minLength: 1 }), from: time, lasts: fc.integer({ min: 1, max: 1439 }) })
			.map(({ days, from, lasts }) => `${days.join(" ")} ${clockText(from)}-${clockText((from + lasts) % 1440)}`);
		const minute = fc.integer({ min: 0, max: 10_079 });
		const at = (n: number): Wall => ({
			date: "2026-07-01",
			weekday: (Math.floor(n / 1440) % 7) + 1,
			minute_of_day: n % 1440,
			trusted: true,
		});
		fc.assert(
			fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), minute, (all, now) => {
				const text = all.join(", ");
				expect(text).toMatch(WINDOWS);
				const windows = read(text);
				const was = isWithin(windows, at(now));
				const left = minutesToChange(windows, at(now)) ?? 10_080;
				let first = 1;
				while (first < 10_080 && isWithin(windows, at(now + first)) === was) first += 1;
				expect([text, now, left]).toEqual([text, now, first]);
			}),
			{ numRuns: 100 },
		);
	});

	it("follow the clock on the wall: no hour where it is put forward, two where it is put back", () => {
		const windows = read("02:00-03:00");
		const hours = (from: string) => {
			let date = new Date(from);
			const { wall } = clock({ start: instant(0), time_zone: "Europe/Stockholm", wall: () => date });
			let minutes = 0;
			for (let nth = 0; nth < 24 * 60; nth += 1) {
				date = new Date(new Date(from).getTime() + nth * 60_000);
				if (isWithin(windows, wall()) === true) minutes += 1;
			}
			return minutes / 60;
		};
		expect([hours("2026-03-28T12:00Z"), hours("2026-06-01T12:00Z"), hours("2026-10-24T12:00Z")]).toEqual([0, 1, 2]);
	});
});
