import { isThermometer, type Part, type Plant, type Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { type Celsius, celsius, type Litres, litres } from "#model/quantities/units.ts";

/** A layer of a tank, bottom first: what is nearer to this sensor than to another. */
export interface Layer {
	readonly sensor: Thermometer;
	readonly volume: Litres;
}

/** Fewer sensors say too little of what is between them. */
const ENOUGH = 3;

/** Undefined where too few of the tank's sensors have a height. */
export function layersOf(tank: Part, plant: Plant): readonly Layer[] | undefined {
	const placed = tank.sensors
		.flatMap((sensor) => (sensor.height === undefined ? [] : [{ sensor, height: sensor.height }]))
		.toSorted((a, b) => a.height - b.height)
		.filter(({ height }, at, all) => height !== all[at - 1]?.height);
	const [lowest, highest] = [placed[0], placed.at(-1)];
	if (placed.length < ENOUGH || lowest === undefined || highest === undefined) return undefined;
	const below = placed.at(-2)?.height ?? 0;
	// Without the tank's height, the highest sensor is in the middle of its layer.
	const top = Math.max(tank.height ?? highest.height + (highest.height - below) / 2, highest.height);
	const volume = tank.volume ?? plant.tank.volume;
	return placed.map(({ sensor, height }, at) => {
		const [from, to] = [placed[at - 1]?.height, placed[at + 1]?.height];
		const floor = from === undefined ? 0 : (from + height) / 2;
		const ceiling = to === undefined ? top : (height + to) / 2;
		return { sensor, volume: litres((volume * (ceiling - floor)) / top) };
	});
}

/** kWh that warm a litre of water by a kelvin, at 50 °C. */
const PER_LITRE = 4.13 / 3600;
/** kWh that warm the whole tank by a kelvin. */
export const kelvinOf = (layers: readonly Layer[]): number =>
	PER_LITRE * layers.reduce((sum, { volume }) => sum + volume, 0);

/** °C of water that is ready to use, and of the water that it is mixed with. */
const USABLE = 40;
const MIXED_WITH = 10;

/** What is in a tank. Of layers whose sensor is lost nothing is known, and nothing is made up. */
export interface Stored {
	/** kWh above the temperature of cold water; undefined while a layer is lost. */
	readonly kwh: number | undefined;
	/** L of water at 40 °C; undefined while a layer is lost. */
	readonly usable: number | undefined;
	/** The same of the layers that are known: there is at least so much. */
	readonly usable_at_least: number;
	/** K between the highest and the lowest layer, where both are known. */
	readonly stratification: number | undefined;
	readonly lost: readonly string[];
}

export function storedIn(layers: readonly Layer[], readings: Readings, cold: Celsius): Stored {
	const known = layers.map(({ sensor, volume }) => ({ id: sensor.id, volume, at: temperature(readings, sensor) }));
	const lost = known.filter(({ at }) => at === undefined).map(({ id }) => id);
	const whole = lost.length === 0;
	const sum = (of: (at: Celsius) => number) =>
		known.reduce((total, { volume, at }) => total + (at === undefined ? 0 : volume * of(at)), 0);
	const usable = sum((at) => (at < USABLE ? 0 : (at - MIXED_WITH) / (USABLE - MIXED_WITH)));
	const [bottom, top] = [known[0]?.at, known.at(-1)?.at];
	return {
		kwh: whole ? PER_LITRE * sum((at) => at - cold) : undefined,
		usable: whole ? usable : undefined,
		usable_at_least: usable,
		stratification: bottom === undefined || top === undefined ? undefined : top - bottom,
		lost,
	};
}

/** °C of the room around a tank, where no sensor tells. */
const CELLAR = celsius(20);
/** °C around a tank: by the sensor of a room that belongs to it, else that of a usual cellar. Undefined while that sensor is lost. */
export function aroundOf(tank: Part, { sensors }: Plant, readings: Readings): Celsius | undefined {
	const room = sensors.find(({ role, of }) => role === "room" && of === tank.id);
	return room === undefined ? CELLAR : isThermometer(room) ? temperature(readings, room) : undefined;
}

/** °C of cold water where the options say nothing. */
const COLD = celsius(10);
export const coldWaterOf = ({ energy }: Plant): Celsius => energy?.cold_water ?? COLD;
