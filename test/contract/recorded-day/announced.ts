import { leaves } from "./marks.ts";

/** What is announced on the topics of discovery: each message whole or as its difference from one before, under a name. */
export class Announced {
	readonly #names = new Map<string, string>();
	readonly #known: { readonly topic: string; readonly name: string; readonly lines: readonly string[] }[] = [];
	readonly #told: string[] = [];

	/** The name of this message; a message that was there before keeps its name. */
	named(topic: string, marked: string): string {
		const known = this.#names.get(`${topic} ${marked}`);
		if (known !== undefined) return known;
		const earlier = this.#known.filter((one) => one.topic === topic);
		const name = `${topic}#${earlier.length + 1}`;
		const lines = leaves(JSON.parse(marked));
		const [nearest] = earlier
			.map((one) => ({ name: one.name, changes: changes(one.lines, lines) }))
			.sort((a, b) => a.changes.length - b.changes.length);
		this.#told.push(nearest === undefined ? name : `${name}, as ${nearest.name} but for:`);
		this.#told.push(...(nearest?.changes ?? lines).map((line) => `\t${line}`));
		this.#names.set(`${topic} ${marked}`, name);
		this.#known.push({ topic, name, lines });
		return name;
	}

	told(): readonly string[] {
		return this.#told;
	}
}

/** Lines that came, and that went; of an entity that went, or of which nothing is left but its platform, one. */
function changes(before: readonly string[], now: readonly string[]): readonly string[] {
	const [was, is] = [new Set(before), new Set(now)];
	const left = new Map<string, number>();
	for (const line of now) left.set(componentIn(line), (left.get(componentIn(line)) ?? 0) + 1);
	const gone = before
		.filter((line) => !is.has(line))
		.map((line) => {
			const component = componentIn(line);
			const count = component === "" ? 2 : (left.get(component) ?? 0);
			return count === 0
				? `no more: ${component}`
				: count === 1
					? `only its platform: ${component}`
					: `no more: ${line}`;
		});
	return [...now.filter((line) => !was.has(line)), ...new Set(gone)];
}

const componentIn = (line: string): string => /^components\.[^.]+/.exec(line)?.[0] ?? "";
