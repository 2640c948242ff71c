import type { Snapshot } from "#model/decision/snapshot.ts";
import { isThermometer } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
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
		...last.plant.outputs.map(({ id, role }) => {
			const name = role === "other" ? id : role;
			const ran = runOf(last, id);
			const had = runOf(first, id);
			const starts = ran.starts - had.starts;
			if (starts === 0 && ran.seconds === had.seconds) return `The ${name} stayed off.`;
			return `The ${name} started ${starts} ${starts === 1 ? "time" : "times"}, and ran ${hours(ran.seconds - had.seconds)}.`;
		}),
		...(hottest.length > 0 ? [`Highest: ${hottest.join(", ")}.`] : []),
		...(before === undefined || after === undefined
			? []
			: [
					`The tank holds ${Math.abs(after - before).toFixed(1)} kWh ${after >= before ? "more" : "less"} than at the start.`,
				]),
	];
}

const hours = (seconds: number) =>
	seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;

/** kWh in the tank above 0 °C, from the mean of its layers; undefined while one is missing. */
function heat({ plant, readings }: Snapshot): number | undefined {
	const layers = plant.roles.tank_sensors.filter((s) => s.role === "tank_layer").map((s) => temperature(readings, s));
	const sum = layers.reduce<number | undefined>((s, t) => (s === undefined || t === undefined ? undefined : s + t), 0);
	return sum === undefined || layers.length === 0
		? undefined
		: (sum / layers.length) * plant.tank.volume * KWH_PER_LITRE;
}
