import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument, stringify } from "yaml";
import type { PageLanguage } from "#options/page/allowed.ts";
import { pageDefaults, pageSchema, pageTexts } from "#options/page/manifest.ts";
import { root } from "#options/root.ts";
import { TEXTS as DE } from "#words/de.ts";
import { TEXTS as EN } from "#words/en.ts";
import { TEXTS as SV } from "#words/sv.ts";
import { addressed, publicAddress } from "./address.ts";
import { DE as DE_BLUEPRINTS } from "./blueprints/de.ts";
import { SV as SV_BLUEPRINTS } from "./blueprints/sv.ts";
import { BLUEPRINTS, translated } from "./blueprints/translated.ts";
import { enabledPage } from "./manual/enabled.ts";
import { manual } from "./manual/manual.ts";
import { scenariosPage } from "./manual/scenarios.ts";

/**
 * Writes derived files: the manifest's options and schema, the texts of the options page with their ranges, the tables in
 * DOCS.md, and the public address in README and DOCS. `--check` writes nothing and fails if a file is out of date.
 */
const top = join(import.meta.dirname, "..");
const path = (file: string) => join(top, file);
const read = (file: string) => readFileSync(path(file), "utf8");
const YAML = { lineWidth: 0 } as const;

const address = publicAddress(read("repository.yaml"));
const made: ReadonlyMap<string, string> = new Map([
	["config.yaml", manifest()],
	["translations/en.yaml", translation(EN, "en")],
	["translations/sv.yaml", translation(SV, "sv")],
	["translations/de.yaml", translation(DE, "de")],
	["src/app/version.ts", version()],
	["DOCS.md", addressed(manual(read("DOCS.md"), EN), address)],
	["docs/enabled.md", enabledPage()],
	["docs/scenarios.md", scenariosPage()],
	["README.md", addressed(read("README.md"), address)],
	...Object.entries({ sv: SV_BLUEPRINTS, de: DE_BLUEPRINTS }).flatMap(([language, texts]) =>
		Object.keys(texts).map((file) => [`${BLUEPRINTS}/${file}_${language}.yaml`, translated(top, file, texts)] as const),
	),
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

/** The manifest with the present options. Everything else, including comments, is kept. */
function manifest(): string {
	// The Supervisor reads YAML 1.1, in which a bare `off` is no text.
	const document = parseDocument(read("config.yaml"), { compat: "yaml-1.1" });
	for (const [key, value] of Object.entries({ options: pageDefaults(root), schema: pageSchema(root) }))
		document.set(key, document.createNode(value));
	return document.toString(YAML);
}

/** The Supervisor's texts for a language. */
function translation({ configuration }: Pick<typeof SV, "configuration">, language: PageLanguage): string {
	const texts = stringify({ configuration: pageTexts(root, configuration, language) }, YAML);
	return `# Written by \`npm run generate\` from src/words/options and the texts beside rules and drivers. Change it there.\n${texts}`;
}
