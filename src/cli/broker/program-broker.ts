import { type Command, InvalidArgumentError } from "commander";
import { BACKUPS } from "#app/broker/folder.ts";
import type { Machine } from "#app/machine.ts";
import { type Release, releaseOfVersion } from "#broker/log/read/release.ts";
import { isCertificateName } from "#broker/tls/certificate-name.ts";
import { address, port, positive } from "../arguments.ts";

export interface Composing {
	/** The command that they go under. */
	readonly broker: Command;
	readonly machine: Machine;
	readonly done: (code: number) => void;
	/** Adds where the app's options and data are. */
	readonly common: (command: Command) => Command;
}

/** The commands for the broker's side. Each is loaded only when it is asked for. */
export function brokerCommands({ broker, machine, done, common }: Composing): void {
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
		.action(async (flags) => done(await (await import("./log/watch.ts")).brokerWatch(machine, flags)));
	broker
		.command("fail2ban")
		.description("Print a filter and a jail with which fail2ban shuts out who guesses passwords.")
		.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
		.option("--log <file>", "its log; without it what its configuration says")
		.option("--release <release>", "which Mosquitto it is for; without it the one that is installed", release)
		.option("--write <folder>", "write them to this folder, such as /etc/fail2ban, instead")
		.option("--apply", "have the broker log what they need, and try it; it is started anew")
		.option("--backups <folder>", "where its files are kept as they were", BACKUPS)
		.option("--restart-with <command>", "how the broker is started anew; without it systemctl or service")
		.option("--dry-run", "show what --apply would change, try it, and change nothing")
		.action(async (flags) => done(await (await import("./log/fail2ban.ts")).brokerFail2ban(machine, flags)));
	const changing = (c: Command) =>
		c
			.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
			.option("--backups <folder>", "where the files are kept as they were", BACKUPS)
			.option("--restart-with <command>", "how the broker is started anew; without it systemctl or service")
			.option("--dry-run", "show what would change, try it, and change nothing")
			.option("--json", "the result as JSON");
	/** A change that is written down in the app's audit trail, by commands that need nothing else of the app. */
	const alone = (c: Command) =>
		changing(c).option("--data <folder>", "the app's data folder, where its audit trail is kept");
	alone(broker.command("harden").description("Let nobody in without a login, on any listener; keep a log."))
		.option("--port <port>", "the port to listen on, where none is named yet", port, 1883)
		.option("--address <address>", "on this address alone, where none is named yet", address)
		.action(async (flags) => done(await (await import("./change/harden.ts")).brokerHarden(machine, flags)));
	changing(broker.command("backup").description("Copy the broker's files, and read the copies back."))
		.option("--quick", "the configuration alone, without passwords, rights and certificates")
		.option("--prove", "make none, but start a broker with the newest one, in a network of its own")
		.action(async (flags) => done(await (await import("./change/backup.ts")).brokerBackup(machine, flags)));
	alone(broker.command("rollback").description("Put the broker's files back as they were in a backup."))
		.option("--list", "list the backups, oldest first")
		.option("--to <backup>", "this one; without it the newest")
		.option("--overwrite", "also files that somebody changed since, which are kept in a backup")
		.option("--forget", "change no file, but forget a change that was broken off and cannot be put back")
		.action(async (flags) => done(await (await import("./change/backup.ts")).brokerRollback(machine, flags)));
	common(changing(broker.command("rotate").description("Give the app's user a new password; nothing is started anew.")))
		.option("--password-to <file>", "write a copy for a password manager to this file of mode 600")
		.option("--older-than <days>", "only where the password is as old as this, such as 90d; for a timer", days)
		.action(async (flags) => done(await (await import("./login/rotate.ts")).brokerRotate(machine, flags)));
	common(changing(broker.command("acl").description("Print the access rules that this app needs, or apply them.")))
		.option("--write <file>", "write them to this file instead")
		.option("--home-assistant <user>", "rules for Home Assistant's own user as well")
		.option("--device <user=prefix>", "and for a device with topics of its own; may be repeated", device)
		.option("--all <user>", "and for one who may do everything; may be repeated", several)
		.option("--apply", "put them into force, and prove them")
		.option("--leave-without-rights", "though users who have a login and no rule may do nothing then")
		.action(async (flags) => done(await (await import("./acl/acl.ts")).brokerAcl(machine, flags)));
	alone(broker.command("tls").description("Give the broker certificates of its own, and a port that speaks TLS."))
		.option("--name <name>", "a name or address by which clients call it; may be repeated", certificateName)
		.option("--port <port>", "the port that speaks TLS; without it 8883", port)
		.option("--address <address>", "on this address alone", address)
		.option("--only", "and no other port on the network")
		.option("--renew", "only what ends within 30 days or lacks a name of this machine; for a timer")
		.option("--client <name>", "a certificate for this client; may be repeated", clientName)
		.option("--require-client-certificate", "let nobody in at that port without one")
		.option("--no-require-client-certificate", "let people in there without one again; a login is asked for as before")
		.option("--ca-to <file>", "copy the authority to this file, for the clients")
		.action(async (flags) => done(await (await import("./change/tls.ts")).brokerTls(machine, flags)));
	common(
		broker
			.command("guide")
			.description("What to set in Home Assistant's own broker, word by word, and what is proven."),
	)
		.option("--json", "the result as JSON")
		.action(async (flags) => done(await (await import("./guide.ts")).brokerGuide(machine, flags)));
	common(broker.command("verify").description("Measure the whole checklist of the guide; changes nothing."))
		.option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf")
		.option("--backups <folder>", "where the files are kept as they were", BACKUPS)
		.option("--keep <file>", "keep the report as JSON, to compare with later")
		.option("--page <file>", "write it as a page to print")
		.option("--compare <file>", "say what is another than in a report that was kept")
		.option("--again-in <days>", "say how to run it again after so many days, such as 7d", days)
		.option("--json", "the report as JSON")
		.action(async (flags) => done(await (await import("./verify/verify.ts")).brokerVerify(machine, flags)));
	const user = broker.command("user").description("Who has a login at the broker.");
	alone(user.command("add <name>").description("Make a user, or give one a new password."))
		.option("--password-to <file>", "write the new password to this file of mode 600 instead of showing it")
		.option("--password-from <file>", "take the first line of this file as the password")
		.action(async (name, flags) => done(await (await import("./login/user.ts")).brokerUserAdd(machine, name, flags)));
	alone(user.command("remove <name>").description("Take a user's login away.")).action(async (name, flags) =>
		done(await (await import("./login/user.ts")).brokerUserRemove(machine, name, flags)),
	);
	changing(user.command("list").description("List who has a login.")).action(async (flags) =>
		done(await (await import("./login/user.ts")).brokerUserList(machine, flags)),
	);
}

export { BACKUPS };

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

function device(text: string, before: readonly { readonly user: string; readonly prefix: string }[] = []) {
	const [, user, prefix] = /^([^=]+)=(.+)$/.exec(text) ?? [];
	if (user === undefined || prefix === undefined) throw new InvalidArgumentError("Give USER=PREFIX.");
	return [...before, { user, prefix }];
}

function certificateName(text: string, before: readonly string[] = []): readonly string[] {
	if (!isCertificateName(text)) throw new InvalidArgumentError("Give a host name or an IP address.");
	return [...before, text];
}

function clientName(text: string, before: readonly string[] = []): readonly string[] {
	if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(text))
		throw new InvalidArgumentError("Give a name of letters, digits, dots, - and _, at most 63.");
	return [...before, text];
}

function release(text: string): Release {
	const named = releaseOfVersion(text);
	if (named === undefined || named === "1.6")
		throw new InvalidArgumentError("Give the release, such as 2.0.11, 2.0.21 or 2.1.2.");
	return named;
}

function days(text: string): number {
	return positive(text.replace(/d$/, ""));
}
