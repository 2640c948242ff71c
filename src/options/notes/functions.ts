import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend } from "#model/sentences/sentence.ts";
import { idleIn } from "#rules/settings.ts";

/** Functions that are switched on, but for which the plant has not what they need. */
export const functionNotes = (plant: Plant, settings: Settings): readonly Problem[] => [
	...idleIn(plant, settings).map(({ path, value, lacks }) => {
		const role = lacks.find((name) => SENSOR_ROLES.some((known) => known === name));
		return problem(path, value, role === undefined ? mend("function_idle") : mend("function_lacks", { role }));
	}),
	...heaterNotes(plant, settings),
];

/** A heater that is to be controlled and has no sensor that decides, or nothing that it may begin for. */
function heaterNotes(plant: Plant, settings: Settings): readonly Problem[] {
	const { mode, sensor, ready_by } = settings["heater_control"] ?? {};
	const heated = plant.parts.filter(({ heaters }) => heaters.length > 0);
	if ((mode !== "eco" && mode !== "on") || heated.length === 0) return [];
	const known = heated.flatMap(({ sensors }) => sensors.map(({ id }) => id));
	const notes: Problem[] = [];
	if (sensor !== "auto" && !known.some((id) => id === sensor))
		notes.push(
			problem("heater_control.sensor", sensor, mend("no_such_entry", { known: ["auto", ...known].join(", ") })),
		);
	const told = plant.sensors.some(({ role }) => role === "surplus_power" || role === "price");
	if (mode === "eco" && ready_by === "never" && !told)
		notes.push(problem("heater_control.mode", mode, mend("eco_without_surplus")));
	return notes;
}
