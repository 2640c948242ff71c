import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type OutputFile, type Plugin, transform } from "esbuild";
import { BUNDLE, NATIVE, ROOT } from "./options.ts";

/** Commands about a broker, of which a running controller has no need. */
const COMMANDS = "src/cli/broker/program-broker.ts";
/** What becomes a file of its own where it is imported by `import()`. */
const APART = /(?:^#(?:demo|web)\/|\/program-broker\.ts$)/;
const OURS = /\/src\/.*\.ts$/;
const ASKED = /(?<!typeof |: |<)\bimport\(("[^"]+")\)/g;

/**
 * The text of a source file. Where a bundle is split, esbuild would make a file of all that is imported by `import()`. So
 * sources of ours ask for it by `require`: it stays in the bundle, and is evaluated when it is asked for.
 */
export async function sourceOf(path: string): Promise<string> {
	const text = await readFile(path, "utf8");
	if (!OURS.test(path)) return text;
	return text.replace(ASKED, (whole, asked: string) =>
		APART.test(asked.slice(1, -1)) ? whole : `Promise.resolve().then(()=>require(${asked}))`,
	);
}

const within: Plugin = {
	name: "within",
	setup: ({ onLoad }) =>
		onLoad({ filter: OURS }, async ({ path }) => ({ contents: await sourceOf(path), loader: "ts" })),
};

/**
 * Lets the commands ask for the app, which they never do. So all of it is common to both entries: it is one file, from which
 * the commands take what they have need of, and the entry only begins it.
 */
const asking = (entry: string): Plugin => ({
	name: "asking",
	setup: ({ onLoad }) =>
		onLoad({ filter: /\/program-broker\.ts$/ }, async ({ path }) => ({
			contents: `${await sourceOf(path)}\nexport const app = () => require(${JSON.stringify(join(ROOT, entry))});`,
			loader: "ts",
		})),
});

export interface Together {
	readonly files: readonly {
		readonly file: string;
		readonly text: string;
		readonly map: string;
		readonly legal: string;
	}[];
	readonly metafile: unknown;
}

/**
 * The app and the commands that only some need, with what both have in common once. esbuild splits only ES modules, of which
 * each file is then made CommonJS, which starts faster.
 */
export async function together(entry: string, outdir: string, plugins: readonly Plugin[]): Promise<Together> {
	const { outputFiles, metafile } = await build({
		...BUNDLE,
		absWorkingDir: ROOT,
		entryPoints: { main: entry, "program-broker": COMMANDS },
		outdir,
		write: false,
		format: "esm",
		splitting: true,
		chunkNames: "app",
		outExtension: { ".js": ".cjs" },
		sourcemap: "inline",
		external: [NATIVE],
		plugins: [asking(entry), ...plugins, within],
	});
	const legal = new Map(outputFiles.map((one) => [basename(one.path), one.text]));
	const made = outputFiles.filter(({ path }) => path.endsWith(".cjs")).map((one) => asCommon(one, legal));
	return { files: await Promise.all(made), metafile };
}

async function asCommon({ path, text }: OutputFile, texts: ReadonlyMap<string, string>) {
	const file = basename(path);
	const { code, map } = await transform(text, {
		loader: "js",
		format: "cjs",
		platform: BUNDLE.platform,
		target: BUNDLE.target,
		minify: BUNDLE.minify,
		charset: BUNDLE.charset,
		legalComments: "none",
		sourcemap: "external",
		sourcesContent: false,
		sourcefile: file,
		// Node would start its loader of ES modules for it.
		supported: { "dynamic-import": false },
	});
	return { file, text: code, map, legal: texts.get(`${file}.LEGAL.txt`) ?? "" };
}
