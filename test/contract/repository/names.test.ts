import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { misleading } from "../../../scripts/names.ts";

describe("file names", () => {
	it("that the Supervisor takes for another app's manifest are found, but for the manifest itself", async () => {
		const root = await mkdtemp(join(tmpdir(), "names-"));
		const present = [
			"config.yaml",
			"test/config.yaml",
			"a/config.yml",
			"b/c/config.json",
			"build.yaml",
			"a/build.json",
			"a/config.example.yaml",
			".github/workflows/build.yml",
		];
		for (const file of [...present, "a/options.json", "node_modules/x/config.json", ".git/config.json"]) {
			await mkdir(join(root, dirname(file)), { recursive: true });
			await writeFile(join(root, file), "");
		}
		expect(await misleading(root)).toEqual(present.slice(1).sort());
		await rm(root, { recursive: true });
	});
});
