import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";
import { contradictions } from "./contradictions.ts";
import { functionNotes } from "./functions.ts";
import { placeNotes } from "./places.ts";

/**
 * Settings that are valid but cannot work as intended: limits that contradict each other, a limit beyond a sensor's range,
 * a part that is not there, a function without what it needs, an unknown time zone, a heater that nothing stops at rest. Control is not affected, so it continues.
 */
export function notesOn(plant: Plant, settings: Settings, time_zone: string | undefined): readonly Problem[] {
	const at = (rule: string, field: string) => {
		const value = settings[rule]?.[field];
		return { path: `${rule}.${field}`, value: typeof value === "number" ? value : Number.NaN };
	};
	const boiling = at("boil_stop", "stop_at");
	const cooling = at("collector_cooling", "start_at");
	const night = at("night_cooling", "tank_above");
	const maximum = at("tank_limit", "maximum").value;
	const highest = highestOf(plant);
	const notes: Problem[] = [];
	if (settings["collector_cooling"]?.["enabled"] !== false && cooling.value >= boiling.value)
		notes.push(problem(cooling.path, cooling.value, mend("cooling_never", { stop_at: boiling.value })));
	if (settings["night_cooling"]?.["enabled"] === true && night.value >= maximum)
		notes.push(problem(night.path, night.value, mend("night_cooling_never", { maximum })));
	if (highest !== undefined && boiling.value > highest)
		notes.push(problem(boiling.path, boiling.value, mend("boil_stop_unseen", { highest })));
	for (const note of placeNotes(plant, settings)) if (!notes.some(({ path }) => path === note.path)) notes.push(note);
	notes.push(...contradictions(plant, settings), ...unwired(plant));
	notes.push(...functionNotes(plant, settings), ...unseenParts(plant), ...heatersOnAtRest(plant));
	if (time_zone !== undefined && !isTimeZone(time_zone))
		notes.push(problem("site.time_zone", time_zone, mend("no_such_time_zone")));
	return notes;
}

/**
 * Two are only logged. A boil stop beyond the sensor's range, as the default is for a DS18B20: above its range the sensor
 * counts as lost, which also stops the pump. A consumer without a sensor: a heat dump needs none.
 */
export const wantsAttention = ({ remedy: { code } }: Problem) => code !== "boil_stop_unseen" && code !== "only_cools";

/** The highest temperature that the collector's sensor can measure (°C), if its driver knows. */
function highestOf({ roles: { collector } }: Plant): number | undefined {
	const { driver, address } = addressed(collector?.source ?? "");
	return driver?.highest?.(address);
}

/** Options that name outputs and nothing to decide by. Without both they are those of a broker alone, or of a first start. */
const unwired = ({ sensors, outputs }: Plant): readonly Problem[] =>
	sensors.length > 0 || outputs.length === 0 ? [] : [problem("sensors", [], mend("nothing_wired"))];

/** Sources that name a part which the plant does not have. */
function unseenParts(plant: Plant): readonly Problem[] {
	const parts = plant.parts.map(({ id }) => id).join(" ");
	return plant.sensors.flatMap(({ source, index }) => {
		const { driver, address } = addressed(source);
		const lacking = driver?.lacks?.(address, "sensors", plant) === true;
		return lacking ? [problem(`sensors[${index}].source`, source, mend("no_such_part", { parts }))] : [];
	});
}

/** At rest nothing limits the tank: the app is stopped, or its options are invalid. */
const heatersOnAtRest = ({ outputs }: Plant): readonly Problem[] =>
	outputs
		.filter(({ role, rest }) => role === "heater" && rest !== "load_off")
		.map(({ index, rest }) => problem(`outputs[${index}].rest`, rest, mend("heater_rests_on")));

function addressed(source: string) {
	const [scheme, address = ""] = source.split(/:(.*)/s);
	const driver: AnyDriver | undefined = Object.values(drivers).find((d) => d.scheme === scheme);
	return { driver, address };
}

function isTimeZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone });
		return true;
	} catch {
		return false;
	}
}
