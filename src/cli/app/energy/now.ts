import type { Plain } from "#app/answers/snapshot-json.ts";
import { remarksIn } from "#app/words.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Named } from "#texts/names.ts";
import { number } from "#texts/number.ts";
import type { Language } from "#texts/say.ts";
import { aligned } from "../aligned.ts";
import { boundaryName, sourceName } from "./source-name.ts";

/** What is told of a source, as in the JSON of a snapshot. */
interface Figure {
	readonly source: string;
	readonly boundary: string;
	readonly power_w?: number;
	readonly today_kwh?: number;
	readonly month_kwh?: number;
	readonly year_kwh?: number;
	readonly total_kwh?: number;
	readonly uncertainty?: number;
	readonly unmeasured_s?: number;
}

/** Every figure that is told of energy: sources first, then what became of the heat in each tank. */
export function figuresIn({ energy, circuits, parts }: Plain): readonly Figure[] {
	const { sun, circuits: metered = [], heaters = [], tanks = [] } = energy ?? {};
	const fromCollector = (id: string) =>
		parts.some((part) => part.kind === "collector" && circuits.some((c) => c.id === id && c.from === part.id));
	const solar = metered.filter(({ id }) => fromCollector(id));
	return [
		...(sun === undefined ? [] : [{ source: "sun", ...sun }]),
		...(sun !== undefined && solar.length === 1 ? [] : solar.map((one) => ({ source: `sun/${one.id}`, ...one }))),
		...metered.filter(({ id }) => !fromCollector(id)).map((one) => ({ source: `circuit/${one.id}`, ...one })),
		...heaters.map((one) => ({ source: `heater/${one.id}`, boundary: "electricity", ...one })),
		...tanks.flatMap(({ id, rose = {}, drawn_or_lost, drawn, standing_loss }): readonly Figure[] => [
			...Object.entries(rose).map(([by, one]) => ({ source: `rose/${id}/${by}`, boundary: "stored", ...one })),
			...(drawn_or_lost === undefined
				? []
				: [{ source: `drawn_or_lost/${id}`, boundary: "drawn_or_lost", ...drawn_or_lost }]),
			...(drawn === undefined ? [] : [{ source: `drawn/${id}`, boundary: "drawn", ...drawn }]),
			...(standing_loss === undefined ? [] : [{ source: `lost/${id}`, ...standing_loss }]),
		]),
	];
}

/** As a table, and a line for each source of which something is missing. */
export function nowTable(figures: readonly Figure[], plant: Named, language: Language): readonly string[] {
	const word = remarksIn(language);
	const cell = (value: number | undefined, digits: number) =>
		value === undefined ? "–" : number(language, value, digits);
	const head = [
		"kWh",
		word(remark("energy_now")),
		word(remark("energy_today")),
		word(remark("energy_month")),
		word(remark("energy_year")),
		word(remark("energy_total")),
		"± %",
		word(remark("energy_boundary")),
	];
	const rows = figures.map((one) => [
		sourceName(one.source, plant, language),
		"power_w" in one ? cell(one.power_w, 0) : "",
		cell(one.today_kwh, 1),
		cell(one.month_kwh, 1),
		cell(one.year_kwh, 1),
		cell(one.total_kwh, 1),
		one.uncertainty === undefined ? "" : number(language, 100 * one.uncertainty, 0),
		boundaryName(one.boundary, language),
	]);
	const missing = figures.flatMap(({ source, unmeasured_s: unmeasured = 0 }) =>
		unmeasured < LEAST || source.startsWith("sun/")
			? []
			: [word(remark("energy_unmeasured", { name: sourceName(source, plant, language), unmeasured }))],
	);
	return [...aligned([head, ...rows], [head.length - 1]), ...missing];
}

/** Seconds. Turns that come late are no news. */
const LEAST = 120;
