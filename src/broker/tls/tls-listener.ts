import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { type Conf, type Line, perListener } from "../conf/conf.ts";
import { added, addedLast, putAway, replaced } from "../conf/conf-edit.ts";
import { type Listener, listenersOf } from "../conf/listeners.ts";

/** The listener with TLS. */
export interface TlsListener {
	readonly port: number;
	/** An address of this machine; absent for all. */
	readonly address?: string;
	/** Certificate and key of the server. */
	readonly server_path: string;
	readonly ca_path: string;
	/** Whether a client certificate of our authority is required; absent leaves it. */
	readonly require_certificate?: boolean;
	/** No other listener on the network. */
	readonly only: boolean;
}

/** With these settings a client without a certificate has no user name. */
const NAMES_USERS = /^use_(?:identity|subject)_as_username$/;
const OURS = "# Set by solar-heating broker tls.";
/** Settings that always belong to the listener above them. */
const BELONGS =
	/^(?:port|bind_address|bind_interface|http_dir|max_connections|max_topic_alias(?:_broker)?|max_qos|mount_point|protocol|socket_domain|use_username_as_clientid|accept_protocol_versions|enable_proxy_protocol\S*|websockets_\S+)$/;
/** Settings that do so where `per_listener_settings` is on. */
const BELONGS_TOO =
	/^(?:allow_anonymous|password_file|acl_file|psk_file|plugin|auth_plugin|plugin_opt_\S+|auth_opt_\S+|allow_zero_length_clientid|auto_id_prefix|clientid_prefixes|listener_allow_anonymous|listener_auto_id_prefix)$/;
/** Settings that a new listener needs where each listener has its own. */
const SHARED = ["allow_anonymous", "password_file", "acl_file"];

/** The configuration with this listener and everything else unchanged; or why that is not possible. */
export function withTls(conf: Conf, wanted: TlsListener): Conf | Sentence {
	const listeners = listenersOf(conf);
	if (listeners.length === 0) return phrase("no_listener_yet");
	const there = listeners.find(({ port }) => port === wanted.port);
	if (there !== undefined && certificateOf(there) !== wanted.server_path) return taken(there);
	const named = there?.own.find(({ key, value }) => NAMES_USERS.test(key ?? "") && value === "true");
	if (wanted.require_certificate === false && named !== undefined)
		return phrase("certificate_names_user", { setting: named.key ?? "", file: named.file, line: named.number });
	let now = wanted.only ? alone(conf) : conf;
	now = there === undefined ? opened(now, wanted) : renewed(now, there.line, wanted);
	return now;
}

function taken(listener: Listener): Sentence {
	const { port, line } = listener;
	const where = { port, file: line.file, line: line.number };
	const certificate = certificateOf(listener);
	return certificate === undefined
		? phrase("port_taken_plain", where)
		: phrase("port_taken_tls", { ...where, certificate });
}

/** The port that uses this certificate; undefined if none does. */
export const tlsPort = (conf: Conf, server_path: string): number | undefined =>
	listenersOf(conf).find((listener) => certificateOf(listener) === server_path)?.port;

const certificateOf = ({ own }: Listener): string | undefined => own.find(({ key }) => key === "certfile")?.value;

const settingsFor = ({
	server_path,
	ca_path,
	require_certificate,
}: TlsListener): readonly (readonly [string, string])[] => [
	["certfile", server_path],
	["keyfile", server_path],
	["tls_version", "tlsv1.2"],
	...(require_certificate
		? ([
				["cafile", ca_path],
				["require_certificate", "true"],
			] as const)
		: []),
	...(require_certificate === false ? ([["require_certificate", "false"]] as const) : []),
];

/** At the end of the main file, where no later setting can become part of it. */
function opened(conf: Conf, wanted: TlsListener): Conf {
	const first = listenersOf(conf).find(({ own }) => own.some(({ key }) => key === "password_file"));
	const shared = perListener(conf)
		? SHARED.flatMap((name) => first?.own.find(({ key }) => key === name)?.text.trim() ?? [])
		: [];
	return addedLast(conf, [
		OURS,
		`listener ${wanted.port}${wanted.address === undefined ? "" : ` ${wanted.address}`}`,
		...settingsFor(wanted).map(([key, value]) => `${key} ${value}`),
		...shared,
	]);
}

function renewed(conf: Conf, line: Line, wanted: TlsListener): Conf {
	let now = conf;
	for (const [key, value] of settingsFor(wanted)) {
		const is = listenersOf(now)
			.find((listener) => listener.line === line)
			?.own.find((one) => one.key === key);
		if (is === undefined && value === "false") continue;
		if (is === undefined) now = added(now, line, [`${key} ${value}`]);
		else if (is.value !== value) now = replaced(now, is, [`${key} ${value}`]);
	}
	return now;
}

/** Turns every plain listener on the network, with its own settings, into a comment. */
function alone(conf: Conf): Conf {
	const each = perListener(conf);
	let now = conf;
	for (const listener of listenersOf(conf)) {
		if (certificateOf(listener) !== undefined || listener.port === 0) continue;
		const its = listener.own.filter(({ key = "" }) => BELONGS.test(key) || (each && BELONGS_TOO.test(key)));
		for (const line of new Set([listener.line, ...its])) now = putAway(now, line);
	}
	return now;
}
