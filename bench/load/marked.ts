import { extname, join } from "node:path";
import { build, type Loader, type Plugin, stop } from "esbuild";
import { sourceOf } from "../../scripts/bundle/together.ts";
import { BUNDLE, bundle, LAUNCHER } from "../../scripts/bundle.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What the app itself is called in the table. */
export const OWN = "(the app itself)";
const CODE: Readonly<Record<string, Loader>> = { ".ts": "ts", ".js": "js", ".mjs": "js", ".cjs": "js" };
/** Directives have to stay before any statement. */
const DIRECTIVE = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*(?:"use strict"|'use strict')\s*;?/;

/**
 * The app's bundle, built as ever, but each module in it says when its evaluation begins and ends. Comes back with what
 * is to be run.
 */
export async function marked(folder: string): Promise<string> {
	await bundle("src/main.ts", folder, [marking]);
	// After the bundle, which empties the folder first.
	const outfile = join(folder, MARKS);
	await build({ ...BUNDLE, absWorkingDir: ROOT, entryPoints: ["bench/load/marks.ts"], outfile, banner: {} });
	await stop();
	return join(folder, LAUNCHER);
}

const MARKS = "marks.cjs";

const marking: Plugin = {
	name: "marking",
	setup: ({ onLoad, initialOptions }) => {
		const first = `require("./${MARKS}");require=globalThis.loadRequire(require);`;
		initialOptions.banner = { js: first + BUNDLE.banner.js };
		onLoad({ filter: /\.[cm]?[jt]s$/, namespace: "file" }, async ({ path }) => {
			const text = await sourceOf(path);
			const name = JSON.stringify(packageOf(path));
			const start = DIRECTIVE.exec(text)?.[0].length ?? 0;
			return {
				contents: `${text.slice(0, start)};globalThis.loadBegan(${name});${text.slice(start)}\n;globalThis.loadEnded(${name});`,
				loader: CODE[extname(path)] ?? "js",
			};
		});
	},
};

const packageOf = (path: string): string => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? OWN;
