import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { beforeAll, describe, expect, it, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { missing, proofsIn } from "../test-ids.ts";

const ROOT = join(import.meta.dirname, "../../..");
const page = readFileSync(join(ROOT, "docs/security.md"), "utf8");

interface GuideStep {
	readonly id: string;
	readonly section: string;
	readonly words: string;
}
/** What the guide asks for, line by line, in our words. */
const guide: { readonly count: number; readonly steps: readonly GuideStep[] } = JSON.parse(
	readFileSync(join(ROOT, "test/fixtures/guide-steps.json"), "utf8"),
);

interface Row extends GuideStep {
	readonly answer: string;
	readonly proof: string;
}
const cells = (line: string) => line.split("|").map((cell) => cell.trim());
const rows: readonly Row[] = page
	.slice(page.indexOf("\n## The deployment guide"))
	.split("\n")
	.filter((line) => /^\| [a-z]+-\d+ \|/.test(line))
	.map((line) => {
		const [, id = "", section = "", words = "", answer = "", proof = ""] = cells(line);
		return { id, section, words, answer, proof };
	});

const help = async (...argv: readonly string[]) => {
	let said = "";
	const out = new Writable({
		write(chunk, _, done) {
			said += chunk;
			done();
		},
	});
	const machine = { argv, env: {}, cwd: ROOT, out, err: out, terminal: false, onStop: () => undefined };
	await main(machine);
	return [...said.matchAll(/^ {2}([a-z0-9-]+) /gm)].map(([, name = ""]) => name);
};
let commands: ReadonlySet<string>;
beforeAll(async () => {
	const top = (await help("--help")).filter((name) => name !== "help");
	const below = (await help("broker", "--help")).filter((name) => name !== "help");
	commands = new Set([...top, ...below.map((name) => `broker ${name}`)]);
});

describe("the table of the guide", () => {
	it("has a list of steps that is what it says it is", () => {
		expect(guide.steps).toHaveLength(guide.count);
		expect(guide.count).toBeGreaterThanOrEqual(217);
		expect(new Set(guide.steps.map(({ id }) => id)).size).toBe(guide.count);
		for (const { words } of guide.steps) expect(words.length).toBeGreaterThan(2);
	});

	// #every-line-guide-row
	test("every line of the guide has its row, and every row its line, in order", () => {
		expect(rows.map(({ id, section, words }) => ({ id, section, words }))).toEqual(guide.steps);
	});

	it("has for each row an answer, and a proof, `planned` or `person`", () => {
		const wrong = rows.filter(
			({ answer, proof }) =>
				answer === "" || !(proof === "planned" || proof === "person" || proofsIn(proof).length === 1),
		);
		expect(wrong).toEqual([]);
	});

	it("names the command that is planned where a row is planned, and no proof", () => {
		for (const { id, answer, proof } of rows.filter((row) => row.proof === "planned"))
			expect([id, /planned: `broker [a-z]+`/.test(answer), proofsIn(`${answer} ${proof}`)]).toEqual([id, true, []]);
	});

	it("calls nothing a person's task that a command of ours is named to do", () => {
		const named = rows.filter(({ answer, proof }) => proof === "person" && /`solar-heating [a-z]/.test(answer));
		expect(named).toEqual([]);
	});
});

describe("the security page", () => {
	const proofs = proofsIn(page);

	it("names only tests that are there", () => {
		expect(proofs.length).toBeGreaterThan(100);
		expect(missing(ROOT, proofs)).toEqual([]);
	});

	it("names only commands that are there", () => {
		const named = [...page.matchAll(/`solar-heating ((?:broker )?[a-z0-9-]+)[^`]*`/g)].map(([, name = ""]) => name);
		expect(named.length).toBeGreaterThan(50);
		expect([...new Set(named)].filter((name) => !name.startsWith("--") && !commands.has(name))).toEqual([]);
	});

	it("calls no command planned that is there already", () => {
		// What is not called by its whole name is only promised.
		const promisedIn = (text: string) =>
			[...text.matchAll(/[Pp]lanned[:,][^|]*?(?=\||\n\n|\n$)/g)].flatMap(([planned]) =>
				[...planned.matchAll(/`(broker [a-z0-9]+)`/g)].map(([, name = ""]) => name),
			);
		expect(promisedIn("| planned: `broker melt` and `broker freeze` | `broker acl` |")).toEqual([
			"broker melt",
			"broker freeze",
		]);
		expect(promisedIn(page).filter((name) => commands.has(name))).toEqual([]);
	});
});
