import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { type Bar, limit } from "../harness/figures.ts";

const Lock = z.object({
	packages: z.record(
		z.string(),
		z.object({
			dev: z.boolean().default(false),
			link: z.boolean().default(false),
			cpu: z.array(z.string()).optional(),
		}),
	),
});

/** The app with the texts of one language, and the code of the owner's relay board. */
const FIRST = /^(?:(?:solar-heating|main|app|bus-relay-board|usb-relay-[a-z]+)\.cjs|texts-en\..+)$/;
/** What only a browser asks for, and what only the demo has: a broker of its own. */
const BESIDE: readonly string[] = [
	"page.cjs",
	"guided.cjs",
	"engineer.cjs",
	"what-if-worker.cjs",
	"demo.cjs",
	"solar-heating-card.js",
	"texts-configuration.json.br",
];

export const size: Bar = {
	id: "size",
	title:
		"What an installation carries: what it loads before the first control step, all of it, and the packages shipped beside it",
	async run({ app, made }) {
		const before = made.filter(({ file }) => FIRST.test(file));
		const common = made.filter(({ file }) => !BESIDE.includes(file));
		const lock = Lock.parse(JSON.parse(await readFile(join(import.meta.dirname, "../../package-lock.json"), "utf8")));
		// Not the app's own, which are links, nor builds for machines, which belong to the package that loads them.
		const bundled = Object.entries(lock.packages).filter(
			([path, { dev, link, cpu }]) => path.startsWith("node_modules/") && !dev && !link && cpu === undefined,
		).length;
		const shipped = await packagesUnder(join(dirname(app), "node_modules"));
		const plain: string[] = [];
		for (const { name, folder } of shipped) if (!(await isNative(folder))) plain.push(name);
		return [
			limit("loaded before the first control step, minified", sizeOf(before), "MB", 0.9, {
				// These are not shipped as packages, but each is a supplier to trust.
				packages_bundled: bundled,
			}),
			limit("all bundles but page and demo", sizeOf(common), "MB", 1.6, { all: `${sizeOf(made).toFixed(2)} MB` }),
			limit("packages shipped", shipped.length, "", 8, { names: shipped.map(({ name }) => name).join(" ") }),
			limit("of them not native", plain.length, "", 0, { names: plain.join(" ") }),
		];
	},
};

const sizeOf = (made: readonly { readonly bytes: number }[]) => made.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;

interface Shipped {
	readonly name: string;
	readonly folder: string;
}

/** Every package in a `node_modules`, those inside packages too. */
async function packagesUnder(modules: string): Promise<readonly Shipped[]> {
	if (!existsSync(modules)) return [];
	const found: Shipped[] = [];
	for (const entry of await readdir(modules)) {
		const scoped = entry.startsWith("@");
		for (const name of scoped ? (await readdir(join(modules, entry))).map((own) => `${entry}/${own}`) : [entry]) {
			const folder = join(modules, name);
			found.push({ name, folder }, ...(await packagesUnder(join(folder, "node_modules"))));
		}
	}
	return found;
}

/** It carries a compiled part. */
const isNative = async (folder: string) =>
	(await readdir(folder, { recursive: true })).some((file) => file.endsWith(".node"));
