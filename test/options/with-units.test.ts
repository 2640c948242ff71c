import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { owner } from "./plants.ts";

const sensor = (unit: unknown) => ({ id: "flow", role: "other", source: "mqtt:meter/flow", unit });
const parsed = (unit: unknown) => parse(owner({ sensors: [sensor(unit)], outputs: [] }));

describe("the unit of a sensor", () => {
	// #unit-as-it-is-shown
	test.each([
		["l/h", "L/h"],
		["L/h", "L/h"],
		["c", "°C"],
		[" KWH ", "kWh"],
	])("%j counts as %s, which is shown", (written, unit) => {
		const found = parsed(written);
		expect(found.kind === "valid" && found.options.sensors[0]?.unit).toBe(unit);
	});

	it.each(["mW", "°X", 7, null])("%j is refused as it was written", (written) => {
		const found = parsed(written);
		const refused = found.kind === "invalid" ? found.problems.map(({ path, value }) => [path, value]) : [];
		expect(refused).toEqual([["sensors[0].unit", JSON.stringify(written)]]);
	});
});
