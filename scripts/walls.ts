import { glob } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { run, tool } from "./child.ts";

export interface Crossing {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
	/** Why the wall is there. */
	readonly why: string;
}

export interface Walls {
	readonly crossings: readonly Crossing[];
	/** Files in src that the cruise has not seen; a wall around them holds nothing. */
	readonly missed: readonly string[];
	readonly cruised: number;
}

const Report = z.object({
	modules: z.array(z.object({ source: z.string() })),
	summary: z.object({
		violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
		ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
	}),
});

const CONFIG = new URL("../.dependency-cruiser.cjs", import.meta.url).pathname;

/**
 * Follows every import of `root`/src. Throws with the tool's own words where it did not run.
 * A cruise that finds nothing to follow reports success, for example under a compiler it does not know; so what it
 * followed is compared with what is there.
 */
export async function cruise(root: string): Promise<Walls> {
	const ended = await run(tool("depcruise"), ["--config", CONFIG, "--output-type", "json", "src"], { cwd: root });
	if (!ended.stdout.startsWith("{")) throw new Error(`The cruise did not run:\n${ended.output}`);
	const { modules, summary } = Report.parse(JSON.parse(ended.stdout));
	const seen = new Set(modules.map((m) => m.source));
	const present: string[] = [];
	for await (const path of glob("src/**/*.ts", { cwd: root })) present.push(path);
	const why = new Map(summary.ruleSetUsed.forbidden.map((r) => [r.name, r.comment]));
	return {
		crossings: summary.violations.map(({ from, to, rule }) => ({
			rule: rule.name,
			from,
			to,
			why: why.get(rule.name) ?? "",
		})),
		missed: present.filter((path) => !seen.has(path)).sort(),
		cruised: present.length,
	};
}

/** What is wrong, a line each; empty where all walls hold. */
export const complaints = ({ crossings, missed, cruised }: Walls): readonly string[] => [
	...crossings.map(({ rule, from, to, why }) => `${rule}: ${from} -> ${to}\n    ${why}`),
	...missed.map((path) => `not followed: ${path}`),
	...(cruised === 0 ? ["nothing followed: src holds no .ts file"] : []),
];

if (import.meta.main) {
	const found = complaints(await cruise(join(import.meta.dirname, "..")));
	console.log(found.join("\n"));
	process.exitCode = found.length === 0 ? 0 : 1;
}
