import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../fixtures/recorded-day");
/** Differences that are shown of a file. */
const SHOWN = 40;

export function keep(files: ReadonlyMap<string, readonly string[]>): void {
	mkdirSync(FOLDER, { recursive: true });
	for (const [name, lines] of files) writeFileSync(join(FOLDER, name), `${lines.join("\n")}\n`);
}

/** The difference as a text; empty if there is none. */
export function differences(name: string, lines: readonly string[]): string {
	const found = between(readFileSync(join(FOLDER, name), "utf8").trimEnd().split("\n"), lines);
	if (found.length === 0) return "";
	const what = `${name} is not as recorded. A contract that grew is recorded anew: CONTRIBUTING.md, "The recorded day".`;
	return [what, ...found].join("\n");
}

/** What the recording has and this day had not (`-`), what came new (`+`), and where only the order is another. */
export function between(before: readonly string[], lines: readonly string[]): readonly string[] {
	const [recorded, now] = [withHeads(before), withHeads(lines)];
	const gone = without(recorded, now).map((line) => `- ${line}`);
	const come = without(now, recorded).map((line) => `+ ${line}`);
	if (gone.length + come.length > 0) return [...gone.slice(0, SHOWN), ...come.slice(0, SHOWN)];
	return now
		.filter((line, i) => line !== recorded[i])
		.slice(0, 1)
		.map((line) => `another order from: ${line}`);
}

/** A line that is indented says what only with the line above that is not. */
function withHeads(lines: readonly string[]): readonly string[] {
	let head = "";
	return lines.map((line) => {
		if (line.startsWith("\t")) return `${head}: ${line.trim()}`;
		head = line;
		return line;
	});
}

/** Lines of `all` that are more often there than in `others`. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return all.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count <= 0;
	});
}
