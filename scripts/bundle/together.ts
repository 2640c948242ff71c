import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type OutputFile, type Plugin, transform } from "esbuild";
import { BUNDLE, NATIVE, ROOT } from "./options.ts";

/** Commands about a broker, which a running controller does not need. */
const COMMANDS = "src/cli/broker/program-broker.ts";
/** What becomes a file of its own when imported with `import()`. */
const APART = /(?:^#(?:demo|web)\/|\/program-broker\.ts$)/;
const OURS = /\/src\/.*\.ts$/;
const ASKED = /(?<!typeof |: |<)\bimport\(("[^"]+")\)/g;

/**
 * The text of a source file. If a bundle is split, esbuild would make a file of everything imported with `import()`. So
 * `require` is used for our own sources: they stay in the bundle and are evaluated on demand.
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
 * Makes the commands import the app, which they never do. So the whole app is shared by both entries: it is one file from
 * which the commands take what they need, and the entry only starts it.
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
 * The app and the rarely used commands, with their shared code once. esbuild only splits ES modules. Each file is then
 * converted to CommonJS, which starts faster.
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
		external: NATIVE,
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
		// Otherwise Node would load its ES module loader for it.
		supported: { "dynamic-import": false },
	});
	return { file, text: code, map, legal: texts.get(`${file}.LEGAL.txt`) ?? "" };
}
