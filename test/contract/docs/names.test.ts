import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { BROKER_COMMANDS } from "#cli/broker/program-broker.ts";
import { COMMANDS } from "#cli/commands.ts";
import type { Declared } from "#cli/declared.ts";
import { addonSchema } from "#options/page/addon-schema.ts";
import { root } from "#options/root.ts";
import { isGroup, itemOf, type Schema } from "../../fakes/supervisor/schema-words.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PAGES = globSync(["*.md", "docs/**/*.md", "packages/*/*.md", "test/fixtures/**/*.md"], { cwd: ROOT });
const FILES = globSync(["{src,test,scripts,bench,packages}/**/*.{ts,mjs,cjs,c,py}"], {
	cwd: ROOT,
	exclude: (path) => path.includes("node_modules"),
});
const textOf = (page: string) => readFileSync(join(ROOT, page), "utf8");
/** What is in backticks, outside of blocks. */
const spansIn = (text: string) =>
	[...text.replace(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
const found = (names: (page: string, text: string) => readonly string[]) =>
	PAGES.flatMap((page) => names(page, textOf(page)).map((name) => `${page}: ${name}`));

const BELOW = /^(?:src|test|docs|scripts|bench|examples|packages|packaging|addon|translations|bin|\.ci)\//;
/** A source that is named without its first folders, such as `runtime/board.ts`. */
const SHORT = /^[\w-]+(?:\/[\w.-]+)*\.(?:ts|mjs|cjs|c|py)$/;
/** What a build makes. */
const BUILT = /^(?:dist\/)?[\w-]+\.cjs$/;

function missingPath(token: string): boolean {
	const path = token
		.replace(/#.*$/, "")
		.replace(/[,;:.)]+$/, "")
		// Places for a name: `test/<room>`, `src/words/AREA`, the version 1.2.3.
		.replaceAll(/<\w+>|\b[A-Z]{3,}\b(?!\.md)|1\.2\.3/g, "*");
	if (BELOW.test(path)) return globSync(path, { cwd: ROOT }).length === 0;
	return SHORT.test(path) && !BUILT.test(path) && !FILES.some((file) => file.endsWith(`/${path}`) || file === path);
}
const pathsMissing = (text: string) =>
	spansIn(text)
		.flatMap((span) => span.split(/\s+/))
		.filter(missingPath);

/** GitHub's anchors of the headings of a page, and the pictures' own. */
const anchorsIn = (page: string) =>
	new Set(
		[...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
			title
				.toLowerCase()
				.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
				.replaceAll(" ", "-"),
		),
	);
function brokenLink(page: string, link: string): boolean {
	if (/^(?:https?|mailto):/.test(link)) return false;
	const [path = "", anchor] = link.split("#");
	const target = path === "" ? page : join(dirname(page), path);
	if (!existsSync(join(ROOT, target))) return true;
	return anchor !== undefined && target.endsWith(".md") && !anchorsIn(target).has(anchor);
}
const linksBroken = (page: string, text: string) =>
	[...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => brokenLink(page, link));

describe("files that documents name", () => {
	it("are there", () => {
		expect(found((_, text) => pathsMissing(text))).toEqual([]);
	});

	it("are followed by links that lead somewhere, to their chapters too", () => {
		expect(found(linksBroken)).toEqual([]);
	});

	it("would be missed", () => {
		const text = "`src/control/none.ts` `control/none.ts` `src/rules/` `control/step.ts` `test/<room>` `dist/app.cjs`";
		expect(pathsMissing(text)).toEqual(["src/control/none.ts", "control/none.ts"]);
		expect(linksBroken("docs/mqtt.md", "[a](none.md) [b](../README.md#none) [c](../README.md#status)")).toEqual([
			"none.md",
			"../README.md#none",
		]);
	});
});

/** Each command as it is typed. */
const typed = (all: readonly Declared[], before = ""): readonly (readonly [string, Declared])[] =>
	all.flatMap((one) => {
		const name = `${before}${one.name.split(" ")[0]}`;
		return [[name, one] as const, ...typed(one.commands ?? [], `${name} `)];
	});
const COMMAND = new Map([
	...typed(COMMANDS),
	["broker", { name: "broker", says: "help.broker" }] as const,
	...typed(BROKER_COMMANDS, "broker "),
]);
const flagsOf = (name: string) =>
	(COMMAND.get(name)?.options ?? []).flatMap(({ long }) => (long === undefined ? [] : [long]));
const takes = (flag: string) => [...COMMAND.keys()].filter((name) => flagsOf(name).includes(flag));

/** The longest command that a line begins with. */
const commandIn = (line: string) =>
	[3, 2, 1].map((words) => line.split(" ").slice(0, words).join(" ")).find((name) => COMMAND.has(name));
function wrongCommands(text: string): readonly string[] {
	const lines = [...text.matchAll(/(?:\bnpx |`|^\$ |^)solar-heating ([a-z][^`\n#|>&]*)/gm)].map(([, line = ""]) =>
		line.trim(),
	);
	return lines.flatMap((line) => {
		const name = commandIn(line);
		if (name === undefined) return [line];
		const flags = line.match(/(?<=\s)--[a-z][a-z-]*/g) ?? [];
		return flags.filter((flag) => flag !== "--help" && !flagsOf(name).includes(flag)).map((flag) => `${name} ${flag}`);
	});
}
const { scripts }: { scripts: object } = JSON.parse(textOf("package.json"));
const scriptsMissing = (text: string) =>
	[...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name).filter((name) => !(name in scripts));

describe("commands that documents name", () => {
	it("are there, with their flags", () => {
		expect(found((_, text) => wrongCommands(text))).toEqual([]);
	});

	it("are scripts of this package after `npm run`", () => {
		expect(found((_, text) => scriptsMissing(text))).toEqual([]);
	});

	it("would be missed", () => {
		expect(
			wrongCommands("`solar-heating chekc` `solar-heating check --jsno`\nnpx solar-heating broker user add X --data F"),
		).toEqual(["chekc", "check --jsno"]);
		expect(scriptsMissing("`npm run tset` `npm run bench -- --only x`")).toEqual(["tset"]);
	});

	const readme = textOf("README.md");
	const table = [...readme.matchAll(/^\| `([a-z][a-z0-9 -]*)[^|]*\|/gm)].map(
		([, name = ""]) => commandIn(name) ?? name,
	);
	const sentence = (flag: string) =>
		new RegExp(`^((?:\`[a-z0-9 -]+\`(?:, | and )?)+) take \`${flag}`, "m").exec(readme)?.[1] ?? "";

	it("have a row in README, each of them", () => {
		const all = [...COMMAND.keys()].filter((name) => name !== "broker" && !name.startsWith("broker user "));
		expect(table.filter((name) => COMMAND.has(name)).sort()).toEqual(all.sort());
	});

	it("print JSON at a broker, but for those that README names", () => {
		const [, but = ""] = /every `broker` command but (.*?)\.$/m.exec(readme) ?? [];
		const without = typed(BROKER_COMMANDS, "broker ").filter(
			([name, { runs }]) => runs && !flagsOf(name).includes("--json"),
		);
		expect(spansIn(but)).toEqual(without.map(([name]) => name));
	});

	it.each(["--options", "--json"])("are all in README's sentence on who takes %s, for the app", (flag) => {
		const own = takes(flag).filter((name) => flag === "--options" || !name.startsWith("broker "));
		expect(spansIn(sentence(flag)).sort()).toEqual(own.sort());
	});
});

/** What is below each option that is a group, or a list of groups. */
const groups = new Map(
	Object.entries(addonSchema(root)).flatMap(([key, schema]: readonly [string, Schema]) => {
		const item = itemOf(schema) ?? schema;
		return isGroup(item) ? [[key, new Set(Object.keys(item))] as const] : [];
	}),
);
const optionsMissing = (text: string) =>
	spansIn(text)
		.flatMap((span) => [...span.matchAll(/^([a-z][a-z_]*)(?:\[\])?\.([a-z][a-z_]*)$/g)])
		// `history.csv` is a file.
		.filter(([, group = "", field = ""]) => field !== "csv" && groups.get(group)?.has(field) === false)
		.map(([name]) => name);

describe("options that documents name", () => {
	it("are there", () => {
		expect(groups.size).toBeGreaterThan(20);
		expect(found((_, text) => optionsMissing(text))).toEqual([]);
	});

	it("would be missed", () => {
		expect(optionsMissing("`manual.hold_for` `manual.hold_fro` `tank.volume` `outputs[].rset` `src.ts`")).toEqual([
			"manual.hold_fro",
			"outputs[].rset",
		]);
	});
});
