import { Help, type HelpConfiguration } from "commander";
import { languageAt } from "#app/locale.ts";
import type { Machine } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import type { Sentence, Word } from "#model/sentences/sentence.ts";
import { remark } from "#model/sentences/sentence.ts";
import { known, type Language } from "#texts/say.ts";

/** Commander's own words in a help, without those of the options `--help` and `--version`. */
const TITLES: Readonly<Record<string, Sentence>> = {
	"Usage:": remark("help.title_usage"),
	"Arguments:": remark("help.title_arguments"),
	"Options:": remark("help.title_options"),
	"Commands:": remark("help.title_commands"),
};

const commanders = new Help();

/**
 * Help in the language of the terminal. Until it is shown, the description of a command, an option or an argument is the
 * key of its text.
 * @param forBroker says the texts of the commands for a broker
 */
export function helpIn(machine: Machine, forBroker?: (language: Language) => Word): HelpConfiguration {
	const language = languageAt(machine);
	const word = remarksIn(language);
	const text = (code: string): string =>
		(known("command", code) ? word : (forBroker?.(language) ?? word))({ code, facts: {} });
	const marked = (usage: string): string =>
		usage.replace("[options]", text("help.any_options")).replace("[command]", text("help.any_command"));
	return {
		commandUsage: (command) => marked(commanders.commandUsage(command)),
		subcommandTerm: (command) => marked(commanders.subcommandTerm(command)),
		commandDescription: (command) => text(command.description()),
		subcommandDescription: (command) => text(command.description()),
		argumentDescription: ({ description }) => text(description),
		optionDescription({ description, defaultValue }) {
			const says = text(description);
			return defaultValue === undefined
				? says
				: word(remark("help.default", { says, value: JSON.stringify(defaultValue) }));
		},
		styleTitle: (title) => (TITLES[title] === undefined ? title : word(TITLES[title])),
	};
}
