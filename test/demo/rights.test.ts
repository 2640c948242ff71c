import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { mayListen, mayRead, mayWrite, type Right, rightsIn } from "#demo/broker/rights.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import { matches } from "#mqtt/topic.ts";

const read = (filter: string): readonly Right[] => [{ access: "read", filter }];

describe("rights", () => {
	it("are those of the printed access rules", () => {
		const acl = aclOf({ user: "solar", installation: "abcd", base_topic: "solar", discovery_prefix: "homeassistant" });
		expect(rightsIn(acl)).toEqual([
			{ access: "write", filter: "solar/abcd/#" },
			{ access: "read", filter: "solar/abcd/+/set" },
			{ access: "readwrite", filter: "homeassistant/device/abcd/+/config" },
			{ access: "read", filter: "homeassistant/status" },
		]);
	});

	test.each([
		["#", "#", true],
		["#", "a/+/b", true],
		["#", "$SYS/#", false],
		["a/#", "a", true],
		["a/#", "a/b/#", true],
		["a/#", "#", false],
		["a/+", "a/+", true],
		["a/+", "a/b", true],
		["a/+", "a/#", false],
		["a/+", "a", false],
		["a/+", "a/b/c", false],
		["a/b", "a/+", false],
		["+/b", "$SYS/b", false],
	] as const)("to read %s allow to listen to %s: %s", (allowed, asked, so) => {
		expect(mayListen(read(allowed), asked)).toBe(so);
	});

	it("to write are none to read, and the other way round", () => {
		const write: readonly Right[] = [{ access: "write", filter: "a" }];
		expect([mayWrite(write, "a"), mayRead(write, "a"), mayListen(write, "a")]).toEqual([true, false, false]);
		expect([mayWrite(read("a"), "a"), mayRead(read("a"), "a")]).toEqual([false, true]);
	});

	const level = fc.constantFrom("a", "b", "$SYS");
	const levels = fc.array(level, { minLength: 1, maxLength: 4 });
	/** A filter that holds the topic: some levels are opened, and perhaps the end is. */
	const filterAround = (topic: readonly string[]) =>
		fc
			.tuple(
				fc.array(fc.boolean(), { minLength: topic.length, maxLength: topic.length }),
				fc.option(fc.nat(topic.length)),
			)
			.map(([open, end]) => {
				const opened = topic.map((level, n) => (open[n] === true ? "+" : level));
				return end === null ? opened : [...opened.slice(0, end), "#"];
			});
	/** A topic that a filter holds. */
	const topicUnder = (filter: readonly string[]) =>
		fc
			.tuple(...filter.map((one) => (one === "#" ? levels : one === "+" ? level.map((l) => [l]) : fc.constant([one]))))
			.map((parts) => parts.flat().join("/"));
	const allowedAskedSaid = levels.chain((topic) =>
		fc
			.tuple(filterAround(topic), filterAround(topic))
			.chain(([allowed, asked]) =>
				fc.tuple(fc.constant(allowed.join("/")), fc.constant(asked.join("/")), topicUnder(asked)),
			),
	);

	it("never let a subscription bring what may not be read", () => {
		fc.assert(
			fc.property(allowedAskedSaid, ([allowed, asked, said]) => {
				fc.pre(mayListen(read(allowed), asked) && matches(asked, said));
				expect(mayRead(read(allowed), said)).toBe(true);
			}),
		);
	});
});
