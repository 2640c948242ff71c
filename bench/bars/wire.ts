import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { type Bar, limit } from "../harness/figures.ts";

const result = z.object({
	rows: z.number(),
	rowsOfAll: z.number(),
	bytes: z.number(),
	entities: z.number(),
	discovery: z.number(),
	most: z.array(z.tuple([z.string(), z.number()])),
});

/** The owner's plant, simulated through a clear day in June with the scatter of 1-Wire sensors. */
export const wire: Bar = {
	id: "wire",
	title: "What a clear day costs the network and Home Assistant's recorder",
	async run() {
		const script = join(import.meta.dirname, "../wire/run.ts");
		const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 1e7 });
		const { rows, rowsOfAll, bytes, entities, discovery, most } = result.parse(JSON.parse(stdout));
		const details = { entities, ...Object.fromEntries(most.slice(0, 5)) };
		return [
			limit("rows for the recorder in a day, as a new installation is enabled", rows, "rows", 15_000, details),
			limit("rows in a day with every entity enabled", rowsOfAll, "rows", 20_000),
			limit("topics and payloads", bytes / 1000, "kB/min", 6.6),
			limit("discovery", discovery, "bytes for each entity", 365),
		];
	},
};
