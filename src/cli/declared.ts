import { type Command, Option } from "commander";
import type { Machine } from "#app/machine.ts";

/** What Commander hands over: the arguments, if the command takes any, then the flags. */
type Handed = Parameters<Parameters<Command["action"]>[0]>;

/** A command as a person types it. */
export interface Declared {
	/** With the arguments that need no explanation: `add <name>`. */
	readonly name: string;
	readonly says: string;
	readonly argument?: readonly [name: string, says: string];
	/** In the order in which the help lists them. */
	readonly options?: readonly Option[];
	/** Loads the command and runs it. A command is loaded when it is asked for: a start does not pay for what it does not use. */
	readonly runs?: (machine: Machine, ...handed: Handed) => Promise<number>;
	readonly commands?: readonly Declared[];
}

export const option = (flags: string, says: string): Option => new Option(flags, says);

/** Where the app's options and data are. */
export const APP: readonly Option[] = [
	option("--options <file>", "options as a JSON file; without it /data/options.json, else environment and .env"),
	option("--data <folder>", "where settings, counters and the installation id are kept"),
];

/** @param done is told the exit code */
export function declare(under: Command, declared: Declared, machine: Machine, done: (code: number) => void): void {
	const { name, says, argument, options = [], runs, commands = [] } = declared;
	const command = under.command(name).description(says);
	if (argument !== undefined) command.argument(...argument);
	for (const one of options) command.addOption(one);
	if (runs !== undefined) command.action(async (...handed: Handed) => done(await runs(machine, ...handed)));
	for (const one of commands) declare(command, one, machine, done);
}
