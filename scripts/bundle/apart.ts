import { glob, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { ROOT } from "./options.ts";

/** An `import()` of a source, and not the type of a module. */
export const ASKED = /(?<!typeof |: |<)\bimport\(("[^"]+")\)/g;

/** What control starts without: the broker's side, the package that writes the log, and what a person asks for. */
const RARE = [
	"src/app/page/engineer/engineer.ts",
	// A thread needs a file of its own.
	"src/app/page/engineer/what-if/what-if-worker.ts",
	"src/app/page/home-dashboard.ts",
	"src/app/broker/audit.ts",
	"src/app/broker/join.ts",
	"src/app/broker/log-watch.ts",
	"src/app/hardware/look-for.ts",
	"src/app/setup/guided.ts",
	"src/cli/app/check/check.ts",
	"src/cli/app/dashboard.ts",
	"src/cli/app/hardware/discover.ts",
	"src/cli/app/data/import.ts",
	"src/cli/app/replay/replay.ts",
	"src/cli/app/simulate/simulate.ts",
	"src/cli/broker/program-broker.ts",
	"src/cli/soak/soak.ts",
	"src/runtime/log/winston-sink.ts",
].map((file) => join(ROOT, file));
/** Made by the plugin `later`, each with its own copy of what it needs. */
const LATER = /^#(?:demo|web)\//;
/** The declaration of a kind of device is part of the app; a plant needs the code of those kinds that it names. */
const DRIVERS = join(ROOT, "src/drivers");

/** Whether an `import()` of `asked` in the source `from` loads a file of its own. */
export const isApart = (asked: string, from: string): boolean =>
	LATER.test(asked) ||
	RARE.includes(sourceBehind(asked, from)) ||
	(from.startsWith(`${DRIVERS}/`) && asked.startsWith("."));

const sourceBehind = (asked: string, from: string): string =>
	asked.startsWith("#") ? join(ROOT, "src", asked.slice(1)) : join(dirname(from), asked);

/** The parts that share the app's code: by the name of the file to make, its source. */
export async function partsOf(): Promise<Readonly<Record<string, string>>> {
	const parts = Object.fromEntries(RARE.map((source) => [basename(source, ".ts"), source]));
	for await (const file of glob("**/*.ts", { cwd: DRIVERS })) {
		const path = join(DRIVERS, file);
		for (const [, asked = ""] of (await readFile(path, "utf8")).matchAll(ASKED)) {
			const name = asked.slice(1, -1);
			if (!isApart(name, path)) continue;
			const source = join(dirname(path), name);
			parts[relative(DRIVERS, source).replaceAll("/", "-").replace(/\.ts$/, "")] = source;
		}
	}
	return parts;
}
