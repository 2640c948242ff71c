import { createRequire } from "node:module";
import { join } from "node:path";
import { arch, env, version } from "node:process";
import { keepingCode } from "./kept-code.ts";

// The first file of the bundle, and not a part of the app: it starts `main.cjs` beside it.
const home = import.meta.dirname;
const load = createRequire(import.meta.filename);
if (env["NODE_DISABLE_COMPILE_CACHE"] === undefined) {
	// V8 refuses the code of another version. With a folder for each, versions do not overwrite one another's.
	const keep = keepingCode(home, join(home, ".cache", `${version}-${arch}`), load.extensions);
	const { started }: { readonly started: Promise<void> } = load("./main.cjs");
	// A folder that cannot be written is usual.
	void started.then(keep).catch(() => undefined);
} else load("./main.cjs");
