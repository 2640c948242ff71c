import { type Command, Option } from "commander";
import type { Machine } from "#app/machine.ts";

/** The values from Commander: arguments, if the command has any, then flags. */
type Handed = Parameters<Parameters<Command["action"]>[0]>;

/** A command as typed. */
export interface Declared {
	/** Includes arguments that need no explanation: `add <name>`. */
	readonly name: string;
	readonly says: string;
	readonly argument?: readonly [name: string, says: string];
	/** In the order of the help. */
	readonly options?: readonly Option[];
	/** Loads the command and runs it. Loaded on demand, which keeps a start fast. */
	readonly runs?: (machine: Machine, ...handed: Handed) => Promise<number>;
	readonly commands?: readonly Declared[];
}

export const option = (flags: string, says: string): Option => new Option(flags, says);

/** Options for the app's options file and data folder. */
export const APP: readonly Option[] = [
	option("--options <file>", "options as a JSON file; without it /data/options.json, else environment and .env"),
	option("--data <folder>", "where settings, counters and the installation id are kept"),
];

/** @param done called with the exit code */
export function declare(under: Command, declared: Declared, machine: Machine, done: (code: number) => void): void {
	const { name, says, argument, options = [], runs, commands = [] } = declared;
	const command = under.command(name).description(says);
	if (argument !== undefined) command.argument(...argument);
	for (const one of options) command.addOption(one);
	if (runs !== undefined) command.action(async (...handed: Handed) => done(await runs(machine, ...handed)));
	for (const one of commands) declare(command, one, machine, done);
}
