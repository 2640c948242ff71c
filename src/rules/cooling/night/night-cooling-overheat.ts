import * as z from "zod";
import { claiming, rule, type Situation, silent } from "#control/rule.ts";
import { atLeast, forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, isTank, toSensor } from "#model/plant/circuit.ts";
import { isTomorrowsSun, type Output, type Thermometer } from "#model/plant/plant.ts";
import { awaited, type Readings, temperature } from "#model/plant/reading.ts";
import { degrees, energy, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, kilowattHours } from "#model/quantities/units.ts";
import { coolsDeep, type Seen, seenOf } from "./night-cooling-cools.ts";
import {
	heatIn,
	isUnheated,
	lasting,
	memory,
	othersOn,
	remembered,
	served,
	sourcesOf,
} from "./night-cooling-overheat-heat.ts";
import { isDull } from "./night-cooling-overheat-sun.ts";

const COLLECTOR = gauge("collector", "°C");
/** Fluid colder than this would freeze the water in a plate exchanger. */
const NO_FROST = celsius(5);

const options = z.object({
	enabled: z.boolean().default(true),
	tank_above: degrees(70, 95).default(celsius(87)),
	hysteresis: kelvins(1, 20).default(kelvin(5)),
	colder_by: kelvins(2, 30).default(kelvin(12)),
	cool_to: degrees(15, 69).default(celsius(20)),
	dull_below: energy(0, 500).default(kilowattHours(0)),
});
type Given = Situation<z.output<typeof options>>;

/**
 * A tank that the sun has brought close to its maximum cannot take the next sunny day, and the collector would boil. So the
 * water around its coil is cooled through the collector as soon as that is colder. It needs no forecast. Heat of a stove or
 * a heater stays, no other tank waits for it, and what was cooled is not heated again while the tank is hot above it.
 */
export const nightCoolingOverheat = rule({
	id: "overheat_cooling",
	per: "circuit",
	// A pump that another output has to wait for would keep that one off all night.
	where: (at, { outputs }) =>
		fromField(at) && isTank(at.to) && !outputs.some(({ excludes }) => excludes === at.pump.id),
	needs: {
		collector: fromSensor,
		tank: toSensor,
		sources: sourcesOf,
		others: othersOn,
		suns: (_, { sensors }) => sensors.filter(isTomorrowsSun),
	},
	options,
	off: ({ enabled }) => !enabled,
	memory,
	propose({ at, collector, tank, sources, others, suns }, given, before) {
		const { now, readings, settings, compare, circuits } = given;
		if (!compare.so("enabled", settings.enabled, "enabled"))
			return silent(remembered(before, false, "other", false, undefined));
		const seen = seenOf(readings, collector, tank, at.to.sensors);
		if (seen === undefined) {
			const goesOn = before.cooling && !isLost(readings, collector) && !isLost(readings, tank);
			return silent(remembered(before, goesOn, before.heat, before.dull, undefined));
		}
		const found = heatIn(at, sources, seen, given);
		const heat = found ?? lasting(before, now);
		const dull = isDull(before.dull, suns, given);
		const { cools, surplus } = coolsDeep(compare, before.cooling, seen, settings);
		const bright = !compare.so("dull_expected", dull, "dull_below");
		const wished = cools && bright && heat !== "other" && !served(at, others, circuits, readings);
		const cooling = wished && isMild(seen, given);
		const shown = cooling || found === "sun" ? now : undefined;
		const after = remembered(before, cooling, cooling ? "cooled" : heat, dull, shown);
		const heaters = isUnheated(after.heat, seen, settings) ? unheated(at.to.heaters, seen) : NONE;
		if (!cooling) return heaters.length === 0 ? silent(after) : claiming(after, heaters);
		const { cool_to } = settings;
		const because = reason("tank_overheated", { hottest: seen.hottest, surplus, tank: seen.tank, cool_to });
		return claiming(after, [atLeast(at, FULL, "protection", because, "night_cooling"), ...heaters]);
	},
});

const NONE: readonly Claim[] = [];
function unheated(heaters: readonly Output[], { hottest }: Seen): readonly Claim[] {
	const because = reason("tank_cooled_unheated", { hottest });
	return heaters.map((one) => forbid(one, "normal", because, "night_cooling"));
}

/** After a restart a sensor is not heard of for a while, and what was cooled then is cooled on. */
const isLost = (readings: Readings, sensor: Thermometer): boolean =>
	temperature(readings, sensor) === undefined && !awaited(readings, sensor);

const isMild = ({ collector }: Seen, { compare }: Given): boolean => compare.atLeast(COLLECTOR, collector, NO_FROST);
