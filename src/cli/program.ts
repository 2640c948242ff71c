import { Command, CommanderError } from "commander";
import * as z from "zod";
import { complain, FINE, type Machine, NOT_FINE, USAGE } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { COMMANDS } from "./commands.ts";
import { type Declared, declare } from "./declared.ts";

// A schema is used only a few times at a start, so compiling it would not pay.
z.config({ jitless: true });

/** Runs one command and gives its exit code: 0 fine, 1 what was checked is not fine, 2 usage or options are wrong. */
export async function main(machine: Machine): Promise<number> {
	const forBroker = machine.argv[0] === "broker";
	const broker = forBroker ? (await import("./broker/program-broker.ts")).BROKER_COMMANDS : [];
	let code = FINE;
	const command = program(machine, broker, (result) => {
		code = result;
	});
	try {
		await command.parseAsync([...machine.argv], { from: "user" });
		return code;
	} catch (thrown) {
		if (thrown instanceof CommanderError) {
			if (thrown.exitCode === 0) return FINE;
			// The help of a group of commands is shown already.
			if (thrown.code !== "commander.help") complain(machine, (await import("./refusal.ts")).refusal(machine, thrown));
			return USAGE;
		}
		if (forBroker && (await import("./broker/change/words.ts")).toldDisk(machine, thrown)) return NOT_FINE;
		throw thrown;
	}
}

function program(machine: Machine, broker: readonly Declared[], done: (code: number) => void): Command {
	const root = new Command("solar-heating")
		.description("A solar-thermal controller for Home Assistant that controls by itself and explains itself.")
		.version(VERSION)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => machine.out.write(text),
			writeErr: (text) => machine.err.write(text),
			// `main` tells of errors, in the language of who types.
			outputError: () => undefined,
		});
	const says = "What a Mosquitto broker needs for this app; see broker --help.";
	for (const one of [...COMMANDS, { name: "broker", says, commands: broker }]) declare(root, one, machine, done);
	root.action(() => {
		complain(machine, root.helpInformation());
		done(USAGE);
	});
	return root;
}
