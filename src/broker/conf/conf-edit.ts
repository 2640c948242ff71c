import { type Conf, type Line, lineOf, usualEnd } from "./conf.ts";

/** Settings that start a new part: a listener, a bridge, a plugin, or one of several files. */
const PART = new Set([
	...["listener", "include_dir", "connection"],
	...["plugin", "auth_plugin", "global_plugin", "plugin_load"],
]);

/** Replaces a line by others, or removes it. The rest stays byte for byte. */
export function replaced(conf: Conf, line: Line, texts: readonly string[]): Conf {
	const fresh = freshLines(conf, line.file, texts);
	const last = fresh.at(-1);
	const kept = last === undefined ? [] : [...fresh.slice(0, -1), { ...last, end: line.end, number: line.number }];
	return { ...conf, lines: conf.lines.flatMap((one) => (one === line ? kept : [one])) };
}

/** The same setting with another first word as its value. Blanks and what follows stay. */
export function withValue(conf: Conf, line: Line, value: string): Conf {
	const [, before = `${line.key} `, after = ""] = /^( *[^ ]+ +)[^ \r]*(.*)$/s.exec(line.text) ?? [];
	return replaced(conf, line, [`${before}${value}${after}`]);
}

/** The line as a comment. */
export const putAway = (conf: Conf, line: Line): Conf => replaced(conf, line, [`# ${line.text.trim()}`]);

/** Adds lines after an existing one. */
export function added(conf: Conf, after: Line, texts: readonly string[]): Conf {
	const nth = conf.lines.indexOf(after);
	return { ...conf, lines: conf.lines.toSpliced(nth + 1, 0, ...freshLines(conf, after.file, texts)) };
}

/** Adds lines at the end of the main file, where no later setting can become part of them. */
export function addedLast(conf: Conf, texts: readonly string[]): Conf {
	const last = conf.lines.findLastIndex(({ file }) => file === conf.main);
	const block = last === -1 ? texts : ["", ...texts];
	return { ...conf, lines: conf.lines.toSpliced(conf.lines.length, 0, ...freshLines(conf, conf.main, block)) };
}

/**
 * Adds lines for the whole broker to the main file, above its first part and that part's comment. Settings there apply to
 * the whole broker and to no bridge.
 */
export function addedForAll(conf: Conf, texts: readonly string[]): Conf {
	const { main, lines } = conf;
	const part = lines.findIndex(({ key, file }) => file === main && key !== undefined && PART.has(key));
	const general = lines.slice(0, part === -1 ? lines.length : part);
	const keyless = part === -1 ? -1 : general.findLastIndex(({ text, key }) => key !== undefined || text.trim() === "");
	const end = part === -1 ? general.length : keyless + 1;
	const nth = general.slice(0, end).findLastIndex(({ text }) => text.trim() !== "") + 1;
	const gap = (lines[nth]?.text.trim() ?? "") === "" ? [] : [""];
	const block = [...(nth > 0 ? [""] : []), ...texts, ...gap];
	return { ...conf, lines: lines.toSpliced(nth, 0, ...freshLines(conf, main, block)) };
}

function freshLines(conf: Conf, file: string, texts: readonly string[]): readonly Line[] {
	const end = usualEnd(conf.lines, file);
	return texts.map((text) => lineOf(file, 0, `${text}${end}`));
}
