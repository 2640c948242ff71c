import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Known, leaves, marked } from "./marks.ts";
import type { Console } from "./typed.ts";

const MANIFEST = join(import.meta.dirname, "../../../config.yaml");

/** The manifest as Home Assistant reads it, with every option, its default and what it may be. */
export function manifest(known: Known): readonly string[] {
	const { description: _, ...rest } = parse(readFileSync(MANIFEST, "utf8"));
	return leaves(marked(rest, known));
}

/** Every command with its flags and their defaults, as `--help` has them. */
export async function flags(console: Console, command: readonly string[] = []): Promise<readonly string[]> {
	const { out } = await console.type([...command, "--help"]);
	const [usage = "", ...rest] = joined(out);
	const found = rest.map((line) => /^ {2}(-\S.*?)(?: {2,}(.*))?$/.exec(line)).filter((line) => line !== null);
	const told = found.map(([, flag, about = ""]) => `\t${flag}${/ \(default: .*\)$/.exec(about)?.[0] ?? ""}`);
	const lines = [usage.replace("Usage: ", ""), ...told.sort()];
	for (const name of commandsIn(rest)) lines.push(...(await flags(console, [...command, name])));
	return lines;
}

/** Lines that went on are one again. */
const joined = (help: string): readonly string[] =>
	help
		.replaceAll(/\n {6,}/g, " ")
		.split("\n")
		.filter((line) => line !== "");

function commandsIn(lines: readonly string[]): readonly string[] {
	const from = lines.indexOf("Commands:");
	const named = (from < 0 ? [] : lines.slice(from + 1)).map((line) => /^ {2}([a-z][a-z0-9-]*)/.exec(line)?.[1]);
	return named.filter((name): name is string => name !== undefined && name !== "help");
}
