import type { Snapshot } from "#model/decision/snapshot.ts";
import { isValve } from "#model/plant/output.ts";
import { isThermometer, type Output, type Thermometer } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { outputName } from "#texts/names.ts";
import { runOf } from "./runs.ts";

/** kWh in one litre of water for one kelvin. */
const KWH_PER_LITRE = 1.163e-3;

/** What to report when a demo ends. */
export interface Recorder {
	see(snapshot: Snapshot): void;
	/** A few sentences, each a line; none before the first turn. */
	summary(): readonly string[];
}

export function recorder(): Recorder {
	let first: Snapshot | undefined;
	let last: Snapshot | undefined;
	const highest = new Map<string, number>();
	return {
		see(snapshot) {
			// The first turn may come before the first readings.
			if (first === undefined || heat(first) === undefined) first = snapshot;
			last = snapshot;
			for (const sensor of snapshot.plant.sensors) {
				const name = sensor.role === "tank_layer" ? "tank" : sensor.role;
				const seen = isThermometer(sensor) ? temperature(snapshot.readings, sensor) : undefined;
				if (seen !== undefined) highest.set(name, Math.max(seen, highest.get(name) ?? seen));
			}
		},
		summary: () => (first === undefined || last === undefined ? [] : told(first, last, highest)),
	};
}

function told(first: Snapshot, last: Snapshot, highest: ReadonlyMap<string, number>): readonly string[] {
	const hottest = ["collector", "tank"].flatMap((role) => {
		const seen = highest.get(role);
		return seen === undefined ? [] : [`${role} ${seen.toFixed(1)} °C`];
	});
	const before = heat(first);
	const after = heat(last);
	return [
		`The plant lived ${hours(last.now - first.now)}.`,
		...last.plant.outputs.filter((output) => !isValve(output)).map((output) => ran(first, last, output)),
		...(hottest.length > 0 ? [`Highest: ${hottest.join(", ")}.`] : []),
		...(before === undefined || after === undefined
			? []
			: [
					`The ${tanksOf(last).length > 1 ? "tanks hold about" : "tank holds"} ${Math.abs(after - before).toFixed(1)} kWh ${after >= before ? "more" : "less"} than at the start.`,
				]),
	];
}

/** Where there is one pump and one heater, they are called so. */
function ran(first: Snapshot, last: Snapshot, output: Output): string {
	const { id, role } = output;
	const alike = last.plant.outputs.filter((other) => other.role === role).length > 1;
	const own = output.name !== undefined || alike ? outputName(last.plant, output, "en") : undefined;
	const after = runOf(last, id);
	const before = runOf(first, id);
	const starts = after.starts - before.starts;
	const who = own === undefined ? `The ${role === "other" ? id : role}` : `${own}:`;
	if (starts === 0 && after.seconds === before.seconds) return `${who} stayed off.`;
	return `${who} started ${starts} ${starts === 1 ? "time" : "times"}, and ran ${hours(after.seconds - before.seconds)}.`;
}

const hours = (seconds: number) =>
	seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;

const tanksOf = ({ plant }: Snapshot) => plant.parts.filter(({ kind }) => kind === "tank");

/**
 * kWh in the tanks above 0 °C, undefined while a sensor is missing: of one tank from the mean of its layers, of several from
 * all their sensors.
 */
function heat(snapshot: Snapshot): number | undefined {
	const { plant } = snapshot;
	const tanks = tanksOf(snapshot);
	if (tanks.length <= 1) {
		const layers = plant.sensors.filter(isThermometer).filter(({ role }) => role === "tank_layer");
		return heatOf(snapshot, layers, plant.tank.volume);
	}
	const each = tanks.map(({ sensors, volume = plant.tank.volume }) => heatOf(snapshot, sensors, volume));
	return each.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

function heatOf({ readings }: Snapshot, sensors: readonly Thermometer[], volume: number): number | undefined {
	const values = sensors.map((sensor) => temperature(readings, sensor));
	const sum = values.reduce<number | undefined>((s, t) => (s === undefined || t === undefined ? undefined : s + t), 0);
	return sum === undefined || values.length === 0 ? undefined : (sum / values.length) * volume * KWH_PER_LITRE;
}
