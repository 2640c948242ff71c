import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { type Bar, limit } from "../harness/figures.ts";

const Lock = z.object({
	packages: z.record(z.string(), z.object({ dev: z.boolean().default(false), version: z.string().optional() })),
});

export const size: Bar = {
	id: "size",
	title: "What an installation carries",
	async run({ made }) {
		const app = made.find(({ file }) => file === "app.cjs");
		const lock = Lock.parse(JSON.parse(await readFile(join(import.meta.dirname, "../../package-lock.json"), "utf8")));
		const packages = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && !dev).length;
		const all = made.reduce((sum, { bytes }) => sum + bytes, 0);
		return [
			// Packages are not shipped, but each is somebody to trust; so their number is shown beside the size.
			limit("app bundle, minified", (app?.bytes ?? Number.NaN) / 1000, "kB", 900, { packages }),
			limit("all bundles together", all / 1e6, "MB", 2.5),
		];
	},
};
