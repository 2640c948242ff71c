/** Where what a configuration names is found. */
export interface Paths {
	/** Of the files to include. */
	readonly folder: string;
	readonly passwords: string;
	readonly rights: string;
	readonly socket: string;
	readonly cert: string;
	readonly key: string;
	readonly ca: string;
	/** A folder of authorities. */
	readonly authorities: string;
	/** Certificates that hold no more. */
	readonly revoked: string;
	readonly dh: string;
	/** Names with the keys that they share with the broker. */
	readonly shared_keys: string;
	/** The dynamic security plugin, and its file. */
	readonly plugin: string;
	readonly plugin_file: string;
	readonly log: string;
	readonly store: string;
	readonly pid: string;
}

/** Lines with which a configuration is made. Those that only work together are one entry, with line ends between. */
export interface Settings {
	/** Of the whole broker. */
	readonly all: readonly string[];
	/** Of one listener. */
	readonly listener: readonly string[];
	readonly tls: readonly string[];
	readonly websockets: readonly string[];
	/** Of the listener without a line too. */
	readonly unnamed: readonly string[];
	readonly shared_key: readonly string[];
	/** Who may come in, and what he may; of the broker, or of one listener. */
	readonly logins: readonly string[];
	readonly plugins: readonly string[];
	/** Lines with a plugin for all, and what a listener writes that takes it. */
	readonly plugins_for_all: readonly string[];
	readonly plugin_taken: readonly string[];
	readonly bridge: readonly string[];
	readonly bridge_tls: readonly string[];
}

/** Names of a release; one that ends in `_` begins many. */
export const knownTo = (known: ReadonlySet<string>, line: string): boolean =>
	line.split("\n").every((one) => {
		const key = one.trim().split(" ")[0] ?? "";
		return known.has(key) || [...known].some((name) => name.endsWith("_") && key.startsWith(name));
	});

export const ANONYMOUS = [
	"allow_anonymous true",
	"allow_anonymous false",
	"allow_anonymous 1",
	"allow_anonymous true # now",
];
export const WORDS = [
	...["", "  ", "# allow_anonymous true", "#listener 1", "# Källare", "#\ttabs", "# per_listener_settings true"],
];

/** Each with values that every release takes that knows it. */
export function settingsOf(paths: Paths): Settings {
	return {
		all: wholeOf(paths),
		listener: LISTENER,
		tls: tlsOf(paths),
		websockets: ["http_dir /tmp", "websockets_origin http://house.lan"],
		unnamed: UNNAMED,
		shared_key: ["psk_hint house", "psk_hint house\nuse_identity_as_username true"],
		logins: [
			`password_file ${paths.passwords}`,
			`acl_file ${paths.rights}`,
			`psk_file ${paths.shared_keys}`,
			"allow_zero_length_clientid false",
			"allow_zero_length_clientid true # 3.1.1",
			"auto_id_prefix house-",
		],
		plugins: [
			`plugin ${paths.plugin}\nplugin_opt_config_file ${paths.plugin_file}`,
			`auth_plugin ${paths.plugin}\nauth_opt_config_file ${paths.plugin_file}\nauth_plugin_deny_special_chars true`,
		],
		plugins_for_all: [
			`global_plugin ${paths.plugin}\nplugin_opt_config_file ${paths.plugin_file}`,
			`plugin_load house ${paths.plugin}\nplugin_opt_config_file ${paths.plugin_file}`,
		],
		plugin_taken: ["plugin_use house"],
		bridge: BRIDGE,
		bridge_tls: bridgeTlsOf(paths),
	};
}

/** What a release knows of them. */
export function settingsFor(paths: Paths, known: ReadonlySet<string>): Settings {
	const all: [string, readonly string[]][] = Object.entries(settingsOf(paths));
	const kept = all.map(([name, lines]) => [name, lines.filter((line) => knownTo(known, line))] as const);
	return { ...settingsOf(paths), ...Object.fromEntries(kept) };
}

const wholeOf = ({ log, store, pid }: Paths): readonly string[] => [
	...["allow_duplicate_messages true", "autosave_interval 120", "autosave_on_changes false"],
	...["check_retain_source true", "clientid_prefixes house", "connection_messages false", "connection_messages 1"],
	...["enable_control_api false", "global_max_clients 500", "global_max_connections 500"],
	...["log_dest stderr", "log_dest topic", "log_dest stdout", `log_dest file ${log}`],
	...["log_facility 5", "log_timestamp false # short", "log_timestamp_format %H:%M"],
	...["log_type all", "log_type none", "log_type error", "log_type notice", "log_type websockets"],
	...["max_inflight_bytes 0", "max_inflight_messages 20", "max_keepalive 600", "max_packet_size 100000"],
	...["max_queued_bytes 0", "max_queued_messages 5000", "memory_limit 0", "message_size_limit 0"],
	...["packet_buffer_size 4096", "persistence false", "persistence 0 # for the card", "persistence true"],
	...["retained_persistence true", "retained_persistence false", "persistence_file house.db"],
	...[`persistence_location ${store}`, `pid_file ${pid}`, "user mosquitto", "user root"],
	...["persistent_client_expiration 2w", "queue_qos0_messages false", "retain_available true"],
	...["retain_expiry_interval 30", "retry_interval 20", "set_tcp_nodelay true", "sys_interval 10"],
	...["upgrade_outgoing_qos false", "websockets_headers_size 2048", "websockets_log_level 0"],
];
const UNNAMED = [
	...["max_connections 25", "max_qos 1", "maximum_qos 2", "use_username_as_clientid true", "socket_domain ipv4"],
	...["allow_zero_length_clientid false"],
];
const LISTENER = [
	...["max_connections 40", "max_connections -1", "max_qos 1", "maximum_qos 1", "max_topic_alias 10"],
	...["max_topic_alias_broker 5", "mount_point house/", "use_username_as_clientid true", "socket_domain ipv4"],
	...["bind_interface lo", "accept_protocol_versions 4, 5", "listener_allow_anonymous true"],
	...["listener_allow_anonymous false", "listener_auto_id_prefix house-", "proxy_protocol_v2_require_tls false"],
	...["enable_proxy_protocol 1"],
];
const tlsOf = ({ ca, authorities, revoked, dh }: Paths): readonly string[] => [
	...[`cafile ${ca}`, `capath ${authorities}`, "ciphers DEFAULT", "ciphers_tls1.3 TLS_AES_128_GCM_SHA256"],
	...[`dhparamfile ${dh}`, "tls_version tlsv1.2", "tls_keyform pem", "disable_client_cert_date_checks true"],
	...[`cafile ${ca}\nrequire_certificate true`, `cafile ${ca}\ncrlfile ${revoked}\nrequire_certificate true`],
	`cafile ${ca}\nrequire_certificate true\nuse_identity_as_username true`,
	`cafile ${ca}\nrequire_certificate true\nuse_subject_as_username true`,
	"require_certificate false",
	...["tls_engine house", "tls_engine_kpass_sha1 0123456789012345678901234567890123456789"],
];
const BRIDGE = [
	...["bridge_attempt_unsubscribe true", "bridge_bind_address 127.0.0.1", "bridge_max_packet_size 0"],
	...["bridge_max_topic_alias 5", "bridge_receive_maximum 10", "bridge_reload_type lazy"],
	...["bridge_session_expiry_interval 60", "bridge_tcp_keepalive 60 10 3", "bridge_tcp_user_timeout 5000"],
	...["bridge_outgoing_retain true", "bridge_protocol_version mqttv311", "cleansession true"],
	...["local_cleansession false", "local_username barn", "local_password made-up", "local_clientid here"],
	...["remote_clientid there", "clientid there", "idle_timeout 60", "keepalive_interval 60", "notifications false"],
	...["notifications_local_only true", "notification_topic barn/state", "remote_username barn", "username barn"],
	...["remote_username barn\nremote_password made-up # no comment", "username barn\npassword made-up"],
	...["restart_timeout 5 30", "round_robin false", "start_type automatic", "threshold 10", "try_private true"],
];
const bridgeTlsOf = ({ ca, authorities, cert, key }: Paths): readonly string[] => [
	`bridge_cafile ${ca}`,
	`bridge_capath ${authorities}`,
	`bridge_cafile ${ca}\nbridge_certfile ${cert}\nbridge_keyfile ${key}`,
	`bridge_cafile ${ca}\nbridge_insecure true`,
	`bridge_cafile ${ca}\nbridge_alpn mqtt`,
	`bridge_cafile ${ca}\nbridge_ciphers DEFAULT\nbridge_ciphers_tls1.3 TLS_AES_128_GCM_SHA256`,
	`bridge_cafile ${ca}\nbridge_require_ocsp true`,
	`bridge_cafile ${ca}\nbridge_tls_version tlsv1.2`,
	"bridge_tls_use_os_certs true",
	"bridge_identity barn\nbridge_psk 0123456789abcdef",
];
