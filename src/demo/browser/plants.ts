import { isRecord } from "#model/untyped/untyped.ts";
import { parse } from "#options/parse.ts";
import type { Options } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import stove from "../../../examples/options.stove.json" with { type: "json" };
import two from "../../../examples/options.two-tanks.json" with { type: "json" };
import { SIMULATED } from "../plant/plant.ts";
import { NAMES } from "./names.ts";

export const PLANTS = ["one", "two", "stove"] as const;
export type PlantName = (typeof PLANTS)[number];
/** The simulated days by season: around the equinoxes and solstices. */
export const SEASONS = { spring: 100, summer: 172, autumn: 265, winter: 355 } as const;
export type Season = keyof typeof SEASONS;

export interface Chosen {
	readonly plant: PlantName;
	readonly season: Season;
}
export const USUAL: Chosen = { plant: "one", season: "summer" };

const WRITTEN: Readonly<Record<PlantName, object>> = { one: SIMULATED, two, stove };
/** Shortly before the sun starts the pump. */
const HOUR: Readonly<Record<Season, number>> = { spring: 8, summer: 8.5, autumn: 9, winter: 10 };

/** The choice in the query of an address, such as `?plant=two&season=winter`. */
export function chosenIn(query: string): Chosen {
	const asked = new URLSearchParams(query);
	const plant = PLANTS.find((one) => one === asked.get("plant")) ?? USUAL.plant;
	const season = (Object.keys(SEASONS) as Season[]).find((one) => one === asked.get("season")) ?? USUAL.season;
	return { plant, season };
}

/** The plant with names in this language. Throws if an example is no valid plant. */
export function optionsFor({ plant, season }: Chosen, language: Language): Options {
	const simulated = { day_of_year: SEASONS[season], start_hour: HOUR[season], cloudiness: 30 };
	const named = Object.entries(WRITTEN[plant]).map(([key, value]) => [key, withNames(value, language)]);
	const parsed = parse({ ...Object.fromEntries(named), simulated });
	if (parsed.kind === "valid") return parsed.options;
	throw new Error(parsed.problems.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`).join("\n"));
}

/** A list of the options whose entries are called as in this language. */
function withNames(value: unknown, language: Language): unknown {
	if (!Array.isArray(value) || language === "en") return value;
	return value.map((entry: unknown) => {
		if (!isRecord(entry) || typeof entry["name"] !== "string") return entry;
		return { ...entry, name: NAMES[language][entry["name"]] ?? entry["name"] };
	});
}
