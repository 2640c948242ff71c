import { added, type Conf, type Line, type Listener, listenersOf, perListener, replaced, settingsOf } from "./conf.ts";

/** What a broker of a house has to have. */
export interface Hardening {
	/** Absolute. */
	readonly password_file: string;
	/** Where there is no listener yet, the one that there has to be. */
	readonly port: number;
	/** An address of this machine; absent for all of them. */
	readonly address?: string;
	/** Where the log goes when it goes to no file yet. */
	readonly log_file: string;
	readonly persistence_location: string;
}

/** Kinds of lines that whoever watches the log lives on. */
const LOGGED = ["error", "warning", "notice", "information"];
const OURS = "# Set by solar-heating broker harden.";

/**
 * The configuration with nobody let in without a login, on any listener; with persistence, and a log that can be watched.
 * What is good already stays as it is, and so do all other settings and comments. Where a password file or another store of
 * logins is named, it stays.
 */
export function hardened(conf: Conf, wanted: Hardening): Conf {
	let now = conf;
	if (listenersOf(now).length === 0) now = listening(now, wanted);
	now = perListener(now) ? eachListener(now, wanted) : whole(now, wanted);
	now = set(now, "persistence", "true");
	now = unless(now, "persistence_location", wanted.persistence_location);
	now = set(now, "connection_messages", "true");
	now = set(now, "log_timestamp", "true");
	if (!settingsOf(now, "log_dest").some((value) => value.startsWith("file ")))
		now = appended(now, `log_dest file ${wanted.log_file}`);
	return logging(now);
}

/** Without a listener Mosquitto 2 hears the loopback alone; a `port` line is its old way to say another number. */
function listening(conf: Conf, { port, address }: Hardening): Conf {
	const old = conf.lines.findLast(({ key }) => key === "port");
	const text = `listener ${old?.value || port}${address === undefined ? "" : ` ${address}`}`;
	return old === undefined ? last(conf, text) : replaced(conf, old, [`# ${old.text.trim()}`, text]);
}

function whole(conf: Conf, { password_file }: Hardening): Conf {
	const now = set(conf, "allow_anonymous", "false");
	return knowsLogins(now.lines) ? now : appended(now, `password_file ${password_file}`);
}

function eachListener(conf: Conf, { password_file }: Hardening): Conf {
	let now = conf;
	for (const { line } of listenersOf(conf)) {
		const own = () => ownOf(now, line);
		for (const wrong of own().filter(({ key, value }) => key === "allow_anonymous" && value !== "false"))
			now = replaced(now, wrong, [`# ${wrong.text.trim()}`]);
		if (!own().some(({ key }) => key === "allow_anonymous")) now = added(now, line, ["allow_anonymous false"]);
		if (!knowsLogins(own())) now = added(now, line, [`password_file ${password_file}`]);
	}
	return now;
}

const ownOf = (conf: Conf, line: Line): Listener["own"] =>
	listenersOf(conf).find((listener) => listener.line === line)?.own ?? [];

/** Somewhere it is written who may come in. */
const knowsLogins = (lines: readonly Line[]): boolean =>
	lines.some(({ key }) => key === "password_file" || key === "plugin" || key === "auth_plugin" || key === "psk_file");

function logging(conf: Conf): Conf {
	const types = settingsOf(conf, "log_type");
	// Without a line Mosquitto logs these four by itself, and 2.1 subscriptions too.
	if (types.length === 0 || types.includes("all")) return conf;
	const none = conf.lines.find(({ key, value }) => key === "log_type" && value === "none");
	const now = none === undefined ? conf : replaced(conf, none, [`# ${none.text.trim()}`]);
	return LOGGED.filter((type) => !types.includes(type)).reduce((all, type) => appended(all, `log_type ${type}`), now);
}

/** One value for the whole broker: where it stands with another one, there; every further line of it is put away. */
function set(conf: Conf, key: string, value: string): Conf {
	const lines = conf.lines.filter((line) => line.key === key);
	const [first, ...more] = lines;
	if (first === undefined) return appended(conf, `${key} ${value}`);
	const one = first.value === value ? conf : replaced(conf, first, [`${key} ${value}`]);
	return more
		.filter((line) => line.value !== value)
		.reduce((all, line) => replaced(all, line, [`# ${line.text.trim()}`]), one);
}

const unless = (conf: Conf, key: string, value: string): Conf =>
	settingsOf(conf, key).length > 0 ? conf : appended(conf, `${key} ${value}`);

/** Above the first listener, under a word of whose it is. */
function appended(conf: Conf, text: string): Conf {
	const ours = conf.lines.find((line) => line.text === OURS);
	return ours === undefined ? added(conf, undefined, ["", OURS, text]) : added(conf, ours, [text]);
}

/** At the very end of the main file: what stands behind a listener may be its own. */
function last(conf: Conf, text: string): Conf {
	const end = conf.lines.findLast(({ file }) => file === conf.main);
	return added(conf, end, ["", text]);
}
