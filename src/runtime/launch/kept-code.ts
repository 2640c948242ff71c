import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { geteuid, pid } from "node:process";
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
/** A folder of one version of Node, beside those of others: `v24.21.0-x64`. */
const VERSION = /^v\d+\.\d+\.\d+-\w+$/;
/** What is kept is run, so only this user may write it. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
const OTHERS_WRITE = 0o022;

/** Whether what lies in a folder was written by this user or by root. A folder that is not there will be this user's. */
export function isTrusted(folder: string): boolean {
	try {
		const found = statSync(folder, { throwIfNoEntry: false });
		if (found === undefined) return true;
		return (found.uid === 0 || found.uid === geteuid?.()) && (found.mode & OTHERS_WRITE) === 0;
	} catch {
		// Another user's.
		return false;
	}
}

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
		mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
		// Before the work is done for nothing.
		accessSync(folder, constants.W_OK);
		for (const one of compiled) write(one);
		tidy(home, folder);
	};
}

/** Removes what earlier versions of the app and of Node left behind. */
function tidy(home: string, folder: string): void {
	const remove = (path: string) => rmSync(path, { recursive: true, force: true });
	for (const other of readdirSync(dirname(folder)))
		if (VERSION.test(other) && other !== basename(folder)) remove(join(dirname(folder), other));
	for (const file of readdirSync(folder))
		if (!existsSync(join(home, file.replaceAll("+", "/")))) remove(join(folder, file));
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
	writeFileSync(unfinished, Buffer.concat([head, code]), { mode: OWN_FILE });
	renameSync(unfinished, path);
}
