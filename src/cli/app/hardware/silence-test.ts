import type { Plain } from "#app/answers/snapshot-json.ts";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { codeWord, languageBy, notRunning, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { actorOf } from "../actor.ts";

const PATIENCE = seconds(5);

/** Asks the running controller to test that every output beyond a network goes off without it. Says how each stands. */
export async function silenceTest(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const asked = await askControl(folder, "silence_test", actorOf(machine), PATIENCE);
	if (asked.kind !== "answer")
		return notFine(machine, asked.kind === "not_running" ? notRunning(language, folder) : whyWord(language, asked.why));
	const { findings } = asked.value as Plain;
	const tests = findings.filter(({ code }) => code === "silence_test").map(({ facts }) => facts);
	if (flags.json) {
		print(machine, JSON.stringify({ outputs: tests }));
		return FINE;
	}
	const word = remarksIn(language);
	for (const { output = "", standing = "", date, took } of tests) {
		const facts = { output, standing: codeWord(language, "silence", String(standing), String(standing)) };
		print(
			machine,
			word(
				date === undefined
					? remark("silence_test_line", facts)
					: remark("silence_test_last", { ...facts, date, took: took ?? 0 }),
			),
		);
	}
	print(machine, word(remark("silence_test_begun")));
	return FINE;
}
