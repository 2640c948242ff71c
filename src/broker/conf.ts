/** One line of a file of Mosquitto's configuration, as it stands there. */
export interface Line {
	readonly file: string;
	/** Counted from 1, as people do. */
	readonly number: number;
	readonly text: string;
	/** Absent in comments and empty lines. */
	readonly key?: string;
	/** What follows the key; empty where nothing does. */
	readonly value: string;
}

/** Mosquitto's configuration: every line, in the order in which it is read, with those of `include_dir` in their place. */
export interface Conf {
	/** The one that Mosquitto was started with. */
	readonly main: string;
	readonly lines: readonly Line[];
}

/** What may be read; pure, so that a change can be tried on text. */
export interface Files {
	read(path: string): string | undefined;
	/** Names in a folder, unsorted; empty where there is none. */
	names(folder: string): readonly string[];
}

/** Reads as mosquitto.conf(5) says: a key, blanks, a value; `#` begins a comment only at the start of a line. */
export function confOf(main: string, files: Files): Conf {
	return { main, lines: linesOf(main, files, new Set()) };
}

function linesOf(file: string, files: Files, seen: ReadonlySet<string>): readonly Line[] {
	const text = files.read(file) ?? "";
	const within = new Set([...seen, file]);
	return textLines(text).flatMap((text, nth) => {
		const line = lineOf(file, nth + 1, text);
		if (line.key !== "include_dir") return [line];
		// Mosquitto sorts them by strcasecmp, capitals first where they are equal.
		const names = files.names(line.value).filter((name) => name.endsWith(".conf"));
		const paths = names.sort(asMosquitto).map((name) => `${line.value.replace(/\/$/, "")}/${name}`);
		return [line, ...paths.filter((path) => !within.has(path)).flatMap((path) => linesOf(path, files, within))];
	});
}

/** The last line may end without a line end. */
const textLines = (text: string): readonly string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

function lineOf(file: string, number: number, text: string): Line {
	const [, key, value = ""] = /^\s*([^\s#]\S*)(?:[ \t]+(.*?))?\s*$/.exec(text.replace(/\r$/, "")) ?? [];
	return { file, number, text, value, ...(key !== undefined && { key }) };
}

const asMosquitto = (a: string, b: string): number => {
	const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
	return lowA < lowB ? -1 : lowA > lowB ? 1 : a < b ? -1 : 1;
};

/** A port that the broker listens on, with the settings that stand behind its line. */
export interface Listener {
	readonly line: Line;
	readonly port: number;
	/** An address, a name or the path of a socket; absent for every address. */
	readonly bind?: string;
	/** From its line to the next listener. */
	readonly own: readonly Line[];
}

/** In the order of their lines. Without any, Mosquitto listens on 1883 of the loopback alone, and lets everybody in. */
export function listenersOf({ lines }: Conf): readonly Listener[] {
	const at = lines.flatMap(({ key }, nth) => (key === "listener" ? [nth] : []));
	return at.flatMap((begin, nth) => {
		const line = lines[begin];
		if (line === undefined) return [];
		const [port = "", bind] = line.value.split(/\s+/);
		const own = lines.slice(begin + 1, at[nth + 1]).filter(({ key }) => key !== undefined);
		return [{ line, port: Number(port), own, ...(bind !== undefined && { bind }) }];
	});
}

/** What is in force for the whole broker: of one that may stand once the last, as Mosquitto has it. */
export const settingOf = ({ lines }: Conf, key: string): string | undefined =>
	lines.findLast((l) => l.key === key)?.value;

export const settingsOf = ({ lines }: Conf, key: string): readonly string[] =>
	lines.flatMap((line) => (line.key === key ? [line.value] : []));

/** Settings hold for one listener alone, where this is on. */
export const perListener = (conf: Conf): boolean => settingOf(conf, "per_listener_settings") === "true";

/** Files as they become: path to text. */
export type Texts = ReadonlyMap<string, string>;

/** Every file of the configuration as text. */
export function textsOf({ main, lines }: Conf): Texts {
	const texts = new Map<string, string[]>([[main, []]]);
	for (const { file, text } of lines) texts.set(file, [...(texts.get(file) ?? []), text]);
	return new Map([...texts].map(([file, all]) => [file, all.map((text) => `${text}\n`).join("")]));
}

/** A line becomes other ones, or with none of them goes; the rest stays byte for byte. */
export const replaced = (conf: Conf, line: Line, texts: readonly string[]): Conf => ({
	...conf,
	lines: conf.lines.flatMap((one) =>
		one === line ? texts.map((text) => lineOf(line.file, line.number, text)) : [one],
	),
});

/** New lines behind one that is there; without one, at the end of the main file, before what it includes. */
export function added(conf: Conf, after: Line | undefined, texts: readonly string[]): Conf {
	const anchor = after ?? lastOfMain(conf);
	const fresh = texts.map((text) => lineOf(anchor?.file ?? conf.main, 0, text));
	if (anchor === undefined) return { ...conf, lines: fresh };
	const nth = conf.lines.indexOf(anchor);
	return { ...conf, lines: conf.lines.toSpliced(nth + 1, 0, ...fresh) };
}

/** Before the first listener and the first included file: what stands there holds for all. */
function lastOfMain({ main, lines }: Conf): Line | undefined {
	const end = lines.findIndex(({ key }) => key === "listener" || key === "include_dir");
	const before = lines.slice(0, end === -1 ? undefined : end);
	return before.findLast(({ file, text }) => file === main && text.trim() !== "");
}
