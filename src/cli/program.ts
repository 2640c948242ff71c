import { Command, CommanderError } from "commander";
import * as z from "zod";
import { complain, FINE, type Machine, NOT_FINE, USAGE } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { address, listener, moment, port, positive } from "./arguments.ts";

// Schemas are used a few times at a start; compiling code for each would cost more than it saves.
z.config({ jitless: true });

/** Runs one command; answers with its exit code: 0 fine, 1 the thing checked is not fine, 2 usage or options are wrong. */
export async function main(machine: Machine): Promise<number> {
	let code = FINE;
	const done = (result: number) => {
		code = result;
	};
	/** Each command is loaded only when it is asked for: a start must not pay for what it does not use. */
	const command = program(machine, done);
	const broker = command.commands.find((one) => one.name() === "broker");
	if (broker !== undefined && machine.argv[0] === "broker")
		(await import("./broker/program-broker.ts")).brokerCommands({ broker, machine, done, common });
	try {
		await command.parseAsync([...machine.argv], { from: "user" });
		return code;
	} catch (thrown) {
		if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? FINE : USAGE;
		if (machine.argv[0] === "broker" && (await import("./broker/change/words.ts")).toldDisk(machine, thrown))
			return NOT_FINE;
		throw thrown;
	}
}

function program(machine: Machine, done: (code: number) => void): Command {
	const root = new Command("solar-heating")
		.description("A solar-thermal controller for Home Assistant that controls by itself and explains itself.")
		.version(VERSION)
		.exitOverride()
		.configureOutput({ writeOut: (text) => machine.out.write(text), writeErr: (text) => machine.err.write(text) })
		.showHelpAfterError("(add --help for more)");
	common(root.command("run").description("Run the controller."))
		.option("--http-port <port>", "the page, its API and GET /healthz; 0 for not at all", port, 8099)
		.option("--http-host <address>", "on this address", "127.0.0.1")
		.option("--ingress-peer <address>", "only this address gets the page, and needs no login", address)
		.option("--speed <n>", "a simulated plant may live faster: seconds that pass in one", positive, 1)
		.option("--json", "log as JSON lines; the default when nobody looks")
		.action(async (flags) => done(await (await import("#app/run.ts")).run(machine, flags)));
	root
		.command("demo")
		.description("Run everything without hardware: a broker with a login, a simulated plant, a live table.")
		.option("--speed <n>", "seconds that pass in one", positive, 60)
		.option("--port <port>", "the broker's port; 0 for any free one", port, 0)
		.option("--minutes <n>", "stop by itself after so many minutes", positive)
		.option("--data <folder>", "keep settings here instead of in a folder that is thrown away")
		.option("--json", "print one line of JSON with the login once all is up, and no table")
		.action(async (flags) => done(await (await import("#demo/demo.ts")).demo(machine, flags)));
	common(root.command("check").description("Check options, broker, login and rights; a line each, with what to do."))
		.option("--json", "the result as JSON")
		.option(
			"--listener <host:port[/tls]|ws://…|wss://…>",
			"another port of the broker where strangers must be refused",
			listener,
		)
		.option("--thorough", "try strangers in every way, also from another machine, which a firewall may shut out for it")
		.option("--second-login <file>", "another user's name and password, a line each: can it take our client id?")
		.action(async (flags) => done(await (await import("./app/check/check.ts")).check(machine, flags)));
	common(root.command("read").description("Read every sensor and output once."))
		.option("--discover", "list the sensors that are there, whether the options name them or not")
		.option("--json", "the result as JSON")
		.action(async ({ discover, ...flags }) =>
			done(
				await (discover
					? (await import("./app/discover.ts")).discover(machine, flags)
					: (await import("./app/read.ts")).read(machine, flags)),
			),
		);
	common(root.command("rest").description("Drive every output to its rest position, and verify it."))
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./app/rest.ts")).rest(machine, flags)));
	common(root.command("explain").description("Say why each output is as it is, from the running controller."))
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./app/explain.ts")).explain(machine, flags)));
	common(root.command("page").description("Say where the page of the running controller is, and how to log in there."))
		.option("--show-password", "print the password too")
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./app/page.ts")).page(machine, flags)));
	common(root.command("backup").description("Put settings, counters, history and installation id into one file."))
		.argument("[file]", "written anew; only its owner may read it")
		.option("--prepare", "put a copy that is whole beside the database, before the data folder is backed up")
		.option("--finish", "take that copy away again")
		.option("--json", "the result as JSON")
		.action(async (file, flags) => done(await (await import("./app/backup.ts")).backup(machine, file, flags)));
	common(root.command("restore").description("Put a backup in place of what is kept, while no controller runs."))
		.argument("<file>", "what `backup` wrote, or a database that was set aside")
		.action(async (file, flags) => done(await (await import("./app/restore.ts")).restore(machine, file, flags)));
	common(
		root.command("audit-trail").description("Print who changed what and when, and prove that nobody changed that."),
	)
		.option("--since <when>", "from then on: 2026-07-01, 2026-07-01T12:00:00Z, or 7d, 12h", moment)
		.option("--verify", "follow the chain through every entry; exit 1 where it does not hold")
		.option("--head <hash>", "and say whether a hash that was noted elsewhere is part of it")
		.option("--json", "a line of JSON for each entry, or the proof as JSON")
		.action(async (flags) => done(await (await import("./app/audit-trail.ts")).auditTrail(machine, flags)));
	common(root.command("soak").description("Watch the running controller and its broker for a while, and judge them."))
		.option("--minutes <n>", "how long", positive, 10)
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./soak/soak.ts")).soak(machine, flags)));
	common(
		root.command("replay").description("Feed a table of readings through the control core; a line of JSON per turn."),
	)
		.requiredOption(
			"--readings <file.csv>",
			"header `time` and a sensor id per column; an empty cell is a failed read; `intent` may hold an intent as JSON",
		)
		.action(async (flags) => done(await (await import("./app/replay/replay.ts")).replay(machine, flags)));
	root.command("broker").description("What a Mosquitto broker needs for this app; see broker --help.");
	root.action(() => {
		complain(machine, root.helpInformation());
		done(USAGE);
	});
	return root;
}

const common = (c: Command): Command =>
	c
		.option("--options <file>", "options as a JSON file; without it /data/options.json, else environment and .env")
		.option("--data <folder>", "where settings, counters and the installation id are kept");
