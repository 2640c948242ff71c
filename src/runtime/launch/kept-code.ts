import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pid } from "node:process";
import { Script, constants as vm } from "node:vm";
import { crc32 } from "node:zlib";

/** A file that was loaded without its compiled code. */
interface Compiled {
	readonly script: Script;
	/** Checksum of the source. */
	readonly sum: number;
	/** Where its code is to be kept. */
	readonly path: string;
}

/** Bytes of the head of a kept file: the checksums of the source and of the code. */
const HEAD = 8;

/**
 * From now on files of `home` are loaded with the compiled code in `folder`. The returned function writes there what was
 * missing: the functions that have run by then. Node's own cache holds a file as it is before anything in it has run, so
 * each start compiles those functions again, in a quarter of its time.
 */
export function keepingCode(home: string, folder: string, extensions: NodeJS.Require["extensions"]): () => void {
	let missing: Compiled[] | undefined = [];
	const load = (module: NodeJS.Module, file: string) => {
		const source = readFileSync(file);
		const sum = crc32(source);
		const path = join(folder, relative(home, file).replaceAll("/", "+"));
		const cachedData = keptCode(path, sum);
		const script = new Script(Module.wrap(source.toString()), {
			filename: file,
			// Positions in stack traces are those of the file.
			columnOffset: -Module.wrap("").indexOf("\n"),
			// A script of its own cannot import anything: `import()` in it is Node's.
			importModuleDynamically: vm.USE_MAIN_CONTEXT_DEFAULT_LOADER,
			...(cachedData && { cachedData }),
		});
		if (script.cachedDataRejected !== false) missing?.push({ script, sum, path });
		script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
	};
	for (const kind of [".cjs", ".js"]) extensions[kind] = load;
	return () => {
		const compiled = missing ?? [];
		missing = undefined;
		if (compiled.length === 0) return;
		mkdirSync(folder, { recursive: true });
		// Before the work is done for nothing.
		accessSync(folder, constants.W_OK);
		for (const one of compiled) write(one);
	};
}

/** V8 checks neither the code nor the source, and broken code would crash it. */
function keptCode(path: string, sum: number): Buffer | undefined {
	try {
		const kept = readFileSync(path);
		const code = kept.subarray(HEAD);
		return kept.readUInt32LE(0) === sum && kept.readUInt32LE(4) === crc32(code) ? code : undefined;
	} catch {
		return undefined;
	}
}

/** A half-written file has another checksum, so nothing is synchronised. */
function write({ script, sum, path }: Compiled): void {
	const code = script.createCachedData();
	const head = Buffer.alloc(HEAD);
	head.writeUInt32LE(sum, 0);
	head.writeUInt32LE(crc32(code), 4);
	const unfinished = `${path}.${pid}`;
	writeFileSync(unfinished, Buffer.concat([head, code]));
	renameSync(unfinished, path);
}
