import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
interface Semver {
	satisfies(version: string, range: string): boolean;
}
/** It comes without types. */
const semver = z
	.custom<Semver>((loaded) => typeof loaded === "function" || typeof loaded === "object")
	.parse(createRequire(import.meta.url)("semver"));

const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(read("package.json")));
const Locked = z.object({ packages: z.record(z.string(), z.object({ engines: z.unknown().optional() })) });
const asked = Object.entries(Locked.parse(JSON.parse(read("package-lock.json"))).packages).flatMap(([name, locked]) => {
	const wanted = z.object({ node: z.string() }).safeParse(locked.engines);
	return wanted.success && name !== "" ? [{ name, node: wanted.data.node }] : [];
});
/** The oldest of each line of Node that package.json promises. */
const OLDEST = ["20.12.0", "22.13.0", "24.0.0"];

describe("the Node that package.json promises", () => {
	it("begins with these, and lines that no package is made for are not in it", () => {
		for (const version of OLDEST) expect([version, semver.satisfies(version, engines.node)]).toEqual([version, true]);
		for (const version of ["18.20.0", "20.11.1", "21.7.0", "22.12.0", "23.11.0"])
			expect([version, semver.satisfies(version, engines.node)]).toEqual([version, false]);
	});

	test.each(OLDEST)("%s is enough for every package, so that `npm ci` warns of none", (version) => {
		expect(asked.length).toBeGreaterThan(100);
		expect(asked.filter(({ node }) => !semver.satisfies(version, node))).toEqual([]);
	});

	it("is what README and CONTRIBUTING say", () => {
		for (const page of ["README.md", "CONTRIBUTING.md"])
			expect(read(page)).toMatch(/\bNode 20\.12, 22\.13, 24 or newer\b/);
	});
});
