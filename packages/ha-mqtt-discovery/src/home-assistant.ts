/** For tests: a model of what Home Assistant accepts. It checks messages before they are published. */
export { type DeviceResult, deviceMessage } from "./device-message.ts";
export { componentSchema, PLATFORMS } from "./schema/component.ts";
export {
	BINARY_SENSOR_CLASSES,
	BUTTON_CLASSES,
	ENTITY_CATEGORIES,
	EVENT_CLASSES,
	NUMBER_MODES,
	SWITCH_CLASSES,
	TEXT_MODES,
	VALVE_CLASSES,
	WATER_HEATER_MODES,
} from "./schema/entity-classes.ts";
export type { Problem } from "./schema/problem.ts";
export {
	isQuantityClass,
	quantityClasses,
	SENSOR_CLASSES,
	type SensorClass,
	TEXT_CLASSES,
} from "./schema/sensor-classes.ts";
export { readIn } from "./treatment/read.ts";
export { TREATMENTS, type Treatment, worst } from "./treatment/reading.ts";
