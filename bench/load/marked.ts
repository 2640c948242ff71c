import { cp, readFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { build, type Loader, type Metafile, type Plugin } from "esbuild";
import { BUNDLE } from "../../scripts/bundle.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What the app itself is called in the table. */
export const OWN = "(the app itself)";
const CODE: Readonly<Record<string, Loader>> = { ".ts": "ts", ".js": "js", ".mjs": "js", ".cjs": "js" };
/** Directives have to stay before any statement. */
const DIRECTIVE = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*(?:"use strict"|'use strict')\s*;?/;

/**
 * The app's bundle once more, of the very modules that the shipped one is made of (its metafile names them), each of
 * which says when its evaluation begins and ends. Comes back with the script; what ships beside the app lies beside it.
 */
export async function marked(app: string, folder: string): Promise<string> {
	const shipped: Metafile = JSON.parse(await readFile(`${app}.meta.json`, "utf8"));
	const entry = Object.values(shipped.outputs).find(({ entryPoint }) => entryPoint !== undefined)?.entryPoint;
	if (entry === undefined) throw new Error(`${app}.meta.json names no entry point.`);
	const marks = join(folder, "marks.cjs");
	await build({ ...BUNDLE, absWorkingDir: ROOT, entryPoints: ["bench/load/marks.ts"], outfile: marks, banner: {} });
	const outfile = join(folder, "app.cjs");
	const before = `require(${JSON.stringify(marks)});require=globalThis.loadRequire(__filename);`;
	await build({
		...BUNDLE,
		absWorkingDir: ROOT,
		entryPoints: [entry],
		outfile,
		banner: { js: before + BUNDLE.banner.js },
		plugins: [asShipped(shipped), marking],
	});
	await cp(join(dirname(app), "node_modules"), join(folder, "node_modules"), { recursive: true });
	return outfile;
}

/** What the shipped bundle leaves out or leaves outside, this one does too. */
const asShipped = ({ inputs }: Metafile): Plugin => ({
	name: "as-shipped",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
			const imports = inputs[relative(ROOT, importer)]?.imports ?? [];
			const found = imports.find((one) => (one.original ?? one.path) === path && one.kind === kind);
			if (found?.external) return { path: found.path, external: true };
			const [namespace = "", rest] = found?.path.split(":", 2) ?? [];
			return rest !== undefined && namespace !== "node" ? { path: rest, namespace: "left-out" } : undefined;
		});
		onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
	},
});

const marking: Plugin = {
	name: "marking",
	setup: ({ onLoad }) =>
		onLoad({ filter: /\.[cm]?[jt]s$/, namespace: "file" }, async ({ path }) => {
			const text = await readFile(path, "utf8");
			const name = JSON.stringify(packageOf(path));
			const start = DIRECTIVE.exec(text)?.[0].length ?? 0;
			return {
				contents: `${text.slice(0, start)};globalThis.loadBegan(${name});${text.slice(start)}\n;globalThis.loadEnded(${name});`,
				loader: CODE[extname(path)] ?? "js",
			};
		}),
};

const packageOf = (path: string): string => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? OWN;
