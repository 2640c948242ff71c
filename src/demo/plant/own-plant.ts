import { nothingToDo } from "#app/control/views.ts";
import { languageAt } from "#app/locale.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { source } from "#app/login/source.ts";
import { complain, type Machine } from "#app/machine.ts";
import type { Output, Plant, Sensor } from "#model/plant/plant.ts";
import { notesOn } from "#options/notes/notes.ts";
import { devicesOf, plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";

const SIMULATED = "simulated";

/** A person's own plant, every part of which is simulated. */
export interface OwnPlant {
	readonly options: Options;
	/** Texts of the file that must never be shown. */
	readonly secrets: readonly string[];
}

/** With empty lists the page would look for sensors that are connected to this machine. */
const NOTHING =
	"sensors and outputs are empty. The demo touches no hardware: name simulated ones, as in examples/options.simulated.json.";

/** The plant of an options file; undefined where the demo cannot run it, once all reasons were told. */
export function ownPlant(machine: Machine, file: string): OwnPlant | undefined {
	const { parsed, secrets } = source(machine, { options: file });
	if (parsed.kind === "invalid") {
		for (const problem of parsed.problems) complain(machine, problemLine(problem, languageAt(machine)));
		return undefined;
	}
	const { options } = parsed;
	if (nothingToDo(parsed)) {
		complain(machine, NOTHING);
		return undefined;
	}
	const plant = plantOf(options);
	const notes = notesOn(plant, settingsOf(options), options.site.time_zone);
	const missing = notes.filter(({ remedy }) => remedy.code === "no_such_part");
	for (const problem of missing) complain(machine, problemLine(problem, languageAt(machine)));
	const real = notSimulated(options, plant);
	for (const line of real) complain(machine, line);
	return missing.length > 0 || real.length > 0 ? undefined : { options, secrets };
}

/**
 * The options for the demo: the plant, its limits and its names are the file's; broker, turn and all that would reach out
 * of this machine are the demo's.
 */
export const demoOptions = (own: Options, demo: Options): Options => ({
	...own,
	mqtt: demo.mqtt,
	turn: demo.turn,
	syslog: demo.syslog,
	watch: demo.watch,
});

/** A line for each sensor and output that is real, with what to write instead. The demo touches no hardware. */
function notSimulated(options: Options, plant: Plant): readonly string[] {
	const real = new Set(devicesOf(options).flatMap(({ bus, driver }) => (driver.scheme === SIMULATED ? [] : [bus])));
	const said = (path: string, address: string, instead: string) =>
		`${path} is ${address}. The demo touches no hardware: write ${instead} to have it simulated.`;
	return [
		...plant.sensors
			.filter(({ bus }) => real.has(bus))
			.map((sensor) => said(`sensors[${sensor.index}].source`, sensor.source, sourceFor(sensor, plant))),
		...plant.outputs
			.filter(({ bus }) => real.has(bus))
			.map((output) => said(`outputs[${output.index}].target`, output.target, targetFor(output))),
	];
}

function sourceFor(sensor: Sensor, { parts, circuits }: Plant): string {
	const part = parts.find(({ sensors }) => sensors.some(({ id }) => id === sensor.id));
	const { role } = sensor;
	if (role === "flow") return `${SIMULATED}:flow/${circuits[0]?.pump.id ?? "pump"}`;
	if (AIR.includes(role)) return `${SIMULATED}:${role}`;
	if (part === undefined) return `${SIMULATED}:PART/outlet or another address of DOCS.md`;
	if (role === "tank_layer") return `${SIMULATED}:${part.id}/${sensor.height ?? 100}`;
	return `${SIMULATED}:${part.id}/${part.kind === "collector" || part.kind === "source" ? "outlet" : "coil"}`;
}
const AIR: readonly string[] = ["outdoor_air", "exhaust_air", "supply_air", "extract_air", "irradiance", "return_line"];

const targetFor = ({ id, level }: Output) => `${SIMULATED}:${id}${level === undefined ? "" : "_speed"}`;
