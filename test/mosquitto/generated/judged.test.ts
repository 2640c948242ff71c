import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { programOf, RELEASES, securityPlugin } from "../../fakes/mosquitto.ts";
import { debian } from "../machine/debian.ts";

const JUDGE = join(import.meta.dirname, "judge.ts");
/** For each release; its seeds are its own, and the same in every run. */
const COUNT = 70;

describe("A generated configuration that Mosquitto loads", () => {
	// #loaded-hardened-heard-closed
	test.each(RELEASES.map((release, nth) => [release, 1 + nth * COUNT] as const))(
		"is loaded hardened by Mosquitto %s, heard where it was, and lets nobody in without a login",
		async (release, from) => {
			const machine = await debian(release);
			try {
				await machine.run("ip", "address", "add", "192.0.2.4/24", "dev", "lo");
				const args = [programOf(release) ?? "", securityPlugin(release), release, String(from), String(COUNT)];
				const { code, out, err } = await machine.run(process.execPath, JUDGE, ...args);
				expect({ code, err }).toEqual({ code: 0, err: "" });
				const all: { seed: number; loaded: boolean; wrong?: string }[] = out
					.trim()
					.split("\n")
					.map((line) => JSON.parse(line));
				expect(all.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
				expect(all).toHaveLength(COUNT);
				expect(all.filter(({ loaded }) => loaded).length).toBeGreaterThan(COUNT / 2);
			} finally {
				await machine.close();
			}
		},
		180_000,
	);
});
