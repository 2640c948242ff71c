import { enableCompileCache, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type { Order } from "./order.ts";

/**
 * Loaded before anything else: tests get the plain globals, and one source file is read with its change. No file on disk is
 * touched.
 */
const { cache, mutant }: Order = JSON.parse(process.env["MUTANT_ORDER"] ?? "{}");
enableCompileCache(cache);
const globals = new URL("./globals.ts", import.meta.url).href;
const changed = mutant && pathToFileURL(mutant.path).href;

registerHooks({
	resolve: (specifier, context, next) =>
		specifier === "@jest/globals" ? { url: globals, shortCircuit: true } : next(specifier, context),
	load(url, context, next) {
		const loaded = next(url, context);
		if (mutant === undefined || url !== changed) return loaded;
		const source = String(loaded.source);
		return { ...loaded, source: source.slice(0, mutant.start) + mutant.by + source.slice(mutant.end) };
	},
});
