import { describe, expect, it, test } from "@jest/globals";
import { brokerLines, plainLook } from "#cli/app/hardware/at-broker-lines.ts";
import { LANGUAGES } from "#texts/say.ts";

const looked = (refused: readonly string[], silent: readonly string[]) =>
	({ kind: "looked", found: [], refused, silent }) as const;

describe("what is said about a look at the broker", () => {
	test.each(LANGUAGES)("names each missing rule as an access file has it, in %s", (language) => {
		const lines = brokerLines(looked(["+/online"], ["+/bridge/devices"]), language);
		expect(lines.filter((line) => line.startsWith("  "))).toEqual([
			"  topic read +/online",
			"  topic read +/bridge/devices",
		]);
		expect(lines.join("\n")).not.toMatch(/[{}]/);
	});

	it("says nothing where all was heard", () => {
		const found = [{ kind: "device", at: "x", likely: [] }] as const;
		expect(brokerLines({ ...looked([], []), found }, "en")).toEqual([]);
	});

	it("says how it goes on where there was no connection", () => {
		expect(brokerLines({ kind: "failed", class: "timeout" }, "en").join("\n")).toBe(
			"\nThe broker could not be looked at (timeout). `solar-heating check` says why, and what to do.",
		);
	});

	it("is the same for scripts", () => {
		expect(plainLook(looked(["a"], ["b"]))).toEqual({ looked: true, refused: ["a"], silent: ["b"] });
		expect(plainLook({ kind: "failed", class: "timeout" })).toEqual({ looked: false, class: "timeout" });
	});
});
