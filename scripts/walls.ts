import { glob } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { run, tool } from "./child.ts";

export interface Crossing {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
	/** The reason for the wall. */
	readonly why: string;
}

export interface Walls {
	readonly crossings: readonly Crossing[];
	/** Files of the product that were not followed, so walls do not apply to them. */
	readonly missed: readonly string[];
	readonly cruised: number;
	readonly house: House;
}

/** The folders directly under src, the packages of this checkout, and their imports of one another. */
export interface House {
	/** From the ground up, in the order of the table. */
	readonly rooms: readonly string[];
	/** Pairs of rooms where one imports the other. */
	readonly arrows: number;
	/** Imports of a higher room. */
	readonly upward: readonly string[];
}

const Report = z.object({
	modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
	summary: z.object({
		violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
		ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
	}),
});

const CONFIG = new URL("../.dependency-cruiser.cjs", import.meta.url).pathname;

/**
 * Follows every import of the app and its packages below `root`. Throws with the tool's message if it did not run. A run
 * that follows nothing reports success, for example with an unknown compiler. So the followed files are compared with those
 * that exist.
 */
export async function cruise(root: string): Promise<Walls> {
	const folders = ["src"];
	for await (const folder of glob("packages/*/src", { cwd: root })) folders.push(folder);
	const ended = await run(tool("depcruise"), ["--config", CONFIG, "--output-type", "json", ...folders], { cwd: root });
	if (!ended.stdout.startsWith("{")) throw new Error(`The cruise did not run:\n${ended.output}`);
	const { modules, summary } = Report.parse(JSON.parse(ended.stdout));
	const seen = new Set(modules.map((m) => m.source));
	const present: string[] = [];
	for await (const path of glob(
		folders.map((folder) => `${folder}/**/*.ts`),
		{ cwd: root },
	))
		present.push(path);
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
		house: houseOf(modules, [...why.keys()]),
	};
}

/** @param rules in their order: a room's row is called `<room>-imports` */
function houseOf(modules: z.infer<typeof Report>["modules"], rules: readonly string[]): House {
	const present = new Set(modules.flatMap(({ source }) => roomOf(source) ?? []));
	const rooms = rules.flatMap((rule) => /^(.+)-imports$/.exec(rule)?.[1] ?? []).filter((room) => present.has(room));
	const imports = modules.flatMap(({ source, dependencies }) =>
		dependencies.flatMap(({ resolved }) => {
			const [from, to] = [roomOf(source), roomOf(resolved)];
			return from === undefined || to === undefined || from === to
				? []
				: [{ from, to, path: `${source} -> ${resolved}` }];
		}),
	);
	return {
		rooms,
		arrows: new Set(imports.map(({ from, to }) => `${from} ${to}`)).size,
		upward: imports.filter(({ from, to }) => rooms.indexOf(to) > rooms.indexOf(from)).map(({ path }) => path),
	};
}

/** The texts of a rule or driver are beside it, but belong to the lowest room. */
const roomOf = (path: string): string | undefined =>
	/^src\/[^/]+\/(?:texts|(?:[^/]+\/){0,2}[^/]+\.texts)\.ts$/.test(path)
		? "words"
		: /^(?:src|packages)\/([^/]+)\//.exec(path)?.[1];

/** All violations, one per line; empty if there are none. */
export const complaints = ({ crossings, missed, cruised, house }: Walls): readonly string[] => [
	...house.upward.map((path) => `upward: ${path}`),
	...crossings.map(({ rule, from, to, why }) => `${rule}: ${from} -> ${to}\n    ${why}`),
	...missed.map((path) => `not followed: ${path}`),
	...(cruised === 0 ? ["nothing followed: src holds no .ts file"] : []),
];

if (import.meta.main) {
	const walls = await cruise(join(import.meta.dirname, ".."));
	const found = complaints(walls);
	if (found.length > 0) console.log(found.join("\n"));
	const { rooms, arrows, upward } = walls.house;
	console.log(`${rooms.length} rooms, ${arrows} arrows between them, ${upward.length} upward imports`);
	process.exitCode = found.length === 0 ? 0 : 1;
}
