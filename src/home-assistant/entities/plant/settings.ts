import { ownKey, settingPath } from "#model/decision/own-settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { problem } from "#model/findings/finding.ts";
import type { OwnSettings, Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";
import { type SettingField, settingFields, settingFieldsIn } from "#rules/settings.ts";
import { circuitName, partName } from "#texts/names.ts";
import { type Language, sayAny } from "#texts/say.ts";
import { atPart, onlyPart } from "../../places.ts";
import { choiceIn, numberIn, switchIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/**
 * A number, switch, text or select for every field of every rule that can run in this plant, and for every field that a
 * place has for itself.
 */
export const settings: EntityFamily = (plant, language, { unseen = [] } = {}) => [
	...settingFieldsIn(plant).map((field) => {
		const shown = { ...entity(field, ofRule(field, language)), ...placeOf(plant, field) };
		return unseen.includes(field.path) || !DAILY.has(field.path) ? disabled(shown) : shown;
	}),
	...(plant.own_settings ?? []).flatMap((own) =>
		settingFields()
			.filter(({ rule, field }) => rule === own.rule && own.fields.includes(field))
			.map((field) => ({ ...entity(field, ofPlace(plant, own, field, language)), ...placeAt(plant, own.place) })),
	),
];

/** What people set in daily life. A new installation begins with all others disabled. */
const DAILY: ReadonlySet<string> = new Set(["solar_charging.start_at", "tank_limit.target", "heater_control.mode"]);

/** Rules that are about a collector or a tank alone. */
const ABOUT: Readonly<Record<string, "collector" | "tank">> = {
	boil_stop: "collector",
	collector_cooling: "collector",
	cooling_runs: "collector",
	tube_kick: "collector",
	tank_limit: "tank",
	legionella: "tank",
};
const placeOf = (plant: Plant, { rule }: SettingField) => {
	const kind = ABOUT[rule];
	return kind === undefined ? {} : atPart(onlyPart(plant, kind));
};
const placeAt = (plant: Plant, place: string) => atPart(plant.parts.find(({ id }) => id === place));

/** Where a setting is, and how it is shown. */
interface Setting {
	/** Of the entity. */
	readonly key: string;
	readonly name: string;
	/** Of its group in `Settings`. */
	readonly group: string;
	/** For messages about commands. */
	readonly path: string;
}

const ofRule = ({ rule, field, path }: SettingField, language: Language): Setting => ({
	key: `${rule}_${field}`,
	name: sayAny(language, "setting", path),
	group: rule,
	path,
});

function ofPlace(plant: Plant, own: OwnSettings, { rule, field, path }: SettingField, language: Language): Setting {
	const { place } = own;
	const isCircuit = plant.circuits.some(({ id }) => id === place);
	const called = isCircuit ? circuitName(plant, { id: place }, language) : partName(plant, { id: place }, language);
	return {
		key: `${rule}_${field}_${place}`,
		name: `${sayAny(language, "setting", path)} (${called})`,
		group: ownKey(own),
		path: settingPath(ownKey(own), field),
	};
}

/** Home Assistant knows it, and shows it once a person has enabled it there. */
const disabled = (of: Entity): Entity =>
	({ ...of, component: { ...of.component, enabled_by_default: false } }) as Entity;

function entity(field: SettingField, setting: Setting): Entity {
	switch (field.kind) {
		case "number":
			return number(field, setting);
		case "switch":
			return onOff(field, setting);
		case "text":
			return text(field, setting);
		case "choice":
			return choice(field, setting);
	}
}

function number(of: Extract<SettingField, { kind: "number" }>, { key, name, group, path }: Setting): Entity {
	const { field, unit, min, max, step } = of;
	return {
		key,
		platform: "number",
		name,
		component: {
			...measured(unit),
			min,
			max,
			step,
			mode: "box",
			entity_category: "config",
		},
		state: (snapshot) => valueIn(snapshot, group, field),
		attributes: origin(group, field),
		command: (payload) =>
			numberIn(path, payload, { min, max, step }, (value) => ({ kind: "setting", rule: group, field, value })),
	};
}

function onOff({ field }: SettingField, { key, name, group, path }: Setting): Entity {
	return {
		key,
		platform: "switch",
		name,
		component: { entity_category: "config" },
		state(snapshot) {
			const value = snapshot.settings[group]?.[field];
			return value === undefined ? undefined : value === true ? "ON" : "OFF";
		},
		attributes: origin(group, field),
		command: (payload) => switchIn(path, payload, (value) => ({ kind: "setting", rule: group, field, value })),
	};
}

/** A text is sent as it is written. */
function text({ field, longest, example, fits }: Extract<SettingField, { kind: "text" }>, of: Setting): Entity {
	const { key, name, group, path } = of;
	return {
		key,
		platform: "text",
		name,
		component: { max: longest, entity_category: "config" },
		state: (snapshot) => textIn(snapshot, group, field),
		attributes: origin(group, field),
		command: (value) =>
			fits(value)
				? { kind: "setting", rule: group, field, value }
				: problem(path, value, mend("send_text", { example })),
	};
}

function choice({ field, choices }: Extract<SettingField, { kind: "choice" }>, of: Setting): Entity {
	const { key, name, group, path } = of;
	return {
		key,
		platform: "select",
		name,
		component: { options: choices, entity_category: "config", icon: "mdi:tune-variant" },
		state: (snapshot) => textIn(snapshot, group, field),
		attributes: origin(group, field),
		command: (payload) => choiceIn(path, payload, choices, (value) => ({ kind: "setting", rule: group, field, value })),
	};
}

/** Which value applies: the one set at run time, or the one of the options page. */
const origin =
	(group: string, field: string) =>
	({ settings, on_page }: Snapshot) => {
		const page = on_page[group]?.[field] ?? null;
		return { set_at: settings[group]?.[field] === page ? "options_page" : "run_time", options_page: page };
	};

function valueIn({ settings }: Snapshot, group: string, field: string): number | undefined {
	const value = settings[group]?.[field];
	return typeof value === "number" ? value : undefined;
}

function textIn({ settings }: Snapshot, group: string, field: string): string | undefined {
	const value = settings[group]?.[field];
	return typeof value === "string" ? value : undefined;
}

/** A temperature is shown in the person's own unit. A difference is not, because conversion would shift its zero. */
const CLASSES = {
	"°C": { device_class: "temperature", unit_of_measurement: "°C" },
	K: { device_class: "temperature_delta", unit_of_measurement: "K" },
	s: { device_class: "duration", unit_of_measurement: "s" },
	min: { device_class: "duration", unit_of_measurement: "min" },
} as const;

function measured(unit: SettingField["unit"]) {
	if (unit === "°C" || unit === "K" || unit === "s" || unit === "min") return CLASSES[unit];
	return unit === undefined ? {} : { unit_of_measurement: unit };
}
