import { COMPONENT_KEYS, inFull } from "../message/abbreviations.ts";
import { isObject, type Json, type JsonObject } from "../message/compact.ts";
import { PLATFORMS, type Platform } from "../schema/component.ts";
import { RING } from "../schema/platforms/event.ts";
import {
	isQuantityClass,
	MONETARY,
	SENSOR_CLASSES,
	type SensorClass,
	STATE_CLASSES,
	TEXT_CLASSES,
} from "../schema/sensor-classes.ts";
import { KEYS } from "./keys.ts";
import { numberOf, type Treatment, worst } from "./reading.ts";

/** What Home Assistant would make of any component in a message. */
export const treatmentOfComponent = (written: Json | undefined): Treatment => {
	const component = inFull(written ?? null, COMPONENT_KEYS);
	if (!isObject(component)) return "refused";
	const platform = PLATFORMS.find((one) => one === component["platform"]);
	if (platform === undefined) return "refused";
	const { readers, required } = KEYS[platform];
	if (required.some((key) => !Object.hasOwn(component, key))) return "refused";
	// The device's list of topics is inherited. A single topic besides a list is an error.
	if (Object.hasOwn(component, "availability_topic")) return "refused";
	const keys = worst(Object.entries(component).map(([key, value]) => readers[key]?.(value) ?? "stripped"));
	return keys === "refused" ? keys : worst([keys, ...together(platform, component)]);
};

const together = (platform: Platform, component: JsonObject): readonly Treatment[] => {
	if (platform === "sensor") return sensorTogether(component);
	if (platform === "event") return eventTogether(component);
	if (platform === "text") return textTogether(component);
	return platform === "number" ? numberTogether(component) : [];
};

const eventTogether = ({ device_class, event_types }: JsonObject): readonly Treatment[] => {
	const types = Array.isArray(event_types) ? event_types : [event_types];
	return lower(device_class) === "doorbell" && !types.includes(RING) ? ["complained"] : [];
};

/** A state has at most 255 characters. */
const textTogether = ({ min, max }: JsonObject): readonly Treatment[] => {
	const [least, most] = [Math.trunc(numberOf(min ?? 0) ?? 0), Math.trunc(numberOf(max ?? 255) ?? 255)];
	return [least > most || most > 255 ? "refused" : "taken"];
};

/** Home Assistant's default limits. It only complains about a wrong unit. */
const numberTogether = (number: JsonObject): readonly Treatment[] => {
	const [min, max] = [numberOf(number["min"] ?? 0) ?? 0, numberOf(number["max"] ?? 100) ?? 100];
	const unit = number["unit_of_measurement"];
	const { units } = classOf(lower(number["device_class"]));
	const wrong = units !== undefined && !units.includes(typeof unit === "string" ? unified(unit) : null);
	return [min > max ? "refused" : "taken", unitTreatment(unit), wrong ? "complained" : "taken"];
};

const sensorTogether = (sensor: JsonObject): readonly Treatment[] => {
	const written = sensor["unit_of_measurement"];
	const blank = typeof written === "string" && written.trim() === "";
	const unit = blank || written === undefined || written === null ? undefined : unified(String(written));
	const states = lower(sensor["state_class"]);
	const name = lower(sensor["device_class"]);
	return [
		blank ? "stripped" : unitTreatment(written),
		sensor["last_reset_value_template"] !== undefined && states !== "total" ? "refused" : "taken",
		optionsTreatment(sensor["options"], name, unit ?? states),
		states === "measurement_angle" && unit !== "°" ? "refused" : "taken",
		classTreatment(name, unit, states),
	];
};

const lower = (value: Json | undefined) => (typeof value === "string" ? value.toLowerCase() : undefined);

const optionsTreatment = (
	options: Json | undefined,
	name: string | undefined,
	numeric: string | undefined,
): Treatment => {
	if (options === undefined) return "taken";
	if (options === null || (Array.isArray(options) && options.length === 0)) return "refused";
	return name === "enum" && numeric === undefined ? "taken" : "refused";
};

/** Home Assistant refuses a wrong unit, and complains about a missing one and about a state class without statistics. */
const classTreatment = (name: string | undefined, unit: string | undefined, states: string | undefined): Treatment => {
	const { units, states: admitted } = classOf(name);
	if (units !== undefined && unit !== undefined && !units.includes(unit)) return "refused";
	// The state of such a class is no number: with a unit the entity is there, and never has a state.
	const wrongUnit = TEXT_CLASSES.some((one) => one === name) && unit !== undefined;
	const wrongStates = states !== undefined && !admitted.some((one) => one === states);
	return wrongUnit || wrongStates || (units !== undefined && !units.includes(unit ?? null)) ? "complained" : "taken";
};

const classOf = (
	name: string | undefined,
): { readonly units?: SensorClass["units"]; readonly states: readonly string[] } => {
	if (name === undefined) return { states: STATE_CLASSES };
	if (isQuantityClass(name)) return SENSOR_CLASSES[name];
	return { states: name === MONETARY ? ["total"] : [] };
};

const unitTreatment = (unit: Json | undefined): Treatment =>
	typeof unit === "string" && unified(unit) !== unit ? "altered" : "taken";

/** Some spellings of a unit are corrected: the other micro sign, and reactive power with a capital. */
const unified = (unit: string) => {
	const micro = unit.replace(/^\u00b5(?=(?:Sv\/h|S\/cm|V|g\/ft³|g\/m³|mol\/s⋅m²|g|s)$)/, "μ");
	return micro.replace(/^([mk]?)VAr(h?)$/, "$1var$2");
};
