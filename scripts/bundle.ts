import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
/** What is loaded later or never: imported by `import()` it becomes a bundle of its own. */
const APART = /^(?:#(?:demo|web)\/|\.\/(?:broker\/program-broker|app\/replay\/replay)\.ts$)/;
/** Ways of MQTT.js to a broker that a browser or a proxy needs: a sixth of the bundle, and never used here. */
const LEFT_OUT = /^(?:ws|socks|worker-timers)$/;
/** Parsers of protocols that no board of ours speaks. */
const PARSERS = /^@serialport\/parser-/;
/** Bundled it would not find its compiled part, which lies in its own folder. */
const NATIVE = "@serialport/bindings-cpp";
/** The machines that Home Assistant runs on; each folder holds a build for glibc and one for musl. */
const PREBUILT = ["linux-x64", "linux-arm64"];

/**
 * What is to be run. From the second start on the machine code of the first is used again: Node keeps it in `.cache`
 * beside the bundle where it may write there, and does without where not.
 */
export const LAUNCHER = "solar-heating.cjs";
const LAUNCH = `require("node:module").enableCompileCache(require("node:path").join(__dirname,".cache"));require("./app.cjs");\n`;

export interface Made {
	readonly file: string;
	readonly bytes: number;
	readonly gzipped: number;
}

/**
 * Options that every bundle has in common. One CommonJS file starts faster than ES modules; in it esbuild defers a
 * package until the `import()` that asks for it runs. The maps are for reading a stack trace later: at run time they
 * would cost more than the app.
 */
export const BUNDLE = {
	bundle: true,
	platform: "node",
	format: "cjs",
	target: "node24",
	minify: true,
	charset: "utf8",
	legalComments: "external",
	sourcemap: "external",
	sourcesContent: false,
	metafile: true,
	logLevel: "silent",
	// A copy of Node's own streams for browsers and old Nodes: 15 ms of every start.
	alias: { "readable-stream": "node:stream" },
	define: {
		// Packages choose their silent variant by it.
		"process.env.NODE_ENV": '"production"',
		"import.meta.url": "importMetaUrl",
		"import.meta.dirname": "__dirname",
		"import.meta.filename": "__filename",
	},
	banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
} as const satisfies BuildOptions;

/**
 * Builds `entry` and all that it loads later into `outdir`, with `more` plugins if wanted. Throws where esbuild finds a
 * fault in the sources.
 */
export async function bundle(entry: string, outdir: string, more: readonly Plugin[] = []): Promise<readonly Made[]> {
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	const made: Made[] = [];
	const wanted = new Map([[join(ROOT, entry), "app.cjs"]]);
	// The loop also visits what the bundles before it have asked for.
	for (const [source, file] of wanted) {
		const outfile = join(outdir, file);
		const { metafile } = await build({
			...BUNDLE,
			absWorkingDir: ROOT,
			entryPoints: [source],
			outfile,
			external: [NATIVE],
			plugins: [later(wanted), byLanguage(wanted), leftOut, lazily, ...more],
		});
		await writeFile(join(outdir, `${file}.meta.json`), JSON.stringify(metafile));
		made.push(await weighed(outdir, file));
	}
	made.push(await serialBinding(outdir));
	await writeFile(join(outdir, LAUNCHER), LAUNCH);
	return made;
}

const later = (wanted: Map<string, string>): Plugin => ({
	name: "later",
	setup: ({ onResolve, onLoad }) => {
		// A thread begins with a file of its own; whoever watches the loop will begin one.
		onLoad({ filter: /runtime\/watchdog\/watchdog\.ts$/ }, ({ path }) => {
			wanted.set(path.replace(/\.ts$/, "-worker.ts"), "watchdog-worker.cjs");
			return undefined;
		});
		onResolve({ filter: APART }, ({ path, kind, resolveDir }) => {
			if (kind !== "dynamic-import") return undefined;
			const file = `${basename(path, ".ts")}.cjs`;
			wanted.set(path.startsWith("#") ? join(ROOT, "src", path.slice(1)) : join(resolveDir, path), file);
			return { path: `./${file}`, external: true };
		});
	},
});

/** A language's texts. Each is a file that all bundles share, and is read when the first text in it is asked for. */
const TEXTS = /\bwords\/((?:broker\/)?[a-z]{2})\.ts$/;
const byLanguage = (wanted: Map<string, string>): Plugin => ({
	name: "by-language",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: TEXTS }, ({ path, kind }) => {
			if (kind === "entry-point") return undefined;
			const name = TEXTS.exec(path)?.[1] ?? "";
			const file = `texts-${name.replace("/", "-")}.cjs`;
			wanted.set(join(ROOT, "src/words", `${name}.ts`), file);
			return { path: file, namespace: "texts" };
		});
		onResolve({ filter: /^\.\/texts-/ }, ({ path }) => ({ path, external: true }));
		onLoad({ filter: /.*/, namespace: "texts" }, ({ path }) => ({
			contents: `let loaded;module.exports={get TEXTS(){return(loaded??=require("./${path}")).TEXTS}};`,
		}));
		// A file of texts may hold every language, and texts that the Supervisor alone shows: what the app says is written out.
		onLoad({ filter: TEXTS }, async ({ path }) => {
			const { configuration: _, ...texts } = (await import(path)).TEXTS;
			return { contents: `export const TEXTS = ${JSON.stringify(texts)};` };
		});
	},
});

/** Parts of Node that take 5 to 15 ms to load and that a usual start needs late or never. */
const LAZY = ["child_process", "crypto", "fs/promises", "http", "tls", "zlib"];

/** Gives each name of such a module on demand: whoever imports it does not load it yet. */
const lazily: Plugin = {
	name: "lazily",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
			LAZY.includes(path.slice(5)) && namespace !== "lazy" ? { path: path.slice(5), namespace: "lazy" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => {
			const names = Object.keys(createRequire(import.meta.url)(`node:${path}`));
			const getter = (name: string) => `get ${name}(){return part().${name}}`;
			const load = `let loaded;const part=()=>loaded??=process.getBuiltinModule("node:${path}");`;
			return { contents: `${load}module.exports={${names.map(getter).join(",")}};` };
		});
	},
};

/** MQTT.js and its parts write what they do, the login too, where DEBUG asks for it: here nothing can. */
const SILENT = "const silent=()=>Object.assign(()=>{},{enabled:false,extend:silent});module.exports=silent;";

const leftOut: Plugin = {
	name: "left-out",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: LEFT_OUT }, ({ path, importer }) =>
			// The demo's broker may need the same package in earnest.
			importer.includes("/node_modules/mqtt/") ? { path, namespace: "left-out" } : undefined,
		);
		onResolve({ filter: PARSERS }, ({ path }) => ({ path, namespace: "left-out" }));
		onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
		onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "silent" }));
		onLoad({ filter: /.*/, namespace: "silent" }, () => ({ contents: SILENT }));
	},
};

/** The serial port's package with its dependencies in one file, in the place where it looks for its compiled part. */
async function serialBinding(outdir: string): Promise<Made> {
	const from = join(ROOT, "node_modules", NATIVE);
	const to = join(outdir, "node_modules", NATIVE);
	const { banner, define, ...common } = BUNDLE;
	await build({
		...common,
		absWorkingDir: ROOT,
		entryPoints: [join(from, "dist/index.js")],
		outfile: join(to, "dist/index.js"),
	});
	const { name, version, license } = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
	await writeFile(join(to, "package.json"), JSON.stringify({ name, version, license, main: "dist/index.js" }));
	for (const machine of PREBUILT)
		await cp(join(from, "prebuilds", machine), join(to, "prebuilds", machine), { recursive: true });
	return weighed(outdir, join("node_modules", NATIVE, "dist/index.js"));
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
		// Without the trace, which only shows the inside of esbuild.
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
