import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import type { Finding } from "#model/findings/finding.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import type { Place } from "#simulation/weather/climate.ts";

const OPTIONS = {
	sensors: [
		{ id: "roof", role: "collector", source: "one_wire:28-0123456789a0" },
		{ id: "store", role: "tank", source: "one_wire:28-0123456789a1" },
		{ id: "layer", role: "tank_layer", height: 140, source: "one_wire:28-0123456789a2" },
		{ id: "garden", role: "outdoor_air", source: "one_wire:28-0123456789a3" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "usb_relay:/dev/serial/by-id/board/1" },
		{ id: "heater", role: "heater", target: "usb_relay:/dev/serial/by-id/board/2" },
	],
};

export interface Life {
	readonly place?: Place;
	/** Day of the year at whose midnight it begins. */
	readonly day?: number;
	readonly days: number;
	/** Weather: 1 as usual in the place, 0 without clouds. */
	readonly cloudiness?: number;
	readonly faults?: readonly PlantFault[];
	readonly options?: object;
	/** Sensors that are not there, by id. */
	readonly without?: readonly string[];
}

/** Everything that is found in a life, as it was told first. */
export function findingsIn(life: Life): readonly Finding[] {
	const all = new Map<string, Finding>();
	lived(life, (_, findings) => {
		for (const one of findings) if (!all.has(one.code)) all.set(one.code, one);
	});
	return [...all.values()];
}

/**
 * The codes of what is found in a life, each with the day on which it was found first and how often it came anew.
 * @param after seconds from which on it is looked
 */
export function foundIn(life: Life, after = 0): ReadonlyMap<string, { readonly day: number; readonly times: number }> {
	const found = new Map<string, { day: number; times: number }>();
	let before = new Set<string>();
	lived(life, (passed, findings) => {
		const now = new Set(passed < after ? [] : findings.map(({ code }) => code));
		for (const code of now)
			if (!before.has(code))
				found.set(code, { day: found.get(code)?.day ?? passed / 86_400, times: (found.get(code)?.times ?? 0) + 1 });
		before = now;
	});
	return found;
}

/** Lives it, a turn after another. */
function lived(life: Life, seen: (passed: number, findings: readonly Finding[]) => void): void {
	const { place = "wuerzburg", day = 172, days, cloudiness = 0, faults = [], options = {}, without = [] } = life;
	const sensors = OPTIONS.sensors.filter(({ id }) => !without.includes(id));
	const parsed = parse({ ...OPTIONS, sensors, ...options });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	const plant = plantOf(parsed.options);
	const site = { ...siteOf(place), cloudiness, start: { day_of_year: day, hour: 0 } };
	const design = houseFor(plant, site, ({ id }) => id);
	const one = new Simulation({
		plant,
		rules: ALL_RULES,
		settings: settingsOf(parsed.options),
		design,
		faults,
		turn: seconds(30),
	});
	while (one.passed < days * 86_400) {
		one.turn();
		seen(one.passed, one.decision?.findings ?? []);
	}
}
