import { type Conf, isOn, type Line, settingOf } from "./conf.ts";

/** A port or socket of the broker, with its settings. */
export interface Listener {
	/** Its `listener` line. Without one, the `port` line, or whatever else creates the listener. */
	readonly line: Line;
	/** It has no `listener` line: Mosquitto's old style. */
	readonly unnamed: boolean;
	/** 0 for a socket. */
	readonly port: number;
	/** An address, a name or the path of a socket; absent for every address. */
	readonly bind?: string;
	/** Its settings, where each listener has its own. */
	readonly own: readonly Line[];
	/** The line after which a setting for it may be added. */
	readonly behind: Line;
}

/** Port of the listener without a line, if none is given. */
const USUAL_PORT = 1883;

/**
 * In the order of their lines. Settings above the first listener of a file belong to the listener without a line, also in
 * an included file. Without any listener Mosquitto only listens on port 1883 of the loopback, and accepts everybody.
 */
export function listenersOf(conf: Conf): readonly Listener[] {
	const belongs = new Map<Line, Line | undefined>();
	const current = new Map<string, Line>();
	for (const line of conf.lines) {
		if (line.key === "listener") current.set(line.file, line);
		else if (line.key !== undefined) belongs.set(line, current.get(line.file));
	}
	const ownOf = (of: Line | undefined) => [...belongs].flatMap(([line, whose]) => (whose === of ? [line] : []));
	const named = [...conf.lines].filter(({ key }) => key === "listener");
	const unnamed = unnamedIn(conf, ownOf(undefined));
	return [...(unnamed === undefined ? [] : [unnamed]), ...named.map((line) => namedBy(line, ownOf(line)))];
}

function namedBy(line: Line, own: readonly Line[]): Listener {
	const [port = "", bind] = line.value.split(/ +/);
	const number = /^\s*0x/i.test(port) ? Number(port) : Number.parseInt(port, 10);
	return {
		line,
		unnamed: false,
		port: Number.isNaN(number) ? 0 : number,
		own,
		behind: own.findLast(({ key }) => key === "per_listener_settings") ?? line,
		...(bind !== undefined && { bind }),
	};
}

function unnamedIn(conf: Conf, above: readonly Line[]): Listener | undefined {
	// These two are valid anywhere.
	const called = conf.lines.filter(({ key }) => key === "port" || key === "bind_address");
	const each = isOn(settingOf(conf, "per_listener_settings"));
	const makers = above.filter((line) => calls(line, each));
	const line = called.at(-1) ?? makers.at(-1);
	if (line === undefined) return undefined;
	const own = [...above.filter((one) => !called.includes(one)), ...called];
	const settled = (one: Line) => one.key === "per_listener_settings" || called.includes(one) || makers.includes(one);
	const bind = settingOf(conf, "bind_address");
	return {
		line,
		unnamed: true,
		port: Number.parseInt(settingOf(conf, "port") ?? "", 10) || USUAL_PORT,
		own,
		behind: above.findLast(settled) ?? line,
		...(bind !== undefined && { bind }),
	};
}

/**
 * Nothing creates the listener without a line in every release, but 2.1 may create it: there each of these settings is
 * enough, even with its default value.
 */
export function maybeCalled(conf: Conf): boolean {
	const each = isOn(settingOf(conf, "per_listener_settings"));
	const named = new Set<string>();
	return conf.lines.some(({ file, key = "" }) => {
		if (key === "listener") named.add(file);
		return !named.has(file) && (CALLING_2_1.test(key) || (each && CALLING_EACH_2_1.test(key)));
	});
}
const CALLING_2_1 =
	/^(?:max_connections|max_qos|maximum_qos|protocol|require_certificate|use_(?:identity|subject)_as_username|use_username_as_clientid)$/;
const CALLING_EACH_2_1 = /^(?:acl_file|allow_anonymous|allow_zero_length_clientid|auto_id_prefix)$/;

/** Settings that create the listener without a line. */
const CALLING =
	/^(?:bind_interface|cafile|capath|certfile|keyfile|tls_engine|tls_engine_kpass_sha1|ciphers|ciphers_tls1\.3|dhparamfile|psk_hint|crlfile|mount_point)$/;
const CALLING_ON = /^(?:require_certificate|use_(?:identity|subject)_as_username|use_username_as_clientid)$/;
/** Settings that do so where each listener has its own. */
const CALLING_EACH = /^(?:password_file|psk_file|plugin|auth_plugin)$/;

function calls({ key = "", value }: Line, each: boolean): boolean {
	if (CALLING.test(key)) return true;
	if (CALLING_ON.test(key)) return isOn(value);
	if (key === "max_connections") return value !== "-1";
	if (key === "max_qos" || key === "maximum_qos") return value !== "2";
	if (key === "protocol") return value !== "mqtt";
	if (key === "socket_domain") return true;
	if (key === "tls_keyform") return value !== "pem";
	return each && (CALLING_EACH.test(key) || (key === "allow_zero_length_clientid" && !isOn(value)));
}
