import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { FAILURES } from "#mqtt/failure.ts";
import { addonDefaults, addonSchema } from "#options/addon-schema.ts";
import { type AddonTexts, addonTexts, translatedTexts } from "#options/addon-texts.ts";
import type { PageLanguage } from "#options/allowed.ts";
import { root } from "#options/root.ts";
import { addressed, publicAddress } from "./address.ts";
import { manual } from "./manual/manual.ts";

/**
 * Writes what is derived: the manifest's options and schema, the English texts of the options page and of what can go
 * wrong with the broker, the ranges in the other languages, the modules of texts, the tables in DOCS.md, and what README and DOCS
 * have of the public address. `--check` writes
 * nothing and fails where a file is not as it would be written.
 */
const top = join(import.meta.dirname, "..");
const path = (file: string) => join(top, file);
const read = (file: string) => readFileSync(path(file), "utf8");
const YAML = { lineWidth: 0 } as const;

const address = publicAddress(read("repository.yaml"));
const texts = addonTexts(root);
const english = replaced("translations/en.yaml", { configuration: texts, mqtt: failures() });
const [swedish, german] = [ranged("sv"), ranged("de")];
const made: ReadonlyMap<string, string> = new Map([
	["config.yaml", replaced("config.yaml", { options: addonDefaults(root), schema: addonSchema(root) })],
	["translations/en.yaml", english],
	["translations/sv.yaml", swedish],
	["translations/de.yaml", german],
	...Object.entries({ en: english, sv: swedish, de: german }).flatMap(([language, yaml]) => modulesOf(language, yaml)),
	["src/app/version.ts", version()],
	["DOCS.md", addressed(manual(read("DOCS.md"), english), address)],
	["README.md", addressed(read("README.md"), address)],
]);

const stale = [...made].filter(([file, text]) => current(file) !== text).map(([file]) => file);
if (process.argv.includes("--check")) {
	if (stale.length > 0) {
		console.error(`Not as generated: ${stale.join(", ")}. Run: npm run generate`);
		process.exitCode = 1;
	}
} else {
	for (const file of stale) writeFileSync(path(file), made.get(file) ?? "");
	console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "Everything was fresh.");
}

function current(file: string): string | undefined {
	try {
		return read(file);
	} catch {
		return undefined;
	}
}

function version(): string {
	const { version } = JSON.parse(read("package.json")) as { readonly version: string };
	return `// Written by \`npm run generate\` from package.json.\nexport const VERSION = ${JSON.stringify(version)};\n`;
}

/** What a translator wrote of the options, in their order and with their ranges of today. */
function ranged(language: Exclude<PageLanguage, "en">): string {
	const file = `translations/${language}.yaml`;
	const { configuration } = parseDocument(read(file)).toJS() as { readonly configuration: AddonTexts };
	return replaced(file, { configuration: translatedTexts(root, configuration, language) });
}

/** In English a failure has its words beside its patience, as the log has them too. */
function failures(): Readonly<Record<string, string>> {
	const words = Object.entries(FAILURES).map(([name, { cause, remedy }]) => ({
		[`${name}.cause`]: cause,
		[`${name}.remedy`]: remedy,
	}));
	return Object.assign({}, ...words);
}

/** The file with these top-level keys replaced, its comments kept. */
function replaced(file: string, values: Readonly<Record<string, unknown>>): string {
	const document = parseDocument(read(file));
	for (const [key, value] of Object.entries(values)) document.set(key, document.createNode(value));
	return document.toString(YAML);
}

/** Texts of a language as modules, so that the bundle needs no YAML. Those of the commands for the broker stand apart. */
function modulesOf(language: string, yaml: string): readonly (readonly [file: string, text: string])[] {
	const { configuration: _, broker, ...ours } = parseDocument(yaml).toJS() as Readonly<Record<string, unknown>>;
	return [
		[`src/texts/languages/${language}.ts`, textModule(ours)],
		[`src/texts/languages/broker-${language}.ts`, textModule(broker)],
	];
}

function textModule(texts: unknown): string {
	return `// Written by \`npm run generate\` from translations/*.yaml. Change it there.\nexport const TEXTS = ${JSON.stringify(texts, null, "\t")} as const;\n`;
}
