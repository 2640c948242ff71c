import * as z from "zod";
import { entityKeys, readKeys } from "../entity-keys.ts";
import { template, text, unit } from "../ids.ts";
import {
	isQuantityClass,
	MONETARY,
	type QuantityClass,
	quantityClasses,
	STATE_CLASSES,
	type StateClass,
	type StateClassOf,
	TEXT_CLASSES,
	type TextClass,
	type UnitKey,
} from "../sensor-classes.ts";
import { type Complain, quantityClass, unitOfClass, unitOfMoney } from "./quantity.ts";

const base = z.strictObject({
	...entityKeys("sensor"),
	...readKeys,
	device_class: z
		.enum([...quantityClasses, ...TEXT_CLASSES, MONETARY], "use a device class that Home Assistant knows, or none")
		.optional(),
	state_class: z.enum(STATE_CLASSES, `use one of ${STATE_CLASSES.join(", ")}`).optional(),
	unit_of_measurement: unit.optional(),
	suggested_display_precision: z.int().min(0).optional(),
	options: z
		.array(text.max(255, "a state has at most 255 characters"))
		.min(1, "name at least one option")
		.readonly()
		.optional(),
	last_reset_value_template: template.optional(),
});
type Parsed = z.output<typeof base>;

/** A reading. Everything that Home Assistant would refuse, or accept with a complaint in its log, is an error here. */
export const sensorSchema = base.superRefine((sensor, context) => {
	const complain: Complain = (key, message) => context.addIssue({ code: "custom", path: [key], message });
	kindRules(sensor, complain);
	if (sensor.state_class === "measurement_angle" && sensor.unit_of_measurement !== "°") {
		complain("unit_of_measurement", "use ° with measurement_angle, or another state class");
	}
	if (sensor.last_reset_value_template !== undefined && sensor.state_class !== "total") {
		complain("last_reset_value_template", "use it with state_class total only");
	}
});

const kindRules = (sensor: Parsed, complain: Complain) => {
	const name = sensor.device_class;
	if (name !== "enum" && sensor.options !== undefined) complain("options", "use options with device_class enum only");
	if (name === undefined) return;
	if (isQuantityClass(name)) return quantityRules(name, sensor, complain);
	if (name === MONETARY) return monetaryRules(sensor, complain);
	textRules(name, sensor, complain);
};

const quantityRules = (name: QuantityClass, sensor: Parsed, complain: Complain) => {
	unitOfClass(name, sensor.unit_of_measurement, complain);
	const { states } = quantityClass(name);
	if (sensor.state_class !== undefined && !states.includes(sensor.state_class)) {
		complain("state_class", `use ${states.join(" or ")} with ${name}`);
	}
};

const monetaryRules = (sensor: Parsed, complain: Complain) => {
	unitOfMoney(sensor.unit_of_measurement, complain);
	if (sensor.state_class !== undefined && sensor.state_class !== "total") {
		complain("state_class", "use total with monetary");
	}
};

const NUMERIC_KEYS = ["state_class", "unit_of_measurement", "suggested_display_precision"] as const;
const textRules = (name: TextClass, sensor: Parsed, complain: Complain) => {
	for (const key of NUMERIC_KEYS) {
		if (sensor[key] !== undefined) complain(key, `remove it: the state of ${name} is no number`);
	}
	if (name !== "enum") return;
	if (sensor.options === undefined) return complain("options", "name the options of the enum");
	if (new Set(sensor.options).size < sensor.options.length) complain("options", "name every option once");
};

/** What a sensor with a numeric state may have besides class and unit. */
interface Numeric {
	readonly suggested_display_precision?: number | undefined;
	readonly last_reset_value_template?: string | undefined;
	readonly options?: undefined;
}
type Quantity = Numeric &
	{
		readonly [C in QuantityClass]: UnitKey<C> & {
			readonly device_class: C;
			readonly state_class?: StateClassOf<C> | undefined;
		};
	}[QuantityClass];
interface Monetary extends Numeric {
	readonly device_class: typeof MONETARY;
	readonly state_class?: "total" | undefined;
	/** A currency as an ISO 4217 code. */
	readonly unit_of_measurement: string;
}
/** A text, or a number without a class: speed of a pump, duty, a count. */
interface Plain extends Numeric {
	readonly device_class?: undefined;
	readonly state_class?: StateClass | undefined;
	readonly unit_of_measurement?: string | undefined;
}
interface NoNumber {
	readonly state_class?: undefined;
	readonly unit_of_measurement?: undefined;
	readonly suggested_display_precision?: undefined;
	readonly last_reset_value_template?: undefined;
}
interface Enumeration extends NoNumber {
	readonly device_class: "enum";
	readonly options: readonly string[];
}
interface Moment extends NoNumber {
	readonly device_class: Exclude<TextClass, "enum">;
	readonly options?: undefined;
}

/** As written by hand: the device class decides which units and state classes the compiler accepts. */
export type SensorComponent = Omit<z.input<typeof base>, keyof Quantity | keyof Monetary> &
	(Quantity | Monetary | Enumeration | Moment | Plain);
