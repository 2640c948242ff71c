import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants as zlib } from "node:zlib";
import type { Plugin } from "esbuild";
import { ROOT } from "./options.ts";

/** Loaded late or never. With `import()` it becomes a bundle of its own. */
const APART = /^#(?:demo|web)\//;
/** Transports of MQTT.js for browsers and proxies: a sixth of the bundle, never used here. */
const LEFT_OUT = /^(?:ws|socks|worker-timers|\.\/(?:ws|socks|wx|ali))$/;
/** Parsers for protocols of other boards. */
const PARSERS = /^@serialport\/parser-/;
/** A port in memory, for tests of other projects. */
const MOCK = /^\.\/serialport-mock$/;
/** Destinations of winston. We pass it a stream. */
const SINKS = /^\.\/(?:console|file|http)$/;
/** What winston's own formats need: colours, JSON, times. We pass it finished lines. */
const FORMATS = /^(?:@colors\/colors\/safe|fecha|safe-stable-stringify)$/;
/** What winston does with uncaught exceptions. Ours are told by `app/run.ts`. */
const HANDLERS = /\/(?:exception|rejection)-handler$/;
const NO_HANDLER = "module.exports=class{handle(){}unhandle(){}};";
/** Of its list of topic aliases, which it makes for each broker that offers some, we use none. */
const ALIASES = "exports.LRUCache=class extends Map{constructor(){super()}};";
/** A file of that copy of Node's streams which `options.ts` replaces by Node's own. */
const WRITABLE = /^readable-stream\/lib\/_stream_writable\.js$/;
/** Packages tell their versions from it. */
const DESCRIBED = /\/node_modules\/[^.].*\/package\.json$/;

/** Collects what must also be built: by source, the resulting file. */
export type Wanted = Map<string, string>;

export const later = (wanted: Wanted): Plugin => ({
	name: "later",
	setup: ({ onResolve, onLoad }) => {
		// A thread needs a file of its own.
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

/** A package that only one command needs: a file of its own, read when that command starts. */
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

/** A language's texts: data that all bundles share, read when the first text in it is needed. */
const TEXTS = /\bwords\/((?:(?:broker|engineer)\/)?(?:[a-z]{2}|configuration))\.ts$/;
const data = (source: string) => `texts-${TEXTS.exec(source)?.[1]?.replace("/", "-")}.json.br`;

/** Collects the sources of texts into `asked`. `packedTexts` makes their files. */
export const byLanguage = (asked: Set<string>): Plugin => ({
	name: "by-language",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: TEXTS }, ({ path }) => {
			asked.add(join(ROOT, "src/words", `${TEXTS.exec(path)?.[1]}.ts`));
			return { path: data(path), namespace: "texts" };
		});
		onLoad({ filter: /.*/, namespace: "texts" }, ({ path }) => ({
			contents: `let loaded;
				const read = () => require("node:zlib").brotliDecompressSync(require("node:fs").readFileSync(__dirname + "/${path}"));
				module.exports = { get TEXTS() { return loaded ??= JSON.parse(read().toString()); } };`,
		}));
	},
});

/** Of a source of texts, the name of its file in the bundle and what is in it. */
export async function packedTexts(source: string): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
	// A file of texts may hold every language, and texts for the Supervisor only. The app's own are extracted.
	const { configuration: _, ...texts } = (await import(source)).TEXTS;
	const json = JSON.stringify(texts);
	const params = { [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT, [zlib.BROTLI_PARAM_SIZE_HINT]: json.length };
	return { file: data(source), bytes: brotliCompressSync(json, { params }) };
}

/**
 * Parts of Node that are already loaded when it starts us. Others take up to 15 ms, and a usual start needs them late or
 * never.
 */
const THERE = ["buffer", "events", "fs", "path", "process", "url", "util"];

/** Defers loading another module until one of its names is used. */
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
/** A part that is itself a function, such as `stream`, cannot be deferred. */
const node: (path: string) => object | (() => unknown) = createRequire(import.meta.url);

/** MQTT.js and its parts write debug output, including the login, if DEBUG asks for it. Here they cannot. */
const SILENT = "const silent=()=>Object.assign(()=>{},{enabled:false,extend:silent});module.exports=silent;";

export const silent: Plugin = {
	name: "silent",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "silent" }));
		onLoad({ filter: /.*/, namespace: "silent" }, () => ({ contents: SILENT }));
	},
};

/** The serial port of other systems. */
const SYSTEMS = /^\.\/(?:win32|darwin)$/;
export const linuxOnly: Plugin = {
	name: "linux-only",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: SYSTEMS }, ({ path }) => ({ path, namespace: "other-system" }));
		onLoad({ filter: /.*/, namespace: "other-system" }, () => ({ contents: "module.exports = {};" }));
	},
};

export const leftOut: Plugin = {
	name: "left-out",
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: LEFT_OUT }, ({ path, importer }) =>
			// The demo's broker may really need the same package.
			importer.includes("/node_modules/mqtt/") ? { path, namespace: "left-out" } : undefined,
		);
		onResolve({ filter: SINKS }, ({ path, importer }) =>
			importer.includes("/winston/transports/") ? { path, namespace: "left-out" } : undefined,
		);
		for (const filter of [PARSERS, MOCK]) onResolve({ filter }, ({ path }) => ({ path, namespace: "left-out" }));
		onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
		onResolve({ filter: FORMATS }, ({ path, importer }) =>
			/\/node_modules\/(?:logform|winston)\//.test(importer) ? { path, namespace: "left-out" } : undefined,
		);
		onResolve({ filter: HANDLERS }, ({ path, importer }) =>
			importer.includes("/node_modules/winston/") ? { path, namespace: "no-handler" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "no-handler" }, () => ({ contents: NO_HANDLER }));
		onResolve({ filter: WRITABLE }, ({ path }) => ({ path, namespace: "writable" }));
		onLoad({ filter: /.*/, namespace: "writable" }, () => ({
			contents: 'module.exports=require("node:stream").Writable;',
		}));
		onResolve({ filter: /^lru-cache$/ }, ({ path, importer }) =>
			importer.includes("/node_modules/mqtt/") ? { path, namespace: "aliases" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "aliases" }, () => ({ contents: ALIASES }));
		onLoad({ filter: DESCRIBED }, async ({ path }) => {
			const { name, version } = JSON.parse(await readFile(path, "utf8"));
			return { contents: JSON.stringify({ name, version }), loader: "json" };
		});
	},
};
