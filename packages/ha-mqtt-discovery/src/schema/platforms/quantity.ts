import { type QuantityClass, SENSOR_CLASSES, type SensorClass } from "../sensor-classes.ts";

/** Reports what is wrong with a key of a component. */
export type Complain = (key: string, remedy: string) => void;

/** What a class allows, with the table's literal types widened. */
export const quantityClass = (name: QuantityClass): SensorClass => SENSOR_CLASSES[name];

/**
 * Reports a unit that does not belong to the class. Home Assistant would refuse the entity, or show a meaningless number.
 */
export const unitOfClass = (name: QuantityClass, unit: string | undefined, complain: Complain) => {
	const { units } = quantityClass(name);
	if (units.includes(unit ?? null)) return;
	const named = units.filter((one) => one !== null);
	if (named.length === 0) return complain("unit_of_measurement", `remove it: ${name} has no unit`);
	const look = unit?.includes("\u00b5") === true ? " (μ is the Greek letter, U+03BC)" : "";
	complain("unit_of_measurement", `use ${named.join(", ")} with ${name}${look}`);
};

/** Reports an amount of money without a currency. */
export const unitOfMoney = (unit: string | undefined, complain: Complain) => {
	if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) return;
	complain("unit_of_measurement", "name the currency by its ISO 4217 code, for example EUR");
};
