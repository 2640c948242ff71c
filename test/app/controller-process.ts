import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { parse } from "#options/parse.ts";
import { openApp } from "../../src/app/app.ts";
import { Observers } from "../../src/app/beside/observers.ts";

/**
 * The controller as a process that can be killed: `node controller-process.ts OPTIONS FOLDER`. Takes an intent as a line of
 * JSON, and prints a line for each turn and for each answer.
 */
const [, , options = "", folder = ""] = process.argv;
const print = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

const login = { kind: "complete", login: { username: "solar", password: "irrelevant here" } } as const;
const parsed = parse(JSON.parse(readFileSync(options, "utf8")));
const observers = new Observers(({ code, facts }) => print({ told: code, ...facts }));
const app = openApp({ parsed, login, folder, observers });
const turned = ({ mode, settings, verdicts, plant }: Snapshot) => {
	const because = plant.outputs.map(({ id, index }) => [id, verdicts[index]?.because.code]);
	print({ mode, settings, because: Object.fromEntries(because) });
};
app.observe("printed", { turned });
createInterface({ input: process.stdin }).on("line", async (line) => {
	const intent: Intent = JSON.parse(line);
	print({ answered: intent.kind, refused: (await app.ask(intent)) ?? null });
});
