import { isIP } from "node:net";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import * as z from "zod";
import { certificateNameFlaw } from "#broker/certificate-name.ts";
import { listenerIn } from "#proof/listener.ts";
import type { Listener } from "#proof/proof.ts";
import { VERSION } from "../version.ts";
import { complain, FINE, type Machine, USAGE } from "./machine.ts";

// Schemas are used a few times at a start; compiling code for each would cost more than it saves.
z.config({ jitless: true });

/** Runs one command; answers with its exit code: 0 fine, 1 the thing checked is not fine, 2 usage or options are wrong. */
export async function main(machine: Machine): Promise<number> {
	let code = FINE;
	/** Each command is loaded only when it is asked for: a start must not pay for what it does not use. */
	const command = program(machine, (result) => {
		code = result;
	});
	try {
		await command.parseAsync([...machine.argv], { from: "user" });
		return code;
	} catch (thrown) {
		if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? FINE : USAGE;
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
	const common = (c: Command) =>
		c
			.option("--options <file>", "options as a JSON file; without it /data/options.json, else environment and .env")
			.option("--data <folder>", "where settings, counters and the installation id are kept");

	common(root.command("run").description("Run the controller."))
		.option("--http-port <port>", "the page, its API and GET /healthz; 0 for not at all", port, 8099)
		.option("--http-host <address>", "on this address", "127.0.0.1")
		.option("--ingress-peer <address>", "only this address gets the page, and needs no login", address)
		.option("--speed <n>", "a simulated plant may live faster: seconds that pass in one", positive, 1)
		.option("--json", "log as JSON lines; the default when nobody looks")
		.action(async (flags) => done(await (await import("./run.ts")).run(machine, flags)));
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
		.option("--listener <host:port[/tls]>", "another port of the broker where strangers must be refused", listener)
		.option("--second-login <file>", "another user's name and password, a line each: can it take our client id?")
		.action(async (flags) => done(await (await import("./check.ts")).check(machine, flags)));
	common(root.command("read").description("Read every sensor and output once."))
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./read.ts")).read(machine, flags)));
	common(root.command("rest").description("Drive every output to its rest position, and verify it."))
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./rest.ts")).rest(machine, flags)));
	common(root.command("explain").description("Say why each output is as it is, from the running controller."))
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./explain.ts")).explain(machine, flags)));
	common(root.command("page").description("Say where the page of the running controller is, and how to log in there."))
		.option("--show-password", "print the password too")
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./page.ts")).page(machine, flags)));
	common(root.command("backup").description("Put settings, counters, history and installation id into one file."))
		.argument("[file]", "written anew; only its owner may read it")
		.option("--prepare", "put a copy that is whole beside the database, before the data folder is backed up")
		.option("--finish", "take that copy away again")
		.option("--json", "the result as JSON")
		.action(async (file, flags) => done(await (await import("./backup.ts")).backup(machine, file, flags)));
	common(root.command("restore").description("Put a backup in place of what is kept, while no controller runs."))
		.argument("<file>", "what `backup` wrote, or a database that was set aside")
		.action(async (file, flags) => done(await (await import("./restore.ts")).restore(machine, file, flags)));
	common(
		root.command("audit-trail").description("Print who changed what and when, and prove that nobody changed that."),
	)
		.option("--since <when>", "from then on: 2026-07-01, 2026-07-01T12:00:00Z, or 7d, 12h", moment)
		.option("--verify", "follow the chain through every entry; exit 1 where it does not hold")
		.option("--head <hash>", "and say whether a hash that was noted elsewhere is part of it")
		.option("--json", "a line of JSON for each entry, or the proof as JSON")
		.action(async (flags) => done(await (await import("./audit-trail.ts")).auditTrail(machine, flags)));
	common(root.command("soak").description("Watch the running controller and its broker for a while, and judge them."))
		.option("--minutes <n>", "how long", positive, 10)
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./soak.ts")).soak(machine, flags)));
	common(
		root.command("replay").description("Feed a table of readings through the control core; a line of JSON per turn."),
	)
		.requiredOption(
			"--readings <file.csv>",
			"header `time` and a sensor id per column; an empty cell is a failed read; `intent` may hold an intent as JSON",
		)
		.action(async (flags) => done(await (await import("./replay.ts")).replay(machine, flags)));
	const broker = root.command("broker").description("What a Mosquitto broker needs for this app.");
	common(
		broker.command("watch").description("Follow the broker's log, and raise an alarm when somebody tries something."),
	)
		.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
		.option("--log <file>", "its log; without it what its configuration says")
		.option("--topic", "over MQTT with the app's login, where the broker has `log_dest topic`")
		.option("--once", "read the whole log once, and report; exit 1 where there is an alarm")
		.option("--release <release>", "which Mosquitto wrote it, where neither log nor program say so", release)
		.option("--security-log <file>", "add each alarm as a line of JSON to this file of mode 600")
		.option("--json", "alarms as JSON lines, then the figures")
		.action(async (flags) => done(await (await import("./broker-watch.ts")).brokerWatch(machine, flags)));
	broker
		.command("fail2ban")
		.description("Print a filter and a jail with which fail2ban shuts out who guesses passwords.")
		.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
		.option("--log <file>", "its log; without it what its configuration says")
		.option("--release <release>", "which Mosquitto it is for; without it the one that is installed", release)
		.option("--write <folder>", "write them to this folder, such as /etc/fail2ban, instead")
		.action(async (flags) => done(await (await import("./broker-fail2ban.ts")).brokerFail2ban(machine, flags)));
	const changing = (c: Command) =>
		c
			.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
			.option("--backups <folder>", "where the files are kept as they were", BACKUPS)
			.option("--restart-with <command>", "how the broker is started anew; without it systemctl or service")
			.option("--dry-run", "show what would change, try it, and change nothing")
			.option("--json", "the result as JSON");
	changing(broker.command("harden").description("Let nobody in without a login, on any listener; keep a log."))
		.option("--port <port>", "the port to listen on, where none is named yet", port, 1883)
		.option("--address <address>", "on this address alone, where none is named yet")
		.action(async (flags) => done(await (await import("./broker-harden.ts")).brokerHarden(machine, flags)));
	changing(broker.command("backup").description("Copy the broker's files, and read the copies back."))
		.option("--quick", "the configuration alone, without passwords, rights and certificates")
		.option("--prove", "make none, but start a broker with the newest one, in a network of its own")
		.action(async (flags) => done(await (await import("./broker-backup.ts")).brokerBackup(machine, flags)));
	changing(broker.command("rollback").description("Put the broker's files back as they were in a backup."))
		.option("--list", "list the backups, oldest first")
		.option("--to <backup>", "this one; without it the newest")
		.action(async (flags) => done(await (await import("./broker-backup.ts")).brokerRollback(machine, flags)));
	common(changing(broker.command("rotate").description("Give the app's user a new password; nothing is started anew.")))
		.option("--password-to <file>", "write a copy for a password manager to this file of mode 600")
		.option("--older-than <days>", "only where the password is as old as this, such as 90d; for a timer", days)
		.action(async (flags) => done(await (await import("./broker-rotate.ts")).brokerRotate(machine, flags)));
	common(changing(broker.command("acl").description("Print the access rules that this app needs, or apply them.")))
		.option("--write <file>", "write them to this file instead")
		.option("--home-assistant <user>", "rules for Home Assistant's own user as well")
		.option("--device <user=prefix>", "and for a device with topics of its own; may be repeated", device)
		.option("--all <user>", "and for one who may do everything; may be repeated", several)
		.option("--apply", "put them into force, and prove them")
		.option("--leave-without-rights", "though users who have a login and no rule may do nothing then")
		.action(async (flags) => done(await (await import("./broker-acl.ts")).brokerAcl(machine, flags)));
	changing(broker.command("tls").description("Give the broker certificates of its own, and a port that speaks TLS."))
		.option("--name <name>", "a name or address by which clients call it; may be repeated", certificateName)
		.option("--port <port>", "the port that speaks TLS; without it 8883", port)
		.option("--address <address>", "on this address alone", address)
		.option("--only", "and no other port on the network")
		.option("--renew", "only what ends within 30 days or lacks a name of this machine; for a timer")
		.option("--client <name>", "a certificate for this client; may be repeated", clientName)
		.option("--require-client-certificate", "let nobody in at that port without one")
		.option("--ca-to <file>", "copy the authority to this file, for the clients")
		.action(async (flags) => done(await (await import("./broker-tls.ts")).brokerTls(machine, flags)));
	common(
		broker
			.command("guide")
			.description("What to set in Home Assistant's own broker, word by word, and what is proven."),
	)
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./broker-guide.ts")).brokerGuide(machine, flags)));
	common(broker.command("verify").description("Measure the whole checklist of the guide; changes nothing."))
		.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
		.option("--backups <folder>", "where the files are kept as they were", BACKUPS)
		.option("--keep <file>", "keep the report as JSON, to compare with later")
		.option("--page <file>", "write it as a page to print")
		.option("--compare <file>", "say what is another than in a report that was kept")
		.option("--again-in <days>", "say how to run it again after so many days, such as 7d", days)
		.option("--json", "the report as JSON")
		.action(async (flags) => done(await (await import("./broker-verify.ts")).brokerVerify(machine, flags)));
	const user = broker.command("user").description("Who has a login at the broker.");
	changing(user.command("add <name>").description("Make a user, or give one a new password."))
		.option("--password-to <file>", "write the new password to this file of mode 600 instead of showing it")
		.option("--password-from <file>", "take the first line of this file as the password")
		.action(async (name, flags) => done(await (await import("./broker-user.ts")).brokerUserAdd(machine, name, flags)));
	changing(user.command("remove <name>").description("Take a user's login away.")).action(async (name, flags) =>
		done(await (await import("./broker-user.ts")).brokerUserRemove(machine, name, flags)),
	);
	changing(user.command("list").description("List who has a login.")).action(async (flags) =>
		done(await (await import("./broker-user.ts")).brokerUserList(machine, flags)),
	);
	root.action(() => {
		complain(machine, root.helpInformation());
		done(USAGE);
	});
	return root;
}

/** Where the broker's files are kept as they were. */
export const BACKUPS = "/var/backups/solar-heating/broker";

function port(text: string): number {
	const n = Number(text);
	if (!/^\d+$/.test(text) || n > 65535) throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
	return n;
}

function address(text: string): string {
	if (isIP(text) === 0) throw new InvalidArgumentError("Give an IP address, such as 172.30.32.2.");
	return text;
}

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

function device(text: string, before: readonly { readonly user: string; readonly prefix: string }[] = []) {
	const [, user, prefix] = /^([^=]+)=(.+)$/.exec(text) ?? [];
	if (user === undefined || prefix === undefined) throw new InvalidArgumentError("Give USER=PREFIX.");
	return [...before, { user, prefix }];
}

function certificateName(text: string, before: readonly string[] = []): readonly string[] {
	const flaw = certificateNameFlaw(text);
	if (flaw !== undefined) throw new InvalidArgumentError(flaw);
	return [...before, text];
}

function clientName(text: string, before: readonly string[] = []): readonly string[] {
	if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(text))
		throw new InvalidArgumentError("Give a name of letters, digits, dots, - and _, at most 63.");
	return [...before, text];
}

/** ms since 1970. */
function moment(text: string): number {
	const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
	if (count !== undefined) return Date.now() - Number(count) * (unit === "d" ? 86_400_000 : 3_600_000);
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(at))
		throw new InvalidArgumentError("Give a day such as 2026-07-01, a time in ISO 8601, or 7d or 12h.");
	return at;
}

function release(text: string): "2.0" | "2.1" {
	if (text !== "2.0" && text !== "2.1") throw new InvalidArgumentError("Give 2.0 or 2.1.");
	return text;
}

function positive(text: string): number {
	const n = Number(text);
	if (!(n > 0 && n <= 100_000)) throw new InvalidArgumentError("Give a number above 0, at most 100000.");
	return n;
}

function days(text: string): number {
	return positive(text.replace(/d$/, ""));
}

function listener(text: string, before: readonly Listener[] = []): readonly Listener[] {
	const found = listenerIn(text);
	if (found === undefined) throw new InvalidArgumentError("Give HOST:PORT, or HOST:PORT/tls.");
	return [...before, found];
}
