import type { Intent } from "#model/decision/intent.ts";
import { isSetAt, settingsKey } from "#model/decision/own-settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { problem } from "#model/findings/finding.ts";
import { roundedUp } from "#model/plant/level.ts";
import type { Output, Part, Plant } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type SettingField, settingFieldsIn } from "#rules/settings.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { atPart } from "../../places.ts";
import { choiceIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/** Of Home Assistant's. `eco`: the app decides. `electric`: a person holds it on. */
const MODES = ["off", "eco", "electric"] as const;
const RULE = "heater_control";
/** Degrees in which Home Assistant sets it. */
const PRECISION = 0.5;

/**
 * Each electric heater as Home Assistant's water heater, beside its switch and its settings. Its target is the comfort
 * temperature; `electric` ends after `manual.hold_for`.
 */
export const waterHeaters: EntityFamily = (plant, language) => {
	const comfort = settingFieldsIn(plant).find(({ path }) => path === `${RULE}.comfort`);
	if (comfort?.kind !== "number") return [];
	return plant.parts.flatMap((tank) =>
		tank.sensor === undefined
			? []
			: tank.heaters.map(
					(heater): Entity => ({
						...entity(heater, { plant, tank, current: tank.sensor?.id ?? "", comfort }),
						name: say(language, "entity", "thermostat", { name: outputName(plant, heater, language) }),
					}),
				),
	);
};

interface Place {
	readonly plant: Plant;
	readonly tank: Part;
	/** Id of the sensor whose temperature is shown. */
	readonly current: string;
	readonly comfort: Extract<SettingField, { kind: "number" }>;
}

function entity(heater: Output, { plant, tank, current, comfort: { min, max } }: Place) {
	const key = `${heater.id}_thermostat`;
	const group = settingsKey(plant, RULE, tank.id);
	/** A field that the tank does not have of its own is set in the group of the rule. */
	const setFor = (field: string) => (isSetAt(plant, group, field) ? group : RULE);
	return {
		key,
		platform: "water_heater",
		...atPart(tank),
		bus: heater.bus,
		component: {
			modes: MODES,
			min_temp: min,
			max_temp: max,
			precision: PRECISION,
			temperature_unit: "C",
			// Turned on, it goes by the plan.
			payload_on: "eco",
			payload_off: "off",
		},
		temperatures: {
			target: setFor("comfort") === RULE ? `${RULE}_comfort` : `${RULE}_comfort_${tank.id}`,
			current: `${current}_temperature`,
		},
		state(snapshot: Snapshot) {
			// In mode `off` nothing heats by a plan or by hand.
			if (snapshot.mode === "off") return "off";
			const held = heldAt(snapshot, heater.id);
			if (held !== undefined) return held > 0 ? "electric" : "off";
			const mode = snapshot.settings[group]?.["mode"];
			return mode === undefined ? undefined : mode === "off" ? "off" : "eco";
		},
		command: (payload: string, snapshot: Snapshot) =>
			payload === "eco" && snapshot.mode === "off"
				? problem(key, payload, mend("mode_is_off"))
				: choiceIn(key, payload, MODES, (mode) => askedFor(mode, { heater, rule: setFor("mode") }, snapshot)),
	} as const;
}

type Mode = (typeof MODES)[number];
interface Controlled {
	readonly heater: Output;
	/** Key in `Settings` under which its mode is set. */
	readonly rule: string;
}

/** What a mode means to the app. In mode `on` it goes by a plan already, so `eco` leaves that. */
function askedFor(mode: Mode, { heater, rule }: Controlled, snapshot: Snapshot): readonly Intent[] {
	if (mode === "electric") return [{ kind: "hold", output: heater.id, want: roundedUp(heater, FULL) }];
	const now = snapshot.settings[rule]?.["mode"];
	const set = { kind: "setting", rule, field: "mode", value: mode } as const;
	return [
		{ kind: "release", output: heater.id },
		...(mode === "off" || now === "off" || now === undefined ? [set] : []),
	];
}

/** How a person holds the output; undefined while nobody does. */
function heldAt({ memories, now }: Snapshot, id: string): number | undefined {
	const memory = memories["manual"];
	const holds = isRecord(memory) && Array.isArray(memory["holds"]) ? memory["holds"].filter(isRecord) : [];
	const hold = holds.find(({ output, until }) => output === id && typeof until === "number" && until > now);
	return typeof hold?.["want"] === "number" ? hold["want"] : undefined;
}
