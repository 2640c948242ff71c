import { join } from "node:path";
import type { BuildOptions } from "esbuild";

export const ROOT = join(import.meta.dirname, "../..");

/** Bundled it would not find its compiled part, which lies in its own folder. */
export const NATIVE = "@serialport/bindings-cpp";

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
