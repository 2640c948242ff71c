/**
 * The walls: who may import whom. A row of the table is one rule: a room imports what its row lists and nothing else,
 * be it another room, a package or a module of Node. Each rule is proven able to fail in test/contract/repository/walls.test.ts.
 */
const { existsSync, readdirSync } = require("node:fs");

const folder = (name) => `^src/${name}/`;
const file = (name) => `^src/${name}[.]ts$`;
const npm = (name) => `node_modules/${name}/`;
const discovery = (part) => `^packages/ha-mqtt-discovery/src/${part}`;
/** All that the app may see of its own package; beside it lies what judges messages in tests. */
const messages = discovery("index[.]ts$");
const model = folder("model");
const zod = npm("zod");
/** Modules of Node are resolved to their bare name: `fs`, `fs/promises`. */
const node = "^[a-z_:/]+$";

/** What the compiler alone reads: `import type` and `import("x").T`. */
const forTypes = ["type-only", "type-import"];

const forbid = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });
/** Texts are the lowest room: those of a rule or driver lie beside it, and every room may take their keys as types. */
const words = [
	folder("words"),
	"^src/[^/]+/texts[.]ts$",
	"^src/(?:[^/]+|rules/[^/]+)/[^/]+[.]texts[.]ts$",
	"^src/rules/[^/]+/[^/]+/[^/]+[.]texts[.]ts$",
	"^src/drivers/[^/]+/[^/]+[.]texts[.]ts$",
	"^src/drivers/bus/[^/]+/[^/]+[.]texts[.]ts$",
];
const row = (name, may, comment) =>
	forbid(
		`${name}-imports`,
		comment,
		{ path: folder(name), pathNot: words },
		{ pathNot: [folder(name), ...words, ...may], couldNotResolve: false },
	);

/** From the ground up: a room imports what its row lists, which lies below it. */
const rooms = [
	forbid(
		"words-imports",
		"Texts are data in three languages: they import nothing, so that every room may know their keys.",
		{ path: words },
		{ pathNot: words, couldNotResolve: false },
	),
	row("model", [zod], "The vocabulary stands alone: types and arithmetic that everything else speaks."),
	row("files", [model, node], "Reading and replacing a file is the same everywhere."),
	row("texts", [model], "A sentence is made of a key and facts alone, so that every view says the same."),
	forbid(
		"ha-mqtt-discovery-imports",
		"Home Assistant's discovery knows nothing of heating: it is a package of its own.",
		{ path: discovery("") },
		{ pathNot: [discovery(""), zod], couldNotResolve: false },
	),
	forbid(
		"ha-mqtt-discovery-messages",
		"What makes messages runs in the app, whose start and bundle must not carry the schemas and the judge.",
		{ path: [messages, discovery("message/")] },
		{ path: discovery(""), pathNot: discovery("message/"), dependencyTypesNot: forTypes },
	),
	row("simulation", [model], "Physics only, so that a simulated year needs no clock, no file and no controller."),
	row("control", [model, zod], "The engine knows no rule, driver or entity by name, or each new one would change it."),
	row(
		"rules",
		[model, file("control/rule"), zod],
		"A rule sees a Situation and nothing else, so that it can be tested and replayed anywhere.",
	),
	row(
		"energy",
		[model, file("control/rule"), zod],
		"A counter is a rule without claims: it sees a Situation and nothing else.",
	),
	row(
		"checks",
		[model, file("control/rule"), zod],
		"A check is a rule without claims: it sees a Situation and nothing else.",
	),
	row(
		"drivers",
		[model, folder("simulation"), zod, npm("serialport"), npm("@serialport/[^/]+"), npm("koffi"), node],
		"A driver knows addresses and values, not why they are wanted.",
	),
	row(
		"runtime",
		[model, folder("control"), npm("winston"), node],
		"The loop gets rules, drivers and entities handed in; by name, each new one would change the loop.",
	),
	row("store", [model, folder("files"), zod, node], "The store keeps values; what they mean is decided elsewhere."),
	row("supervisor", [model, zod, node], "The Supervisor is a port of its own: it decides nothing and opens no device."),
	row("syslog", [model, folder("files"), node], "A client for RFC 5424 sends what it is given."),
	row(
		"mqtt",
		[model, folder("files"), npm("mqtt"), node],
		"An MQTT client knows nothing of Home Assistant or of heating.",
	),
	row(
		"options",
		[model, folder("rules"), folder("energy"), "^src/drivers/(?:index|driver)[.]ts$", zod],
		"Options gather what is declared beside the thing they configure; they are handed their text and read no file.",
	),
	row(
		"home-assistant",
		[model, folder("rules"), folder("energy/figures"), folder("texts"), messages, folder("mqtt"), node],
		"The bridge shows Snapshots and hands in Intents; which rules and drivers are behind them must not matter.",
	),
	row(
		"broker",
		[model, folder("files"), messages, folder("mqtt"), zod, npm("diff"), npm("@peculiar/[^/]+"), node],
		"A proof holds for any broker and its log is also read where no controller runs: it sees nothing of the controller.",
	),
	row(
		"web",
		[model, folder("energy/figures"), folder("texts"), npm("fastify"), npm("@fastify/[^/]+"), node],
		"A page is a view of a Snapshot and a sender of Intents.",
	),
	row(
		"app",
		["^src/(?!cli/|demo/)", messages, zod, node],
		"The app composes rooms below it and reads what it is asked; what a package does belongs into the room that owns it.",
	),
	row(
		"demo",
		["^src/(?!cli/)", "^examples/", messages, npm("aedes"), node],
		"The demo composes like a command and shows the examples; the broker inside it is its only package.",
	),
	row(
		"cli",
		["^src/", messages, npm("commander"), npm("csv-parse"), zod, node],
		"A command composes what it needs and prints; its only packages read what a person types or hands in as a file.",
	),
	forbid(
		"main-imports",
		"The process starts the commands and nothing else; no other file lies beside it.",
		{ path: "^src/[^/]+[.]ts$" },
		{ pathNot: [folder("cli"), node], couldNotResolve: false },
	),
];

/** Folders within a room, from the ground up: each imports those before it. */
const steps = (room, names, comment) =>
	names
		.slice(0, -1)
		.map((name, at) =>
			forbid(
				`${room}-${name}-below`,
				comment,
				{ path: folder(`${room}/${name}`) },
				{ path: names.slice(at + 1).map((higher) => folder(`${room}/${higher}`)) },
			),
		);

const CHANGES = ["files", "conf", "access", "tls", "running", "change", "plans", "verify"];
const withinRooms = [
	...steps(
		"model",
		["untyped", "quantities", "sentences", "plant", "findings", "decision"],
		"The vocabulary is learnt from the ground up: what a word is made of stands below it.",
	),
	...steps("broker", CHANGES, "What is read of a configuration must not depend on how it is changed."),
	...steps(
		"app",
		["beside", "control", "login", "own-options", "trail", "broker", "hardware", "setup", "page", "answers"],
		"What looks on is known below; what is put on top of control must not be needed by it.",
	),
	forbid(
		"app-root-on-top",
		"The files beside the folders of the app put these together, so no folder sees them but for what every command knows.",
		{ path: "^src/app/[^/]+/" },
		{ path: "^src/app/[^/]+[.]ts$", pathNot: ["machine", "version", "words"].map((name) => file(`app/${name}`)) },
	),
	forbid(
		"broker-proofs-apart",
		"A proof is pointed at any broker, also at one whose files are out of reach.",
		{ path: folder("broker/proofs") },
		{ path: [...CHANGES, "log"].map((name) => folder(`broker/${name}`)) },
	),
	forbid(
		"broker-log-apart",
		"A log is read where it lies, also on a machine without the broker.",
		{ path: folder("broker/log") },
		{ path: [...CHANGES, "proofs"].map((name) => folder(`broker/${name}`)), pathNot: file("broker/files/file") },
	),
];

/** Not through any file in between either. */
const reach = [
	forbid(
		"core-reaches-no-machine",
		"What decides is computed from its arguments alone: no clock, file or network is behind any import of it.",
		{ path: "^src/(?:words|model|control|rules|energy|checks|texts|simulation)/" },
		{ path: node, reachable: true },
	),
	forbid(
		"control-reaches-no-network",
		"Control goes on without a network: nothing that it loads knows one.",
		{ path: "^src/(?:control|rules|energy|checks|drivers|runtime|store)/" },
		{ path: "^src/(?:mqtt|home-assistant|broker|web|syslog|supervisor|app)/", reachable: true },
	),
];

/** Files of such a folder meet only in its registries; `<name>-*.ts` are parts of `<name>.ts` and of nothing else. */
function apart(name, registries, shared, comment) {
	const path = `^src/${name}/(${ideas(name).join("|")})(?:[.]|-[^/]+[.])ts$`;
	return forbid(
		`${name}-apart`,
		comment,
		{ path, pathNot: registries.map((registry) => file(`${name}/${registry}`)) },
		{ path: folder(name), pathNot: [`^src/${name}/$1(?:[.]|-[^/]+[.])ts$`, ...shared] },
	);
}

/** The names in a folder that are no part of another one there, nor texts. */
function ideas(name) {
	const path = `src/${name}`;
	const all = existsSync(path) ? readdirSync(path, { recursive: true }) : [];
	const files = all.filter((entry) => /(?<!\btexts)[.]ts$/.test(entry));
	const names = files.map((entry) => entry.slice(0, -".ts".length));
	return names.filter((part) => !names.some((whole) => part.startsWith(`${whole}-`)));
}

const insideFolders = [
	forbid(
		"model-zod",
		"Option fields are the only part of the vocabulary that is parsed.",
		{ path: model, pathNot: file("model/quantities/fields") },
		{ path: zod },
	),
	forbid(
		"control-zod-as-type",
		"The engine handles declared schemas but parses nothing: a turn must not depend on a validator.",
		{ path: folder("control") },
		{ path: zod, dependencyTypesNot: forTypes },
	),
	apart("rules", ["index", "settings"], [], "Rules propose without knowing one another; only arbitrate compares them."),
	apart("checks", ["index"], [file("checks/watched")], "Checks are rules: none may depend on another one's memory."),
	forbid(
		"energy-apart",
		"Counters are rules: none may depend on another one's memory.",
		{ path: "^src/energy/([^/]+)[.]ts$", pathNot: file("energy/index") },
		{ path: ["^src/energy/[^/]+[.]ts$", folder("energy/figures")], pathNot: "^src/energy/$1[.]ts$" },
	),
	forbid(
		"energy-below-counters",
		"What counters share knows none of them.",
		{ path: folder("energy/(?:counting|heating|metering|tank)") },
		{ path: ["^src/energy/[^/]+[.]ts$", folder("energy/figures")] },
	),
	forbid(
		"drivers-apart",
		"Drivers share the declaration and the buses, so that one can be removed without a look at the others.",
		{ path: "^src/drivers/(?!bus/)([^/]+)/" },
		{ path: folder("drivers"), pathNot: ["^src/drivers/$1/", file("drivers/driver"), folder("drivers/bus")] },
	),
	forbid(
		"bus-below-drivers",
		"A bus carries bytes for any driver and knows none of them.",
		{ path: folder("drivers/bus") },
		{ path: folder("drivers"), pathNot: [file("drivers/driver"), folder("drivers/bus")] },
	),
	forbid(
		"simulation-only-in-simulated",
		"Real hardware must never be answered for by a model of it.",
		{ path: folder("drivers"), pathNot: folder("drivers/simulated") },
		{ path: folder("simulation") },
	),
	forbid(
		"native-when-opened",
		"Native packages load inside open(), so that options, docs and tests need neither hardware nor its libraries.",
		{ path: "^src/" },
		{
			path: [npm("serialport"), npm("@serialport/[^/]+"), npm("koffi")],
			dynamic: false,
			dependencyTypesNot: forTypes,
		},
	),
	forbid(
		"calls-of-c-in-one-place",
		"A wrong argument to a function of C ends the process: all of them are called in one short module.",
		{ path: "^src/", pathNot: file("drivers/bus/native/calls") },
		{ path: npm("koffi") },
	),
	forbid(
		"mqtt-js-only-in-mqtt",
		"Nobody else knows MQTT.js: its retries and exits are dangerous enough to have one owner.",
		{ path: "^src/", pathNot: folder("mqtt") },
		{ path: npm("mqtt") },
	),
	forbid(
		"demo-when-asked",
		"The demo is a bundle of its own; a static import would carry its broker into every installation.",
		{ path: "^src/", pathNot: folder("demo") },
		{ path: folder("demo"), dynamic: false, dependencyTypesNot: forTypes },
	),
	forbid(
		"process-only-in-main",
		"argv and environment enter by main.ts alone, so that everything else can be run twice in one test; the watchdog's thread is a program of its own, which kills this one, and the launcher runs before main.ts.",
		{ path: "^src/", pathNot: [file("main"), file("runtime/watchdog/watchdog-worker"), folder("runtime/launch")] },
		{ path: "^(?:node:)?process$" },
	),
];

/** What is shipped: the app and its own packages. */
const PRODUCT = "^(?:src|packages/[^/]+/src)/";

const everywhere = [
	forbid(
		"no-circular",
		"Of two files that need each other neither can be read, tested or moved alone; types count too.",
		{ path: PRODUCT },
		{ circular: true },
	),
	forbid(
		"registered",
		"Neither the app nor a command reaches this file, so it does nothing: add its line to the index.ts of its kind.",
		{ path: "^src/(?:app|cli)/" },
		{ path: "^src/(?:rules|checks|drivers|home-assistant/entities|broker/proofs)/", reachable: false },
	),
	forbid(
		"alias-across-folders",
		"#folder/file.ts across folders: an import then shows at a glance that it crosses a wall.",
		{ path: "^src/([^/]+)/" },
		{ path: "^src/[^/]+/", pathNot: "^src/$1/", dependencyTypesNot: ["aliased-subpath-import"] },
	),
	forbid(
		"alias-into-folders",
		"#folder/file.ts across folders, from main.ts as from everywhere else.",
		{ path: "^src/[^/]+[.]ts$" },
		{ path: "^src/[^/]+/", dependencyTypesNot: ["aliased-subpath-import"] },
	),
	forbid(
		"no-alias-within",
		"A relative path within one room: it can then be renamed without touching its files.",
		{ path: "^src/([^/]+)/" },
		{ path: "^src/$1/", dependencyTypes: ["aliased-subpath-import"] },
	),
	forbid(
		"package-by-name",
		"A package of this checkout is imported by its name: what it exports is all that others may count on.",
		{ path: "^src/" },
		{ path: "^packages/", dependencyTypesNot: ["aliased-workspace"] },
	),
	forbid(
		"not-to-dev-dep",
		"An installation has no development packages; only the demo bundle may carry one inside.",
		{ path: PRODUCT, pathNot: folder("demo") },
		{ dependencyTypes: ["npm-dev"], dependencyTypesNot: forTypes },
	),
	forbid(
		"npm-no-pkg",
		"A package that package.json does not name is there by accident and may be gone tomorrow.",
		{ path: PRODUCT },
		{ dependencyTypes: ["npm-no-pkg"] },
	),
	forbid(
		"npm-unknown",
		"A package whose kind cannot be told is held by no other rule here.",
		{ path: PRODUCT },
		{ dependencyTypes: ["npm-unknown"] },
	),
	forbid("resolvable", "An import that leads nowhere hides from every other rule here.", {}, { couldNotResolve: true }),
	forbid(
		"not-to-test",
		"The product must not need its own tests, tools or benchmarks.",
		{ path: PRODUCT },
		{ path: ["^(?:test|scripts|bench)/", "^packages/[^/]+/test/"] },
	),
];

module.exports = {
	forbidden: [...rooms, ...withinRooms, ...reach, ...insideFolders, ...everywhere],
	options: {
		doNotFollow: { path: ["node_modules"] },
		// Types count: a cycle or a crossed wall that exists only for the compiler still ties two files together.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			extensions: [".ts", ".js", ".json"],
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default"],
		},
	},
};
