import { BACKUPS } from "#app/broker/folder.ts";
import { address, port } from "../arguments.ts";
import { APP, type Declared, option } from "../declared.ts";
import { certificateName, clientName, days, device, release, several } from "./arguments.ts";

const CONFIG = option("--config <file>", "Mosquitto's configuration; without it /etc/mosquitto/mosquitto.conf");
const LOG = option("--log <file>", "its log; without it what its configuration says");
const KEPT = option("--backups <folder>", "where the files are kept as they were").default(BACKUPS);
const RESTART = option("--restart-with <command>", "how the broker is started anew; without it systemctl or service");
const JSON_RESULT = option("--json", "the result as JSON");

/** Options of commands that change the broker's files. */
const CHANGING = [
	CONFIG,
	KEPT,
	RESTART,
	option("--dry-run", "show what would change, try it, and change nothing"),
	JSON_RESULT,
];
/** Options of commands that record a change in the app's audit trail and need nothing else of the app. */
const ALONE = [...CHANGING, option("--data <folder>", "the app's data folder, where its audit trail is kept")];

/** The commands for a broker, in the order of the help. */
export const BROKER_COMMANDS: readonly Declared[] = [
	{
		name: "watch",
		says: "Follow the broker's log, and raise an alarm when somebody tries something.",
		options: [
			...APP,
			CONFIG,
			LOG,
			option("--topic", "over MQTT with the app's login, where the broker has `log_dest topic`"),
			option("--once", "read the whole log once, and report; exit 1 where there is an alarm"),
			option("--release <release>", "which Mosquitto wrote it, where neither log nor program say so").argParser(
				release,
			),
			option("--security-log <file>", "add each alarm as a line of JSON to this file of mode 600"),
			option("--json", "alarms as JSON lines, then the figures"),
		],
		runs: async (machine, flags) => (await import("./log/watch.ts")).brokerWatch(machine, flags),
	},
	{
		name: "fail2ban",
		says: "Print a filter and a jail with which fail2ban shuts out who guesses passwords.",
		options: [
			CONFIG,
			LOG,
			option("--release <release>", "which Mosquitto it is for; without it the one that is installed").argParser(
				release,
			),
			option("--write <folder>", "write them to this folder, such as /etc/fail2ban, instead"),
			option("--apply", "have the broker log what they need, and try it; it is started anew"),
			option("--backups <folder>", "where its files are kept as they were").default(BACKUPS),
			RESTART,
			option("--dry-run", "show what --apply would change, try it, and change nothing"),
		],
		runs: async (machine, flags) => (await import("./log/fail2ban.ts")).brokerFail2ban(machine, flags),
	},
	{
		name: "harden",
		says: "Let nobody in without a login, on any listener; keep a log.",
		options: [
			...ALONE,
			option("--port <port>", "the port to listen on, where none is named yet").argParser(port).default(1883),
			option("--address <address>", "on this address alone, where none is named yet").argParser(address),
		],
		runs: async (machine, flags) => (await import("./change/harden.ts")).brokerHarden(machine, flags),
	},
	{
		name: "backup",
		says: "Copy the broker's files, and read the copies back.",
		options: [
			...CHANGING,
			option("--quick", "the configuration alone, without passwords, rights and certificates"),
			option("--prove", "make none, but start a broker with the newest one, in a network of its own"),
		],
		runs: async (machine, flags) => (await import("./change/backup.ts")).brokerBackup(machine, flags),
	},
	{
		name: "rollback",
		says: "Put the broker's files back as they were in a backup.",
		options: [
			...ALONE,
			option("--list", "list the backups, oldest first"),
			option("--to <backup>", "this one; without it the newest"),
			option("--overwrite", "also files that somebody changed since, which are kept in a backup"),
			option("--forget", "change no file, but forget a change that was broken off and cannot be put back"),
		],
		runs: async (machine, flags) => (await import("./change/backup.ts")).brokerRollback(machine, flags),
	},
	{
		name: "rotate",
		says: "Give the app's user a new password; nothing is started anew.",
		options: [
			...CHANGING,
			...APP,
			option("--password-to <file>", "write a copy for a password manager to this file of mode 600"),
			option("--older-than <days>", "only where the password is as old as this, such as 90d; for a timer").argParser(
				days,
			),
		],
		runs: async (machine, flags) => (await import("./login/rotate.ts")).brokerRotate(machine, flags),
	},
	{
		name: "acl",
		says: "Print the access rules that this app needs, or apply them.",
		options: [
			...CHANGING,
			...APP,
			option("--write <file>", "write them to this file instead"),
			option("--home-assistant <user>", "rules for Home Assistant's own user as well"),
			option("--device <user=prefix>", "and for a device with topics of its own; may be repeated").argParser(device),
			option("--all <user>", "and for one who may do everything; may be repeated").argParser(several),
			option("--apply", "put them into force, and prove them"),
			option("--leave-without-rights", "though users who have a login and no rule may do nothing then"),
		],
		runs: async (machine, flags) => (await import("./acl/acl.ts")).brokerAcl(machine, flags),
	},
	{
		name: "tls",
		says: "Give the broker certificates of its own, and a port that speaks TLS.",
		options: [
			...ALONE,
			option("--name <name>", "a name or address by which clients call it; may be repeated").argParser(certificateName),
			option("--port <port>", "the port that speaks TLS; without it 8883").argParser(port),
			option("--address <address>", "on this address alone").argParser(address),
			option("--only", "and no other port on the network"),
			option("--renew", "only what ends within 30 days or lacks a name of this machine; for a timer"),
			option("--client <name>", "a certificate for this client; may be repeated").argParser(clientName),
			option("--require-client-certificate", "let nobody in at that port without one"),
			option(
				"--no-require-client-certificate",
				"let people in there without one again; a login is asked for as before",
			),
			option("--ca-to <file>", "copy the authority to this file, for the clients"),
		],
		runs: async (machine, flags) => (await import("./change/tls.ts")).brokerTls(machine, flags),
	},
	{
		name: "guide",
		says: "What to set in Home Assistant's own broker, word by word, and what is proven.",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./guide.ts")).brokerGuide(machine, flags),
	},
	{
		name: "verify",
		says: "Measure the whole checklist of the guide; changes nothing.",
		options: [
			...APP,
			CONFIG,
			KEPT,
			option("--keep <file>", "keep the report as JSON, to compare with later"),
			option("--page <file>", "write it as a page to print"),
			option("--compare <file>", "say what is another than in a report that was kept"),
			option("--again-in <days>", "say how to run it again after so many days, such as 7d").argParser(days),
			option("--json", "the report as JSON"),
		],
		runs: async (machine, flags) => (await import("./verify/verify.ts")).brokerVerify(machine, flags),
	},
	{
		name: "user",
		says: "Who has a login at the broker.",
		commands: [
			{
				name: "add <name>",
				says: "Make a user, or give one a new password.",
				options: [
					...ALONE,
					option("--password-to <file>", "write the new password to this file of mode 600 instead of showing it"),
					option("--password-from <file>", "take the first line of this file as the password"),
				],
				runs: async (machine, name, flags) => (await import("./login/user.ts")).brokerUserAdd(machine, name, flags),
			},
			{
				name: "remove <name>",
				says: "Take a user's login away.",
				options: ALONE,
				runs: async (machine, name, flags) => (await import("./login/user.ts")).brokerUserRemove(machine, name, flags),
			},
			{
				name: "list",
				says: "List who has a login.",
				options: CHANGING,
				runs: async (machine, flags) => (await import("./login/user.ts")).brokerUserList(machine, flags),
			},
		],
	},
];
