import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { programOf, RELEASES, type Release } from "../../fakes/mosquitto.ts";
import { knownSettings } from "./known-settings.ts";

/** The broker stops at the line after a setting that it takes without a value, so it never goes on. */
function knows(release: Release, path: string, name: string): boolean {
	writeFileSync(path, `${name}\nno_setting_of_any_release\n`);
	const { stdout, stderr } = spawnSync(programOf(release) ?? "", ["-c", path], { encoding: "utf8" });
	const said = stdout + stderr;
	expect(said).toMatch(/Error/);
	return !new RegExp(`Unknown configuration variable .${name}\\W`).test(said);
}

test.each(RELEASES)(
	"the list of settings is right about what Mosquitto %s knows",
	(release) => {
		const dir = mkdtempSync(join(tmpdir(), "known-"));
		try {
			const all = [...knownSettings("2.1")];
			const known = all.filter((name) => knows(release, join(dir, "mosquitto.conf"), name));
			expect(known).toEqual([...knownSettings(release)]);
		} finally {
			rmSync(dir, { recursive: true });
		}
	},
	120_000,
);
