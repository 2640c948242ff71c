import * as drivers from "#drivers/index.ts";
import { groupName, listsOf } from "#options/entries/driver-options.ts";
import { root } from "#options/root.ts";
import * as rules from "#rules/index.ts";
import type { Heading } from "#web/options/option-form.ts";

const PLANT = ["preset", "tank", "heater", "energy", "collectors", "tanks", "sources", "sinks", "circuits", "site"];
const PROTECTION = [
	...["tank_limit", "boil_stop", "collector_cooling", "system_cooling", "night_cooling", "overheat_cooling"],
	...["forecast_cooling", "heat_dump", "frost_guard", "anti_seize", "legionella"],
];
const HOME = ["language", "mqtt", "watch"];
const WIRING = new Set([
	...["sensors", "outputs"],
	...Object.values(drivers).flatMap((one) => [groupName(one), ...listsOf(one).map(({ key }) => key)]),
]);
const RULES: ReadonlySet<string> = new Set(Object.values(rules).map(({ id }) => id));

/** Under which heading a person looks for an option. A function that is not named here is one of heating. */
export function headingOf(key: string): Heading {
	if (PLANT.includes(key)) return "plant";
	if (PROTECTION.includes(key)) return "protection";
	if (HOME.includes(key)) return "home";
	if (RULES.has(key) || key === "system_mode") return "heating";
	return WIRING.has(key) ? "wiring" : "records";
}

/** Of the options under one heading: the order in which they are written there, then that of the options. */
export const KEYS: readonly string[] = [...PLANT, ...Object.keys(root.shape).filter((key) => !PLANT.includes(key))];
