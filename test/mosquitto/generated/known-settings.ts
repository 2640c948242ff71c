import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Release } from "../../fakes/mosquitto.ts";

const FILE = join(import.meta.dirname, "../../fixtures/mosquitto/settings.txt");
const SECTIONS: Readonly<Record<Release, readonly string[]>> = {
	system: ["2.0.11"],
	"2.0.21": ["2.0.11", "2.0.21"],
	"2.1": ["2.0.11", "2.0.21", "2.1"],
};

/** Every setting that a release knows. */
export function knownSettings(release: Release): ReadonlySet<string> {
	const text = readFileSync(FILE, "utf8");
	return new Set(
		SECTIONS[release].flatMap((name) => {
			const [, words = ""] = text.split(`[${name}]\n`);
			return (
				words
					.split("\n[")[0]
					?.split(/\s+/)
					.filter((word) => word !== "") ?? []
			);
		}),
	);
}
