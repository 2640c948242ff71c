import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { bundle, LAUNCHER } from "../../../scripts/bundle.ts";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const Names = z.record(z.string(), z.string());
const Manifest = z.object({
	name: z.string(),
	version: z.string(),
	license: z.string(),
	private: z.boolean(),
	engines: Names,
	exports: Names.optional(),
	dependencies: Names,
});
const manifest = (file: string) => Manifest.parse(JSON.parse(read(file)));
const app = manifest("package.json");
const FOLDERS = globSync("packages/*", { cwd: ROOT });
const Lock = z.object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) });

describe.each(FOLDERS)("the app's own package in %s", (folder) => {
	const own = manifest(join(folder, "package.json"));

	it("is what the app depends on, by its name and version", () => {
		expect(folder).toBe(`packages/${own.name}`);
		expect(app.dependencies[own.name]).toBe(own.version);
		expect(Lock.parse(JSON.parse(read("package-lock.json"))).packages[`node_modules/${own.name}`]).toEqual({
			resolved: folder,
		});
	});

	it("promises what the app promises, and brings no other version of a package into its bundle", () => {
		const { license, private: kept, engines } = app;
		expect(own).toMatchObject({ license, private: kept, engines });
		expect(app.dependencies).toMatchObject(own.dependencies);
	});

	it("has a README, tests, and the files that it exports", () => {
		const files = ["README.md", ...Object.values(own.exports ?? {})];
		expect(files.length).toBeGreaterThan(1);
		expect(files.filter((file) => !existsSync(join(ROOT, folder, file)))).toEqual([]);
		expect(globSync(`${folder}/test/*.test.ts`, { cwd: ROOT })).not.toEqual([]);
	});

	it("is in the image's build: its manifest before `npm ci`, its sources before the bundle", () => {
		const [before = "", after = ""] = read("Dockerfile").split("\nRUN npm ci");
		expect(before).toContain(`\nCOPY ${folder}/package.json ${folder}/`);
		expect(after).toMatch(new RegExp(`\nCOPY ${folder}/src ${folder}/src\n[\\s\\S]*node scripts/bundle.ts`));
	});
});

/** What drivers load when a device is opened. */
const LOADED_LATER = globSync("src/drivers/*/*.ts", { cwd: ROOT }).flatMap((file) =>
	[...read(file).matchAll(/\bimport\("\.\/([a-z-]+)\.ts"\)\)/g)].map(
		([, name = ""]) => [basename(dirname(file)), name] as const,
	),
);
const SIMULATED = { sensors: [{ id: "collector", role: "collector", source: "simulated:collector" }] };

/** Tells of each file that is read, each module that is loaded, and code that is made of a text. */
const TRACE = `const fs = require("node:fs"), { prototype } = require("node:module");
	const telling = (call, what) => new Proxy(call, {
		apply: (call, self, args) => { console.error(what ?? String(args[0])); return Reflect.apply(call, self, args); },
		construct: (call, args) => { console.error(what); return Reflect.construct(call, args); },
	});
	fs.readFileSync = telling(fs.readFileSync);
	prototype.load = telling(prototype.load);
	globalThis.Function = telling(Function, "compiled at run time");`;

describe("the app's bundles", () => {
	const dir = mkdtempSync(join(tmpdir(), "bundles-"));
	const Meta = z.object({
		inputs: z.record(z.string(), z.unknown()),
		imports: z.array(z.object({ path: z.string(), kind: z.string() })).optional(),
	});
	const Outputs = z.object({
		outputs: z.record(
			z.string(),
			z.object({
				inputs: z.record(z.string(), z.unknown()),
				imports: z.array(z.object({ path: z.string(), kind: z.string() })).optional(),
			}),
		),
	});
	let inputs: readonly (readonly [bundle: string, discovery: readonly string[]])[] = [];
	beforeAll(async () => {
		await bundle("src/main.ts", dir);
		inputs = globSync("*.meta.json", { cwd: dir }).map((file) => {
			const { inputs } = Meta.parse(JSON.parse(readFileSync(join(dir, file), "utf8")));
			return [file, Object.keys(inputs).filter((path) => path.includes("ha-mqtt-discovery"))];
		});
	});
	afterAll(() => rmSync(dir, { recursive: true }));

	it("have the discovery that makes messages, and not the model of what Home Assistant accepts", () => {
		const made = /^packages\/ha-mqtt-discovery\/src\/(?:index|message\/[a-z]+)\.ts$/;
		expect(Object.fromEntries(inputs)["app.cjs.meta.json"]).toContain("packages/ha-mqtt-discovery/src/index.ts");
		expect(inputs.map(([file, paths]) => [file, paths.filter((path) => !made.test(path))])).toEqual(
			inputs.map(([file]) => [file, []]),
		);
	});

	// #shared-once
	it("have what the app and the commands about a broker share once, and both run", () => {
		const { outputs } = Outputs.parse(JSON.parse(readFileSync(join(dir, "app.cjs.meta.json"), "utf8")));
		const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
		expect(sources).toContain("src/cli/broker/program-broker.ts");
		expect(sources.filter((source, at) => sources.indexOf(source) < at)).toEqual([]);
		const run = (...args: readonly string[]) =>
			execFileSync(process.execPath, [join(dir, LAUNCHER), ...args], { encoding: "utf8" });
		expect(run("run", "--help")).toContain("--http-port");
		expect(run("broker", "harden", "--help")).toContain("--dry-run");
	});

	// #devices-apart
	it("have the code of each kind of device in a file of its own, which only a plant with such a device loads", () => {
		const { outputs } = Outputs.parse(JSON.parse(readFileSync(join(dir, "app.cjs.meta.json"), "utf8")));
		const fileOf = (source: string) =>
			Object.keys(outputs)
				.filter((file) => source in (outputs[file]?.inputs ?? {}))
				.map((file) => basename(file));
		const loaded = LOADED_LATER.map(([folder, name]) => [
			fileOf(`src/drivers/${folder}/${name}.ts`),
			fileOf(`src/drivers/${folder}/${folder}.ts`),
		]);
		expect(loaded.length).toBeGreaterThan(1);
		const [[, app] = []] = loaded;
		expect(loaded).toEqual(LOADED_LATER.map(([folder, name]) => [[`${folder}-${name}.cjs`], app]));
		// Shared by the simulated device and the command that simulates, and by nothing that every app loads.
		const house = fileOf("src/simulation/house.ts");
		const users = Object.keys(outputs).filter((file) =>
			outputs[file]?.imports?.some(({ path, kind }) => kind !== "dynamic-import" && house.includes(basename(path))),
		);
		expect([house.length, users.map((file) => basename(file)).sort()]).toEqual([
			1,
			expect.arrayContaining(["simulate.cjs", "simulated-device.cjs"]),
		]);
		expect(users.map((file) => basename(file))).not.toContain(app?.[0]);
		const reads = reading();
		expect(reads.stdout).toMatch(/collector +-?[\d.]+ °C/);
		expect(reads.stderr).toContain("simulated-device.cjs");
		expect(reads.stderr).not.toMatch(/bus-relay-board|serialport/);
	});

	// #one-language-read
	it.each(["en", "sv"])(
		"have the texts as data, of which a command reads those of its language, %s, alone",
		(language) => {
			expect(reading({ LC_ALL: language }).stderr.match(/texts-[a-z-]+/g)).toEqual([`texts-${language}`]);
		},
	);

	// #compiles-nothing
	it("compile no code at run time: a schema is used too seldom for that", () => {
		expect(reading().stderr).not.toContain("compiled at run time");
	});

	/** A command that is told of files and code as it loads them. */
	function reading(env: Readonly<Record<string, string>> = {}) {
		const options = join(dir, "options.json");
		writeFileSync(options, JSON.stringify(SIMULATED));
		const trace = join(dir, "trace.cjs");
		writeFileSync(trace, TRACE);
		const args = ["--require", trace, join(dir, LAUNCHER), "read", "--options", options, "--data", dir];
		return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ...env } });
	}
});

it("there is a package to tell of", () => {
	expect(FOLDERS).toContain("packages/ha-mqtt-discovery");
});
