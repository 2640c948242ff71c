import { ANONYMOUS, type Paths, type Settings, settingsFor, WORDS } from "./generated-settings.ts";

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
	/** The line before it that says from where one comes. */
	readonly proxy: boolean;
	/** Only who has a certificate or a key of its own comes to its login. */
	readonly keyed: boolean;
}

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

/** What goes into a configuration, while it is made. */
interface Making {
	readonly random: Dice;
	readonly paths: Paths;
	readonly settings: Settings;
	/** Each listener has its own settings. */
	readonly each: boolean;
	readonly speaks: Record<number, Speech>;
	readonly ports: { next: number };
}

/**
 * The configuration of a seed.
 * @param known settings to make it of
 * @param loose with what no Mosquitto reads as well: tabs, a byte order mark, blanks before a comment
 */
export function generate(seed: number, paths: Paths, known: ReadonlySet<string>, loose = false): Generated {
	const random = dice(seed);
	const each = random.chance(35);
	const speaks: Record<number, Speech> = { 1883: PLAIN };
	const ports = { next: PORT + 10 * (seed % 900) };
	const settings = settingsFor(paths, known);
	const making: Making = { random, paths, settings, each, speaks, ports };
	const parts = partsOf(making);
	const files = filesOf(making);
	if (files.size > 0) parts.push([`include_dir ${paths.folder}`]);
	let lines = random.shuffled(parts).flat();
	if (random.chance(each ? 60 : 25)) lines = [...unnamed(making), ...lines];
	if (!each) lines = strewn(random, lines, security(making));
	lines = strewn(random, lines, [...random.some(settings.all, 6), ...random.some(WORDS, 3)]);
	if (lines.includes(TAKEN))
		lines.unshift(...settings.plugins_for_all.filter((line) => line.startsWith("plugin_load")));
	else if (random.chance(8)) lines.unshift(...random.some(settings.plugins_for_all, 1));
	if (each) lines.splice(random.chance(80) ? 0 : random.below(lines.length + 1), 0, "per_listener_settings true");
	else if (random.chance(10)) lines.splice(random.below(lines.length + 1), 0, "per_listener_settings false");
	return { main: written(random, lines, loose), included: files, speaks };
}
const PLAIN: Speech = { websockets: false, tls: false, proxy: false, keyed: false };
const TAKEN = "plugin_use house";

function partsOf(making: Making) {
	const { random, paths, settings } = making;
	const parts: string[][] = [];
	for (let nth = random.below(4); nth > 0; nth--) parts.push(listener(making));
	if (random.chance(12)) parts.push([`listener 0 ${paths.socket}`]);
	if (random.chance(25)) {
		const address = random.one(["address 192.0.2.77:1883", "addresses 192.0.2.77:1883 192.0.2.78"]);
		const tls = random.chance(40) ? random.some(settings.bridge_tls, 1) : [];
		parts.push(["connection barn", address, "topic barn/# in 0", ...tls, ...random.some(settings.bridge, 6)]);
	}
	return parts;
}

function listener(making: Making) {
	const { random, settings, each } = making;
	const port = ++making.ports.next;
	const kind = random.one([
		"mqtt",
		"mqtt",
		"mqtt",
		"websockets",
		"shared_key",
		"tls",
		"tls",
		"tls websockets",
	] as const);
	const websockets = kind.includes("websockets");
	const own = [
		...(websockets ? ["protocol websockets", ...random.some(settings.websockets, 1)] : []),
		...(kind === "mqtt" ? random.some(["protocol mqtt"], 1) : []),
		...(kind.includes("tls") ? tlsOf(making) : []),
		...(kind === "shared_key" ? [random.one(settings.shared_key)] : []),
		...random.some(settings.listener, 3).filter((line) => kind === "mqtt" || !line.includes("proxy_protocol")),
	];
	making.speaks[port] = speechOf(own);
	const its = each ? security(making) : [];
	const taken = random.chance(10) ? settings.plugin_taken : [];
	return [`listener ${port}${random.one(BIND)}`, ...strewn(random, random.shuffled(own), [...its, ...taken])];
}

const tlsOf = ({ random, paths, settings }: Making): string[] => [
	`certfile ${paths.cert}`,
	`keyfile ${paths.key}`,
	...random.some(settings.tls, 3),
];

function speechOf(own: readonly string[]): Speech {
	const has = (text: string) => own.some((line) => line.includes(text));
	return {
		websockets: has("protocol websockets"),
		tls: has("certfile"),
		proxy: has("enable_proxy_protocol"),
		keyed: has("require_certificate true") || has("psk_hint"),
	};
}

/** What calls a listener without a line of its own. */
function unnamed(making: Making) {
	const { random, settings, each } = making;
	const port = ++making.ports.next;
	const lines = [
		...random.some([`port ${port} # the old way`, "bind_address 127.0.0.1"], 2),
		...random.some(settings.unnamed, 2),
		...(random.chance(15) ? tlsOf(making) : []),
	];
	making.speaks[1883] = speechOf(lines);
	making.speaks[port] = speechOf(lines);
	return strewn(random, random.shuffled(lines), each ? security(making) : []);
}

/** A plugin and its option stay together. */
function security({ random, settings }: Making): string[] {
	return [
		...random.some(ANONYMOUS, 1),
		...random.some(settings.logins, 3),
		...(random.chance(8) ? [random.one(settings.plugins)] : []),
	];
}

function filesOf(making: Making) {
	const { random } = making;
	const files = new Map<string, Buffer>();
	if (!random.chance(40)) return files;
	for (const name of random.some(["B.conf", "a.conf", "10-house.conf", "not-read.txt", ".conf"], 3)) {
		const lines = random.chance(50) ? listener(making) : [];
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
