import { settingPath, settingsKey } from "#model/decision/own-settings.ts";
import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { fromField, isDump, isField, isTank } from "#model/plant/circuit.ts";
import type { Circuit, Part, Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";

/** A field of a rule: `boil_stop.stop_at`. */
type Field = `${string}.${string}`;

/** Two limits of different rules, of which the first can have no effect unless it is on the right side of the second. */
interface Pair {
	readonly of: "charging" | "dump" | "heated";
	readonly field: Field;
	/** It has to be so. */
	readonly is: "below" | "above";
	readonly other: Field;
	/** Nobody chose this value, and the function is on as delivered: it need not be told. */
	readonly delivered?: number;
}

const PAIRS: readonly Pair[] = [
	{ of: "dump", field: "heat_dump.start_at", is: "below", other: "boil_stop.stop_at" },
	{ of: "charging", field: "solar_charging.collector_minimum", is: "below", other: "boil_stop.stop_at" },
	{ of: "charging", field: "solar_charging.collector_minimum", is: "below", other: "drain_back.stop_at" },
	{ of: "charging", field: "target_charging.target", is: "below", other: "boil_stop.stop_at" },
	{ of: "charging", field: "target_charging.target", is: "below", other: "collector_cooling.start_at" },
	{ of: "charging", field: "collector_cooling.start_at", is: "below", other: "drain_back.stop_at" },
	{ of: "charging", field: "collector_cooling.tank_up_to", is: "above", other: "tank_limit.target" },
	{ of: "charging", field: "system_cooling.tank_up_to", is: "above", other: "tank_limit.target" },
	{ of: "charging", field: "drain_back.start_at", is: "above", other: "solar_charging.stop_at" },
	{ of: "charging", field: "tank_limit.target", is: "below", other: "boil_stop.stop_at" },
	{ of: "charging", field: "tank_limit.target", is: "below", other: "drain_back.stop_at" },
	{ of: "charging", field: "forecast_cooling.tank_above", is: "below", other: "tank_limit.maximum" },
	{ of: "charging", field: "overheat_cooling.tank_above", is: "below", other: "tank_limit.maximum", delivered: 87 },
	{ of: "charging", field: "overheat_cooling.tank_above", is: "above", other: "tank_limit.target" },
	{ of: "charging", field: "holiday.tank_above", is: "below", other: "tank_limit.maximum" },
	{ of: "heated", field: "heater_control.comfort", is: "below", other: "tank_limit.maximum" },
	{ of: "heated", field: "heater_control.surplus_target", is: "below", other: "tank_limit.maximum" },
	{ of: "heated", field: "legionella.target", is: "below", other: "tank_limit.maximum" },
	{ of: "heated", field: "legionella.target", is: "below", other: "heater_control.cut_out" },
];

/** A circuit with its ends, or a part alone: where rules meet. */
interface Scope {
	readonly of: Pair["of"];
	readonly ids: readonly string[];
}

/** Limits of different functions that contradict each other, once each. */
export function contradictions(plant: Plant, settings: Settings): readonly Problem[] {
	const found = new Map<string, Problem>();
	for (const { of, ids } of scopesIn(plant))
		for (const pair of PAIRS) {
			if (pair.of !== of) continue;
			const [one, other] = [valueAt(pair.field, ids, plant, settings), valueAt(pair.other, ids, plant, settings)];
			if (one === undefined || other === undefined) continue;
			if (one.value === pair.delivered) continue;
			if (pair.is === "below" ? one.value < other.value : one.value > other.value) continue;
			const facts = { other: other.path, limit: other.value };
			const remedy = pair.is === "below" ? mend("limit_below", facts) : mend("limit_above", facts);
			if (!found.has(one.path)) found.set(one.path, problem(one.path, one.value, remedy));
		}
	return [...found.values()];
}

const scopesIn = ({ circuits, parts }: Plant): readonly Scope[] => [
	...circuits.filter(fromField).map((one) => ({ of: "charging" as const, ids: idsOf(one) })),
	...circuits
		.filter(({ from, to }) => isField(from) && isDump(to))
		.map((one) => ({ of: "dump" as const, ids: idsOf(one) })),
	...parts
		.filter((part) => isTank(part) && part.heaters.length > 0)
		.map(({ id }: Part) => ({ of: "heated" as const, ids: [id] })),
];
const idsOf = ({ id, from, to }: Circuit) => [id, from.id, to.id];

/** Undefined for a function that is switched off. A place's own value comes before that of its group. */
function valueAt(field: Field, ids: readonly string[], plant: Plant, settings: Settings) {
	const [rule = "", name = ""] = field.split(".");
	const keys = ids.map((id) => settingsKey(plant, rule, id));
	const key = keys.find((one) => one !== rule) ?? rule;
	const group = settings[key];
	const value = group?.[name];
	const off = group?.["enabled"] === false || group?.["mode"] === "off";
	return off || typeof value !== "number" ? undefined : { value, path: settingPath(key, name) };
}
