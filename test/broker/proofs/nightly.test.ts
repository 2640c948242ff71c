import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { DAILY, FROM, Nightly, UNTIL } from "#broker/proofs/nightly.ts";
import { instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

const NOW = instant(1000);
const wall = (date: string, minute_of_day: number, trusted = true): Wall => ({
	date,
	minute_of_day,
	weekday: 1,
	trusted,
});
const never = { at: instant(0) };

describe("the nightly audit", () => {
	test.each([
		[0, 119, false],
		[0, 120, true],
		[0, 239, true],
		[0, 240, false],
		[0.5, 179, false],
		[0.5, 180, true],
		[0.999999, 238, false],
		[0.999999, 239, true],
	])("by the dice %d is at minute %d due: %s", (dice, minute, due) => {
		expect(new Nightly(() => dice, never).due(NOW, wall("2026-11-25", minute))).toBe(due);
	});

	it("runs once a night, and the next night at another minute", () => {
		const dice = [0.9, 0.1];
		const nightly = new Nightly(() => dice.shift() ?? 0, never);
		const due = (date: string) =>
			Array.from({ length: 1440 }, (_, minute) => minute).filter((minute) => {
				const today = wall(date, minute);
				if (!nightly.due(NOW, today)) return false;
				nightly.begun(NOW, today);
				return true;
			});
		expect(due("2026-11-25")).toEqual([228]);
		expect(due("2026-11-26")).toEqual([132]);
		expect(due("2026-11-26")).toEqual([]);
	});

	it("falls on a minute between 02:00 and 04:00 whatever the dice say", () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (dice) => {
				const nightly = new Nightly(() => dice, never);
				const minutes = Array.from({ length: 1440 }, (_, m) => m).filter((m) =>
					nightly.due(NOW, wall("2026-11-25", m)),
				);
				expect(minutes.length).toBeGreaterThan(0);
				for (const minute of minutes) expect(minute >= FROM && minute < UNTIL).toBe(true);
			}),
		);
	});

	it("is not repeated after a restart in the same night, nor in the hour that comes twice", () => {
		const last = new Nightly(() => 0, never).begun(NOW, wall("2026-10-25", 150));
		expect(last).toEqual({ at: NOW, date: "2026-10-25" });
		expect(new Nightly(() => 0, last).due(NOW, wall("2026-10-25", 160))).toBe(false);
	});

	it("goes by running time while nobody knows what time it is", () => {
		const nightly = new Nightly(() => 0, never);
		const unset = wall("1970-01-01", 130, false);
		expect(nightly.due(instant(DAILY - 1), unset)).toBe(false);
		expect(nightly.due(instant(DAILY), unset)).toBe(true);
		expect(nightly.begun(instant(DAILY), unset)).toEqual({ at: DAILY });
		expect(nightly.due(instant(2 * DAILY - 1), unset)).toBe(false);
		expect(nightly.due(instant(2 * DAILY), unset)).toBe(true);
	});
});
