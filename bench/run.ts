import { globSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { build, stop } from "esbuild";
import { BUNDLE, bundle, LAUNCHER } from "../scripts/bundle.ts";
import * as bars from "./bars/index.ts";
import { type Bar, type Bench, type Row, short } from "./harness/figures.ts";
import { milestones } from "./harness/milestones.ts";
import { openHouse } from "./harness/plants.ts";
import { tapped } from "./harness/tapped.ts";

const ROOT = join(import.meta.dirname, "..");
const USAGE = `npm run bench -- [--quick] [--only ID]... [--json FILE]
  bars: ${Object.values(bars)
		.map(({ id }) => id)
		.join(", ")}`;

interface Result {
	readonly id: string;
	readonly title: string;
	readonly rows: readonly Row[];
	/** Why it could not be measured. */
	readonly error?: string;
	/** Of the machine, before and after. */
	readonly load: readonly [number, number];
	readonly seconds: number;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			quick: { type: "boolean", default: false },
			only: { type: "string", multiple: true, default: [] },
			json: { type: "string" },
			help: { type: "boolean", default: false },
		},
	});
	const chosen = Object.values(bars).filter(({ id }) => values.only.length === 0 || values.only.includes(id));
	if (values.help || chosen.length < values.only.length || chosen.length === 0) {
		console.log(USAGE);
		return values.help ? 0 : 2;
	}
	const folder = await mkdtemp(join(tmpdir(), "bench-"));
	try {
		const bench = await built(folder, values.quick);
		await firstLife(bench);
		const results: Result[] = [];
		for (const bar of chosen.filter(({ waits }) => !waits)) results.push(await measured(bar, bench));
		results.push(...(await Promise.all(chosen.filter(({ waits }) => waits).map((bar) => measured(bar, bench)))));
		if (values.json !== undefined) await save(values.json, values.quick, results);
		const missed = results.flatMap(({ id, rows, error }) =>
			error !== undefined || rows.some((r) => !r.ok) ? [id] : [],
		);
		console.log(missed.length === 0 ? "bench: every bar holds" : `bench: missed ${missed.join(", ")}`);
		return missed.length === 0 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** App and floor, bundled alike. */
async function built(folder: string, quick: boolean): Promise<Bench> {
	const made = await bundle("src/main.ts", join(folder, "app"));
	const floor = join(folder, "floor.cjs");
	// The floor is an ordinary bundle, without our omissions.
	await build({ ...BUNDLE, alias: {}, absWorkingDir: ROOT, entryPoints: ["bench/floor/floor.ts"], outfile: floor });
	// Its service would idle beside all that is measured.
	await stop();
	const tell = (line: string) => void process.stderr.write(`    ${line}\n`);
	return { app: join(folder, "app", LAUNCHER), floor, made, quick, rounds: quick ? 5 : 11, tell };
}

/**
 * The app keeps its compiled code when its first start is finished. Every start in a house but the first is of that kind,
 * and so is every one that is measured here.
 */
async function firstLife({ app }: Bench): Promise<void> {
	const house = openHouse();
	try {
		await tapped(
			app,
			(port) => house.options(port),
			async ({ program, tap }) => {
				await milestones(tap, 15_000);
				const kept = () => globSync(".cache/*/app.cjs", { cwd: dirname(app) }).length > 0;
				for (const last = performance.now() + 60_000; !kept() && performance.now() < last; ) await pause(50);
				await program.end("SIGTERM");
			},
		);
	} finally {
		house.close();
	}
}

async function measured(bar: Bar, bench: Bench): Promise<Result> {
	const began = performance.now();
	const before = load();
	const tell = (line: string) => bench.tell(`${bar.id}: ${line}`);
	const { rows, error } = await bar.run({ ...bench, tell }).then(
		(rows) => ({ rows, error: undefined }),
		(failure: unknown) => ({ rows: [], error: failure instanceof Error ? failure.message : String(failure) }),
	);
	// All at once: another bar may be under way.
	console.log(`${bar.id}: ${bar.title}`);
	for (const row of rows) console.log(line(row));
	if (error !== undefined) console.log(`  FAIL not measured: ${error}`);
	const seconds = (performance.now() - began) / 1000;
	console.log(`  ${seconds.toFixed(0)} s, load ${short(before)} to ${short(load())}`);
	const { id, title } = bar;
	return { id, title, rows, ...(error === undefined ? {} : { error }), load: [before, load()], seconds };
}

function line({ what, value, unit, bar, ok, details }: Row): string {
	const behind = Object.entries(details).map(
		([name, figure]) => `${name} ${typeof figure === "number" ? short(figure) : figure}`,
	);
	const held = bar === undefined ? "".padEnd(8) : `<= ${short(bar).padEnd(5)}`;
	const figures = `${short(value).padStart(7)} ${held} ${unit.padEnd(9)}`;
	const verdict = bar === undefined ? "    " : ok ? "ok  " : "MISS";
	return `  ${verdict} ${what.padEnd(34)} ${figures} ${behind.join(", ")}`.trimEnd();
}

async function save(file: string, quick: boolean, results: readonly Result[]) {
	const machine = { node: process.version, arch: process.arch, cpu: cpus()[0]?.model ?? "", cores: cpus().length };
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `${JSON.stringify({ quick, machine, results }, undefined, "\t")}\n`);
}

const load = () => loadavg()[0] ?? 0;

process.exitCode = await main();
