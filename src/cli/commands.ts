import { address, listener, moment, port, positive } from "./arguments.ts";
import { APP, type Declared, option } from "./declared.ts";

const JSON_RESULT = option("--json", "the result as JSON");

/** The commands for the app, in the order of the help. Those for a broker are in `broker/program-broker.ts`. */
export const COMMANDS: readonly Declared[] = [
	{
		name: "run",
		says: "Run the controller.",
		options: [
			...APP,
			option("--http-port <port>", "the page, its API and GET /healthz; 0 for not at all")
				.argParser(port)
				.default(8099),
			option("--http-host <address>", "on this address").default("127.0.0.1"),
			option("--ingress-peer <address>", "only this address gets the page, and needs no login").argParser(address),
			option("--speed <n>", "a simulated plant may live faster: seconds that pass in one")
				.argParser(positive)
				.default(1),
			option("--json", "log as JSON lines; the default when nobody looks"),
		],
		runs: async (machine, flags) => (await import("#app/run.ts")).run(machine, flags),
	},
	{
		name: "demo",
		says: "Run everything without hardware: a broker with a login, a simulated plant, a live table.",
		options: [
			option("--speed <n>", "seconds that pass in one").argParser(positive).default(60),
			option("--port <port>", "the broker's port; 0 for any free one").argParser(port).default(0),
			option("--minutes <n>", "stop by itself after so many minutes").argParser(positive),
			option("--data <folder>", "keep settings here instead of in a folder that is thrown away"),
			option("--json", "print one line of JSON with the login once all is up, and no table"),
		],
		runs: async (machine, flags) => (await import("#demo/demo.ts")).demo(machine, flags),
	},
	{
		name: "check",
		says: "Check options, broker, login and rights; a line each, with what to do.",
		options: [
			...APP,
			JSON_RESULT,
			option(
				"--listener <host:port[/tls]|ws://…|wss://…>",
				"another port of the broker where strangers must be refused",
			).argParser(listener),
			option(
				"--thorough",
				"try strangers in every way, also from another machine, which a firewall may shut out for it",
			),
			option("--second-login <file>", "another user's name and password, a line each: can it take our client id?"),
		],
		runs: async (machine, flags) => (await import("./app/check/check.ts")).check(machine, flags),
	},
	{
		name: "read",
		says: "Read every sensor and output once.",
		options: [
			...APP,
			option("--discover", "list the sensors that are there, whether the options name them or not"),
			JSON_RESULT,
		],
		runs: async (machine, { discover, ...flags }) =>
			discover
				? (await import("./app/discover.ts")).discover(machine, flags)
				: (await import("./app/read.ts")).read(machine, flags),
	},
	{
		name: "rest",
		says: "Drive every output to its rest position, and verify it.",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/rest.ts")).rest(machine, flags),
	},
	{
		name: "explain",
		says: "Say why each output is as it is, from the running controller.",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/explain.ts")).explain(machine, flags),
	},
	{
		name: "page",
		says: "Say where the page of the running controller is, and how to log in there.",
		options: [...APP, option("--show-password", "print the password too"), JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/page.ts")).page(machine, flags),
	},
	{
		name: "backup",
		says: "Put settings, counters, history and installation id into one file.",
		argument: ["[file]", "written anew; only its owner may read it"],
		options: [
			...APP,
			option("--prepare", "put a copy that is whole beside the database, before the data folder is backed up"),
			option("--finish", "take that copy away again"),
			JSON_RESULT,
		],
		runs: async (machine, file, flags) => (await import("./app/backup.ts")).backup(machine, file, flags),
	},
	{
		name: "restore",
		says: "Put a backup in place of what is kept, while no controller runs.",
		argument: ["<file>", "what `backup` wrote, or a database that was set aside"],
		options: APP,
		runs: async (machine, file, flags) => (await import("./app/restore.ts")).restore(machine, file, flags),
	},
	{
		name: "audit-trail",
		says: "Print who changed what and when, and prove that nobody changed that.",
		options: [
			...APP,
			option("--since <when>", "from then on: 2026-07-01, 2026-07-01T12:00:00Z, or 7d, 12h").argParser(moment),
			option("--verify", "follow the chain through every entry; exit 1 where it does not hold"),
			option("--head <hash>", "and say whether a hash that was noted elsewhere is part of it"),
			option("--json", "a line of JSON for each entry, or the proof as JSON"),
		],
		runs: async (machine, flags) => (await import("./app/audit-trail.ts")).auditTrail(machine, flags),
	},
	{
		name: "soak",
		says: "Watch the running controller and its broker for a while, and judge them.",
		options: [...APP, option("--minutes <n>", "how long").argParser(positive).default(10), JSON_RESULT],
		runs: async (machine, flags) => (await import("./soak/soak.ts")).soak(machine, flags),
	},
	{
		name: "replay",
		says: "Feed a table of readings through the control core; a line of JSON per turn.",
		options: [
			...APP,
			option(
				"--readings <file.csv>",
				"header `time` and a sensor id per column; an empty cell is a failed read; `intent` may hold an intent as JSON",
			).makeOptionMandatory(),
		],
		runs: async (machine, flags) => (await import("./app/replay/replay.ts")).replay(machine, flags),
	},
];
