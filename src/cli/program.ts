import { Command, CommanderError } from "commander";
import { complain, FINE, type Machine, NOT_FINE, USAGE } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { COMMANDS } from "./commands.ts";
import { type Declared, declare } from "./declared.ts";
import { helpIn } from "./help.ts";

/** Runs one command and gives its exit code: 0 fine, 1 what was checked is not fine, 2 usage or options are wrong. */
export async function main(machine: Machine): Promise<number> {
	const forBroker = (machine.argv[0] === "help" ? machine.argv[1] : machine.argv[0]) === "broker";
	const broker = forBroker ? await import("./broker/program-broker.ts") : undefined;
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

type ForBroker = typeof import("./broker/program-broker.ts");

function program(machine: Machine, broker: ForBroker | undefined, done: (code: number) => void): Command {
	const root = new Command("solar-heating")
		.description("help.about")
		.version(VERSION, "-V, --version", "help.show_version")
		.helpOption("-h, --help", "help.show_help")
		.helpCommand("help [command]", "help.help_of")
		.configureHelp(helpIn(machine, broker?.brokerHelp))
		.exitOverride()
		.configureOutput({
			writeOut: (text) => machine.out.write(text),
			writeErr: (text) => machine.err.write(text),
			// `main` tells of errors, in the language of who types.
			outputError: () => undefined,
		});
	const forBroker: Declared = { name: "broker", says: "help.broker", commands: broker?.BROKER_COMMANDS ?? [] };
	for (const one of [...COMMANDS, forBroker]) declare(root, one, machine, done);
	return root;
}
