import { createRequire } from "node:module";
import { join } from "node:path";
import { arch, env, version } from "node:process";
import { isTrusted, keepingCode } from "./kept-code.ts";

// The first file of the bundle, and not a part of the app: it starts `main.cjs` beside it.
const home = import.meta.dirname;
const load = createRequire(import.meta.filename);
// As systemd names it (`CacheDirectory=`).
const caches = env["CACHE_DIRECTORY"]?.split(":")[0] || join(home, ".cache");
// V8 refuses the code of another version.
const folder = join(caches, `${version}-${arch}`);
if (env["NODE_DISABLE_COMPILE_CACHE"] === undefined && isTrusted(folder)) {
	const keep = keepingCode(home, folder, load.extensions);
	const { started }: { readonly started: Promise<void> } = load("./main.cjs");
	// A folder that cannot be written is usual.
	void started.then(keep).catch(() => undefined);
} else load("./main.cjs");
