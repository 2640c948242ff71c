import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ended, run, tool } from "../../../scripts/child.ts";
import { complaints, cruise } from "../../../scripts/walls.ts";
import { installed } from "../../fakes/installed.ts";
import { type Block, blocksIn, followed } from "./pages.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PAGES = ["adding-a-rule", "adding-a-driver", "adding-an-entity", "adding-a-command"] as const;
/** What a checkout needs for the sources to be checked, generated, tested and run. */
const NEEDED = [
	...[
		"src",
		"packages",
		"scripts",
		"translations",
		"blueprints",
		"test/fakes",
		"test/contract",
		"test/scenarios",
		"test/rules/houses.ts",
		"test/cli/desk.ts",
	],
	...["package.json", "tsconfig.json", "jest.config.mjs", "biome.json", "config.yaml", "repository.yaml"],
	...["DOCS.md", "README.md", "docs/enabled.md", "docs/scenarios.md", "examples"],
];
/** Laws of the whole product that ask for what an addition has forgotten. */
const LAWS = ["texts", "entities", "commands", "options/ids"].map((law) => `test/contract/${law}.test.ts`);

/** A collector that is colder than the tank, with temperatures in files, and a simulated pump. */
const plantIn = (folder: string) => ({
	sensors: [
		{ id: "collector", role: "collector", source: `text_file:${folder}/collector.txt` },
		{ id: "tank", role: "tank", source: `text_file:${folder}/tank.txt` },
	],
	outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
	pump_exercise: { every: 60, run_for: 90 },
});
const READINGS = ["time,collector,tank", ...[0, 3600, 3630, 3660, 3690].map((t) => `${t},20,40`)].join("\n");

describe("who adds a rule, a driver, a family of entities and a command as the pages say", () => {
	let root: string;
	let blocks: readonly Block[] = [];
	let generated: Ended;
	const node = (...args: readonly string[]) => run(process.execPath, args, { cwd: root });
	const solar = (...args: readonly string[]) =>
		node("src/main.ts", ...args, "--options", join(root, "plant.json"), "--data", join(root, "data"));
	/** What a tool says when all is well is of no interest. */
	const said = ({ code, output }: Ended) => ({ code, output: code === 0 ? "" : output });

	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), "adding-"));
		await installed(root);
		await Promise.all(NEEDED.map((path) => cp(join(ROOT, path), join(root, path), { recursive: true })));
		const pages = await Promise.all(PAGES.map((page) => readFile(join(ROOT, "docs", `${page}.md`), "utf8")));
		blocks = pages.flatMap(blocksIn);
		await followed(root, blocks);
		await writeFile(join(root, "plant.json"), JSON.stringify(plantIn(root)));
		await writeFile(join(root, "readings.csv"), READINGS);
		await writeFile(join(root, "collector.txt"), "61.4\n");
		generated = await node("scripts/generate.ts");
	});
	afterAll(() => rm(root, { recursive: true }));

	it("writes one new file each, with its texts, its test, and one line in its index", () => {
		const made = blocks.filter((b) => b.kind === "file").map((b) => b.path.split("/").slice(0, 2).join("/"));
		expect(made).toEqual([
			...["src/rules", "src/rules", "test/rules"],
			...["src/drivers", "src/drivers", "test/drivers"],
			...["src/home-assistant", "test/home-assistant"],
			...["src/cli", "test/cli"],
		]);
		for (const { text } of blocks.filter((b) => b.path.endsWith("/index.ts")))
			expect(text.match(/^\+/gm)).toHaveLength(1);
	});

	it("gets the options page, its texts in every language and the tables from the generator", async () => {
		expect(said(generated)).toEqual({ code: 0, output: "" });
		const files = ["config.yaml", "translations/en.yaml", "translations/sv.yaml", "DOCS.md"];
		const [manifest, english, swedish, docs] = await Promise.all(
			files.map((file) => readFile(join(root, file), "utf8")),
		);
		expect(manifest).toContain("  pump_exercise: match(^\\{.*\\}$)?\n");
		expect(english).toMatch(/^ {2}pump_exercise:\n {4}name: \w.*\n {4}description: Set this on the app's own page/m);
		expect(swedish).toMatch(/^ {2}text_file:\n {4}name: \w.*\n {4}description: Ställ in detta på appens egen sida/m);
		expect(docs).toContain("### Option: `text_file`\n\n**Text files.**");
		expect(docs).toContain("| `pace` | Reading interval | How often each file is read. | 1 to 300 s | 10 s |");
	});

	it("has types, walls, style and laws on the side of the addition, and the tests that the pages give pass", async () => {
		const own = blocks.filter((b) => b.path.endsWith(".test.ts")).map((b) => b.path);
		const all = blocks.filter((b) => b.path.endsWith(".ts")).map((b) => b.path);
		const jest = [
			"--experimental-vm-modules",
			"--disable-warning=ExperimentalWarning",
			"node_modules/jest/bin/jest.js",
		];
		await writeFile(
			join(root, "tsconfig.added.json"),
			JSON.stringify({
				extends: "./tsconfig.json",
				include: ["src/app/app.ts", "src/cli/app/replay/replay.ts", ...all],
			}),
		);
		const [types, walls, style, tests] = await Promise.all([
			run(tool("tsc"), ["--pretty", "false", "-p", "tsconfig.added.json"], { cwd: root }),
			cruise(root),
			run(tool("biome"), ["ci", "--colors=off", "--vcs-enabled=false", ...all], { cwd: root }),
			node(...jest, "--maxWorkers=1", ...own, ...LAWS),
		]);
		const fine = { code: 0, output: "" };
		expect({ types: said(types), walls: complaints(walls), style: said(style), tests: said(tests) }).toEqual({
			types: fine,
			walls: [],
			style: fine,
			tests: fine,
		});
	}, 300_000);

	it("sees the new rule run an idle pump", async () => {
		const { stdout } = await solar("replay", "--readings", join(root, "readings.csv"));
		const turns = stdout.trim().split("\n");
		expect(turns.map((line) => JSON.parse(line).outputs.pump).map(({ want, because }) => [want, because])).toEqual([
			[0, "no_gain"],
			[100, "exercised"],
			[100, "exercised"],
			[100, "exercised"],
			[0, "no_gain"],
		]);
	});

	it("reads the new driver's sensors, and is told of the one that is missing", async () => {
		const { stdout } = await solar("read", "--json");
		expect(JSON.parse(stdout).sensors).toMatchObject([
			{ id: "collector", state: "ok", value: 61.4 },
			{ id: "tank", state: "broken", fault: "missing" },
		]);
	});

	it("prints what the new command knows", async () => {
		const { code, stdout } = await solar("names");
		expect({ code, stdout }).toEqual({ code: 0, stdout: "collector: Collector\ntank: Tank\npump: Pump\n" });
	}, 60_000);
});
