import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { ROOT } from "./options.ts";

/** What is loaded later or never: imported by `import()` it becomes a bundle of its own. */
const APART = /^#(?:demo|web)\//;
/** Ways of MQTT.js to a broker that a browser or a proxy needs: a sixth of the bundle, and never used here. */
const LEFT_OUT = /^(?:ws|socks|worker-timers)$/;
/** Parsers of protocols that no board of ours speaks. */
const PARSERS = /^@serialport\/parser-/;
/** A port in memory, for tests of others. */
const MOCK = /^\.\/serialport-mock$/;
/** Where winston may write to; it is handed a stream. */
const SINKS = /^\.\/(?:console|file|http)$/;

/** Notes what is to be built beside what is being built: by source, the file that it becomes. */
export type Wanted = Map<string, string>;

export const later = (wanted: Wanted): Plugin => ({
	name: "later",
	setup: ({ onResolve, onLoad }) => {
		// A thread begins with a file of its own; whoever watches the loop will begin one.
		onLoad({ filter: /runtime\/watchdog\/watchdog\.ts$/ }, ({ path }) => {
			wanted.set(path.replace(/\.ts$/, "-worker.ts"), "watchdog-worker.cjs");
			return undefined;
		});
		onResolve({ filter: APART }, ({ path, kind }) => {
			if (kind !== "dynamic-import") return undefined;
			const file = `${basename(path, ".ts")}.cjs`;
			wanted.set(join(ROOT, "src", path.slice(1)), file);
			return { path: `./${file}`, external: true };
		});
	},
});

/** A package of which one command has need: a file of its own, read when that command begins. */
const RARE = /^csv-parse$/;
export const rarely = (wanted: Wanted): Plugin => ({
	name: "rarely",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: RARE }, ({ path, kind }) => {
			if (kind === "entry-point") return undefined;
			wanted.set(fileURLToPath(import.meta.resolve(path)), `${path}.cjs`);
			return { path, namespace: "rare" };
		});
		onResolve({ filter: /^\.\/.*\.cjs$/, namespace: "rare" }, ({ path }) => ({ path, external: true }));
		onLoad({ filter: /.*/, namespace: "rare" }, ({ path }) => ({
			contents: `module.exports=require("./${path}.cjs");`,
		}));
	},
});

/** A language's texts. Each is a file that all bundles share, and is read when the first text in it is asked for. */
const TEXTS = /\bwords\/((?:broker\/)?[a-z]{2})\.ts$/;
export const byLanguage = (wanted: Wanted): Plugin => ({
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

/** Parts of Node that it has loaded before it comes to us. Others take up to 15 ms, and a usual start needs them late or never. */
const THERE = ["buffer", "events", "fs", "path", "process", "url", "util"];

/** Gives each name of another module on demand: whoever imports it does not load it yet. */
export const lazily: Plugin = {
	name: "lazily",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
			namespace === "lazy" || THERE.includes(path.slice(5)) || typeof node(path) === "function"
				? undefined
				: { path: path.slice(5), namespace: "lazy" },
		);
		onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => {
			const part = `let loaded;const part=()=>loaded??=process.getBuiltinModule("node:${path}");`;
			const each = `for(const name of "${Object.keys(node(`node:${path}`)).join(" ")}".split(" "))`;
			return { contents: `${part}${each}Object.defineProperty(exports,name,{enumerable:true,get:()=>part()[name]});` };
		});
	},
};
/** A part that is itself a function, as `stream` is, cannot be stood in for. */
const node: (path: string) => object | (() => unknown) = createRequire(import.meta.url);

/** MQTT.js and its parts write what they do, the login too, where DEBUG asks for it: here nothing can. */
const SILENT = "const silent=()=>Object.assign(()=>{},{enabled:false,extend:silent});module.exports=silent;";

export const leftOut: Plugin = {
	name: "left-out",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: LEFT_OUT }, ({ path, importer }) =>
			// The demo's broker may need the same package in earnest.
			importer.includes("/node_modules/mqtt/") ? { path, namespace: "left-out" } : undefined,
		);
		onResolve({ filter: SINKS }, ({ path, importer }) =>
			importer.includes("/winston/transports/") ? { path, namespace: "left-out" } : undefined,
		);
		for (const filter of [PARSERS, MOCK]) onResolve({ filter }, ({ path }) => ({ path, namespace: "left-out" }));
		onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
		onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "silent" }));
		onLoad({ filter: /.*/, namespace: "silent" }, () => ({ contents: SILENT }));
	},
};
