import type { CardWords, Names } from "./words.ts";

/** What a person, the form or `solar-heating dashboard --card` gives the card. Entities are ids of Home Assistant. */
export interface CardSettings {
	readonly type: string;
	readonly title?: string;
	/** A plant of one collector and one tank: what the form asks for. */
	readonly collector?: string;
	readonly tank?: string;
	/** From any end; a number in the id counts as the height. */
	readonly layers?: readonly string[];
	readonly pump?: string;
	readonly pump_why?: string;
	readonly heater?: string;
	readonly heater_why?: string;
	readonly heater_power?: string;
	readonly usable?: string;
	/** Any plant: what the command writes. */
	readonly plant?: PlantSettings;
}

export interface PlantSettings {
	readonly sources: readonly SourceSettings[];
	readonly stores: readonly StoreSettings[];
	readonly circuits: readonly CircuitSettings[];
	readonly outputs: readonly OutputSettings[];
}

export interface SourceSettings {
	readonly id: string;
	readonly name: string;
	readonly kind: "collector" | "fire";
	readonly entity?: string;
	readonly panels?: number;
}

export interface StoreSettings {
	readonly id: string;
	readonly name: string;
	readonly kind: "tank" | "pool" | "heat_dump" | "circulation" | "heating";
	/** Heights in cm. */
	readonly layers: readonly { readonly entity: string; readonly height?: number }[];
	/** L at 40 °C. */
	readonly usable?: string;
	/** Ids of outputs. */
	readonly heaters: readonly string[];
}

export interface CircuitSettings {
	readonly from: string;
	readonly to: string;
	/** Id of an output. */
	readonly pump: string;
	/** Whether heat flows; without it, what the pump does. */
	readonly runs?: string;
	/** How its valves stand: which end of it they are at. */
	readonly valves?: "from" | "to";
}

export interface OutputSettings {
	readonly id: string;
	readonly name: string;
	readonly entity: string;
	/** % */
	readonly level?: string;
	/** The sentence, with its code as an attribute. */
	readonly why?: string;
	/** W */
	readonly power?: string;
}

const LISTS = ["sources", "stores", "circuits", "outputs"] as const;

type Flaws = Pick<CardWords, "lacking" | "no_plant" | "no_list">;

/** What is wrong with these settings, as Home Assistant shows it in place of the card; undefined where nothing is. */
export function flawIn(settings: Readonly<Record<string, unknown>>, words: Flaws): string | undefined {
	const { plant, collector, tank, pump } = settings;
	if (plant === undefined) return collector || tank || pump ? undefined : words.lacking;
	if (typeof plant !== "object" || plant === null) return words.no_plant;
	const lacking = LISTS.filter((list) => !Array.isArray((plant as Readonly<Record<string, unknown>>)[list]));
	return lacking.length === 0 ? undefined : words.no_list.replace("{lists}", lacking.join("`, `"));
}

/** The plant of these settings: as it is written, or of the few entities of the form. */
export function plantIn(settings: CardSettings, names: Names): PlantSettings {
	if (settings.plant !== undefined) return settings.plant;
	const { collector, tank, layers = [], pump, pump_why, heater, heater_why, heater_power, usable } = settings;
	const high = layers.map((entity) => ({ entity, ...heightIn(entity) }));
	const drawn = high.length > 0 ? high : tank === undefined ? [] : [{ entity: tank }];
	const hasTank = drawn.length > 0 || heater !== undefined;
	return {
		sources:
			collector === undefined ? [] : [{ id: "collector", name: names.collector, kind: "collector", entity: collector }],
		stores: hasTank
			? [
					{
						id: "tank",
						name: names.tank,
						kind: "tank",
						layers: drawn,
						...optional({ usable }),
						heaters: heater === undefined ? [] : ["heater"],
					},
				]
			: [],
		circuits:
			collector !== undefined && hasTank && pump !== undefined ? [{ from: "collector", to: "tank", pump: "pump" }] : [],
		outputs: [
			...(pump === undefined ? [] : [{ id: "pump", name: names.pump, entity: pump, ...optional({ why: pump_why }) }]),
			...(heater === undefined
				? []
				: [
						{ id: "heater", name: names.heater, entity: heater, ...optional({ why: heater_why, power: heater_power }) },
					]),
		],
	};
}

/** Every entity that is looked at. */
export function entitiesIn({ sources, stores, circuits, outputs }: PlantSettings): readonly string[] {
	const all = [
		...sources.map(({ entity }) => entity),
		...stores.flatMap(({ layers, usable }) => [...layers.map(({ entity }) => entity), usable]),
		...circuits.map(({ runs }) => runs),
		...outputs.flatMap(({ entity, level, why, power }) => [entity, level, why, power]),
	];
	return [...new Set(all.filter((entity) => entity !== undefined))];
}

/** The last number of an id, such as 140 of `sensor.solar_heating_tank_140_temperature`. */
const heightIn = (entity: string) => {
	const [, height] = /(\d+)(?!.*\d)/.exec(entity) ?? [];
	return height === undefined ? {} : { height: Number(height) };
};

/** Without the keys that are undefined. */
const optional = <T extends Readonly<Record<string, string | undefined>>>(some: T) =>
	Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined && value !== "")) as {
		readonly [K in keyof T]?: string;
	};
