import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { PLACEHOLDER } from "../../../scripts/address.ts";
import { obstacles, offering } from "../../../scripts/release.ts";

const MANIFEST = readFileSync(join(import.meta.dirname, "../../../config.yaml"), "utf8");
const IMAGE = "registry.example/somebody/solar-heating";
const release = {
	tag: "v1.2.3",
	package_json: '{"version":"1.2.3"}',
	changelog: "# Changelog\n\n## 1.2.3\n\nNew.\n\n## 1.2.2\n",
	manifest: `version: "1.2.2"\nimage: ${IMAGE}\n`,
	repository: "url: https://git.our-house.org/solar-heating\n",
};

describe("a tag", () => {
	it("that fits everything is a release, also the first one, which no image precedes", () => {
		expect(obstacles(release)).toEqual([]);
		expect(obstacles({ ...release, manifest: 'version: "1.2.3"\n' })).toEqual([]);
	});

	test.each([
		["has another form", { tag: "1.2.3" }, "form"],
		["has a part that is no number", { tag: "v1.2.3-rc1" }, "form"],
		["has a nought too many", { tag: "v1.02.3" }, "form"],
		["is not what package.json says", { package_json: '{"version":"1.2.2"}' }, "package.json"],
		["is not told of in the changelog", { changelog: "## 1.2.2\n" }, "CHANGELOG.md"],
		["is told of below an older one", { changelog: "## 1.2.2\n## 1.2.3\n" }, "CHANGELOG.md"],
		["is offered already", { manifest: `version: "1.2.3"\nimage: ${IMAGE}\n` }, "config.yaml"],
		["has no public address", { repository: `url: ${PLACEHOLDER}\n` }, "repository.yaml"],
		["is older than what is offered", { manifest: `version: "1.10.0"\nimage: ${IMAGE}\n` }, "config.yaml"],
	])("that %s is none, and it is said why", (_, change, word) => {
		const found = obstacles({ ...release, ...change });
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(word);
	});
});

describe("the manifest that offers a release", () => {
	it("has its version as a text, and its image beside it, and is otherwise the same", () => {
		const offered = offering(MANIFEST, "1.10.0", IMAGE);
		expect(parse(offered)).toEqual({ ...parse(MANIFEST), version: "1.10.0", image: IMAGE });
		expect(offered).toContain('\nversion: "1.10.0"\n');
		expect(offered.split("\n").filter((line) => !MANIFEST.includes(line))).toHaveLength(2);
	});

	it("names the image once, however many releases there were", () => {
		const twice = offering(offering(MANIFEST, "1.0.0", IMAGE), "1.1.0", IMAGE);
		expect(twice).toBe(offering(MANIFEST, "1.1.0", IMAGE));
	});
});
