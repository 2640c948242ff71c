import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { ACTIVITIES, RANKS } from "#model/decision/decision.ts";
import { MODES } from "#model/decision/intent.ts";
import { FAMILIES } from "#mqtt/failure.ts";
import { keysOf } from "#texts/say.ts";

const WEB = join(import.meta.dirname, "../../src/web");
const sources = readdirSync(WEB, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.map((file) => readFileSync(join(WEB, file), "utf8"))
	.join("\n");

/** Keys that are put together of a word and a code. */
const COMPOSED = {
	mode: MODES,
	now: [...ACTIVITIES, "unconfigured", "invalid", "hung"],
	severity: ["alarm", "warning"],
	rank: RANKS,
	proof: ["fine", "problem", "unknown"],
	broker: ["connected", "connecting", "waiting", "closed", "credentials_required", ...FAMILIES],
} as const;

it("Every text of the page is asked for somewhere in it, and every text that it asks for is there", () => {
	const written = [
		...sources.matchAll(/word\(\s*"([a-z_]+)"/g),
		...sources.matchAll(/word\([^()"`]*\? "([a-z_]+)" : "([a-z_]+)"/g),
	].flatMap(([, ...keys]) => keys);
	const composed = Object.entries(COMPOSED).flatMap(([name, codes]) => codes.map((code) => `${name}_${code}`));
	for (const name of Object.keys(COMPOSED)) expect(sources).toMatch(new RegExp(`\`${name}_\\$\\{`));
	expect([...keysOf("page")].sort()).toEqual([...new Set([...written, ...composed])].sort());
});
