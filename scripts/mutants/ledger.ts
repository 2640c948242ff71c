import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Mutant } from "./mutant.ts";

/** What was learned of a mutant so far: by the marks of test files, which did not notice it, and which did and how. */
export interface Known {
	readonly passed: readonly string[];
	readonly killed?: { readonly mark: string; readonly by: string; readonly how: string };
}

/** A file of results, to which each is added as it is found. So a campaign that was ended goes on where it was. */
export class Ledger {
	private readonly file: string;
	private readonly known = new Map<string, Known>();
	/** Test files that killed a mutant of this source, how often. */
	private readonly killers = new Map<string, number>();

	constructor(file: string) {
		this.file = file;
		if (!existsSync(file)) return;
		for (const line of readFileSync(file, "utf8").split("\n")) {
			if (line === "") continue;
			const { key, source, ...known }: Known & { key: string; source: string } = JSON.parse(line);
			this.keep(key, source, known);
		}
	}

	of(mutant: Mutant): Known {
		return this.known.get(keyOf(mutant)) ?? { passed: [] };
	}
	kills(source: string, test: string): number {
		return this.killers.get(`${source} ${test}`) ?? 0;
	}

	add(mutant: Mutant, known: Known): void {
		const key = keyOf(mutant);
		appendFileSync(this.file, `${JSON.stringify({ key, source: mutant.file, ...known })}\n`);
		this.keep(key, mutant.file, known);
	}

	/** It is to be tried again. */
	forget(mutant: Mutant): void {
		this.add(mutant, { passed: [] });
	}

	private keep(key: string, source: string, known: Known): void {
		this.known.set(key, known);
		if (known.killed === undefined) return;
		const name = `${source} ${known.killed.by}`;
		this.killers.set(name, 1 + (this.killers.get(name) ?? 0));
	}
}

/** The same as long as its line is the same; marks of tests tell whether anything else is different. */
const keyOf = ({ file, text, was, by, column, nth }: Mutant): string => [file, text, column, nth, was, by].join("|");
