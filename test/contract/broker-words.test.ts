import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { optionWords, wordIn } from "#cli/broker/change/words.ts";
import { mend, phrase } from "#model/sentences/sentence.ts";
import { LANGUAGES } from "#texts/say.ts";

const ROOT = join(import.meta.dirname, "../..");
const FILES = globSync(
	[
		"src/broker/{files,conf,access,tls,running,change,plans,verify}/*.ts",
		"src/broker/log/fail2ban-finds.ts",
		"src/cli/**/*.ts",
		"src/app/answers/seen-of-app.ts",
		"src/runtime/watched.ts",
	],
	{ cwd: ROOT },
);
/** What goes into files and to a shell: comments of Mosquitto's configuration and of its access rules, the trial's script. */
const WRITTEN = /^# |^for v in /;
/** What SQLite says, to know it by. */
const HEARD = ["database or disk is full"];
/** An English word in small letters, four times in a row: no path, no setting, no line of a configuration. */
const PROSE = /(?:^|[^\w.-])(?:[A-Za-z][a-z']* ){3}[a-z]+/;

/** Every text of a source that is written out there, the parts between `${}` too. */
function literalsIn(path: string): readonly string[] {
	const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), "utf8"), ts.ScriptTarget.ES2024, true);
	const found: string[] = [];
	const look = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
			found.push(node.text);
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}

describe("what the commands say", () => {
	it("stands in src/words, and nowhere in their sources", () => {
		expect(FILES.length).toBeGreaterThan(50);
		expect(PROSE.test("This broker has no listener yet.")).toBe(true);
		const prose = FILES.flatMap((path) =>
			literalsIn(path)
				.filter((text) => PROSE.test(text) && !WRITTEN.test(text) && !HEARD.includes(text))
				.map((text) => `${path}: ${text}`),
		);
		expect(prose).toEqual([]);
	});

	it.each(LANGUAGES)(
		"takes the words of other sections along in %s: of proofs, options, failures and activities",
		(language) => {
			const word = wordIn(language);
			const said = [
				phrase("from_proof", { proof: "came_anonymous" }),
				optionWords({
					path: "turn",
					value: mend("bytes", { count: 7 }),
					remedy: mend("too_small", { min: 1, unit: "s" }),
				}),
				phrase("app_fails", { cause: "not-authorized.cause" }),
				phrase("app_usual", { mode: "auto", activity: "idle" }),
			].map(word);
			for (const text of said) expect(text).toMatch(/^\S.*\.$/);
			expect(said.join(" ")).not.toMatch(/[{}?_]|came_anonymous|too_small|not-authorized/);
		},
	);

	it.each(LANGUAGES)("says in %s that certificates are renewed as often as the timer does it", (language) => {
		const timer = readFileSync(join(ROOT, "packaging/systemd/solar-heating-broker-tls.timer"), "utf8");
		expect(timer).toMatch(/^OnCalendar=daily$/m);
		const text = wordIn(language)(phrase("tls_renew", { days: 30 }));
		expect(text).toMatch(/once a day|en gång om dagen|einmal am Tag/);
		expect(text).toContain("solar-heating-broker-tls");
	});
});
