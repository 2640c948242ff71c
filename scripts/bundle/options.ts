import { join } from "node:path";
import type { BuildOptions } from "esbuild";

export const ROOT = join(import.meta.dirname, "../..");

export const SERIAL = "@serialport/bindings-cpp";
/** Calls functions of C. */
export const CALLS = "koffi";
/** Bundled copies would not find their compiled parts, which are in folders of their own. */
export const NATIVE = [SERIAL, CALLS];

/**
 * Options of every bundle. One CommonJS file starts faster than ES modules, and esbuild evaluates a package in it only when
 * its `import()` runs. The source maps are for reading stack traces later. Loading them at run time would cost more than
 * the app.
 */
export const BUNDLE = {
	bundle: true,
	platform: "node",
	format: "cjs",
	target: "node24",
	// The launcher runs files as scripts. Node warns there of each `import()` that is left.
	supported: { "dynamic-import": false },
	minify: true,
	charset: "utf8",
	legalComments: "external",
	sourcemap: "external",
	sourcesContent: false,
	metafile: true,
	logLevel: "silent",
	// A copy of Node's own streams for browsers and old Nodes. It would cost 15 ms of every start.
	alias: { "readable-stream": "node:stream" },
	define: {
		// Packages choose their silent variant because of it.
		"process.env.NODE_ENV": '"production"',
		"import.meta.url": "importMetaUrl",
		"import.meta.dirname": "__dirname",
		"import.meta.filename": "__filename",
	},
	banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
} as const satisfies BuildOptions;
