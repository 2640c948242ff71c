import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import { ASKED, isApart, partsOf } from "./apart.ts";
import { BUNDLE, NATIVE, ROOT } from "./options.ts";

const OURS = /\/src\/.*\.ts$/;

/**
 * The text of a source file. If a bundle is split, esbuild would make a file of everything imported with `import()`. So
 * `require` is used for our own sources: they stay in the bundle and are evaluated on demand.
 */
export async function sourceOf(path: string): Promise<string> {
	const text = await readFile(path, "utf8");
	if (!OURS.test(path)) return text;
	return text.replace(ASKED, (whole, asked: string) =>
		isApart(asked.slice(1, -1), path) ? whole : `Promise.resolve().then(()=>require(${asked}))`,
	);
}

const within: Plugin = {
	name: "within",
	setup: ({ onLoad }) =>
		onLoad({ filter: OURS }, async ({ path }) => ({ contents: await sourceOf(path), loader: "ts" })),
};

/**
 * Makes every other part import the app, which it never does. So the whole app is shared by all of them: it is one file
 * from which each takes what it needs, and the entry only starts it.
 */
const asking = (entry: string, parts: readonly string[]): Plugin => ({
	name: "asking",
	setup: ({ onLoad }) =>
		onLoad({ filter: OURS }, async ({ path }) =>
			parts.includes(path)
				? {
						contents: `${await sourceOf(path)}\nexport const app = () => require(${JSON.stringify(join(ROOT, entry))});`,
						loader: "ts",
					}
				: undefined,
		),
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
 * The app, the rarely used commands, and the code of each kind of device, with their shared code once. esbuild only splits
 * ES modules. Each file is then converted to CommonJS, which starts faster.
 */
export async function together(entry: string, outdir: string, plugins: readonly Plugin[]): Promise<Together> {
	const parts = await partsOf();
	const { outputFiles, metafile } = await build({
		...BUNDLE,
		absWorkingDir: ROOT,
		entryPoints: { main: entry, ...parts },
		outdir,
		write: false,
		format: "esm",
		splitting: true,
		chunkNames: SHARED,
		outExtension: { ".js": ".cjs" },
		sourcemap: "inline",
		external: NATIVE,
		plugins: [asking(entry, Object.values(parts)), ...plugins, within],
	});
	const { outputs } = metafile;
	const app = Object.keys(outputs).find((file) => entry in (outputs[file]?.inputs ?? {}));
	if (app === undefined) throw new Error(`esbuild made no file of ${entry}.`);
	const called = (text: string) => text.replaceAll(basename(app), "app.cjs");
	const legal = new Map(outputFiles.map((one) => [called(basename(one.path)), one.text]));
	const made = outputFiles
		.filter(({ path }) => path.endsWith(".cjs"))
		.map(({ path, text }) => asCommon(called(basename(path)), called(text), legal));
	return { files: await Promise.all(made), metafile };
}

/** Code that some parts share. What all share, the app, is called so. */
const SHARED = "shared-[hash]";

/** The only `export` of a minified ES module, at its end: `export{a as b,c};`. */
const EXPORTED = /export\{([^{}]*)\};?(?=\s*(?:\/\/# sourceMappingURL|$))/;
const BANNER = BUNDLE.banner.js;

/**
 * The same module, which sets its exports itself, before all else. What esbuild would write for that in each of a hundred files
 * is 40 kB of helpers. The first line has the banner, which only few need; so no line moves.
 */
export function exporting(text: string): string {
	const body = text.slice(BANNER.length);
	const exported = EXPORTED.exec(body)?.[1] ?? "";
	const getters = exported.split(",").flatMap((one) => {
		const [local, name = local] = one.split(" as ");
		return local === undefined || local === "" ? [] : [`${name}:()=>${local}`];
	});
	const set = `for(const[exportedName,get_exported]of Object.entries({${getters}}))Object.defineProperty(exports,exportedName,{get:get_exported,enumerable:!0});`;
	const head = `${body.includes("importMetaUrl") ? BANNER : ""}${getters.length > 0 ? set : ""}`;
	return `${head}${body.replace(EXPORTED, "")}`;
}

async function asCommon(file: string, text: string, texts: ReadonlyMap<string, string>) {
	const { code, map } = await transform(exporting(text), {
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
