import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { type Bar, ratio } from "../harness/figures.ts";

const run = z.object({ ns: z.number(), decisions: z.number() });
const results = z.array(z.object({ core: run, floor: run }));

/**
 * One turn of judge, every rule, arbitrate, route, interlock and settle, against the same decisions written by hand over
 * numbers; and one of a wide plant, against that of the owner's.
 */
export const core: Bar = {
	id: "core",
	title: "One turn of the control core",
	async run({ rounds }) {
		const [all, wide] = [await turnsOf("owner", rounds), await turnsOf("wide", rounds)];
		const differs = all.some((r) => r.core.decisions !== r.floor.decisions);
		if (differs) throw new Error("The core and the floor did not decide the same: the comparison says nothing.");
		return [
			ratio(
				"a turn",
				all.map((r) => r.core.ns),
				all.map((r) => r.floor.ns),
				20,
				"ns",
			),
			ratio(
				"a turn with two tanks and four circuits; floor: the owner's plant",
				wide.map((r) => r.core.ns),
				all.map((r) => r.core.ns),
				2.5,
				"ns",
			),
		];
	},
};

async function turnsOf(plant: "owner" | "wide", rounds: number) {
	const script = join(import.meta.dirname, "../core/turns.ts");
	const { stdout } = await promisify(execFile)(process.execPath, [script, plant, String(rounds)], { maxBuffer: 1e7 });
	return results.parse(JSON.parse(stdout));
}
