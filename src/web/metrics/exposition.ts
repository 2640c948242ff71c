/** What a scraper prefers: OpenMetrics 1.0 or Prometheus' own text format 0.0.4. */
export type Format = "openmetrics" | "prometheus";

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
	openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
	prometheus: "text/plain; version=0.0.4; charset=utf-8",
};

export interface Sample {
	readonly labels?: Readonly<Record<string, string>>;
	readonly value: number;
	/** Of a histogram: `_bucket`, `_count` or `_sum`. */
	readonly suffix?: string;
}

/** Metrics with one name. A family without samples is not written. */
export interface Family {
	/** Without `_total`, which a counter gets. */
	readonly name: string;
	readonly type: "counter" | "gauge" | "histogram";
	readonly help: string;
	/** The last word of the name, where it is a unit. */
	readonly unit?: string;
	readonly samples: readonly Sample[];
}

/** Scrapers that know OpenMetrics ask for it; all others, and people with a browser, get the older format. */
export const formatFor = (accept: string | undefined): Format =>
	accept?.includes("application/openmetrics-text") === true ? "openmetrics" : "prometheus";

/**
 * The families as text (OpenMetrics 1.0, and "Exposition formats" in Prometheus' documentation). In the older format a counter
 * is named with its `_total`, and there is neither a unit nor an end.
 */
export function expositionOf(families: readonly Family[], format: Format): string {
	const text = families
		.filter(({ samples }) => samples.length > 0)
		.map((family) => familyText(family, format))
		.join("");
	return format === "openmetrics" ? `${text}# EOF\n` : text;
}

function familyText({ name, type, help, unit, samples }: Family, format: Format): string {
	const total = type === "counter" ? "_total" : "";
	const named = format === "openmetrics" ? name : `${name}${total}`;
	return [
		`# HELP ${named} ${help.replace(/\\/g, "\\\\").replace(/\n/g, "\\n")}`,
		`# TYPE ${named} ${type}`,
		...(format === "openmetrics" && unit !== undefined ? [`# UNIT ${named} ${unit}`] : []),
		...samples.map(({ labels, value, suffix = total }) => `${name}${suffix}${labelsText(labels)} ${numberText(value)}`),
	]
		.map((line) => `${line}\n`)
		.join("");
}

function labelsText(labels: Sample["labels"] = {}): string {
	const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
	return all.length === 0 ? "" : `{${all.join(",")}}`;
}

const escaped = (text: string) => text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");

const numberText = (value: number) =>
	Number.isFinite(value) ? String(value) : value === Number.POSITIVE_INFINITY ? "+Inf" : "NaN";
