import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { run, tool } from "../../../scripts/child.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PURE = [
	"src/words",
	"src/model",
	"src/control",
	"src/rules",
	"src/energy",
	"src/checks",
	"src/options",
	"src/texts",
	"src/home-assistant/entities",
	"src/simulation",
	"packages/ha-mqtt-discovery/src",
] as const;
const GLOBALS = "lint/style/noRestrictedGlobals";
const CHANCE = "plugin";

/** what the lint says | file | its text */
const IMPURE: readonly (readonly [lint: string, file: string, text: string])[] = [
	...PURE.map((folder) => [GLOBALS, `${folder}/clock.ts`, "export const now = () => Date.now();"] as const),
	...PURE.map((folder) => [CHANCE, `${folder}/chance.ts`, "export const dice = () => Math.random();"] as const),
	[CHANCE, "src/control/indexed.ts", `export const dice = (name: "random") => Math[name]();`],
	[CHANCE, "src/control/unpacked.ts", "const { random } = Math;\nexport const dice = () => random();"],
	[GLOBALS, "src/control/new-date.ts", "export const now = () => new Date();"],
	[GLOBALS, "src/control/performance.ts", "export const now = () => performance.now();"],
	[GLOBALS, "src/control/timeout.ts", "export const wait = (f: () => void) => setTimeout(f, 1);"],
	[GLOBALS, "src/control/interval.ts", "export const wait = (f: () => void) => setInterval(f, 1);"],
	[GLOBALS, "src/control/immediate.ts", "export const wait = (f: () => void) => setImmediate(f);"],
	[GLOBALS, "src/control/microtask.ts", "export const wait = (f: () => void) => queueMicrotask(f);"],
	[GLOBALS, "src/control/process.ts", "export const home = () => process.cwd();"],
	[GLOBALS, "src/control/console.ts", "export const say = () => console.log(1);"],
	[GLOBALS, "src/control/fetch.ts", `export const get = () => fetch("http://host");`],
	[GLOBALS, "src/control/crypto.ts", "export const id = () => crypto.randomUUID();"],
	[GLOBALS, "src/control/buffer.ts", "export const bytes = () => Buffer.alloc(1);"],
	[GLOBALS, "src/control/global-this.ts", "export const all = () => globalThis;"],
	[GLOBALS, "src/control/global.ts", "export const all = () => global;"],
	[GLOBALS, "src/app/app.ts", "export const home = () => process.cwd();"],
	[GLOBALS, "src/runtime/home.ts", "export const home = () => process.cwd();"],
	["lint/suspicious/noConsole", "src/runtime/say.ts", "export const say = () => console.log(1);"],
	["lint/style/noDefaultExport", "src/runtime/default.ts", "export default 1;"],
	["lint/style/noDefaultExport", "packages/ha-mqtt-discovery/src/default.ts", "export default 1;"],
	["lint/style/noRestrictedImports", "src/options/z.ts", `import { z } from "zod";\nexport const n = z.number();`],
];

/** Outside the core there are clocks and timers, and main.ts has the process. */
const ALLOWED: Readonly<Record<string, string>> = {
	"src/main.ts": "export const home = () => process.cwd();",
	"src/runtime/clock.ts": "export const wait = (f: () => void) => setTimeout(f, Date.now() % 7);",
	"src/options/fields.ts": `import * as z from "zod";\nexport const n = z.number();`,
	"src/control/round.ts": "export const whole = (n: number) => Math.round(n);",
	"src/control/taken.ts":
		"const { abs, max } = Math;\nexport const far = (a: number, b: number) => max(abs(a), abs(b));",
};

const Report = z.object({
	diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

describe("the lint that keeps the core pure", () => {
	let root = "";
	let told: readonly string[] = [];
	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), "purity-"));
		const impure = Object.fromEntries(IMPURE.map(([, file, text]) => [file, text]));
		for (const [file, text] of Object.entries({ ...impure, ...ALLOWED })) {
			await mkdir(join(root, dirname(file)), { recursive: true });
			await writeFile(join(root, file), `${text}\n`);
		}
		await mkdir(join(root, "scripts/lint"), { recursive: true });
		for (const file of ["biome.json", ".gitignore", "scripts/lint/chance.grit"])
			await copyFile(join(ROOT, file), join(root, file));
		const args = ["lint", "--reporter=json", "--max-diagnostics=none", "src", "packages"];
		const { stdout, output } = await run(tool("biome"), args, { cwd: root });
		if (!stdout.startsWith("{")) throw new Error(output);
		told = Report.parse(JSON.parse(stdout)).diagnostics.map((d) => `${d.category} ${d.location.path}`);
	});
	afterAll(() => rm(root, { recursive: true }));

	it.each(IMPURE)("%s finds %s", (lint, file) => {
		expect(told).toContain(`${lint} ${file}`);
	});
	it.each(Object.keys(ALLOWED))("lets %s pass", (file) => {
		expect(told.filter((line) => line.endsWith(` ${file}`))).toEqual([]);
	});
	it("is proven here for every global that it denies", async () => {
		const denied = (await readFile(join(ROOT, "biome.json"), "utf8")).match(/^\t+"(\w+)": "[A-Z][^"]+\."/gm) ?? [];
		const names = denied.map((line) => line.split('"')[1]);
		expect(names.length).toBeGreaterThan(10);
		for (const name of names)
			expect(IMPURE.some(([lint, , text]) => lint === GLOBALS && text.includes(`${name}`))).toBe(true);
	});
});
