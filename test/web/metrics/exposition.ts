/** A sample as a scraper reads it. */
export interface Scraped {
	readonly name: string;
	readonly labels: Readonly<Record<string, string>>;
	readonly value: number;
}

export interface ScrapedFamily {
	readonly type: string;
	readonly unit?: string;
	readonly samples: readonly Scraped[];
}

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const LABEL = `([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\\\\n]|\\\\[\\\\"n])*)"`;
const SAMPLE = new RegExp(
	`^(${NAME})(?:\\{((?:${LABEL})(?:,(?:${LABEL}))*)\\})? (-?[0-9.]+(?:e[+-]?[0-9]+)?|\\+Inf|NaN)$`,
);
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
	gauge: [""],
	counter: ["_total"],
	histogram: ["_bucket", "_count", "_sum"],
};

/**
 * Reads what OpenMetrics 1.0 allows of what the app writes, and throws for everything else: families that are torn apart or
 * described twice, samples of another family, a unit that is not in the name, the same labels twice, no end.
 */
export function openMetricsIn(text: string): ReadonlyMap<string, ScrapedFamily> {
	const lines = text.split("\n");
	if (lines.pop() !== "" || lines.pop() !== "# EOF") throw new Error("the end is missing");
	const families = new Map<string, { type: string; unit?: string; samples: Scraped[] }>();
	let current = "";
	for (const line of lines) {
		const [, kind, name = "", rest = ""] = /^# (HELP|TYPE|UNIT) (\S+) (.+)$/.exec(line) ?? [];
		if (kind === "HELP") {
			if (families.has(name)) throw new Error(`described twice: ${name}`);
			families.set(name, { type: "", samples: [] });
			current = name;
		} else if (kind !== undefined) {
			const family = families.get(name);
			if (family === undefined || name !== current || family.samples.length > 0) throw new Error(`misplaced: ${line}`);
			if (kind === "TYPE") family.type = rest;
			else if (!name.endsWith(`_${rest}`)) throw new Error(`unit not in the name: ${line}`);
			else family.unit = rest;
		} else families.get(current)?.samples.push(sampleIn(line, current, families.get(current)?.type ?? ""));
	}
	for (const [name, { samples }] of families) {
		const all = samples.map(({ name, labels }) => JSON.stringify([name, Object.entries(labels).sort()]));
		if (samples.length === 0 || new Set(all).size < all.length) throw new Error(`empty, or a sample twice: ${name}`);
	}
	return families;
}

function sampleIn(line: string, family: string, type: string): Scraped {
	const [, name = "", labels = "", ...groups] = SAMPLE.exec(line) ?? [];
	const value = groups.at(-1);
	const suffix = name.slice(family.length);
	if (value === undefined || !name.startsWith(family) || SUFFIXES[type]?.includes(suffix) !== true)
		throw new Error(`no sample of the ${type} ${family}: ${line}`);
	const read = [...labels.matchAll(new RegExp(LABEL, "g"))].map(([, key = "", text = ""]) => [
		key,
		text.replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c)),
	]);
	return { name, labels: Object.fromEntries(read), value: value === "+Inf" ? Number.POSITIVE_INFINITY : Number(value) };
}
