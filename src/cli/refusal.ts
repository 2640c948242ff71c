import type { CommanderError } from "commander";
import { languageAt } from "#app/locale.ts";
import type { Machine } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import { inside, remark, type Sentence } from "#model/sentences/sentence.ts";

type Parts = Readonly<Record<string, string>>;

/** By Commander's code: the form of its English message, and our sentence of its parts. In English the two read the same. */
const KINDS: Readonly<Record<string, readonly [form: RegExp, sentence: (parts: Parts) => Sentence]>> = {
	unknownOption: [/^error: unknown option '(?<flag>.*)'$/s, ({ flag = "" }) => remark("wrong_option", { flag })],
	unknownCommand: [/^error: unknown command '(?<name>.*)'$/s, ({ name = "" }) => remark("wrong_command", { name })],
	missingArgument: [
		/^error: missing required argument '(?<name>.*)'$/,
		({ name = "" }) => remark("argument_missing", { name }),
	],
	excessArguments: [
		/^error: too many arguments for '(?<name>.*)'\. Expected (?<expected>\d+) arguments? but got (?<given>\d+)\.$/,
		tooMany,
	],
	optionMissingArgument: [
		/^error: option '(?<flags>.*)' argument missing$/,
		({ flags = "" }) => remark("value_missing", { flags }),
	],
	missingMandatoryOptionValue: [
		/^error: required option '(?<flags>.*)' not specified$/,
		({ flags = "" }) => remark("option_missing", { flags }),
	],
	// At its end is the code of one of our texts, by `unfit`.
	invalidArgument: [
		/^error: option '(?<flags>.*?)' argument '(?<value>.*)' is invalid\. (?<remedy>\w+)$/s,
		({ flags = "", value = "", remedy = "" }) => remark("wrong_value", { flags, value, remedy }),
	],
};

/** Commander's guess of what was meant, after its message. */
const GUESS = /\n\(Did you mean (?<several>one of )?(?<similar>[^\n]*)\?\)$/;

/** What is wrong with a command as it was typed, in the language of the terminal. A message of an unknown form stays English. */
export function refusal(machine: Machine, { code, message }: Pick<CommanderError, "code" | "message">): string {
	const word = remarksIn(languageAt(machine));
	const { several, similar } = GUESS.exec(message)?.groups ?? {};
	const told = message.replace(GUESS, "");
	const [form, sentence] = KINDS[code.replace("commander.", "")] ?? [];
	const parts = form?.exec(told)?.groups;
	const lines = [parts === undefined || sentence === undefined ? told : word(sentence(parts))];
	if (similar !== undefined)
		lines.push(word(several === undefined ? remark("one_like_it", { similar }) : remark("some_like_it", { similar })));
	return [...lines, word(remark("more_with_help"))].join("\n");
}

function tooMany({ name = "", expected = "", given = "" }: Parts): Sentence {
	const most = inside("most", expected === "1" ? remark("one_argument") : remark("arguments", { expected }));
	return remark("too_many_for", { ...most, given, name });
}
