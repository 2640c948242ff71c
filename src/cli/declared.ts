import { type Command, Option } from "commander";
import type { Machine } from "#app/machine.ts";
import type { Key } from "#words/keys.ts";

/** The values from Commander: arguments, if the command has any, then flags. */
type Handed = Parameters<Parameters<Command["action"]>[0]>;

/** The key of a text. `help.ts` says it in the language of the terminal. */
type Help = Key<"command"> | Key<"broker">;

/** A command as typed. */
export interface Declared {
	/** Includes arguments that need no explanation: `add <name>`. */
	readonly name: string;
	readonly says: Help;
	readonly argument?: readonly [name: string, says: Help];
	/** In the order of the help. */
	readonly options?: readonly Option[];
	/** Loads the command and runs it. Loaded on demand, which keeps a start fast. */
	readonly runs?: (machine: Machine, ...handed: Handed) => Promise<number>;
	readonly commands?: readonly Declared[];
}

export const option = (flags: string, says: Help): Option => new Option(flags, says);

/** Options for the app's options file and data folder. */
export const APP: readonly Option[] = [
	option("--options <file>", "help.options_file"),
	option("--data <folder>", "help.data"),
];

/** @param done called with the exit code */
export function declare(under: Command, declared: Declared, machine: Machine, done: (code: number) => void): void {
	const { name, says, argument, options = [], runs, commands = [] } = declared;
	const command = under.command(name).description(says);
	// A command without commands of its own has no command `help` either.
	if (commands.length > 0) command.helpCommand("help [command]", "help.help_of");
	if (argument !== undefined) command.argument(...argument);
	for (const one of options) command.addOption(one);
	if (runs !== undefined) command.action(async (...handed: Handed) => done(await runs(machine, ...handed)));
	for (const one of commands) declare(command, one, machine, done);
}
