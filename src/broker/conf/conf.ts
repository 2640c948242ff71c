import { absolute } from "./path-settings.ts";

/** One line of a Mosquitto configuration file. */
export interface Line {
	readonly file: string;
	/** From 1. */
	readonly number: number;
	/** Without its line end. */
	readonly text: string;
	/** Empty if the file ends without one. */
	readonly end: "\n" | "\r\n" | "";
	/** Absent in comments and empty lines. */
	readonly key?: string;
	/** As Mosquitto reads it; empty if nothing follows the key. */
	readonly value: string;
}

/** Mosquitto's configuration: all lines in the order in which they are read, those of `include_dir` in place. */
export interface Conf {
	/** The file that Mosquitto was started with. */
	readonly main: string;
	readonly lines: readonly Line[];
}

/** Reads files. Replaceable, so that a change can be tried on text. */
export interface Files {
	read(path: string): string | undefined;
	/** Names in a folder, unsorted; empty if there is none. */
	names(folder: string): readonly string[];
	/** The folder in which the running broker was started. Its relative paths start there. */
	folderOf?(main: string): string | undefined;
}

/**
 * Reads as Mosquitto 2.0 and 2.1 do: spaces separate key and value, never tabs; `#` starts a comment only at the start of a
 * line; only the main file includes others.
 */
export function confOf(main: string, files: Files): Conf {
	const seen = new Set([main]);
	const folder = once(() => files.folderOf?.(main));
	const lines = linesOf(main, files).flatMap((written) => {
		const line = absolute(written, folder);
		if (line.key !== "include_dir") return [line];
		const paths = included(line.value, files).filter((path) => !seen.has(path));
		for (const path of paths) seen.add(path);
		return [line, ...paths.flatMap((path) => linesOf(path, files).map((one) => absolute(one, folder)))];
	});
	return { main, lines };
}

/** Calls `ask` at most once. */
function once<T>(ask: () => T): () => T {
	let asked: { readonly answer: T } | undefined;
	return () => {
		asked ??= { answer: ask() };
		return asked.answer;
	};
}

const linesOf = (file: string, files: Files): readonly Line[] =>
	(files.read(file)?.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((raw, nth) => lineOf(file, nth + 1, raw));

function included(folder: string, files: Files): readonly string[] {
	const names = files.names(folder).filter((name) => name.length > 5 && name.endsWith(".conf"));
	return names.sort(asMosquitto).map((name) => `${folder.replace(/\/$/, "")}/${name}`);
}

/** Compares letter by letter, ignoring case; capitals first where only the case differs. */
function asMosquitto(a: string, b: string): number {
	for (let nth = 0; nth < Math.min(a.length, b.length); nth++) {
		const [one = "", other = ""] = [a[nth], b[nth]];
		const by = codeOf(one.toUpperCase()) - codeOf(other.toUpperCase()) || codeOf(one) - codeOf(other);
		if (by !== 0) return by;
	}
	return a.length - b.length;
}

const codeOf = (letter: string): number => letter.charCodeAt(0);

/** Settings whose value is one word, so that a comment may follow. Others take the rest of the line. */
const WORD = new Set([
	...["allow_anonymous", "listener_allow_anonymous", "per_listener_settings", "allow_zero_length_clientid"],
	...["port", "protocol", "socket_domain", "max_connections", "max_qos", "maximum_qos", "enable_proxy_protocol"],
	...["require_certificate", "use_identity_as_username", "use_subject_as_username", "use_username_as_clientid"],
	...["persistence", "retained_persistence", "connection_messages", "log_timestamp", "log_type"],
]);

/** @param raw with its line end, or without one */
export function lineOf(file: string, number: number, raw: string): Line {
	const end = raw.endsWith("\r\n") ? "\r\n" : raw.endsWith("\n") ? "\n" : "";
	const text = raw.slice(0, raw.length - end.length);
	const plain = { file, number, text, end, value: "" } as const;
	if (text.startsWith("#")) return plain;
	const [, key, rest = ""] = /^ *([^ ]+)(?: +(.*))?$/.exec(text.replace(/\r+$/, "")) ?? [];
	// A comment after blanks is an error to Mosquitto. It is no setting for us.
	if (key === undefined || key.startsWith("#")) return plain;
	return { ...plain, key, value: takenOf(key, rest.trim()) };
}

function takenOf(key: string, rest: string): string {
	if (WORD.has(key)) return rest.split(/ +/)[0] ?? "";
	return key === "listener" ? rest.replace(/(?:^| +)#.*$/, "") : rest;
}

/** The value for the whole broker. Of several lines Mosquitto takes the last. */
export const settingOf = ({ lines }: Conf, key: string): string | undefined =>
	lines.findLast((l) => l.key === key)?.value;

export const settingsOf = ({ lines }: Conf, key: string): readonly string[] =>
	lines.flatMap((line) => (line.key === key ? [line.value] : []));

/** How Mosquitto writes yes and no. */
export const isOn = (value: string | undefined): boolean => value === "true" || value === "1";
export const isOff = (value: string | undefined): boolean => value === "false" || value === "0";

/** Each listener has its own settings where this is on. */
export const perListener = (conf: Conf): boolean => isOn(settingOf(conf, "per_listener_settings"));

/** Files after a change: path to text. */
export type Texts = ReadonlyMap<string, string>;

/** Every file of the configuration as text. A file without lines is left out, unless it is the main one. */
export function textsOf({ main, lines }: Conf): Texts {
	const texts = new Map([[main, ""]]);
	for (const { file, text, end } of lines) {
		const before = texts.get(file) ?? "";
		// The former last line may have had no line end, and another line may follow it now.
		const joint = before === "" || before.endsWith("\n") ? "" : usualEnd(lines, file);
		texts.set(file, `${before}${joint}${text}${end}`);
	}
	return texts;
}

/** The usual line end of a file. */
export const usualEnd = (lines: readonly Line[], file: string): "\n" | "\r\n" =>
	lines.find((line) => line.file === file && line.end !== "")?.end || "\n";
