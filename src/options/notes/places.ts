import { ownKey, settingPath, settingsKey } from "#model/decision/own-settings.ts";
import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { isDump } from "#model/plant/circuit.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";
import { runsAt } from "#rules/settings.ts";

/** What of circuits and of settings of a place is valid and has no effect, or not the one that is meant. */
export const placeNotes = (plant: Plant, settings: Settings): readonly Problem[] => [
	...unused(plant),
	...unreached(plant),
	...priorities(plant),
	...idle(plant, settings),
	...unlimited(plant),
	...withoutRule(plant, settings),
	...limitsOfFields(plant, settings),
	...limitsOfCircuits(plant, settings),
];

/** Pumps and valves that no circuit names. */
function unused({ outputs, circuits }: Plant): readonly Problem[] {
	const used = new Set(circuits.flatMap(({ pump, valves }) => [pump, ...valves.map(({ valve }) => valve)]));
	return outputs.flatMap((output) => {
		const { id, index, role } = output;
		const idle = (role === "valve" || (role === "pump" && circuits.length > 0)) && !used.has(output);
		return idle ? [problem(`outputs[${index}].role`, role, mend("in_no_circuit", { output: id }))] : [];
	});
}

/** Parts in no circuit. A tank may be heated by its heater alone; consumers with a function of their own are told with that. */
const unreached = ({ parts, circuits }: Plant): readonly Problem[] =>
	circuits.length === 0
		? []
		: parts
				.filter(({ heaters, use }) => heaters.length === 0 && (use === undefined || use === "pool"))
				.filter((part) => !circuits.some(({ from, to }) => from === part || to === part))
				.map(({ id }) => problem("circuits", id, mend("part_in_no_circuit", { part: id })));

/** Circuits of one group that cannot run together are served in the order of their priorities. */
const priorities = ({ groups }: Plant): readonly Problem[] =>
	groups.flatMap(({ circuits }) =>
		circuits.flatMap((circuit, nth) => {
			const other = circuits.slice(0, nth).find((one) => one.priority === circuit.priority && one.to !== circuit.to);
			return other === undefined
				? []
				: [problem(pathOf(circuit, "priority"), circuit.priority, mend("priority_twice", { circuit: other.id }))];
		}),
	);

/** Circuits that nothing runs by itself, or only to cool the collectors. */
const idle = (plant: Plant, settings: Settings): readonly Problem[] =>
	plant.circuits.flatMap((circuit) => {
		const { from, to, from_sensor, to_sensor } = circuit;
		const by_hand = from.kind === "source" ? "source_by_hand" : "circuit_by_hand";
		const isOff = (rule: string) => settings[settingsKey(plant, rule, circuit.id)]?.["enabled"] === false;
		const { use } = to;
		// These consumers have functions of their own, which need no limits here.
		if (use === "heat_dump" || use === "circulation" || use === "heating") return [];
		const rule = from.kind === "source" ? "boiler_charging" : "store_exchange";
		if (from.kind !== "collector" && isOff(rule)) return [problem(pathOf(circuit, "from"), from.id, mend(by_hand))];
		if (!plant.parts.some(({ id }) => id !== "collector" && id !== "tank")) return [];
		if (from_sensor === undefined)
			return [problem(pathOf(circuit, "from_sensor"), undefined, mend("end_unseen", { part: from.id }))];
		if (to_sensor === undefined)
			return [problem(pathOf(circuit, "to_sensor"), undefined, mend("only_cools", { part: to.id }))];
		return [];
	});

/** Consumers that are charged as long as the collector is warmer: only tanks have limits. */
const unlimited = ({ circuits }: Plant): readonly Problem[] =>
	circuits.flatMap((circuit) => {
		const { from, to, to_sensor } = circuit;
		const charged = from.kind === "collector" && to.kind === "sink" && !isDump(to) && to_sensor !== undefined;
		return charged ? [problem(pathOf(circuit, "to"), to.id, mend("no_limit_here", { part: to.id }))] : [];
	});

/** Own settings of a circuit for which their rule does not run. */
const withoutRule = (plant: Plant, settings: Settings): readonly Problem[] =>
	(plant.own_settings ?? []).flatMap((own) => {
		const circuit = plant.circuits.find(({ id }) => id === own.place);
		if (circuit === undefined || runsAt(circuit, plant, own.rule)) return [];
		const [field = ""] = own.fields;
		const path = pathOf(circuit, `${own.rule}_${field}`);
		return [problem(path, settings[ownKey(own)]?.[field], mend("no_rule_here"))];
	});

const pathOf = ({ index }: Circuit, field: string) => `circuits[${index}].${field}`;

/** Limits of a field of its own, beside those of its group: as `notesOn` does for the group. */
const limitsOfFields = (plant: Plant, settings: Settings): readonly Problem[] =>
	plant.parts.flatMap(({ id, kind }) => {
		const [stop, cool] = ["boil_stop", "collector_cooling"].map((rule) => settingsKey(plant, rule, id));
		if (kind !== "collector" || stop === undefined || cool === undefined) return [];
		const [stop_at, start_at] = [numberAt(settings, stop, "stop_at"), numberAt(settings, cool, "start_at")];
		if (settings[cool]?.["enabled"] === false || !isOwn(stop, cool) || !(start_at >= stop_at)) return [];
		return [problem(settingPath(cool, "start_at"), start_at, mend("cooling_never", { stop_at }))];
	});

const limitsOfCircuits = (plant: Plant, settings: Settings): readonly Problem[] =>
	plant.circuits.flatMap(({ id, to }) => {
		const night = settingsKey(plant, "night_cooling", id);
		const limit = settingsKey(plant, "tank_limit", to.id);
		const [from, maximum] = [numberAt(settings, night, "tank_above"), numberAt(settings, limit, "maximum")];
		if (!isOwn(night, limit) || settings[night]?.["enabled"] !== true || !(from >= maximum)) return [];
		return [problem(settingPath(night, "tank_above"), from, mend("night_cooling_never", { maximum }))];
	});

/** What groups have of it is told once, for the group. */
const isOwn = (...keys: readonly string[]) => keys.some((key) => key.includes("@"));

function numberAt(settings: Settings, key: string, field: string): number {
	const value = settings[key]?.[field];
	return typeof value === "number" ? value : Number.NaN;
}
