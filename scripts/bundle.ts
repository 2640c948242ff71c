import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { card } from "./bundle/card.ts";
import { callsOfC, serialBinding } from "./bundle/native.ts";
import { BUNDLE, NATIVE, ROOT } from "./bundle/options.ts";
import { byLanguage, later, lazily, leftOut, packedTexts, rarely, silent, type Wanted } from "./bundle/plugins.ts";
import { together } from "./bundle/together.ts";

export { BUNDLE } from "./bundle/options.ts";

/** Starts the app. From the second start on it is loaded with the compiled code of the first, from `.cache` beside it. */
export const LAUNCHER = "solar-heating.cjs";
const LAUNCH = "src/runtime/launch/launch.ts";

export interface Made {
	readonly file: string;
	readonly bytes: number;
	readonly gzipped: number;
}

/**
 * Builds `entry` and everything that it loads later into `outdir`, with `more` plugins. Throws if esbuild finds an error in
 * the sources.
 */
export async function bundle(entry: string, outdir: string, more: readonly Plugin[] = []): Promise<readonly Made[]> {
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	const made: Made[] = [];
	const wanted: Wanted = new Map();
	const languages = new Set<string>();
	const plugins = [later(wanted), byLanguage(languages), rarely(wanted), leftOut, silent, lazily, ...more];
	const { files, metafile } = await together(entry, outdir, plugins);
	await writeFile(join(outdir, "app.cjs.meta.json"), JSON.stringify(metafile));
	for (const { file, text, map, legal } of files) {
		await writeFile(join(outdir, file), text);
		await writeFile(join(outdir, `${file}.map`), map);
		if (legal !== "") await writeFile(join(outdir, `${file}.LEGAL.txt`), legal);
		made.push(await weighed(outdir, file));
	}
	// The loop also reaches bundles that earlier ones asked for.
	for (const [source, file] of wanted) {
		const outfile = join(outdir, file);
		const { metafile } = await build({
			...BUNDLE,
			absWorkingDir: ROOT,
			entryPoints: [source],
			outfile,
			external: NATIVE,
			plugins,
		});
		await writeFile(join(outdir, `${file}.meta.json`), JSON.stringify(metafile));
		made.push(await weighed(outdir, file));
	}
	for (const source of languages) {
		const { file, bytes } = await packedTexts(source);
		await writeFile(join(outdir, file), bytes);
		made.push(await weighed(outdir, file));
	}
	for (const native of [serialBinding, callsOfC]) made.push(await weighed(outdir, await native(outdir)));
	made.push(await weighed(outdir, await card(outdir)));
	await build({ ...BUNDLE, absWorkingDir: ROOT, entryPoints: [LAUNCH], outfile: join(outdir, LAUNCHER) });
	made.push(await weighed(outdir, LAUNCHER));
	return made;
}

async function weighed(outdir: string, file: string): Promise<Made> {
	const { size } = await stat(join(outdir, file));
	return { file, bytes: size, gzipped: gzipSync(await readFile(join(outdir, file))).length };
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`.padStart(8);

if (import.meta.main) {
	const began = performance.now();
	try {
		for (const { file, bytes, gzipped } of await bundle("src/main.ts", join(ROOT, "dist")))
			console.log(`${kB(bytes)} ${kB(gzipped)} gzipped  ${file}`);
		console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
	} catch (error) {
		// Without the stack trace, which only shows esbuild itself.
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
