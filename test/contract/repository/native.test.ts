import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { bundle } from "../../../scripts/bundle.ts";
import { slim } from "../../../scripts/image/slim.ts";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const Lock = z.object({
	packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional() })),
});

describe("the package that calls C", () => {
	const { packages } = Lock.parse(read("package-lock.json"));

	it("is one exact version, because a wrong call ends the process", () => {
		expect(read("package.json").dependencies.koffi).toMatch(/^\d+\.\d+\.\d+$/);
	});

	// #calls-both-machines
	test.each(["x64", "arm64"])("comes compiled for %s, with every installation", (machine) => {
		expect(packages[`node_modules/@koromix/koffi-linux-${machine}`]).toEqual({
			version: read("package.json").dependencies.koffi,
		});
	});
});

describe("the bundle's compiled parts and files", () => {
	const dir = mkdtempSync(join(tmpdir(), "native-parts-"));
	const parts = () => globSync("node_modules/**/*.node", { cwd: dir }).toSorted();
	beforeAll(() => bundle("src/main.ts", dir), 120_000);
	afterAll(() => rmSync(dir, { recursive: true }));

	it("are those of the serial port and of the calls to C, and load from there alone", async () => {
		const serial = "node_modules/@serialport/bindings-cpp";
		expect(parts()).toEqual(
			expect.arrayContaining([`node_modules/koffi/build/koffi/linux_${process.arch}/koffi.node`]),
		);
		await slim(dir);
		const own = [
			...globSync(`${serial}/prebuilds/*`, { cwd: dir }),
			...globSync("node_modules/koffi/build/koffi/*", { cwd: dir }),
		];
		expect(own).toEqual([
			`${serial}/prebuilds/linux-${process.arch}`,
			`node_modules/koffi/build/koffi/linux_${process.arch}`,
		]);
		expect(parts()).toHaveLength(2);
		const script = `const c = require("koffi").default.load(null);
			require("@serialport/bindings-cpp").autoDetect();
			console.log(c.func("int getpid()")() === process.pid, Object.keys(require.cache).every((file) => file.startsWith(process.cwd())));`;
		const said = execFileSync(process.execPath, ["-e", script], { cwd: dir, encoding: "utf8" });
		expect(said).toBe("true true\n");
	});

	/** Those that start something when they are loaded. */
	const STARTS = ["main.cjs", "solar-heating.cjs", "watchdog-worker.cjs"];

	// #every-file-of-the-bundle-loads
	it("are beside files of which each loads by itself, with all that it exports", () => {
		const files = globSync("*.cjs", { cwd: dir }).filter((file) => !STARTS.includes(file));
		const script = `for (const file of ${JSON.stringify(files)}) {
			try { for (const one of Object.values(require("./" + file))) void one; }
			catch (failed) { console.log(file, failed.message); }
		}
		process.exit(0);`;
		expect(files.length).toBeGreaterThan(50);
		expect(execFileSync(process.execPath, ["-e", script], { cwd: dir, encoding: "utf8" })).toBe("");
	});

	// #bundled-log-is-winstons
	it("are beside a log that is winston's, without its colours and formats", () => {
		const script = `const sink = require("./winston-sink.cjs").winstonOn(process.stdout);
			for (const level of ["error", "warning", "info", "debug", "trace"]) sink.write(level, level + " line");
			sink.end().then(() => console.log("ended"));`;
		const said = execFileSync(process.execPath, ["-e", script], { cwd: dir, encoding: "utf8" });
		expect(said).toBe("error line\nwarning line\ninfo line\ndebug line\ntrace line\nended\n");
	});
});
