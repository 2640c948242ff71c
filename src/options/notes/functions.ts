import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend } from "#model/sentences/sentence.ts";
import { idleIn } from "#rules/settings.ts";
import { noSuchEntry } from "../problems/meant.ts";

/** Functions that are switched on, but for which the plant has not what they need. */
export const functionNotes = (plant: Plant, settings: Settings): readonly Problem[] => [
	...idleIn(plant, settings).map(({ path, value, lacks }) => {
		const role = lacks.find((name) => SENSOR_ROLES.some((known) => known === name));
		return problem(path, value, role === undefined ? mend("function_idle") : mend("function_lacks", { role }));
	}),
	...heaterNotes(plant, settings),
	...unswitched(plant, settings),
];

/** Functions that are on as soon as a circuit leads to what they are for: without its sensors they do nothing there. */
function unswitched({ circuits, parts, sensors }: Plant, settings: Settings): readonly Problem[] {
	const { mode } = settings["circulation"] ?? {};
	const notes = parts
		.filter(({ kind, use }) => kind === "sink" && (use === "heat_dump" || use === "circulation" || use === "heating"))
		.filter((part) => !circuits.some(({ to }) => to === part))
		.map(({ id }) => problem("circuits", id, mend("part_in_no_circuit", { part: id })));
	for (const { index, from, to, from_sensor, to_sensor } of circuits) {
		const blind = (end: "from" | "to") =>
			problem(
				`circuits[${index}].${end}_sensor`,
				undefined,
				mend("end_unseen", { part: (end === "from" ? from : to).id }),
			);
		const asks_from = to.use === "heat_dump" || to.use === "heating";
		const asks_to = to.use === "heating" || (to.use === "circulation" && mode === "thermal");
		if (asks_from && from_sensor === undefined) notes.push(blind("from"));
		if (asks_to && to_sensor === undefined) notes.push(blind("to"));
		if (to.use === "circulation" && mode === "demand" && !sensors.some(({ role }) => role === "tap"))
			notes.push(problem("circulation.mode", mode, mend("function_lacks", { role: "tap" })));
	}
	return notes;
}

/** A heater that is to be controlled and has no sensor that decides, or nothing that it may begin for. */
function heaterNotes(plant: Plant, settings: Settings): readonly Problem[] {
	const { mode, sensor, ready_by } = settings["heater_control"] ?? {};
	const heated = plant.parts.filter(({ heaters }) => heaters.length > 0);
	const { enabled, sensor: judged } = settings["legionella"] ?? {};
	const known = heated.flatMap(({ sensors }) => sensors.map(({ id }) => String(id)));
	const notes: Problem[] = [];
	const chosen = (path: string, id: unknown) => {
		if (heated.length === 0 || id === "auto" || known.some((one) => one === id)) return;
		notes.push(problem(path, id, noSuchEntry(String(id), ["auto", ...known])));
	};
	if (enabled === true) chosen("legionella.sensor", judged);
	if ((mode !== "eco" && mode !== "on") || heated.length === 0) return notes;
	chosen("heater_control.sensor", sensor);
	const told = plant.sensors.some(({ role }) => role === "surplus_power" || role === "price");
	if (mode === "eco" && ready_by === "never" && !told)
		notes.push(problem("heater_control.mode", mode, mend("eco_without_surplus")));
	return notes;
}
