import { glob, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { ROOT } from "./options.ts";

/** An `import()` of a source, and not the type of a module. */
export const ASKED = /(?<!typeof |: |<)\bimport\(("[^"]+")\)/g;

/** Commands about a broker, which a running controller does not need. */
const COMMANDS = "src/cli/broker/program-broker.ts";
/** What becomes a file of its own when imported with `import()`. */
const APART = /(?:^#(?:demo|web)\/|\/program-broker\.ts$)/;
/** The declaration of a kind of device is part of the app; a plant needs the code of those kinds that it names. */
const DRIVERS = join(ROOT, "src/drivers");

/** Whether an `import()` of `asked` in the source `from` loads a file of its own. */
export const isApart = (asked: string, from: string): boolean =>
	APART.test(asked) || (from.startsWith(`${DRIVERS}/`) && asked.startsWith("."));

/** The parts that share the app's code: by the name of the file to make, its source. */
export async function partsOf(): Promise<Readonly<Record<string, string>>> {
	const parts: Record<string, string> = { "program-broker": join(ROOT, COMMANDS) };
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
