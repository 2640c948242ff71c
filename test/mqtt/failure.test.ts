import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { Backoff } from "#mqtt/backoff.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";
import { failureWords } from "../fakes/failure-words.ts";

const classes = Object.keys(FAILURES) as FailureClass[];
const retried = classes.filter((name) => FAILURES[name].retry !== undefined);

/** The moments of the attempts of a client that fails in this way from second 0 on. */
const attempts = (failure: FailureClass, until: number, random: () => number): number[] => {
	const backoff = new Backoff(random);
	const moments = [0];
	for (let now = 0; ; ) {
		const wait = backoff.next(failure);
		if (wait === undefined || now + wait > until) return moments;
		now += wait;
		moments.push(now);
	}
};
const within = (moments: readonly number[], from: number, to: number) =>
	moments.filter((at) => at >= from && at < to).length;

describe("the failure table", () => {
	test.each(classes)("%s has a cause and a remedy in whole sentences", (name) => {
		const { cause, remedy } = failureWords(name);
		expect(cause).toMatch(/^[A-Z].*\.$/);
		expect(remedy).toMatch(/^[A-Z].*\.$/);
	});

	test.each(retried)(
		"%s is tried again, never more often than twice a second, never less than every 20 minutes",
		(name) => {
			fc.assert(
				fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (dice) => {
					const backoff = new Backoff(() => dice);
					const waits = Array.from({ length: 20 }, () => backoff.next(name) ?? Number.NaN);
					expect(waits.every((wait) => wait >= 0.5 && wait <= 1200)).toBe(true);
					expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
				}),
				{ numRuns: 20 },
			);
		},
	);

	it("retries everything but options that cannot work", () => {
		expect(classes.filter((name) => !retried.includes(name))).toEqual(["config-invalid"]);
	});
});

describe("a wrong password", () => {
	const moments = attempts("credentials-rejected", 3600, () => 0.999);

	it("is tried at most 8 times in the first minute", () => {
		expect(within(moments, 0, 60)).toBeLessThanOrEqual(8);
	});

	it("is tried at most twice in any minute after that", () => {
		for (let from = 60; from < 3500; from += 0.5) expect(within(moments, from, from + 60)).toBeLessThanOrEqual(2);
	});

	// #found-corrected-within-30
	it("is found to be corrected within 30 s", () => {
		const gaps = moments.slice(1).map((at, n) => at - (moments[n] ?? 0));
		expect(Math.max(...gaps)).toBeLessThanOrEqual(30);
	});
});

describe("a broker that was restarted", () => {
	it("is tried again within 2 s, however long it was away", () => {
		const moments = attempts("unreachable", 600, () => 0.999);
		const gaps = moments.slice(1).map((at, n) => at - (moments[n] ?? 0));
		expect(Math.max(...gaps)).toBeLessThanOrEqual(2);
	});
});

describe("Backoff", () => {
	it("doubles the wait up to its limit", () => {
		expect(attempts("dropped", 150, () => 0)).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
	});

	it("begins anew when told to forget", () => {
		const backoff = new Backoff(() => 0);
		for (let round = 0; round < 5; round += 1) backoff.next("dropped");
		backoff.forget();
		expect(backoff.next("dropped")).toBe(1);
	});

	it("keeps counting a failure that alternates with another", () => {
		const backoff = new Backoff(() => 0);
		const waits = [1, 2, 3, 4].map(() => [backoff.next("dropped"), backoff.next("timeout")]);
		expect(waits).toEqual([
			[1, 5],
			[2, 10],
			[4, 20],
			[8, 40],
		]);
	});

	it("never repeats what only a person can change", () => {
		expect(new Backoff(() => 0).next("config-invalid")).toBeUndefined();
	});
});
