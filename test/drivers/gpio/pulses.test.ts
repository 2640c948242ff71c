import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { Pulses } from "#drivers/gpio/pulses.ts";
import { instant, seconds } from "#model/quantities/units.ts";

const STILL = seconds(60);
const edges = (from: number, count: number, at: number, apart: number) =>
	Array.from({ length: count }, (_, i) => ({ nth: from + i, at: at + i * apart }));

describe("pulses in a second", () => {
	test.each([
		["none yet", [], 0, 0],
		["one, of which nothing is known", [edges(1, 1, 5, 1)], 5, 0],
		["two", [edges(1, 2, 5, 0.5)], 5.5, 2],
		["one in every read", [edges(1, 1, 0, 1), edges(2, 1, 2, 1)], 2, 0.5],
		["many", [edges(1, 100, 0, 0.01), edges(101, 100, 1, 0.01)], 1.99, 100],
		["after a pause, as fast as they come now", [edges(1, 1, 0, 1), edges(2, 11, 1000, 0.1)], 1001, 10],
		["a single one after a long pause", [edges(1, 2, 0, 1), edges(3, 1, 101, 1)], 101, 0.01],
		["some of which the kernel forgot", [edges(1, 1, 0, 1), edges(937, 64, 93.6, 0.1)], 99.9, 10],
	])("%s", (_, reads, now, rate) => {
		const pulses = new Pulses();
		for (const read of reads) pulses.hears(read, instant(read.at(-1)?.at ?? 0));
		expect(pulses.perSecond(instant(now), STILL)).toBeCloseTo(rate, 6);
	});

	it("are at most one in the time since the last, and none after a while", () => {
		const pulses = new Pulses();
		pulses.hears(edges(1, 101, 0, 0.1), instant(10));
		expect([10, 10.05, 12, 20, 59, 69.9, 70, 1e6].map((now) => pulses.perSecond(instant(now), STILL))).toEqual(
			[10, 10, 0.5, 0.1, 1 / 49, 1 / 59.9, 0, 0].map((rate) => expect.closeTo(rate, 6)),
		);
	});
});

describe("the count", () => {
	// #gpio-count-law
	it("is that of the pulses, however they are split into reads and whatever the kernel forgets", () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ count: fc.integer({ min: 0, max: 300 }), kept: fc.integer({ min: 1, max: 64 }) })),
				fc.integer({ min: 0, max: 2 ** 32 - 1 }),
				(reads, start) => {
					const pulses = new Pulses();
					pulses.hears([{ nth: start, at: 0 }], instant(0));
					const begun = pulses.total;
					let nth = start;
					for (const { count, kept } of reads) {
						const all = Array.from({ length: count }, (_, i) => ({ nth: (nth + i + 1) % 2 ** 32, at: nth + i }));
						nth = (nth + count) % 2 ** 32;
						pulses.hears(all.slice(-kept), instant(0));
						expect(pulses.perSecond(instant(0), STILL)).toBeGreaterThanOrEqual(0);
					}
					expect(pulses.total - begun).toBe(reads.reduce((sum, { count }) => sum + count, 0));
				},
			),
		);
	});
});
