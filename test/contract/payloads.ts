import type { Component } from "ha-mqtt-discovery";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { componentOf as componentIn, picture, topicsOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Language } from "#texts/say.ts";
import { HOUSE } from "../fakes/owners-plant.ts";

/** Every payload that Home Assistant would refuse, or show as something else than it is. */
export function flawsOf(snapshot: Snapshot, entities: readonly Entity[], language: Language): readonly string[] {
	const flaws: string[] = [];
	const shown = picture({ ...HOUSE, language }, entities, snapshot, (key, bug) => flaws.push(`${key} threw ${bug}`));
	const payloads = new Map(shown.map((s) => [s.topic, s.payload]));
	if (payloads.size !== shown.length) flaws.push("one topic has two messages");
	for (const entity of entities) {
		const state = payloads.get(topics.state(entity.key));
		const wrong = state === undefined ? undefined : flawOfState(componentOf(entity), state);
		if (wrong !== undefined) flaws.push(`${entity.key} is ${state}: ${wrong}`);
		const attributes = payloads.get(topics.attributes(entity.key));
		if (attributes !== undefined) flaws.push(...flawsOfAttributes(attributes).map((f) => `${entity.key}: ${f}`));
	}
	return flaws;
}

const ON_OFF = ["ON", "OFF", "None"];
function flawOfState(component: Component, state: string): string | undefined {
	if (state === "" || state.length > 255) return "a state has 1 to 255 characters";
	if (state === "None") return undefined;
	switch (component.platform) {
		case "binary_sensor":
		case "switch":
			return ON_OFF.includes(state) ? undefined : `not one of ${ON_OFF}`;
		case "select":
			return component.options.includes(state) ? undefined : "not among its options";
		case "text":
			return undefined;
		case "number":
			return within(state, component.min, component.max) ? undefined : "out of its range";
		case "sensor":
			if (component.device_class === "enum")
				return component.options?.includes(state) ? undefined : "not among its options";
			if (component.device_class === "timestamp")
				return MOMENT.test(state) ? undefined : "not a moment with its difference to UTC";
			if (isText(component)) return /[{}?]/.test(state) ? "a text with a gap" : undefined;
			return within(state, -1e9, 1e9) ? undefined : "not a number";
		case "valve":
			return ["open", "closed", "opening", "closing"].includes(state) ? undefined : "no state of a valve";
		case "date":
			return /^\d{4}-\d\d-\d\d$/.test(state) ? undefined : "not a date";
		case "time":
			return /^\d\d:\d\d:00$/.test(state) ? undefined : "not a time";
		case "water_heater":
			return component.modes.some((mode) => mode === state) ? undefined : "not among its modes";
		case "event":
			return "an event has no state that lasts";
		case "button":
			return "a button has no state";
	}
}
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
/** Without a class and a unit a sensor shows any text. */
const isText = (sensor: Component) =>
	["device_class", "state_class", "unit_of_measurement", "suggested_display_precision"].every(
		(key) => !(key in sensor),
	);
const within = (text: string, min: number, max: number) =>
	/^-?\d+(?:\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max;

/** JSON writes NaN and infinity as null. A `?` replaces a missing fact in a sentence. */
function flawsOfAttributes(json: string): readonly string[] {
	const flaws: string[] = [];
	const value: unknown = JSON.parse(json, (key, inner: unknown) => {
		if (inner === null) flaws.push(`${key} is null`);
		if (key === "text" && !(typeof inner === "string" && / .*\.$/.test(inner) && !/[{}?]/.test(inner)))
			flaws.push(`${key} is no sentence: ${inner}`);
		return inner;
	});
	if (typeof value !== "object" || value === null || Array.isArray(value)) flaws.push(`no object: ${json}`);
	return flaws;
}

export const topics = topicsOf(HOUSE);
/** The component of an entity. */
export const componentOf = (entity: Entity): Component => componentIn(HOUSE, entity);

/** Names that occur more than once. */
export const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);
