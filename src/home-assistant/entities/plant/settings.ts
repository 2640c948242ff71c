import type { Snapshot } from "#model/decision/snapshot.ts";
import { type SettingField, settingFields } from "#rules/settings.ts";
import { sayAny } from "#texts/say.ts";
import { numberIn, switchIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/** A number or a switch for every field of every rule. */
export const settings: EntityFamily = (_, language) =>
	settingFields().map((field) =>
		field.kind === "switch"
			? onOff(field, sayAny(language, "setting", field.path))
			: number(field, sayAny(language, "setting", field.path)),
	);

function number(field: Extract<SettingField, { kind: "number" }>, name: string): Entity {
	const { rule, field: id, path, unit, min, max, step } = field;
	return {
		key: `${rule}_${id}`,
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
		state: (snapshot) => valueIn(snapshot, rule, id),
		attributes: origin(rule, id),
		command: (payload) =>
			numberIn(path, payload, { min, max, step }, (value) => ({ kind: "setting", rule, field: id, value })),
	};
}

function onOff({ rule, field, path }: SettingField, name: string): Entity {
	return {
		key: `${rule}_${field}`,
		platform: "switch",
		name,
		component: { entity_category: "config" },
		state(snapshot) {
			const value = snapshot.settings[rule]?.[field];
			return value === undefined ? undefined : value === true ? "ON" : "OFF";
		},
		attributes: origin(rule, field),
		command: (payload) => switchIn(path, payload, (value) => ({ kind: "setting", rule, field, value })),
	};
}

/** Which value applies: the one set at run time, or the one of the options page. */
const origin =
	(rule: string, field: string) =>
	({ settings, on_page }: Snapshot) => {
		const page = on_page[rule]?.[field] ?? null;
		return { set_at: settings[rule]?.[field] === page ? "options_page" : "run_time", options_page: page };
	};

function valueIn({ settings }: Snapshot, rule: string, field: string): number | undefined {
	const value = settings[rule]?.[field];
	return typeof value === "number" ? value : undefined;
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
