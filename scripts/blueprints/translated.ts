import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";

/** By file, then by place: the names of the inputs, then `name`, `description`, or a text in `default`. */
export type BlueprintTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const BLUEPRINTS = "blueprints/automation/solar_heating";

/**
 * A blueprint in another language: Home Assistant has no translations of blueprints, so each language is a file of its own. It
 * differs from the English one in its texts alone. Throws where one is missing, or left over.
 */
export function translated(top: string, file: string, texts: BlueprintTexts): string {
	const english = readFileSync(join(top, BLUEPRINTS, `${file}.yaml`), "utf8");
	const from = english.indexOf("\nmode:");
	const document = parseDocument(english.slice(0, from));
	const wanted = new Map(Object.entries(texts[file] ?? {}));
	const missing: string[] = [];
	for (const [place, scalar] of textsIn(document.get("blueprint"), [])) {
		const text = wanted.get(place);
		if (text === undefined) missing.push(place);
		else scalar.value = text;
		wanted.delete(place);
	}
	if (missing.length + wanted.size > 0)
		throw new Error(`${file}: missing ${missing.join(", ")}; left over ${[...wanted.keys()].join(", ")}`);
	return `# Written by \`npm run generate\` from ${file}.yaml and scripts/blueprints. Change it there.\n${document.toString({ lineWidth: 130 })}${english.slice(from)}`;
}

const TOLD: readonly string[] = ["name", "description", "title", "message"];
type Told = readonly (readonly [place: string, text: Scalar])[];

/** Every text that a person reads, with its place. */
function textsIn(node: unknown, at: readonly string[]): Told {
	if (isSeq(node)) return node.items.flatMap((item) => textsIn(item, at));
	if (!isMap(node)) return [];
	return node.items.flatMap(({ key, value }): Told => {
		const name = String(isScalar(key) ? key.value : key);
		if (isScalar(value)) return isTold(name, at, value) ? [[[...at, name].join("."), value]] : [];
		return textsIn(value as Node, GROUPING.includes(name) ? at : [...at, name]);
	});
}
/** Says nothing of where an input is. */
const GROUPING: readonly string[] = ["input", "data"];

/** A default that is words, and no id of an entity, no time, no template alone. */
const isTold = (name: string, at: readonly string[], { value }: Scalar): boolean =>
	typeof value === "string" &&
	(TOLD.includes(name) ? !/^\{\{ \w+ \}\}$/.test(value) : name === "default" && at[0] === "texts");
