import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { scriptFor, siteFiles } from "#demo/browser/site.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import { BROWSERS } from "./card.ts";
import { ROOT } from "./options.ts";

/** The entry of the demo in a browser. */
const ENTRY = "src/demo/browser/browser.ts";

/** Writes a site that needs no server of its own into `outdir`: the page, the core and the simulated plant in a browser. */
export async function browserDemo(outdir: string): Promise<readonly string[]> {
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	const written = await siteFiles();
	for (const [file, text] of Object.entries(written)) await writeFile(join(outdir, file), text);
	for (const language of LANGUAGES) await script(language, outdir);
	return [...Object.keys(written), ...LANGUAGES.map(scriptFor)];
}

async function script(language: Language, outdir: string): Promise<void> {
	const { metafile } = await build({
		absWorkingDir: ROOT,
		entryPoints: [ENTRY],
		outfile: join(outdir, scriptFor(language)),
		bundle: true,
		platform: "browser",
		format: "iife",
		target: BROWSERS,
		minify: true,
		charset: "utf8",
		legalComments: "none",
		logLevel: "silent",
		metafile: true,
		plugins: [onlyIn(language), timers, withoutDevices],
	});
	await writeFile(join(outdir, `${scriptFor(language)}.meta.json`), JSON.stringify(metafile));
}

/** English has every key; other languages that are not shown stay out. */
const onlyIn = (language: Language): Plugin => ({
	name: "one-language",
	setup: ({ onLoad }) => {
		const others = LANGUAGES.filter((one) => one !== language && one !== "en");
		onLoad({ filter: new RegExp(`src/words/(?:${others.join("|")})\\.ts$`) }, () => ({
			contents: "export const TEXTS = {};",
		}));
	},
});

/** The code of real devices is loaded when one is opened, which no demo does. */
const withoutDevices: Plugin = {
	name: "without-devices",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /^\./ }, ({ kind, importer, path }) =>
			kind === "dynamic-import" && importer.includes("/src/drivers/") ? { path, namespace: "nothing" } : undefined,
		);
		onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "nothing" }));
		onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
	},
};

/** What the loop and the history take from Node. The demo runs turns by itself, so the loop never waits. */
const TIMERS = `export const setImmediate = () => new Promise((go) => setTimeout(go));
	export const setTimeout_ = (ms) => new Promise((go) => setTimeout(go, ms)); export { setTimeout_ as setTimeout };`;
const timers: Plugin = {
	name: "timers",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /^node:timers\/promises$/ }, ({ path }) => ({ path, namespace: "timers" }));
		onLoad({ filter: /.*/, namespace: "timers" }, () => ({ contents: TIMERS }));
	},
};

if (import.meta.main) {
	const outdir = join(ROOT, "demo-site");
	for (const file of await browserDemo(outdir)) console.log(join(outdir, file));
}
