import type { Snapshot } from "#model/decision/snapshot.ts";
import { temperature } from "#model/plant/reading.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { PlantTime } from "../plant/plant-time.ts";

/** The sun heats a collector between these hours of a summer day. */
const MORNING = 7;
const AFTERNOON = 17;

/** What will happen to the pump next, in one sentence; undefined if it cannot be predicted. */
export function nextOf(snapshot: Snapshot, time: PlantTime, speed: number): string | undefined {
	const { pump } = snapshot.plant.roles;
	const because = pump && snapshot.verdicts[pump.index]?.because;
	if (because === undefined) return undefined;
	const { code, facts } = because;
	switch (code) {
		case "no_gain":
			return waiting(facts, time, speed);
		case "gain":
			return charging(snapshot, facts);
		case "held_on":
		case "held_off":
			return `the controller takes the pump back in ${yours(Number(facts["left"]), speed)}.`;
		case "tank_full":
			return `charging goes on once the tank has cooled below ${shown(facts["release_below"])} °C.`;
		case "sensor_lost":
			return "as soon as the sensor answers, the controller goes on by itself.";
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

function charging(snapshot: Snapshot, { stop_at }: Facts): string {
	const target = snapshot.settings["tank_limit"]?.["target"];
	const tank = temperature(snapshot.readings, snapshot.plant.roles.tank);
	const full = tank === undefined || typeof target !== "number" ? "" : `, or when the tank has ${target} °C`;
	return `the pump stops when only ${shown(stop_at)} K are left${full}.`;
}

const shown = (n: unknown) => Number(n).toFixed(1);

/** Seconds of the plant in seconds of the visitor. */
function yours(seconds: number, speed: number): string {
	const real = Math.ceil(seconds / speed);
	return real < 100 ? `${real} s` : `${Math.round(real / 60)} min`;
}
