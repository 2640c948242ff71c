import { describe, expect, test } from "@jest/globals";
import { confOf, textsOf } from "../../../src/broker/conf/conf.ts";
import { hardened, misplaced } from "../../../src/broker/conf/harden.ts";
import { bytesOf, textOf } from "../../../src/broker/files/encoding.ts";
import { type Generated, generate } from "./generated.ts";
import { knownTo, type Paths } from "./generated-settings.ts";
import { knownSettings } from "./known-settings.ts";

const MAIN = "/etc/mosquitto/mosquitto.conf";
const FOLDER = "/etc/mosquitto/conf.d";
const PATHS: Paths = {
	folder: FOLDER,
	passwords: "/etc/mosquitto/theirs",
	rights: "/etc/mosquitto/rights",
	socket: "/run/mosquitto/house.sock",
	cert: "/etc/mosquitto/house.crt",
	key: "/etc/mosquitto/house.key",
	ca: "/etc/mosquitto/ca.crt",
	authorities: "/etc/mosquitto/ca_certificates",
	revoked: "/etc/mosquitto/revoked.pem",
	dh: "/etc/mosquitto/dh.pem",
	shared_keys: "/etc/mosquitto/shared-keys",
	plugin: "/usr/lib/mosquitto_dynamic_security.so",
	plugin_file: "/var/lib/mosquitto/security.json",
	log: "/var/log/mosquitto/mosquitto.log",
	store: "/var/lib/mosquitto/",
	pid: "/run/mosquitto/mosquitto.pid",
};
const KNOWN = knownSettings("2.1");
const WANTED = {
	password_file: "/etc/mosquitto/passwd",
	port: 1883,
	log_file: "/log",
	persistence_location: "/store/",
};
/** Settings whose value hardening may change. The rest of the line stays. */
const CHANGES =
	/^( *(?:(?:listener_)?allow_anonymous|(?:retained_)?persistence|connection_messages|log_timestamp|log_type) +)(?:true|false|0|1|none|error)(?= |\r?\n|$)/;

/** As the disk would be. */
function after({ main, included }: Generated): Map<string, Buffer> {
	const before = new Map([[MAIN, main], ...[...included].map(([name, text]) => [`${FOLDER}/${name}`, text] as const)]);
	const read = (path: string) => {
		const bytes = before.get(path);
		return bytes && textOf(bytes);
	};
	const conf = confOf(MAIN, { read, names: (folder) => (folder === FOLDER ? [...included.keys()] : []) });
	const same = [...textsOf(conf)].map(([path, text]) => [path, bytesOf(text, before.get(path))] as const);
	for (const [path, bytes] of same) if (!bytes.equals(before.get(path) ?? Buffer.alloc(0))) throw new Error(path);
	const texts = textsOf(hardened(conf, WANTED));
	return new Map([...before, ...[...texts].map(([path, text]) => [path, bytesOf(text, before.get(path))] as const)]);
}

const linesOf = (bytes: Buffer | undefined) => bytes?.toString("latin1").match(/[^\n]*\n|[^\n]+$/g) ?? [];
/** A setting that must precede others is moved. */
const MOVED = /^(?:# )? *(per_listener_settings +(?:true|false)) *(?=\r?\n|$)/;
const blank = (line: string) =>
	line
		.replace(CHANGES, "$1?")
		.replace(MOVED, "$1")
		.replace(/[\r\n]+$/, "");
const keyOf = (line: string) => (line.startsWith("#") ? undefined : /^ *([^ #\r\n]+)/.exec(line)?.[1]);

/** Every old line is there, in its order; the line ends too, but for a last one that had none. */
function keeps(before: readonly string[], now: readonly string[]): string | undefined {
	let at = 0;
	for (const [nth, line] of before.entries()) {
		const ended = line.endsWith("\n") || nth === before.length - 1;
		const found = now.findIndex((one, place) => place >= at && blank(one) === blank(line) && ended);
		if (found === -1) return line;
		if (line.endsWith("\r\n") !== now[found]?.endsWith("\r\n") && line.endsWith("\n")) return line;
		at = found + 1;
	}
	return undefined;
}

/** Lines below each `listener` of a file, up to the next one. */
function sections(lines: readonly string[]): readonly (readonly string[])[] {
	const all: string[][] = [[]];
	for (const line of lines)
		if (keyOf(line) === "listener") all.push([line]);
		else all.at(-1)?.push(line);
	return all;
}

function wrongOf(seed: number, loose: boolean): string | undefined {
	const made = generate(seed, PATHS, KNOWN, loose);
	const now = after(made);
	const before = new Map([
		[MAIN, made.main],
		...[...made.included].map(([name, text]) => [`${FOLDER}/${name}`, text] as const),
	]);
	for (const [path, bytes] of before) {
		const lost = keeps(linesOf(bytes), linesOf(now.get(path)));
		if (lost !== undefined) return `${path} lost ${JSON.stringify(lost)}`;
	}
	const again = after({ ...made, main: now.get(MAIN) ?? Buffer.alloc(0), included: includedIn(now) });
	for (const [path, bytes] of now) if (!again.get(path)?.equals(bytes)) return `${path} is changed a second time`;
	// What no Mosquitto reads is refused before any change.
	if (loose) return undefined;
	const all = [...now]
		.filter(([path]) => path === MAIN || /\/[^/]+\.conf$/.test(path))
		.flatMap(([, bytes]) => linesOf(bytes));
	if (all.some((line) => /^ *(?:listener_)?allow_anonymous +(?:true|1)\b/.test(line))) return "somebody is let in";
	const each = all.some((line) => /^ *per_listener_settings +true\b/.test(line));
	if (!each) return all.some((line) => keyOf(line) === "allow_anonymous") ? undefined : "nothing says who is let in";
	for (const [path, bytes] of now)
		for (const section of path.endsWith(".txt") || path.endsWith("/.conf") ? [] : sections(linesOf(bytes)).slice(1))
			if (!section.some((line) => keyOf(line) === "allow_anonymous")) return `nothing is said for ${section[0]}`;
	return undefined;
}

const includedIn = (files: ReadonlyMap<string, Buffer>) =>
	new Map(
		[...files].flatMap(([path, text]) =>
			path.startsWith(`${FOLDER}/`) ? [[path.slice(FOLDER.length + 1), text] as const] : [],
		),
	);

describe("Hardening a configuration of others", () => {
	// #keeps-line-byte-generated
	test.each([
		["that Mosquitto may read", false],
		["with tabs and byte order marks", true],
	])("%s keeps every line byte for byte, loses no setting, and closes each listener (1,500 generated)", (_, loose) => {
		const wrong: string[] = [];
		for (let seed = 1; seed <= 1500; seed++) {
			const said = wrongOf(seed, loose);
			if (said !== undefined) wrong.push(`seed ${seed}: ${said}`);
		}
		expect(wrong.slice(0, 5)).toEqual([]);
	});

	test("is tried with every setting that a release knows", () => {
		const keys = new Set<string>();
		for (let seed = 1; seed <= 1500; seed++) {
			const { main, included } = generate(seed, PATHS, KNOWN);
			for (const line of [main, ...included.values()].flatMap(linesOf)) keys.add(keyOf(line) ?? "");
		}
		const tried = (name: string) =>
			name.endsWith("_") ? [...keys].some((key) => key.startsWith(name)) : keys.has(name);
		expect([...KNOWN].filter((name) => !tried(name))).toEqual([]);
		expect([...keys].filter((key) => key !== "" && !knownTo(KNOWN, key))).toEqual([]);
	});

	test("says first that listeners have settings of their own, where that was said behind one", () => {
		const text = "listener 1890\nlistener 1891\n  per_listener_settings true\n";
		const conf = confOf(MAIN, { read: (path) => (path === MAIN ? text : undefined), names: () => [] });
		const lines = textsOf(hardened(conf, WANTED)).get(MAIN)?.split("\n") ?? [];
		expect(lines).toContain("# per_listener_settings true");
		const said = lines.indexOf("per_listener_settings true");
		expect(said).toBeGreaterThan(-1);
		expect(said).toBeLessThan(lines.indexOf("allow_anonymous false"));
	});

	test.each([
		"maximum_qos 2",
		"max_connections -1",
		"protocol mqtt",
		"per_listener_settings true\nallow_anonymous false",
	])("gives %j its port, which calls a listener on 2.1 alone, and no second listener", (text) => {
		const conf = confOf(MAIN, { read: (path) => (path === MAIN ? `${text}\n` : undefined), names: () => [] });
		const now = textsOf(hardened(conf, WANTED)).get(MAIN) ?? "";
		expect(now).toMatch(/^port 1883$/m);
		expect(now).not.toMatch(/^listener/m);
	});

	test("names the line of a listener that cannot be closed for certain", () => {
		const text = "per_listener_settings true\nlistener 1890\nport 1883\n";
		const conf = confOf(MAIN, { read: (path) => (path === MAIN ? text : undefined), names: () => [] });
		expect(misplaced(conf)?.number).toBe(3);
	});
});
