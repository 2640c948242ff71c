import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { matches, overlap, prefixOf, topicFlaw } from "#mqtt/topic.ts";

describe("topicFlaw", () => {
	test.each([
		["", "empty"],
		["#", "wildcard"],
		["a/+/b", "wildcard"],
		["a#", "wildcard"],
		["$SYS/x", "reserved"],
		["a\0b", "nul"],
		["x".repeat(65_536), "long"],
		["ö".repeat(32_768), "long"],
	])("says of %j why not", (topic, flaw) => {
		expect(topicFlaw(topic)).toBe(flaw);
	});

	test.each(["a", "/", "solar/1/pump", "a b", "a/$b", "x".repeat(65_535)])("lets %j pass", (topic) => {
		expect(topicFlaw(topic)).toBeUndefined();
	});
});

describe("matches", () => {
	test.each([
		["solar/+/set", "solar/pump/set", true],
		["solar/+/set", "solar/a/b/set", false],
		["solar/#", "solar", true],
		["solar/#", "solar/a/b", true],
		["solar/#", "solarium/a", false],
		["#", "a/b", true],
		["#", "$SYS/a", false],
		["+/a", "$SYS/a", false],
		["$SYS/#", "$SYS/a", true],
		["a/b", "a/b", true],
		["a/b", "a/b/c", false],
		["a/+", "a/", true],
	])("%s covers %s: %s", (filter, topic, wanted) => {
		expect(matches(filter, topic)).toBe(wanted);
	});

	it("finds every topic under itself, under its own levels replaced by +, and under #", () => {
		const level = fc.stringMatching(/^[a-z0-9]{0,5}$/);
		fc.assert(
			fc.property(fc.array(level, { minLength: 1, maxLength: 5 }), fc.nat(4), (levels, n) => {
				const topic = levels.join("/");
				expect(matches(topic, topic)).toBe(true);
				expect(matches(levels.with(n % levels.length, "+").join("/"), topic)).toBe(true);
				expect(matches("#", topic)).toBe(true);
			}),
		);
	});
});

it("names the first two levels as the prefix", () => {
	expect(["solar/1/a/b", "solar", "a/b"].map(prefixOf)).toEqual(["solar/1", "solar", "a/b"]);
});

describe("overlap", () => {
	test.each([
		["solar/1/#", "solar/1/pump/set", true],
		["solar/1/#", "solar/1", true],
		["solar/1/#", "solar/+/tank", true],
		["solar/1/#", "solar/2/tank", false],
		["solar/1/#", "+/+/+", true],
		["solar/1/#", "#", true],
		["homeassistant/status", "homeassistant/+", true],
		["homeassistant/status", "homeassistant/+/state", false],
		["a/+/c", "a/b/+", true],
		["a/b", "a/b/c", false],
		["a", "a/+", false],
	])("of %s and %s is %s, either way round", (one, other, wanted) => {
		expect([overlap(one, other), overlap(other, one)]).toEqual([wanted, wanted]);
	});

	it("is where a topic falls under both", () => {
		const levels = (...of: string[]) => fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: 4 });
		const filter = levels("a", "b", "+").chain((parts) =>
			fc.boolean().map((open) => (open ? [...parts, "#"] : parts).join("/")),
		);
		fc.assert(
			fc.property(filter, filter, levels("a", "b"), (one, other, topic) => {
				if (matches(one, topic.join("/")) && matches(other, topic.join("/"))) expect(overlap(one, other)).toBe(true);
			}),
		);
	});
});
