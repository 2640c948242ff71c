import { fromField, hasSpeeds, isField, isTank } from "#model/plant/circuit.ts";
import type { Circuit, Part, Plant } from "#model/plant/plant.ts";

/** A field or a store, with the places of its sensors. */
export interface Place {
	readonly part: Part;
	/** All that measure its temperature. */
	readonly sensors: readonly number[];
	/** Of a store, in litres; 0 where that is not known. */
	readonly volume: number;
}

/** A circuit, with the places of what measures and drives it. */
export interface Way {
	readonly circuit: Circuit;
	/** Places in `fields` or `stores`, and in `stores`. */
	readonly from: number;
	readonly to: number;
	/** Its sensors. */
	readonly hot: number;
	readonly cold: number;
	/** Its share of what its line moves: fields beside each other share a pump. */
	readonly share: number;
	/** It only moves heat from store to store. */
	readonly between: boolean;
}

/** Ways of one pump into one store, in which heat flows at the same time. */
export interface Line {
	readonly ways: readonly Way[];
	readonly pump: number;
	readonly to: number;
	readonly between: boolean;
	/** Its pump goes slower than full speed. */
	readonly speeds: boolean;
}

/** What of a plant the sun drives, and what moves its heat on. */
export interface SolarPlant {
	readonly fields: readonly Place[];
	readonly stores: readonly Place[];
	readonly lines: readonly Line[];
	/** Pumps of the fields. */
	readonly pumps: readonly number[];
}

/** Why nothing can be told of this plant. */
export type NoSun = "no_field" | "no_sensors" | "no_volume";

export function solarPlantOf({ circuits, tank }: Plant): SolarPlant | NoSun {
	const solar = circuits.filter(fromField);
	if (solar.length === 0) return "no_field";
	if (solar.some(({ from_sensor, to_sensor }) => from_sensor === undefined || to_sensor === undefined))
		return "no_sensors";
	const fed = circuits.filter(({ from, to }) => isTank(from) && isTank(to));
	const used = [...solar, ...fed.filter(({ from_sensor, to_sensor }) => from_sensor && to_sensor)];
	const fields = unique(solar.map(({ from }) => from)).map((part) => placeOf(part, 0));
	const parts = unique([
		...solar.map(({ to }) => to),
		...used.flatMap(({ from, to }) => (isField(from) ? [to] : [from, to])),
	]);
	const stores = parts.map((part) => placeOf(part, part.volume ?? (isTank(part) ? tank.volume : 0)));
	// Kelvins of stores are added up by what they hold.
	if (stores.length > 1 && stores.some(({ volume }) => volume === 0)) return "no_volume";
	const ways = used.map((circuit) => wayOf(circuit, solar, fields, stores));
	const lines = [
		...Map.groupBy(
			ways,
			({ circuit, to, from, between }) => `${circuit.pump.id}>${to}${between ? `<${from}` : ""}`,
		).values(),
	];
	return {
		...{ fields, stores },
		lines: lines.map(lineOf),
		pumps: unique(solar.map(({ pump }) => pump.index)),
	};
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
const placeOf = (part: Part, volume: number): Place => ({
	...{ part, volume },
	sensors: part.sensors.filter(({ quantity }) => quantity === "temperature").map(({ index }) => index),
});

function wayOf(circuit: Circuit, solar: readonly Circuit[], fields: readonly Place[], stores: readonly Place[]): Way {
	const { from, to, pump, from_sensor, to_sensor } = circuit;
	const between = !isField(from);
	const beside = unique(solar.filter((one) => one.pump === pump && one.to === to).map((one) => one.from));
	const area = (part: Part) => part.area ?? 1;
	return {
		...{ circuit, between },
		from: (between ? stores : fields).findIndex(({ part }) => part === from),
		to: stores.findIndex(({ part }) => part === to),
		hot: from_sensor?.index ?? -1,
		cold: to_sensor?.index ?? -1,
		share: between ? 1 : area(from) / beside.reduce((sum, part) => sum + area(part), 0),
	};
}

function lineOf(ways: readonly Way[]): Line {
	const [first] = ways;
	if (first === undefined) throw new TypeError("a line has a way");
	const { circuit, to, between } = first;
	return { ways, pump: circuit.pump.index, to, between, speeds: hasSpeeds(circuit) };
}
