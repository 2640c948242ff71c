import { type Conf, isOff, isOn, type Line, perListener, settingsOf } from "./conf.ts";
import { added, addedForAll, addedLast, putAway, withValue } from "./conf-edit.ts";
import { type Listener, listenersOf, maybeCalled } from "./listeners.ts";
import { keepsRetained } from "./turned.ts";

/** Settings that a house's broker needs. */
export interface Hardening {
	/** Absolute path. */
	readonly password_file: string;
	/** The port to listen on if no listener exists. */
	readonly port: number;
	/** An address of this machine; absent for all. */
	readonly address?: string;
	/** The log file, if there is none yet. */
	readonly log_file: string;
	readonly persistence_location: string;
}

/** Log types that the log watch needs. */
const LOGGED = ["error", "warning", "notice", "information"];
const OURS = "# Set by solar-heating broker harden.";
/** Settings that allow clients without a login. */
const ANONYMOUS = ["allow_anonymous", "listener_allow_anonymous"];

/**
 * The configuration that refuses connections without a login on every listener, with persistence and a log that can be
 * watched. Good settings, all other settings and comments stay as they are. An existing password file, or another store of
 * logins, stays.
 */
export function hardened(conf: Conf, wanted: Hardening): Conf {
	let now = early(listening(conf, wanted));
	for (const line of now.lines.filter(({ key, value }) => ANONYMOUS.includes(key ?? "") && !isOff(value)))
		now = withValue(now, line, "false");
	now = perListener(now) ? eachListener(now, wanted) : whole(now, wanted);
	now = on(now, "persistence", "retained_persistence");
	// Without this setting the database is in the broker's own folder. Elsewhere it would not be found again.
	if (!keepsRetained(conf)) now = unless(now, "persistence_location", wanted.persistence_location);
	now = on(now, "connection_messages");
	now = on(now, "log_timestamp");
	if (!settingsOf(now, "log_dest").some((value) => value.startsWith("file ")))
		now = appended(now, `log_dest file ${wanted.log_file}`);
	return logging(now);
}

/** Whether every listener refuses clients without a login. */
export function closed(conf: Conf): boolean {
	const off = (lines: readonly Line[], key: string) => {
		const values = lines.filter((line) => line.key === key).map(({ value }) => value);
		return values.length > 0 && values.every(isOff);
	};
	if (!heard(conf) || settingsOf(conf, "listener_allow_anonymous").some((value) => !isOff(value))) return false;
	if (!perListener(conf)) return off(conf.lines, "allow_anonymous");
	return listenersOf(conf).every(({ own }) => ANONYMOUS.some((key) => off(own, key)));
}

/** Whether Mosquitto was told where to listen. Otherwise it accepts everybody, whatever allow_anonymous says. */
const heard = ({ lines }: Conf): boolean =>
	lines.some(({ key }) => key === "listener" || key === "port" || key === "bind_address");

/**
 * Without a listener Mosquitto 2 only listens on the loopback. One that exists only because of settings gets an explicit
 * port.
 */
function listening(conf: Conf, { port, address }: Hardening): Conf {
	if (heard(conf)) return conf;
	if (listenersOf(conf).length === 0 && !maybeCalled(conf))
		return addedLast(conf, [`listener ${port}${address === undefined ? "" : ` ${address}`}`]);
	return appended(conf, `port ${port}`, ...(address === undefined ? [] : [`bind_address ${address}`]));
}

/** Mosquitto 2.0 needs `per_listener_settings` above all settings that depend on it, so above everything that is added. */
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
 * A line in a place where two releases read it differently. The listener without a `listener` line can be closed separately
 * only above all others.
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

/** Whether something defines who may log in. */
export const knowsLogins = (lines: Listener["own"]): boolean =>
	lines.some(({ key = "", value }) => LOGINS.has(key) && !NO_LOGINS.test(value));

function logging(conf: Conf): Conf {
	// Without a line Mosquitto logs these four, and 2.1 subscriptions as well.
	if (settingsOf(conf, "log_type").every((type) => type === "all")) return conf;
	// `none` cancels the lines above it.
	const nones = conf.lines.filter(({ key, value }) => key === "log_type" && value === "none");
	const now = nones.reduce((all, line) => withValue(all, line, "error"), conf);
	const types = settingsOf(now, "log_type");
	const lacking = LOGGED.filter((type) => !types.includes(type) && !types.includes("all"));
	return lacking.length === 0 ? now : appended(now, ...lacking.map((type) => `log_type ${type}`));
}

/** Turns a setting on for the whole broker, wherever it is off. */
function on(conf: Conf, key: string, alias = key): Conf {
	const lines = conf.lines.filter((line) => line.key === key || line.key === alias);
	if (lines.length === 0) return appended(conf, `${key} true`);
	return lines.filter(({ value }) => !isOn(value)).reduce((all, line) => withValue(all, line, "true"), conf);
}

const unless = (conf: Conf, key: string, value: string): Conf =>
	settingsOf(conf, key).length > 0 ? conf : appended(conf, `${key} ${value}`);

/** Settings that may be under our comment. */
const WRITTEN = new Set([
	...["allow_anonymous", "password_file", "persistence", "persistence_location", "port", "bind_address"],
	...["connection_messages", "log_timestamp", "log_dest", "log_type", "per_listener_settings"],
]);

/** Adds settings for the whole broker under a comment that names their author. */
function appended(conf: Conf, ...texts: readonly string[]): Conf {
	const ours = conf.lines.findIndex(({ text, file }) => text === OURS && file === conf.main);
	if (ours === -1) return addedForAll(conf, [OURS, ...texts]);
	const end = conf.lines.findIndex(({ key = "" }, nth) => nth > ours && !WRITTEN.has(key));
	const behind = conf.lines.slice(0, end === -1 ? undefined : end).at(-1);
	return behind === undefined ? conf : added(conf, behind, texts);
}
