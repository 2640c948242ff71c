import { describe, expect, it, test } from "@jest/globals";
import { isCalm, type Look, number, unseen, type Watching, watched } from "#checks/watched.ts";
import { instant } from "#model/quantities/units.ts";

const look = (wrong: boolean, right = !wrong): Look => ({
	...{ wrong, right, found_after: 60, over_after: 100 },
	evidence: () => ({ gain: 50, wanted: "on" }),
});
const WRONG = look(true);
const RIGHT = look(false);
const UNKNOWN = look(false, false);
const FOUND = { found: { gain: 50, wanted: "on" } };

describe("a fault that is watched", () => {
	test.each<[string, Watching, number, Look, Watching]>([
		["begins", {}, 1000, WRONG, { since: 1000 }],
		["has not lasted", { since: 1000 }, 1059, WRONG, { since: 1000 }],
		["has lasted", { since: 1000 }, 1060, WRONG, FOUND],
		["passes", { since: 1000 }, 1059, RIGHT, {}],
		["passes where nothing is known", { since: 1000 }, 1059, UNKNOWN, {}],
		["stays found", FOUND, 2000, WRONG, FOUND],
		["stays found where nothing is known", FOUND, 2000, UNKNOWN, FOUND],
		["looks right", FOUND, 2000, RIGHT, { ...FOUND, right: 2000 }],
		["has not looked right for long", { ...FOUND, right: 2000 }, 2099, RIGHT, { ...FOUND, right: 2000 }],
		["is over", { ...FOUND, right: 2000 }, 2100, RIGHT, {}],
		["looks wrong again", { ...FOUND, right: 2000 }, 2099, WRONG, FOUND],
		["is not known any more", { ...FOUND, right: 2000 }, 2100, UNKNOWN, FOUND],
		["never was", {}, 1000, RIGHT, {}],
	])("%s", (_, before, now, seen, after) => {
		expect(watched(before, instant(now), seen)).toEqual(after);
	});

	test.each<[string, Watching, number, Look]>([
		["that lasts", { since: 1000 }, 1059, WRONG],
		["that is found", FOUND, 2000, WRONG],
		["that looks right", { ...FOUND, right: 2000 }, 2050, RIGHT],
		["that is not there", {}, 1000, RIGHT],
	])("%s changes no memory", (_, before, now, seen) => {
		expect(watched(before, instant(now), seen)).toBe(before);
	});

	it("is found, or over, at once where it need not last", () => {
		expect(watched({}, instant(5), { ...WRONG, found_after: 0 })).toEqual(FOUND);
		expect(watched(FOUND, instant(5), { ...RIGHT, over_after: 0 })).toEqual({});
	});

	test.each<[string, Watching, Watching]>([
		["begins anew", { since: 1000 }, {}],
		["stays found", { ...FOUND, right: 2000 }, FOUND],
	])("%s after a turn in which nothing is known", (_, before, after) => {
		expect(unseen(before)).toEqual(after);
		expect(unseen(after)).toBe(after);
	});

	it("is calm while nothing was found or looks wrong", () => {
		expect([{}, { right: 5 }, { since: 5 }, FOUND].map(isCalm)).toEqual([true, true, false, false]);
	});

	it("has numbers as evidence", () => {
		expect([number(FOUND, "gain"), number(FOUND, "wanted"), number({}, "gain")]).toEqual([50, Number.NaN, Number.NaN]);
	});
});
