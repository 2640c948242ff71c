import type { Snapshot } from "#model/decision/snapshot.ts";
import { isThermometer, type Plant, type Sensor } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { sensorName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { valueText } from "#texts/value.ts";
import { clip, fill, type Line, type Style, span } from "./line.ts";

/** Below this width the tank is below the other sensors instead of beside them. */
const TWO_COLUMNS = 56;
/** Least and most columns of a name. */
const NAME = 13;
const MOST_NAME = 30;
const VALUE = 8;
/** °C at which a layer's bar is full, and empty. */
const FULL_AT = 95;
const EMPTY_AT = 5;

/** Everything measured; each tank's layers with a bar, hot on top. */
export function temperatures(snapshot: Snapshot, width: number): readonly Line[] {
	const { plant } = snapshot;
	const layers = tankByTank(plant);
	const beside = plant.sensors.filter((sensor) => !layers.includes(sensor));
	const rooms = [beside, layers].map((sensors) => roomFor(plant, sensors));
	const [room = NAME, roomOfLayers = NAME] = rooms;
	const others = beside.map((s) => other(snapshot, s, room));
	const lost = faults(snapshot);
	const half = room + VALUE + 5;
	if (width < TWO_COLUMNS - 2 * NAME + room + roomOfLayers)
		return [...others, ...layers.map((s) => layer(snapshot, s, width, roomOfLayers)), ...lost];
	const rows = Array.from({ length: Math.max(others.length, layers.length) }, (_, row): Line => {
		const right = layers[row];
		return [
			...fill(others[row] ?? [], half),
			...(right === undefined ? [] : layer(snapshot, right, width - half, roomOfLayers)),
		];
	});
	return [...rows, ...lost];
}

/** The layers, hot on top, of one tank after the other. */
function tankByTank({ sensors, parts }: Plant): readonly Sensor[] {
	const tankOf = (sensor: Sensor) => parts.findIndex((part) => part.sensors.some(({ id }) => id === sensor.id));
	return sensors
		.filter((s) => s.role === "tank_layer")
		.toSorted((a, b) => tankOf(a) - tankOf(b) || (b.height ?? 0) - (a.height ?? 0));
}

/** Columns for the names of these sensors. */
const roomFor = (plant: Plant, sensors: readonly Sensor[]): number =>
	Math.min(MOST_NAME, Math.max(NAME, ...sensors.map((sensor) => nameOf(plant, sensor).length + 1)));

/** Why there is no value, in a sentence for each faulty sensor. */
const faults = ({ plant, readings }: Snapshot): readonly Line[] =>
	plant.sensors.flatMap((sensor) => {
		const reading = readings[sensor.index];
		if (reading?.kind !== "broken") return [];
		const { code, facts } = reading.fault;
		return [[span(`${nameOf(plant, sensor)}: ${say("en", "fault", code, facts)}`, "bad")]];
	});

const other = (snapshot: Snapshot, sensor: Sensor, room: number): Line => [
	...fill([span(nameOf(snapshot.plant, sensor))], room),
	...value(snapshot, sensor),
];

function layer(snapshot: Snapshot, sensor: Sensor, width: number, named: number): Line {
	const name = [span(nameOf(snapshot.plant, sensor))];
	const front: Line = [...fill(name, named), ...value(snapshot, sensor)];
	const told = isThermometer(sensor) ? temperature(snapshot.readings, sensor) : undefined;
	if (told === undefined) return clip(front, width);
	const room = Math.max(0, Math.min(30, width - named - VALUE - 2));
	const share = Math.min(Math.max((told - EMPTY_AT) / (FULL_AT - EMPTY_AT), 0), 1);
	const length = Math.round(share * room);
	return [...front, span("  "), span("█".repeat(length), warmth(told)), span("░".repeat(room - length), "dim")];
}

const nameOf = (plant: Plant, sensor: Sensor) => sensorName(plant, sensor, "en");

/** ` 57.9 °C`, or a word for why there is none. */
function value(snapshot: Snapshot, sensor: Sensor): Line {
	const reading = snapshot.readings[sensor.index];
	switch (reading?.kind) {
		case "ok":
			return [
				span(
					valueText("en", reading.value, sensor.quantity).padStart(VALUE),
					isThermometer(sensor) ? warmth(reading.value) : undefined,
				),
			];
		case "broken":
			return [span("lost".padStart(VALUE), "bad")];
		case "stale":
			return [span("stale".padStart(VALUE), "bad")];
		case "unknown":
		case undefined:
			return [span("…".padStart(VALUE), "dim")];
	}
}

const warmth = (celsius: number): Style =>
	celsius < 25 ? "cold" : celsius < 45 ? "mild" : celsius < 70 ? "warm" : "hot";
