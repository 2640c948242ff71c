import { bind } from "#control/bind.ts";
import { circuitViews } from "#control/circuits.ts";
import { type Effect, settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { type Decision, firstState, step } from "#control/step.ts";
import * as energy from "#energy/index.ts";
import type { Installation } from "#home-assistant/installation.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import {
	isThermometer,
	type Output,
	type OutputRole,
	outputId,
	type Plant,
	type Sensor,
	sensorId,
	type Thermometer,
} from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { plausible, type SensorRole } from "#model/plant/sensor-role.ts";
import { celsius, instant, kelvin, litres, seconds, watts } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { wired } from "./plant.ts";

export const RULES: readonly AnyRule[] = [...Object.values(registry), ...Object.values(energy)];
export const SETTINGS: Settings = Object.fromEntries(RULES.map((r) => [r.id, r.options.parse({}) as Group]));

export const HOUSE: Installation = {
	installation: "abcd2345",
	base_topic: "solar",
	discovery_prefix: "homeassistant",
	version: "1.2.3",
	language: "en",
};

export const sensor = (id: string, role: SensorRole, index: number, height?: number): Thermometer => ({
	id: sensorId(id),
	index,
	role,
	quantity: "temperature",
	source: `one_wire:${id}`,
	bus: "one_wire",
	channel: id,
	range: plausible(role),
	offset: kelvin(0),
	...(height === undefined ? {} : { height }),
});
export const output = (id: string, role: OutputRole, index: number): Output => ({
	id: outputId(id),
	index,
	role,
	target: `usb_relay:/dev/board/${index + 1}`,
	bus: "usb_relay_dev_board",
	channel: String(index + 1),
	wiring: "no",
	rest: "load_off",
	least_run: seconds(30),
	least_rest: seconds(30),
	starts_per_hour: 0,
});

/** A plant of these sensors and outputs; the first of each role has it. */
export function plantWith(sensors: readonly Sensor[], outputs: readonly Output[]): Plant {
	const thermometers = sensors.filter(isThermometer);
	const collector = thermometers.find((s) => s.role === "collector");
	const tank = thermometers.find((s) => s.role === "tank");
	const pump = outputs.find((o) => o.role === "pump");
	const heater = outputs.find((o) => o.role === "heater");
	return {
		sensors,
		outputs,
		...wired({
			tank_sensors: thermometers.filter((s) => s.role === "tank" || s.role === "tank_layer"),
			...(collector && { collector }),
			...(tank && { tank }),
			...(pump && { pump }),
			...(heater && { heater }),
		}),
		tank: { volume: litres(360) },
		heater: { power: watts(3000) },
	};
}

const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140];
/** The owner's house: collector, tank and return line, eight layers, four airs of the ventilation; pump and heater. */
export const ownersPlant: Plant = plantWith(
	[
		...(["collector", "tank", "return_line"] as const).map((role, i) => sensor(role, role, i)),
		...LAYERS.map((height, i) => sensor(`tank_${height}`, "tank_layer", 3 + i, height)),
		...(["outdoor_air", "exhaust_air", "supply_air", "extract_air"] as const).map((role, i) =>
			sensor(role, role, 3 + LAYERS.length + i),
		),
	],
	[output("pump", "pump", 0), output("heater", "heater", 1)],
);

/** What is found at one turn. */
export interface Scene {
	/** A temperature, a fault, or nothing heard yet; 40 °C where not told. */
	readonly read?: (sensor: Sensor) => number | Fault | undefined;
	readonly intents?: readonly Intent[];
	readonly effect?: (output: Output) => Effect | undefined;
	readonly findings?: readonly Finding[];
}

/** One turn of the core a minute, and the snapshot that each leaves. */
export function turns(scenes: readonly Scene[], plant: Plant = ownersPlant): readonly Snapshot[] {
	const atRest = plant.outputs.map(() => AT_REST);
	let state = firstState("auto", SETTINGS, remembered(bind(plant, RULES), {}), atRest);
	return scenes.map(({ read = () => 40, intents = [], effect = () => undefined, findings = [] }, i) => {
		const now = instant(60 * (i + 1));
		const samples = plant.sensors.map((s): Sample | undefined => {
			const said = read(s);
			if (said === undefined) return undefined;
			const pace = seconds(5);
			return typeof said === "number" ? { value: celsius(said), at: now, pace } : { pace, fault: said };
		});
		const decision = step(bind(plant, RULES), state, { now, wall: UNTRUSTED, samples, intents });
		const outputs = settle(now, plant, decision.state.outputs, decision.verdicts, plant.outputs.map(effect));
		state = { ...decision.state, outputs };
		const { mode, settings, readings, memories } = state;
		const { verdicts, activity, notices } = decision;
		const wall = UNTRUSTED;
		return {
			now,
			wall,
			plant,
			readings,
			verdicts,
			circuits: circuitViews(now, plant, decision.circuits, state.circuits, outputs),
			outputs,
			mode,
			activity,
			settings,
			on_page: SETTINGS,
			memories,
			findings,
			notices,
		};
	});
}

/** The snapshot of the last of these turns. */
export function seen(...scenes: readonly Scene[]): Snapshot {
	const last = turns(scenes).at(-1);
	if (last === undefined) throw new TypeError("There is no snapshot without a turn.");
	return last;
}

/** What the core answers to an intent in a house where all is well. */
export const asked = (intent: Intent): Decision =>
	step(
		bind(ownersPlant, RULES),
		firstState("auto", SETTINGS, remembered(bind(ownersPlant, RULES), {}), [AT_REST, AT_REST]),
		{
			now: instant(60),
			wall: UNTRUSTED,
			samples: [],
			intents: [intent],
		},
	);
