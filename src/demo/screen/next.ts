import type { Verdict } from "#model/decision/decision.ts";
import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { describedCircuits } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { circuitName } from "#texts/names.ts";
import type { PlantTime } from "../plant/plant-time.ts";

/** The sun heats a collector between these hours of a summer day. */
const MORNING = 7;
const AFTERNOON = 17;

/**
 * What will happen next, a sentence each: to the pump of a house with one of each; otherwise to the circuits in which heat
 * flows, or to the one that is nearest to it. None if it cannot be predicted.
 */
export function nextOf(snapshot: Snapshot, time: PlantTime, speed: number): readonly string[] {
	const { plant, circuits, verdicts } = snapshot;
	const described = describedCircuits(plant);
	if (described.length === 0) {
		const pump = plant.circuits[0]?.pump ?? plant.roles.pump;
		const verdict = pump && verdicts[pump.index];
		const told = verdict && after(snapshot, verdict, plant.circuits[0], time, speed);
		return told === undefined ? [] : [told];
	}
	const seen = described.flatMap((circuit) => {
		const view = circuits[circuit.index];
		const told = view && after(snapshot, view.verdict, circuit, time, speed);
		const name = circuitName(plant, circuit, "en");
		return told === undefined
			? []
			: [{ told: `${name}: ${told}`, runs: view?.runs === true, missing: missingOf(view?.verdict) }];
	});
	const running = seen.filter(({ runs }) => runs);
	const nearest = seen.toSorted((a, b) => a.missing - b.missing).slice(0, 1);
	return (running.length > 0 ? running : nearest).map(({ told }) => told);
}

/** K that are missing for a start. */
const missingOf = (verdict: Verdict | undefined): number => {
	const { gain, start_at } = verdict?.because.facts ?? {};
	return typeof gain === "number" && typeof start_at === "number" ? start_at - gain : Number.POSITIVE_INFINITY;
};

function after(
	snapshot: Snapshot,
	{ because }: Verdict,
	circuit: Circuit | undefined,
	time: PlantTime,
	speed: number,
): string | undefined {
	const { code, facts } = because;
	switch (code) {
		case "no_gain":
			return waiting(facts, time, speed);
		case "gain":
			return charging(snapshot, circuit, facts);
		case "held_on":
		case "held_off":
			return `the controller takes the pump back in ${yours(Number(facts["left"]), speed)}.`;
		case "tank_full":
			return `charging goes on once the tank has cooled below ${shown(facts["release_below"])} °C.`;
		case "sensor_lost":
			return "as soon as the sensor answers, the controller goes on by itself.";
		case "valve_first":
			return "the pump starts once the valves stand.";
		case "mode_off":
			return "nothing, until the mode is auto again.";
		default:
			return undefined;
	}
}

function waiting({ gain, start_at }: Facts, { hour }: PlantTime, speed: number): string {
	if (hour >= MORNING && hour < AFTERNOON) {
		const missing = Math.max(0, Number(start_at) - Number(gain));
		return `the sun warms the collector; the pump starts when it is ${shown(missing)} K warmer.`;
	}
	const hours = (MORNING + 24 - hour) % 24;
	return `the sun is low; it is back in ${yours(hours * 3600, speed)}, and starts the pump again.`;
}

function charging({ settings, readings }: Snapshot, circuit: Circuit | undefined, { stop_at }: Facts): string {
	const limit = circuit && memoryAt(settings, "tank_limit", circuit.to.id);
	const target = isRecord(limit) ? limit["target"] : undefined;
	const tank = temperature(readings, circuit?.to_sensor);
	const full = tank === undefined || typeof target !== "number" ? "" : `, or when the tank has ${target} °C`;
	return `the pump stops when only ${shown(stop_at)} K are left${full}.`;
}

const shown = (n: unknown) => Number(n).toFixed(1);

/** Seconds of the plant in seconds of the visitor. */
function yours(seconds: number, speed: number): string {
	const real = Math.ceil(seconds / speed);
	return real < 100 ? `${real} s` : `${Math.round(real / 60)} min`;
}
