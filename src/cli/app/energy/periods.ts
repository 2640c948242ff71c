import { remarksIn } from "#app/words.ts";
import type { EnergyPeriod } from "#energy/figures/periods.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Named } from "#texts/names.ts";
import { number } from "#texts/number.ts";
import type { Language } from "#texts/say.ts";
import { aligned } from "../aligned.ts";
import { sourceName } from "./source-name.ts";

/** Sources of any of the periods, in their order. */
const sourcesOf = (periods: readonly EnergyPeriod[]): readonly string[] => [
	...new Set(periods.flatMap(({ energies }) => energies.map(({ source }) => source))),
];

const kwhOf = ({ energies }: EnergyPeriod, source: string): number | undefined =>
	energies.find((one) => one.source === source)?.kwh;

/** What warmed a tank is the same heat as that of its sources. Only what has none is shown. */
const isShown = (source: string): boolean => !source.startsWith("rose/") || source.endsWith("/unexplained");

/** A row for each period, a column for each source. What was not counted in a period is no 0. */
export function periodTable(periods: readonly EnergyPeriod[], plant: Named, language: Language): readonly string[] {
	const word = remarksIn(language);
	const sources = sourcesOf(periods).filter(isShown);
	const whole = periods.every(({ period }) => period.length === DAY);
	const head = [
		"kWh",
		...(whole ? [] : [word(remark("energy_days"))]),
		...sources.map((source) => sourceName(source, plant, language)),
	];
	const rows = periods.map((one) => [
		one.period,
		...(whole ? [] : [String(one.days)]),
		...sources.map((source) => {
			const kwh = kwhOf(one, source);
			return kwh === undefined ? "–" : number(language, kwh, 1);
		}),
	]);
	return aligned([head, ...rows]);
}

/** Characters of an ISO date. */
const DAY = 10;

/** RFC 4180, for spreadsheets and scripts: a column for each counter, in kWh with a point; empty where nothing was counted. */
export function periodCsv(periods: readonly EnergyPeriod[]): readonly string[] {
	const sources = sourcesOf(periods);
	return [
		["period", "days", ...sources.map((source) => `${source}_kwh`)],
		...periods.map((one) => [
			one.period,
			String(one.days),
			...sources.map((source) => kwhOf(one, source)?.toFixed(3) ?? ""),
		]),
	].map((cells) => cells.join(","));
}
