import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./options.ts";

const FILE = "solar-heating-card.js";
/** The oldest browsers that Home Assistant's own front end is built for without a fallback. */
export const BROWSERS = ["chrome111", "firefox115", "safari16.4"];

/** Builds the card that draws the plant, for browsers, into `outdir`. Gives its file. */
export async function card(outdir: string): Promise<string> {
	await build({
		absWorkingDir: ROOT,
		entryPoints: ["src/web/card/card.ts"],
		outfile: join(outdir, FILE),
		bundle: true,
		platform: "browser",
		format: "esm",
		target: BROWSERS,
		minify: true,
		charset: "utf8",
		legalComments: "none",
		logLevel: "silent",
	});
	return FILE;
}

if (import.meta.main) console.log(await card(join(ROOT, "dist")));
