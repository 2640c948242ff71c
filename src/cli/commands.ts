import {
	address,
	dayOfYear,
	draws,
	hostNames,
	listener,
	litres,
	moment,
	place,
	port,
	positive,
	seed,
} from "./arguments.ts";
import { APP, type Declared, option } from "./declared.ts";

const JSON_RESULT = option("--json", "help.json");

/** The commands for the app, in the order of the help. Those for a broker are in `broker/program-broker.ts`. */
export const COMMANDS: readonly Declared[] = [
	{
		name: "run",
		says: "help.run",
		options: [
			...APP,
			option("--http-port <port>", "help.http_port").argParser(port).default(8099),
			option("--http-host <address>", "help.http_host").default("127.0.0.1"),
			option("--http-names <names>", "help.http_names").argParser(hostNames),
			option("--ingress-peer <address>", "help.ingress_peer").argParser(address),
			option("--speed <n>", "help.run_speed").argParser(positive).default(1),
			option("--json", "help.run_json"),
		],
		runs: async (machine, flags) => (await import("#app/run.ts")).run(machine, flags),
	},
	{
		name: "demo",
		says: "help.demo",
		options: [
			option("--options <file>", "help.demo_options"),
			option("--speed <n>", "help.demo_speed").argParser(positive).default(60),
			option("--port <port>", "help.demo_port").argParser(port).default(0),
			option("--minutes <n>", "help.demo_minutes").argParser(positive),
			option("--data <folder>", "help.demo_data"),
			option("--json", "help.demo_json"),
		],
		runs: async (machine, flags) => (await import("#demo/demo.ts")).demo(machine, flags),
	},
	{
		name: "check",
		says: "help.check",
		options: [
			...APP,
			JSON_RESULT,
			option("--listener <host:port[/tls]|ws://…|wss://…>", "help.check_listener").argParser(listener),
			option("--thorough", "help.check_thorough"),
			option("--second-login <file>", "help.check_second_login"),
		],
		runs: async (machine, flags) => (await import("./app/check/check.ts")).check(machine, flags),
	},
	{
		name: "read",
		says: "help.read",
		options: [...APP, option("--discover", "help.read_discover"), option("--broker", "help.read_broker"), JSON_RESULT],
		runs: async (machine, { discover, ...flags }) =>
			discover || flags.broker
				? (await import("./app/hardware/discover.ts")).discover(machine, flags)
				: (await import("./app/hardware/read.ts")).read(machine, flags),
	},
	{
		name: "rest",
		says: "help.rest",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/hardware/rest.ts")).rest(machine, flags),
	},
	{
		name: "silence-test",
		says: "help.silence_test",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/hardware/silence-test.ts")).silenceTest(machine, flags),
	},
	{
		name: "explain",
		says: "help.explain",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/explain.ts")).explain(machine, flags),
	},
	{
		name: "energy",
		says: "help.energy",
		options: [
			...APP,
			option("--days <n>", "help.energy_days").argParser(positive),
			option("--months", "help.energy_months"),
			option("--years", "help.energy_years"),
			option("--csv", "help.energy_csv"),
			JSON_RESULT,
		],
		runs: async (machine, flags) => (await import("./app/energy/energy.ts")).energy(machine, flags),
	},
	{
		name: "options",
		says: "help.options",
		options: [...APP, JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/options.ts")).showOptions(machine, flags),
		commands: [
			{
				name: "set <key> <value>",
				says: "help.options_set",
				options: [...APP, JSON_RESULT],
				runs: async (machine, key, value, _flags, command) =>
					(await import("./app/options.ts")).setOption(machine, key, value, command.optsWithGlobals()),
			},
			{
				name: "check",
				says: "help.options_check",
				options: [...APP, JSON_RESULT],
				runs: async (machine, _flags, command) =>
					(await import("./app/options.ts")).checkOptions(machine, command.optsWithGlobals()),
			},
		],
	},
	{
		name: "page",
		says: "help.page",
		options: [...APP, option("--show-password", "help.page_password"), JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/page.ts")).page(machine, flags),
		commands: [
			{
				name: "set-password",
				says: "help.page_set_password",
				options: APP,
				runs: async (machine, _flags, command) =>
					(await import("./app/set-password.ts")).setPassword(machine, command.optsWithGlobals()),
			},
		],
	},
	{
		name: "dashboard",
		says: "help.dashboard",
		options: [...APP, option("--card <file>", "help.dashboard_card"), JSON_RESULT],
		runs: async (machine, flags) => (await import("./app/dashboard.ts")).dashboard(machine, flags),
	},
	{
		name: "import",
		says: "help.import",
		argument: ["[file]", "help.import_file"],
		options: [
			option("--out <file>", "help.import_out"),
			option("--broker", "help.import_broker"),
			option("--remove", "help.import_remove"),
			option("--data <folder>", "help.data"),
			JSON_RESULT,
		],
		runs: async (machine, file, flags) => (await import("./app/data/import.ts")).importFormer(machine, file, flags),
	},
	{
		name: "backup",
		says: "help.backup",
		argument: ["[file]", "help.backup_file"],
		options: [
			...APP,
			option("--prepare", "help.backup_prepare"),
			option("--finish", "help.backup_finish"),
			JSON_RESULT,
		],
		runs: async (machine, file, flags) => (await import("./app/data/backup.ts")).backup(machine, file, flags),
	},
	{
		name: "restore",
		says: "help.restore",
		argument: ["<file>", "help.restore_file"],
		options: APP,
		runs: async (machine, file, flags) => (await import("./app/data/restore.ts")).restore(machine, file, flags),
	},
	{
		name: "audit-trail",
		says: "help.audit_trail",
		options: [
			...APP,
			option("--since <when>", "help.trail_since").argParser(moment),
			option("--verify", "help.trail_verify"),
			option("--head <hash>", "help.trail_head"),
			option("--json", "help.trail_json"),
		],
		runs: async (machine, flags) => (await import("./app/data/audit-trail.ts")).auditTrail(machine, flags),
	},
	{
		name: "soak",
		says: "help.soak",
		options: [...APP, option("--minutes <n>", "help.soak_minutes").argParser(positive).default(10), JSON_RESULT],
		runs: async (machine, flags) => (await import("./soak/soak.ts")).soak(machine, flags),
	},
	{
		name: "simulate",
		says: "help.simulate",
		options: [
			...APP,
			option("--days <n>", "help.simulate_days").argParser(positive).makeOptionMandatory(),
			option("--site <place>", "help.simulate_site").argParser(place),
			option("--from <day>", "help.simulate_from").argParser(dayOfYear).default(1),
			option("--draws <profile>", "help.simulate_draws").argParser(draws).default("family"),
			option("--litres <n>", "help.simulate_litres").argParser(litres),
			option("--seed <n>", "help.simulate_seed").argParser(seed).default(1),
			option("--turn <s>", "help.simulate_turn").argParser(positive).default(30),
			option("--weather <file>", "help.simulate_weather"),
			option("--faults <file>", "help.simulate_faults"),
			option("--compare <file>", "help.simulate_compare"),
			option("--html <file>", "help.simulate_html"),
			JSON_RESULT,
		],
		runs: async (machine, flags) => (await import("./app/simulate/simulate.ts")).simulate(machine, flags),
	},
	{
		name: "replay",
		says: "help.replay",
		options: [
			...APP,
			option("--readings <file.csv>", "help.replay_readings"),
			option("--history <days>", "help.replay_history").argParser(positive),
			option("--compare <file>", "help.replay_compare"),
		],
		runs: async (machine, flags) => {
			const { nothingToReplay, replay } = await import("./app/replay/replay.ts");
			const given = flags.readings !== undefined || flags.history !== undefined;
			return given ? replay(machine, flags) : nothingToReplay(machine);
		},
	},
];
