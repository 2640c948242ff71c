import { inspect } from "node:util";
import { describe, expect, it, test } from "@jest/globals";
import type { Wall } from "#model/quantities/wall.ts";
import { type KeptLogin, LoginAge } from "#supervisor/login-age.ts";

const LOGIN = { username: "solar", password: "canary-Ag-3d77" };
const day = (date: string, trusted = true): Wall => ({ date, minute_of_day: 600, weekday: 1, trusted });

/** A store of one row, and a calendar that a test turns. */
const house = (row?: unknown) => {
	const kept = { row, wall: day("2026-01-01"), saves: 0 };
	const age = new LoginAge({
		load: () => kept.row,
		save: (saved) => {
			kept.row = saved;
			kept.saves += 1;
		},
		wall: () => kept.wall,
	});
	const days = () => age.findings().find((f) => f.code === "credentials")?.facts["days"];
	const old = () => age.findings().find((f) => f.code === "credentials_old");
	return { kept, age, days, old };
};

describe("the age of a login", () => {
	it("is unknown before a broker accepted it", () => {
		expect(house().age.findings()).toEqual([]);
	});

	// #counts-first-day-over
	it("counts from the first day, over restarts", async () => {
		const first = house();
		await first.age.accepted(LOGIN);
		expect(first.days()).toBe(0);
		const second = house(first.kept.row);
		second.kept.wall = day("2026-02-01");
		await second.age.accepted(LOGIN);
		expect(second.days()).toBe(31);
		expect(second.kept.saves).toBe(0);
	});

	test.each([
		["2026-03-31", 89, false],
		["2026-04-01", 90, true],
		["2027-01-01", 365, true],
	])("on %s is %d days, and a reminder then: %p", async (date, days, reminded) => {
		const { kept, age, ...is } = house();
		await age.accepted(LOGIN);
		kept.wall = day(date);
		expect(is.days()).toBe(days);
		expect(is.old()?.severity).toBe(reminded ? "warning" : undefined);
	});

	it("of a login that Home Assistant keeps is shown, and never to be mended by its owner", async () => {
		const { kept, age, ...is } = house();
		await age.accepted({ ...LOGIN, managed: true });
		kept.wall = day("2027-01-01");
		expect([is.days(), is.old()]).toEqual([365, undefined]);
		await age.accepted(LOGIN);
		expect(is.old()?.severity).toBe("warning");
	});

	test.each([
		["password", { ...LOGIN, password: "another" }],
		["user name", { ...LOGIN, username: "another" }],
		["border between the two", { username: "solarcanary", password: "-Ag-3d77" }],
	])("begins anew with a changed %s", async (_, changed) => {
		const { kept, age, days } = house();
		await age.accepted(LOGIN);
		const before = kept.row as KeptLogin;
		kept.wall = day("2026-03-01");
		await age.accepted(changed);
		expect(days()).toBe(0);
		expect(kept.row).toMatchObject({ since: "2026-03-01" });
		expect((kept.row as KeptLogin).salt).not.toBe(before.salt);
	});

	it("is unknown while the clock is not set, and begins when it is", async () => {
		const { kept, age, days } = house();
		kept.wall = day("1970-01-01", false);
		await age.accepted(LOGIN);
		expect(days()).toBeUndefined();
		expect(kept.row).toBeUndefined();
		kept.wall = day("2026-05-01");
		expect(days()).toBe(0);
		expect(kept.row).toMatchObject({ since: "2026-05-01" });
	});

	it("is unknown while the clock is lost, or stands before the first day, and is right again after", async () => {
		const { kept, age, days } = house();
		await age.accepted(LOGIN);
		for (const wall of [day("2026-06-01", false), day("2025-12-31")]) {
			kept.wall = wall;
			expect(days()).toBeUndefined();
		}
		kept.wall = day("2026-01-11");
		expect(days()).toBe(10);
	});

	test.each([
		undefined,
		null,
		7,
		"x",
		{},
		{ salt: "1", mark: "2", since: "2026-01-01" },
		{ salt: "a".repeat(32), mark: "b".repeat(32), since: "soon" },
	])("begins anew where what was kept is %j", async (row) => {
		const { age, days } = house(row);
		await age.accepted(LOGIN);
		expect(days()).toBe(0);
	});

	it("is of the login that was accepted last, however long the sums take", async () => {
		const { kept, age } = house();
		await Promise.all([age.accepted(LOGIN), age.accepted({ ...LOGIN, username: "later" })]);
		expect(age.findings()[0]?.facts["user"]).toBe("later");
		expect(kept.saves).toBe(1);
	});

	it("keeps nothing of the password", async () => {
		const { kept, age } = house();
		await age.accepted(LOGIN);
		const all = inspect([kept.row, age, age.findings()], { depth: null, showHidden: true });
		expect(all).not.toContain("canary");
		expect(JSON.stringify(kept.row)).not.toContain("solar");
	});
});
