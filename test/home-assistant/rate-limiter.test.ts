import { beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { RateLimiter } from "#home-assistant/rate-limiter.ts";

let now: number;
let limiter: RateLimiter;
beforeEach(() => {
	now = 0;
	limiter = new RateLimiter(() => now);
});

/** The payload of this topic is so at this moment; gives whether it is worth a message. */
const said = (at: number, payload: string, every: number | "always" = 10, topic = "t"): boolean => {
	now = at;
	return limiter.worth([{ topic, payload, ...(every === "always" ? {} : { min_interval: every }) }]).length === 1;
};

describe("a word", () => {
	it("is news at once, whatever was said just before", () => {
		expect([said(0, "idle"), said(0.1, "heating"), said(0.2, "idle")]).toEqual([true, true, true]);
	});

	it("is no news while it stays the same", () => {
		expect([said(0, "idle"), said(100, "idle")]).toEqual([true, false]);
	});

	it("is a number that is lost or comes back, too", () => {
		expect([said(0, "57.9"), said(1, "None"), said(2, "57.9")]).toEqual([true, true, true]);
	});
});

describe("a number", () => {
	test.each([
		{ at: 599, to: "58.3", news: false },
		{ at: 600, to: "58.0", news: true },
		{ at: 59.9, to: "58.4", news: false },
		{ at: 60, to: "58.4", news: true },
		{ at: 9.9, to: "58.9", news: false },
		{ at: 10, to: "58.9", news: true },
		{ at: 10, to: "56.9", news: true },
		{ at: 0.1, to: "67.8", news: false },
		{ at: 0.1, to: "67.9", news: true },
		{ at: 0.1, to: "-57.9", news: true },
		{ at: 6000, to: "57.9", news: false },
	])("of 57.9 that is $to after $at s is news: $news", ({ at, to, news }) => {
		said(0, "57.9");
		expect(said(at, to)).toBe(news);
	});

	it("is measured against what was said last, so that it cannot creep away", () => {
		said(0, "50.0");
		expect([said(11, "50.4"), said(12, "50.8"), said(13, "51.0")]).toEqual([false, false, true]);
	});

	it("that nobody wants calmed is said at every change", () => {
		said(0, "50.0", "always");
		expect([said(0.1, "50.1", "always"), said(0.2, "50.1", "always")]).toEqual([true, false]);
	});

	it("is said at most every 60 s while it only trembles, and the last value comes in the end", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 500, max: 509 }), { minLength: 30, maxLength: 100 }), (tenths) => {
				limiter = new RateLimiter(() => now);
				const moments = tenths.map((t, i) => [i, (t / 10).toFixed(1)] as const).filter(([i, p]) => said(i, p));
				for (const [n, [at]] of moments.entries())
					if (n > 0) expect(at - (moments[n - 1]?.[0] ?? 0)).toBeGreaterThanOrEqual(60);
				const last = ((tenths.at(-1) ?? 0) / 10).toFixed(1);
				const sent = said(tenths.length + 600, last) ? last : moments.at(-1)?.[1];
				expect(sent).toBe(last);
			}),
		);
	});
});

describe("a message with news of its own", () => {
	const told = (at: number, payload: string, news: string) => {
		now = at;
		return limiter.worth([{ topic: "t", payload, news }]).length === 1;
	};

	it("waits for them, whatever its text does", () => {
		expect([told(0, "8 K", "gain"), told(1, "9 K", "gain"), told(9999, "20 K", "gain")]).toEqual([true, false, false]);
		expect([told(10_000, "3 K", "no_gain"), told(10_001, "3 K", "gain")]).toEqual([true, false]);
	});
});

describe("attributes", () => {
	const both = (at: number, state: string, attributes: string) => {
		now = at;
		return limiter
			.worth([
				{ topic: "t", payload: state, min_interval: 10 },
				{ topic: "t/attributes", payload: attributes, min_interval: 10 },
			])
			.map(({ topic }) => topic);
	};

	it("follow a change of their state at once", () => {
		both(0, "no_gain", '{"gain":7.9}');
		expect(both(1, "gain", '{"gain":8}')).toEqual(["t", "t/attributes"]);
	});

	it("are noise by themselves, however far their numbers move", () => {
		both(0, "gain", '{"gain":8}');
		expect(both(1, "gain", '{"gain":18}')).toEqual([]);
		expect(both(9.9, "gain", '{"gain":19}')).toEqual([]);
		expect(both(10, "gain", '{"gain":20}')).toEqual(["t/attributes"]);
	});

	it("of one state do not follow the change of another", () => {
		both(0, "gain", '{"gain":8}');
		now = 1;
		const other = limiter.worth([
			{ topic: "u", payload: "x", min_interval: 10 },
			{ topic: "t/attributes", payload: '{"gain":9}', min_interval: 10 },
		]);
		expect(other.map(({ topic }) => topic)).toEqual(["u"]);
	});
});
