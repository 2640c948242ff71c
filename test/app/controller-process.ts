import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Intent } from "#model/decision/intent.ts";
import { parse } from "#options/parse.ts";
import { openApp } from "../../src/app/app.ts";

/**
 * The controller as a process that can be killed: `node controller-process.ts OPTIONS FOLDER`. Takes an intent as a line of
 * JSON, and prints a line for each turn and for each answer.
 */
const [, , options = "", folder = ""] = process.argv;
const print = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

const login = { kind: "complete", login: { username: "solar", password: "irrelevant here" } } as const;
const parsed = parse(JSON.parse(readFileSync(options, "utf8")));
const app = openApp({ parsed, login, folder, tell: ({ code, facts }) => print({ told: code, ...facts }) });
app.onTurn(({ mode, settings, verdicts, plant }) => {
	const because = plant.outputs.map(({ id, index }) => [id, verdicts[index]?.because.code]);
	print({ mode, settings, because: Object.fromEntries(because) });
});
createInterface({ input: process.stdin }).on("line", async (line) => {
	const intent: Intent = JSON.parse(line);
	print({ answered: intent.kind, refused: (await app.ask(intent)) ?? null });
});
