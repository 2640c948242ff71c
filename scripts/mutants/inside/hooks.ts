import { enableCompileCache, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type { Change } from "./order.ts";

/**
 * Loaded before anything else: tests get the plain globals, and one source file is read with its change. No file on disk is
 * touched. The changed file, and whatever imports it, is another module for each change; the rest is loaded once.
 */
enableCompileCache(process.env["MUTANT_CACHE"]);
const globals = new URL("./globals.ts", import.meta.url).href;
let nth = 0;
let change: Change | undefined;
let changed: string | undefined;
let anew: ReadonlySet<string> = new Set();

/** From now on modules are loaded with this change. */
export function changeTo(next: Change | undefined): void {
	nth += 1;
	change = next;
	changed = next && pathToFileURL(next.path).href;
	anew = new Set(next?.anew.map((path) => pathToFileURL(path).href));
}
/** A test file of the present change. */
export const addressOf = (path: string): string => marked(pathToFileURL(path).href);
const marked = (url: string): string => (anew.has(url) ? `${url}?change=${nth}` : url);

registerHooks({
	resolve(specifier, context, next) {
		if (specifier === "@jest/globals") return { url: globals, shortCircuit: true };
		const found = next(specifier, context);
		return { ...found, url: marked(found.url) };
	},
	load(url, context, next) {
		const loaded = next(url, context);
		if (change === undefined || url.split("?")[0] !== changed) return loaded;
		const source = String(loaded.source);
		return { ...loaded, source: source.slice(0, change.start) + change.by + source.slice(change.end) };
	},
});
