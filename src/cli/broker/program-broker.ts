import { BACKUPS } from "#app/broker/folder.ts";
import { address, port } from "../arguments.ts";
import { APP, type Declared, option } from "../declared.ts";
import { certificateName, clientName, days, device, release, several } from "./arguments.ts";
import { wordIn } from "./change/words.ts";

const CONFIG = option("--config <file>", "help.config");
const LOG = option("--log <file>", "help.log");
const KEPT = option("--backups <folder>", "help.backups").default(BACKUPS);
const RESTART = option("--restart-with <command>", "help.restart_with");
const JSON_RESULT = option("--json", "help.json");

/** Options of commands that change the broker's files. */
const CHANGING = [CONFIG, KEPT, RESTART, option("--dry-run", "help.dry_run"), JSON_RESULT];
/** Options of commands that record a change in the app's audit trail and need nothing else of the app. */
const ALONE = [...CHANGING, option("--data <folder>", "help.trail_data")];

/** What the help of these commands says. */
export const brokerHelp = wordIn;

/** The commands for a broker, in the order of the help. */
export const BROKER_COMMANDS: readonly Declared[] = [
	{
		name: "watch",
		says: "help.watch",
		options: [
			...APP,
			CONFIG,
			LOG,
			option("--topic", "help.topic"),
			option("--once", "help.once"),
			option("--release <release>", "help.log_release").argParser(release),
			option("--security-log <file>", "help.security_log"),
			option("--json", "help.watch_json"),
		],
		runs: async (machine, flags) => (await import("./log/watch.ts")).brokerWatch(machine, flags),
	},
	{
		name: "fail2ban",
		says: "help.fail2ban",
		options: [
			CONFIG,
			LOG,
			option("--release <release>", "help.filter_release").argParser(release),
			option("--write <folder>", "help.fail2ban_write"),
			option("--apply", "help.fail2ban_apply"),
			option("--backups <folder>", "help.backups").default(BACKUPS),
			RESTART,
			option("--dry-run", "help.fail2ban_dry_run"),
		],
		runs: async (machine, flags) => (await import("./log/fail2ban.ts")).brokerFail2ban(machine, flags),
	},
	{
		name: "harden",
		says: "help.harden",
		options: [
			...ALONE,
			option("--port <port>", "help.harden_port").argParser(port).default(1883),
			option("--address <address>", "help.harden_address").argParser(address),
		],
		runs: async (machine, flags) => (await import("./change/harden.ts")).brokerHarden(machine, flags),
	},
	{
		name: "backup",
		says: "help.copy",
		options: [...CHANGING, option("--quick", "help.copy_quick"), option("--prove", "help.copy_prove")],
		runs: async (machine, flags) => (await import("./change/backup.ts")).brokerBackup(machine, flags),
	},
	{
		name: "rollback",
		says: "help.rollback",
		options: [
			...ALONE,
			option("--list", "help.rollback_list"),
			option("--to <backup>", "help.rollback_to"),
			option("--overwrite", "help.rollback_overwrite"),
			option("--forget", "help.rollback_forget"),
		],
		runs: async (machine, flags) => (await import("./change/backup.ts")).brokerRollback(machine, flags),
	},
	{
		name: "rotate",
		says: "help.rotate",
		options: [
			...CHANGING,
			...APP,
			option("--password-to <file>", "help.rotate_copy"),
			option("--older-than <days>", "help.rotate_older").argParser(days),
		],
		runs: async (machine, flags) => (await import("./login/rotate.ts")).brokerRotate(machine, flags),
	},
	{
		name: "acl",
		says: "help.acl",
		options: [
			...CHANGING,
			...APP,
			option("--write <file>", "help.acl_write"),
			option("--home-assistant <user>", "help.acl_home_assistant"),
			option("--device <user=prefix>", "help.acl_device").argParser(device),
			option("--all <user>", "help.acl_all").argParser(several),
			option("--apply", "help.acl_apply"),
			option("--leave-without-rights", "help.acl_leave"),
		],
		runs: async (machine, flags) => (await import("./acl/acl.ts")).brokerAcl(machine, flags),
	},
	{
		name: "tls",
		says: "help.tls",
		options: [
			...ALONE,
			option("--name <name>", "help.tls_name").argParser(certificateName),
			option("--port <port>", "help.tls_port").argParser(port),
			option("--address <address>", "help.tls_address").argParser(address),
			option("--only", "help.tls_only"),
			option("--renew", "help.tls_renew"),
			option("--client <name>", "help.tls_client").argParser(clientName),
			option("--require-client-certificate", "help.tls_require"),
			option("--no-require-client-certificate", "help.tls_no_require"),
			option("--ca-to <file>", "help.tls_ca"),
		],
		runs: async (machine, flags) => (await import("./change/tls.ts")).brokerTls(machine, flags),
	},
	{
		name: "guide",
		says: "help.guide",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./guide.ts")).brokerGuide(machine, flags),
	},
	{
		name: "verify",
		says: "help.verify",
		options: [
			...APP,
			CONFIG,
			KEPT,
			option("--keep <file>", "help.verify_keep"),
			option("--page <file>", "help.verify_page"),
			option("--compare <file>", "help.verify_compare"),
			option("--again-in <days>", "help.verify_again").argParser(days),
			option("--json", "help.verify_json"),
		],
		runs: async (machine, flags) => (await import("./verify/verify.ts")).brokerVerify(machine, flags),
	},
	{
		name: "user",
		says: "help.user",
		commands: [
			{
				name: "add <name>",
				says: "help.user_add",
				options: [
					...ALONE,
					option("--password-to <file>", "help.user_to"),
					option("--password-from <file>", "help.user_from"),
				],
				runs: async (machine, name, flags) => (await import("./login/user.ts")).brokerUserAdd(machine, name, flags),
			},
			{
				name: "remove <name>",
				says: "help.user_remove",
				options: ALONE,
				runs: async (machine, name, flags) => (await import("./login/user.ts")).brokerUserRemove(machine, name, flags),
			},
			{
				name: "list",
				says: "help.user_list",
				options: CHANGING,
				runs: async (machine, flags) => (await import("./login/user.ts")).brokerUserList(machine, flags),
			},
		],
	},
];
