import type { Snapshot } from "#model/decision/snapshot.ts";
import { isThermometer, type Plant, type Sensor } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { sensorName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { clip, fill, type Line, type Style, span } from "./line.ts";

/** Below this width the tank is below the other sensors instead of beside them. */
const TWO_COLUMNS = 56;
const NAME = 13;
const VALUE = 8;
/** °C at which a layer's bar is full, and empty. */
const FULL_AT = 95;
const EMPTY_AT = 5;

/** Every temperature; the tank's layers with a bar, hot on top. */
export function temperatures(snapshot: Snapshot, width: number): readonly Line[] {
	const { plant } = snapshot;
	const layers = plant.sensors
		.filter((s) => s.role === "tank_layer")
		.toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0));
	const others = plant.sensors.filter((s) => s.role !== "tank_layer").map((s) => other(snapshot, s));
	const lost = faults(snapshot);
	if (width < TWO_COLUMNS) return [...others, ...layers.map((s) => layer(snapshot, s, width)), ...lost];
	const half = NAME + VALUE + 5;
	const rows = Array.from({ length: Math.max(others.length, layers.length) }, (_, row): Line => {
		const right = layers[row];
		return [...fill(others[row] ?? [], half), ...(right === undefined ? [] : layer(snapshot, right, width - half))];
	});
	return [...rows, ...lost];
}

/** Why there is no value, in a sentence for each faulty sensor. */
const faults = ({ plant, readings }: Snapshot): readonly Line[] =>
	plant.sensors.flatMap((sensor) => {
		const reading = readings[sensor.index];
		if (reading?.kind !== "broken") return [];
		const { code, facts } = reading.fault;
		return [[span(`${nameOf(plant, sensor)}: ${say("en", "fault", code, facts)}`, "bad")]];
	});

const other = (snapshot: Snapshot, sensor: Sensor): Line => [
	...fill([span(nameOf(snapshot.plant, sensor))], NAME),
	...value(snapshot, sensor),
];

function layer(snapshot: Snapshot, sensor: Sensor, width: number): Line {
	const name = [span(nameOf(snapshot.plant, sensor))];
	const front: Line = [...fill(name, NAME), ...value(snapshot, sensor)];
	const told = isThermometer(sensor) ? temperature(snapshot.readings, sensor) : undefined;
	if (told === undefined) return clip(front, width);
	const room = Math.max(0, Math.min(30, width - NAME - VALUE - 2));
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
			return [span(`${reading.value.toFixed(1)} °C`.padStart(VALUE), warmth(reading.value))];
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
