import { describedCircuits, isTank } from "#model/plant/circuit.ts";
import type { Circuit, Output, Part, Plant } from "#model/plant/plant.ts";
import { outputName, partName } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { type Card, type EntitiesShown, FULL_WIDTH } from "./entities-shown.ts";

/** m² of a panel; a field is drawn with 2 to 6. */
const PANEL = 2.5;

/** The card that draws the plant, with its entities. It needs the card's script as a resource. */
export const plantCard = (shown: EntitiesShown, plant: Plant, language: Language): Card => {
	const parts = plant.parts.filter((part) => isThere(part, plant));
	const driven = plant.outputs.filter(
		({ id, role }) => role === "heater" || plant.circuits.some(({ pump }) => pump.id === id),
	);
	return {
		type: "custom:solar-heating-card",
		plant: {
			sources: parts.filter(isSource).map((part) => sourceOf(shown, part, plant, language)),
			stores: parts.filter((part) => !isSource(part)).map((part) => storeOf(shown, part, plant, language)),
			circuits: plant.circuits.map((circuit) => circuitOf(shown, circuit, plant)),
			outputs: driven.map((output) => outputOf(shown, output, plant, language)),
		},
		...FULL_WIDTH,
	};
};

const isSource = ({ kind }: Part) => kind === "collector" || kind === "source";
/** A house without a collector has its part all the same. */
const isThere = ({ id, sensors, heaters }: Part, { circuits }: Plant) =>
	sensors.length + heaters.length > 0 || circuits.some(({ from, to }) => from.id === id || to.id === id);

/** Under this name, where the plant has the entity. */
const entity = <K extends string>(
	shown: EntitiesShown,
	name: K,
	key: string | undefined,
): { readonly [_ in K]?: string } => {
	const id = key === undefined ? undefined : shown.find(key)?.id;
	return (id === undefined ? {} : { [name]: id }) as { readonly [_ in K]?: string };
};
const temperatureOf = (sensor: { readonly id: string } | undefined) => sensor && `${sensor.id}_temperature`;

const sourceOf = (shown: EntitiesShown, part: Part, plant: Plant, language: Language) => ({
	id: part.id,
	name: partName(plant, part, language),
	kind: part.kind === "collector" ? "collector" : "fire",
	...entity(shown, "entity", temperatureOf(part.sensor)),
	...(part.area !== undefined && { panels: Math.min(6, Math.max(2, Math.round(part.area / PANEL))) }),
});

function storeOf(shown: EntitiesShown, part: Part, plant: Plant, language: Language) {
	const { id, kind, use = "heating", sensor, sensors, heaters } = part;
	const high = sensors.filter(({ height }) => height !== undefined);
	const layers = high.length >= 2 ? high : sensor === undefined ? high : [sensor];
	const only = plant.parts.filter(isTank).length === 1;
	return {
		id,
		name:
			part.volume === undefined
				? partName(plant, part, language)
				: `${partName(plant, part, language)}, ${part.volume} L`,
		kind: kind === "tank" ? "tank" : use,
		layers: layers.map((one) => ({
			...entity(shown, "entity", temperatureOf(one)),
			...(one.height !== undefined && { height: one.height }),
		})),
		...entity(shown, "usable", only ? "usable_water" : `usable_water_${id}`),
		heaters: heaters.map((heater) => heater.id),
	};
}

function circuitOf(shown: EntitiesShown, circuit: Circuit, plant: Plant) {
	const isDescribed = describedCircuits(plant).includes(circuit);
	return {
		from: circuit.from.id,
		to: circuit.to.id,
		pump: circuit.pump.id,
		...entity(shown, "runs", isDescribed ? `${circuit.id}_runs` : undefined),
	};
}

const outputOf = (shown: EntitiesShown, { id }: Output, plant: Plant, language: Language) => ({
	id,
	name: outputName(plant, { id }, language),
	...entity(shown, "entity", id),
	...entity(shown, "level", `${id}_level`),
	...entity(shown, "why", `${id}_why`),
	...entity(shown, "power", `${id}_used_power`),
});
