import { type Conf, isOff, isOn, type Line, perListener, settingsOf } from "./conf.ts";
import { added, addedForAll, addedLast, putAway, withValue } from "./conf-edit.ts";
import { type Listener, listenersOf, maybeCalled } from "./listeners.ts";
import { keepsRetained } from "./turned.ts";

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

/** Kinds of lines that the log watch needs. */
const LOGGED = ["error", "warning", "notice", "information"];
const OURS = "# Set by solar-heating broker harden.";
/** Each says who may come in without a login. */
const ANONYMOUS = ["allow_anonymous", "listener_allow_anonymous"];

/**
 * The configuration that refuses connections without a login on every listener, with persistence and a log that can be
 * watched. Settings that are good already stay as they are, and so do all others and comments. Where a password file or
 * another store of logins is named, it stays.
 */
export function hardened(conf: Conf, wanted: Hardening): Conf {
	let now = early(listening(conf, wanted));
	for (const line of now.lines.filter(({ key, value }) => ANONYMOUS.includes(key ?? "") && !isOff(value)))
		now = withValue(now, line, "false");
	now = perListener(now) ? eachListener(now, wanted) : whole(now, wanted);
	now = on(now, "persistence", "retained_persistence");
	// A database that is kept without it lies in the broker's own folder: elsewhere it would not be found again.
	if (!keepsRetained(conf)) now = unless(now, "persistence_location", wanted.persistence_location);
	now = on(now, "connection_messages");
	now = on(now, "log_timestamp");
	if (!settingsOf(now, "log_dest").some((value) => value.startsWith("file ")))
		now = appended(now, `log_dest file ${wanted.log_file}`);
	return logging(now);
}

/** Whether the configuration closes each listener to clients without a login. */
export function closed(conf: Conf): boolean {
	const off = (lines: readonly Line[], key: string) => {
		const values = lines.filter((line) => line.key === key).map(({ value }) => value);
		return values.length > 0 && values.every(isOff);
	};
	if (!heard(conf) || settingsOf(conf, "listener_allow_anonymous").some((value) => !isOff(value))) return false;
	if (!perListener(conf)) return off(conf.lines, "allow_anonymous");
	return listenersOf(conf).every(({ own }) => ANONYMOUS.some((key) => off(own, key)));
}

/** Mosquitto was told where to listen. Else it is on its own: it lets everybody in, whatever allow_anonymous says. */
const heard = ({ lines }: Conf): boolean =>
	lines.some(({ key }) => key === "listener" || key === "port" || key === "bind_address");

/** Without a listener Mosquitto 2 hears the loopback alone. One that settings alone called into being gets its port said. */
function listening(conf: Conf, { port, address }: Hardening): Conf {
	if (heard(conf)) return conf;
	if (listenersOf(conf).length === 0 && !maybeCalled(conf))
		return addedLast(conf, [`listener ${port}${address === undefined ? "" : ` ${address}`}`]);
	return appended(conf, `port ${port}`, ...(address === undefined ? [] : [`bind_address ${address}`]));
}

/** Mosquitto 2.0 wants `per_listener_settings` above every setting that it is about: so above what is to be added. */
function early(conf: Conf): Conf {
	const lines = conf.lines.filter(({ key }) => key === "per_listener_settings");
	const last = lines.at(-1);
	if (last === undefined || !perListener(conf)) return conf;
	const place = conf.lines.indexOf(last);
	if (listenersOf(conf).every(({ behind }) => conf.lines.indexOf(behind) >= place)) return conf;
	return addedForAll(lines.reduce(putAway, conf), [OURS, "per_listener_settings true"]);
}

function whole(conf: Conf, { password_file }: Hardening): Conf {
	const now = unless(conf, "allow_anonymous", "false");
	return knowsLogins(now.lines) ? now : appended(now, `password_file ${password_file}`);
}

function eachListener(conf: Conf, { password_file }: Hardening): Conf {
	const global = conf.lines.some(({ key }) => key === "global_plugin");
	return listenersOf(conf).reduce((now, { own, behind }) => {
		const texts = [
			...(own.some(({ key }) => key === "allow_anonymous") ? [] : ["allow_anonymous false"]),
			...(global || knowsLogins(own) ? [] : [`password_file ${password_file}`]),
		];
		return texts.length === 0 ? now : added(now, behind, texts);
	}, conf);
}

/**
 * A line that stands where two releases read it differently: the listener without a `listener` line can be closed on its
 * own only above every other one.
 */
export function misplaced(conf: Conf): Line | undefined {
	if (!perListener(conf)) return undefined;
	const unnamed = listenersOf(conf).find((listener) => listener.unnamed);
	const first = conf.lines.findIndex(({ key, file }) => key === "listener" && file === unnamed?.line.file);
	return unnamed !== undefined && first !== -1 && conf.lines.indexOf(unnamed.line) > first ? unnamed.line : undefined;
}

const LOGINS = new Set(["password_file", "psk_file", "plugin", "auth_plugin", "global_plugin", "plugin_use"]);
/** Plugins that come with Mosquitto 2.1 and do not check logins. */
const NO_LOGINS = /mosquitto_(?:persist_sqlite|sparkplug_aware)\b/;

/** Somewhere it is written who may come in. */
export const knowsLogins = (lines: Listener["own"]): boolean =>
	lines.some(({ key = "", value }) => LOGINS.has(key) && !NO_LOGINS.test(value));

function logging(conf: Conf): Conf {
	// Without a line Mosquitto logs these four by itself, and 2.1 subscriptions too.
	if (settingsOf(conf, "log_type").every((type) => type === "all")) return conf;
	// `none` takes away what stands above it.
	const nones = conf.lines.filter(({ key, value }) => key === "log_type" && value === "none");
	const now = nones.reduce((all, line) => withValue(all, line, "error"), conf);
	const types = settingsOf(now, "log_type");
	const lacking = LOGGED.filter((type) => !types.includes(type) && !types.includes("all"));
	return lacking.length === 0 ? now : appended(now, ...lacking.map((type) => `log_type ${type}`));
}

/** On for the whole broker: wherever it is off. */
function on(conf: Conf, key: string, alias = key): Conf {
	const lines = conf.lines.filter((line) => line.key === key || line.key === alias);
	if (lines.length === 0) return appended(conf, `${key} true`);
	return lines.filter(({ value }) => !isOn(value)).reduce((all, line) => withValue(all, line, "true"), conf);
}

const unless = (conf: Conf, key: string, value: string): Conf =>
	settingsOf(conf, key).length > 0 ? conf : appended(conf, `${key} ${value}`);

/** What may stand under our word. */
const WRITTEN = new Set([
	...["allow_anonymous", "password_file", "persistence", "persistence_location", "port", "bind_address"],
	...["connection_messages", "log_timestamp", "log_dest", "log_type", "per_listener_settings"],
]);

/** For the whole broker, under a word of whose it is. */
function appended(conf: Conf, ...texts: readonly string[]): Conf {
	const ours = conf.lines.findIndex(({ text, file }) => text === OURS && file === conf.main);
	if (ours === -1) return addedForAll(conf, [OURS, ...texts]);
	const end = conf.lines.findIndex(({ key = "" }, nth) => nth > ours && !WRITTEN.has(key));
	const behind = conf.lines.slice(0, end === -1 ? undefined : end).at(-1);
	return behind === undefined ? conf : added(conf, behind, texts);
}
