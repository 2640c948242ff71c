import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { OUTPUT_ROLES } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";

const CONTROL = join(import.meta.dirname, "../../../src/control");
const ROLES: ReadonlySet<string> = new Set([...SENSOR_ROLES, ...OUTPUT_ROLES, "roles"].filter((r) => r !== "other"));

const words = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").match(/\w+/g) ?? [];
const named = (text: string) => words(text).filter((word) => ROLES.has(word));

describe("the engine", () => {
	// #no-role-in-control
	it("names no role: which sensor and output a rule is about is found by the rule", () => {
		const files = readdirSync(CONTROL, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
		expect(files.length).toBeGreaterThan(8);
		expect(
			files.flatMap((file) => named(readFileSync(join(CONTROL, file), "utf8")).map((role) => `${file}: ${role}`)),
		).toEqual([]);
	});

	it("would be found out", () => {
		expect(named("const { collector } = plant.roles; // a tank\n/* of a\npump */ role")).toEqual([
			"collector",
			"roles",
		]);
	});
});
