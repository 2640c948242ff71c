import { spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { build } from "esbuild";
import { BUNDLE, ROOT } from "../../../scripts/bundle/options.ts";

/** A bundle of two files. What `said` returns is compiled when it is first called. */
const MAIN = `console.log(require("./part.cjs").said()); exports.started = Promise.resolve();`;
const PART = `exports.said = () => "said by a function"; exports.never = () => "never called";
exports.fails = () => { throw new Error("here"); };`;

describe("The launcher", () => {
	let dir: string;
	let launcher: string;
	beforeAll(async () => {
		dir = mkdtempSync(join(tmpdir(), "launch-"));
		launcher = join(dir, "solar-heating.cjs");
		const entryPoints = ["src/runtime/launch/launch.ts"];
		await build({ ...BUNDLE, absWorkingDir: ROOT, entryPoints, outfile: launcher });
	});
	afterAll(() => rmSync(dir, { recursive: true }));
	beforeEach(() => {
		rmSync(join(dir, ".cache"), { recursive: true, force: true });
		has("main.cjs", MAIN);
		has("part.cjs", PART);
	});
	const has = (file: string, text: string) => writeFileSync(join(dir, file), text);
	const runs = (env: NodeJS.ProcessEnv = {}) => {
		const { stdout, stderr, status } = spawnSync(process.execPath, [launcher], {
			encoding: "utf8",
			env: { ...process.env, ...env },
		});
		return { out: stdout.trim(), err: stderr, status };
	};
	const FINE = { out: "said by a function", err: "", status: 0 };
	const kept = () => globSync(".cache/*/*", { cwd: dir }).toSorted();
	const part = () => join(dir, kept().find((file) => file.endsWith("part.cjs")) ?? "none");
	const written = () => statSync(part()).ino;

	// #keeps-what-ran
	it("keeps the code of functions that have run, and of no others, when the start is finished", () => {
		expect(runs()).toEqual(FINE);
		expect(kept()).toEqual(["main.cjs", "part.cjs"].map((file) => expect.stringMatching(new RegExp(`/${file}$`))));
		const code = readFileSync(part(), "latin1");
		expect([code.includes("said by a function"), code.includes("never called")]).toEqual([true, false]);
	});

	it("takes it at the next start, and writes nothing then", () => {
		runs();
		const before = written();
		expect(runs()).toEqual(FINE);
		expect(written()).toBe(before);
	});

	it("keeps nothing where the start does not finish, or where Node's variable forbids it", () => {
		has("main.cjs", MAIN.replace("Promise.resolve()", "new Promise(() => {})"));
		expect(runs()).toEqual(FINE);
		has("main.cjs", MAIN);
		expect(runs({ NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual(FINE);
		expect(kept()).toEqual([]);
	});

	it("keeps it where systemd says, for this user alone", () => {
		const elsewhere = join(dir, "elsewhere");
		expect(runs({ CACHE_DIRECTORY: `${elsewhere}:/nowhere` })).toEqual(FINE);
		expect(kept()).toEqual([]);
		const all = globSync("elsewhere/{*,*/*}", { cwd: dir }).toSorted();
		expect(all.map((path) => (statSync(join(dir, path)).mode & 0o777).toString(8))).toEqual(["700", "600", "600"]);
		rmSync(elsewhere, { recursive: true });
	});

	// #removes-what-an-update-left
	it("removes after an update what earlier versions of the app and of Node left behind, and nothing else", () => {
		runs();
		const now = dirname(part());
		const old = join(dir, ".cache/v22.13.0-x64");
		const others = join(dir, ".cache/somebody-else");
		for (const folder of [old, others]) mkdirSync(folder);
		for (const file of [`${now}/gone.cjs`, `${now}/main.cjs.4711`, `${old}/main.cjs`]) writeFileSync(file, "");
		expect(runs()).toEqual(FINE);
		expect(existsSync(old)).toBe(true);
		has("part.cjs", PART.replace("said by", "told by"));
		runs();
		expect([existsSync(old), existsSync(others)]).toEqual([false, true]);
		expect(readdirSync(now).toSorted()).toEqual(["main.cjs", "part.cjs"]);
	});

	// #others-code-is-not-run
	it("takes no code from a folder that others can write, and writes none there", () => {
		runs();
		const folder = dirname(part());
		const before = written();
		chmodSync(folder, 0o777);
		has("part.cjs", PART.replace("said by", "told by"));
		expect(runs()).toEqual({ ...FINE, out: "told by a function" });
		expect(written()).toBe(before);
	});

	// #broken-code-is-not-run
	it.each([
		["is cut off", (code: Buffer) => code.subarray(0, code.length / 2)],
		["is empty", () => Buffer.alloc(0)],
		["is all zeros, as after a power cut", (code: Buffer) => Buffer.alloc(code.length)],
		["has one bit flipped", (code: Buffer) => code.with(code.length - 40, (code.at(-40) ?? 0) ^ 1)],
	])("does not run code that %s, and writes it again", (_, broken) => {
		runs();
		const [good, before] = [readFileSync(part()), written()];
		writeFileSync(part(), broken(good));
		expect(runs()).toEqual(FINE);
		expect(written()).not.toBe(before);
		expect(readFileSync(part(), "latin1")).toContain("said by a function");
	});

	it("does not run the code of another source, even if that is as long", () => {
		runs();
		has("part.cjs", PART.replace("said by", "told by"));
		expect(runs()).toEqual({ ...FINE, out: "told by a function" });
		expect(runs()).toEqual({ ...FINE, out: "told by a function" });
	});

	it("starts as well, and says nothing, where it cannot write", () => {
		chmodSync(dir, 0o755);
		writeFileSync(join(dir, ".cache"), "a file in place of the folder");
		expect(runs()).toEqual(FINE);
	});

	it("starts as well, and says nothing, where it cannot even look", () => {
		symlinkSync(".cache", join(dir, ".cache"));
		expect(runs()).toEqual(FINE);
	});

	it("leaves positions in stack traces as they are in the file", () => {
		has("main.cjs", `require("./part.cjs").fails()`);
		const column = PART.split("\n")[1]?.indexOf("new Error") ?? 0;
		expect(runs().err).toContain(`part.cjs:2:${column + 1}`);
		has("part.cjs", PART.replaceAll("\n", ""));
		expect(runs().err).toContain(`part.cjs:1:${PART.replaceAll("\n", "").indexOf("new Error") + 1}`);
	});

	// #imports
	it("imports a file when it is first needed, from code that was compiled and from code that was kept", () => {
		has("main.cjs", `exports.started = import("./part.cjs").then(({ default: { said } }) => console.log(said()));`);
		// Node warns that it may change this.
		const imported = { out: FINE.out, err: expect.not.stringContaining("Error"), status: 0 };
		expect(runs()).toEqual(imported);
		const before = statSync(join(dir, kept()[0] ?? "none")).ino;
		expect(runs()).toEqual(imported);
		expect(statSync(join(dir, kept()[0] ?? "none")).ino).toBe(before);
	});

	it("need not: in a bundle each import of another file is a require, without a warning", async () => {
		const contents = `export const started = import("./part.cjs").then(({ said }) => console.log(said()));`;
		const stdin = { contents, resolveDir: dir };
		await build({ ...BUNDLE, stdin, external: ["./part.cjs"], outfile: join(dir, "main.cjs") });
		expect(runs()).toEqual(FINE);
	});

	it("loads other files as Node does", () => {
		has(
			"main.cjs",
			`console.log(require("./a.json").a, require("node:path").basename(require.resolve("./part.cjs")));`,
		);
		has("a.json", `{"a":1}`);
		expect(runs().out).toBe("1 part.cjs");
	});
});
