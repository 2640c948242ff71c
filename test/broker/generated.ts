/** A configuration of Mosquitto: its main file, and a folder that it may include. */
export interface Generated {
	readonly main: Buffer;
	/** Name in the folder to content. */
	readonly included: ReadonlyMap<string, Buffer>;
	/** Every port that may be listened on, and how one speaks there. */
	readonly speaks: Readonly<Record<number, Speech>>;
}
export interface Speech {
	readonly websockets: boolean;
	readonly tls: boolean;
}

/** Where what a configuration names is found. */
export interface Paths {
	/** Of the files to include. */
	readonly folder: string;
	readonly passwords: string;
	readonly rights: string;
	readonly socket: string;
	readonly cert: string;
	readonly key: string;
	/** The dynamic security plugin, and its file. */
	readonly plugin: string;
	readonly plugin_file: string;
}

/** Of the whole broker, each with values that every release takes. */
const GLOBAL = [
	...["allow_duplicate_messages true", "auto_id_prefix house-", "autosave_interval 120", "autosave_on_changes false"],
	...["check_retain_source true", "clientid_prefixes house", "connection_messages false", "connection_messages 1"],
	...[
		"log_dest stderr",
		"log_dest topic",
		"log_facility 5",
		"log_timestamp false # short",
		"log_timestamp_format %H:%M",
	],
	...["log_type all", "log_type none", "log_type error", "log_type notice", "log_type websockets"],
	...["max_inflight_bytes 0", "max_inflight_messages 20", "max_keepalive 600", "max_packet_size 100000"],
	...["max_queued_bytes 0", "max_queued_messages 5000", "memory_limit 0", "message_size_limit 0"],
	...["persistence false", "persistence 0 # for the card", "persistence true", "persistence_file house.db"],
	...["persistent_client_expiration 2w", "queue_qos0_messages false", "retain_available true", "set_tcp_nodelay true"],
	...["sys_interval 10", "upgrade_outgoing_qos false", "websockets_headers_size 2048", "websockets_log_level 0"],
];
const ANONYMOUS = ["allow_anonymous true", "allow_anonymous false", "allow_anonymous 1", "allow_anonymous true # now"];
/** Of one listener. */
const OWN = [
	...["max_connections 40", "max_connections -1", "max_qos 1", "max_topic_alias 10", "mount_point house/"],
	...["use_username_as_clientid true", "socket_domain ipv4", "bind_interface lo", "http_dir /tmp"],
];
const BIND = [
	"",
	"",
	"",
	" 127.0.0.1",
	" ::1",
	" ::",
	" 0.0.0.0",
	" 192.0.2.4",
	" localhost",
	"   # all",
	"  127.0.0.1 ",
];
const BRIDGE = [
	...["bridge_attempt_unsubscribe true", "bridge_bind_address 127.0.0.1", "bridge_max_packet_size 0"],
	...[
		"bridge_outgoing_retain true",
		"bridge_protocol_version mqttv311",
		"cleansession true",
		"local_cleansession false",
	],
	...["local_username barn", "local_password made-up", "local_clientid here", "remote_clientid there"],
	...["idle_timeout 60", "keepalive_interval 60", "notifications false", "notifications_local_only true"],
	...["notification_topic barn/state", "remote_username barn", "remote_password made-up # no comment"],
	...["restart_timeout 5 30", "round_robin false", "start_type automatic", "threshold 10", "try_private true"],
];
const WORDS = [
	"",
	"  ",
	"# allow_anonymous true",
	"#listener 1",
	"# Källare",
	"#\ttabs",
	"# per_listener_settings true",
];
const PORT = 21_000;

/** Numbers of a seed, each the same in every run (mulberry32). */
function dice(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (end: number) => Math.floor(next() * end);
	const shuffled = <T>(all: readonly T[]): T[] =>
		all
			.map((one) => [next(), one] as const)
			.sort(([a], [b]) => a - b)
			.map(([, one]) => one);
	return {
		below,
		shuffled,
		chance: (percent: number) => below(100) < percent,
		one: <T>(all: readonly [T, ...T[]] | readonly T[]): T => {
			const picked = all[below(all.length)];
			if (picked === undefined) throw new Error("Nothing to pick from.");
			return picked;
		},
		/** At most so many, of each key one. */
		some: (all: readonly string[], most: number): string[] => {
			const keys = new Set<string>();
			return shuffled(all)
				.filter((line) => keys.size < keys.add(line.split(" ")[0] ?? "").size)
				.slice(0, below(most + 1));
		},
	};
}
type Dice = ReturnType<typeof dice>;

/**
 * The configuration of a seed.
 * @param loose with what no Mosquitto reads as well: tabs, a byte order mark, blanks before a comment
 */
export function generate(seed: number, paths: Paths, loose = false): Generated {
	const random = dice(seed);
	const each = random.chance(35);
	const speaks: Record<number, Speech> = { 1883: { websockets: false, tls: false } };
	const ports = { next: PORT + 10 * (seed % 900) };
	const parts = partsOf(random, paths, each, speaks, ports);
	const files = filesOf(random, paths, each, speaks, ports);
	if (files.size > 0) parts.push([`include_dir ${paths.folder}`]);
	let lines = random.shuffled(parts).flat();
	if (random.chance(each ? 60 : 25)) lines = [...unnamed(random, each, paths, ports), ...lines];
	if (!each) lines = strewn(random, lines, security(random, paths));
	lines = strewn(random, lines, [...random.some(GLOBAL, 6), ...random.some(WORDS, 3)]);
	if (each) lines.splice(random.chance(80) ? 0 : random.below(lines.length + 1), 0, "per_listener_settings true");
	else if (random.chance(10)) lines.splice(random.below(lines.length + 1), 0, "per_listener_settings false");
	return { main: written(random, lines, loose), included: files, speaks };
}

function partsOf(random: Dice, paths: Paths, each: boolean, speaks: Record<number, Speech>, ports: { next: number }) {
	const parts: string[][] = [];
	for (let nth = random.below(4); nth > 0; nth--) parts.push(listener(random, paths, each, speaks, ports));
	if (random.chance(12)) parts.push([`listener 0 ${paths.socket}`]);
	if (random.chance(25))
		parts.push(["connection barn", "address 192.0.2.77:1883", "topic barn/# in 0", ...random.some(BRIDGE, 6)]);
	return parts;
}

function listener(random: Dice, paths: Paths, each: boolean, speaks: Record<number, Speech>, ports: { next: number }) {
	const port = ++ports.next;
	const [websockets, tls] = [random.chance(20), random.chance(20)];
	speaks[port] = { websockets, tls };
	const own = [
		...(websockets ? ["protocol websockets"] : random.some(["protocol mqtt"], 1)),
		...(tls ? [`certfile ${paths.cert}`, `keyfile ${paths.key}`] : []),
		...random.some(OWN, 3),
	];
	const its = each ? security(random, paths) : [];
	return [`listener ${port}${random.one(BIND)}`, ...strewn(random, random.shuffled(own), its)];
}

/** What calls a listener without a line of its own. */
function unnamed(random: Dice, each: boolean, paths: Paths, ports: { next: number }) {
	const port = ++ports.next;
	const lines = [
		...random.some([`port ${port} # the old way`, "bind_address 127.0.0.1"], 2),
		...random.some(["max_connections 25", "max_qos 1", "use_username_as_clientid true"], 2),
	];
	return strewn(random, random.shuffled(lines), each ? security(random, paths) : []);
}

/** A plugin and its option stay together. */
function security(random: Dice, paths: Paths): string[] {
	return [
		...random.some(ANONYMOUS, 1),
		...random.some([`password_file ${paths.passwords}`, `acl_file ${paths.rights}`], 2),
		...(random.chance(8) ? [`plugin ${paths.plugin}\nplugin_opt_config_file ${paths.plugin_file}`] : []),
	];
}

function filesOf(random: Dice, paths: Paths, each: boolean, speaks: Record<number, Speech>, ports: { next: number }) {
	const files = new Map<string, Buffer>();
	if (!random.chance(40)) return files;
	for (const name of random.some(["B.conf", "a.conf", "10-house.conf", "not-read.txt", ".conf"], 3)) {
		const lines = random.chance(50) ? listener(random, paths, each, speaks, ports) : [];
		files.set(name, written(random, strewn(random, lines, random.some([...WORDS, "sys_interval 20"], 3)), false));
	}
	return files;
}

function strewn(random: Dice, lines: readonly string[], among: readonly string[]): string[] {
	const all = [...lines];
	for (const line of among) all.splice(random.below(all.length + 1), 0, line);
	return all;
}

function written(random: Dice, lines: readonly string[], loose: boolean): Buffer {
	const [end, indented, latin] = [random.chance(15) ? "\r\n" : "\n", random.chance(10), random.chance(15)];
	const spoilt = (line: string) => {
		if (loose && random.chance(5)) return line.replace(" ", "\t");
		return indented && line.trim() !== "" && !line.startsWith("#") ? `  ${line}` : line;
	};
	const text =
		lines
			.flatMap((line) => line.split("\n"))
			.map(spoilt)
			.join(end) + (random.chance(80) ? end : "");
	return Buffer.from(loose && random.chance(5) ? `\uFEFF${text}` : text, latin ? "latin1" : "utf8");
}
