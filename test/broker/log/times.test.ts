import { describe, expect, it } from "@jest/globals";
import { Times } from "#broker/log/count/times.ts";

describe("how often something happened", () => {
	it("is exact within the window, to its very edge", () => {
		const times = new Times(300);
		for (let n = 0; n < 5000; n++) times.add("a", 1000);
		expect(times.add("a", 1299)).toBe(5001);
		expect(times.count("a", 1300)).toBe(1);
		expect(times.count("a", 1599)).toBe(0);
		expect(times.keys()).toEqual([]);
	});

	it("counts what comes a little late with what came last", () => {
		const times = new Times(300);
		times.add("a", 1001);
		expect(times.add("a", 1000)).toBe(2);
	});

	it("is known of 10,000 things at once; further ones wait until others are over", () => {
		const times = new Times(300);
		for (let n = 0; n < 20_000; n++) times.add(String(n), 1000);
		expect(times.keys()).toHaveLength(10_000);
		expect(times.add("another", 1001)).toBe(0);
		expect(times.add("0", 1001)).toBe(2);
		expect(times.add("another", 1301)).toBe(1);
		expect(times.keys()).toHaveLength(1);
	});
});
