import * as unit from "./units.ts";

/** `measurement_angle` is for directions only: its unit must be °. */
export const STATE_CLASSES = ["measurement", "measurement_angle", "total", "total_increasing"] as const;
export type StateClass = (typeof STATE_CLASSES)[number];

const MEASURED = ["measurement"] as const;
/** Counted amounts: Home Assistant keeps no statistics of such a class with `measurement`. */
const COUNTED = ["total", "total_increasing"] as const;
const EITHER = ["measurement", "total", "total_increasing"] as const;

/**
 * Every device class of a sensor with a numeric state: its units (`null` means no unit) and state classes. `monetary`
 * allows any currency and has a form of its own. Checked against HA core 2026.11.0 (`components/sensor/const.py`:
 * DEVICE_CLASS_UNITS, DEVICE_CLASS_STATE_CLASSES). A core that is older than a class or unit refuses the entity. So users
 * of a new one (`temperature_delta`, `uptime`, `radon`, `m/min`) must state the oldest core that they support.
 */
export const SENSOR_CLASSES = {
	absolute_humidity: { units: ["g/m³", "mg/m³"], states: MEASURED },
	apparent_power: { units: unit.APPARENT_POWER, states: MEASURED },
	aqi: { units: [null], states: MEASURED },
	area: { units: unit.AREA, states: EITHER },
	atmospheric_pressure: { units: unit.PRESSURE, states: MEASURED },
	battery: { units: unit.PERCENT, states: MEASURED },
	blood_glucose_concentration: { units: unit.BLOOD_GLUCOSE, states: MEASURED },
	carbon_dioxide: { units: ["ppm"], states: MEASURED },
	carbon_monoxide: { units: ["ppb", "ppm", "mg/m³", "μg/m³"], states: MEASURED },
	conductivity: { units: unit.CONDUCTIVITY, states: MEASURED },
	current: { units: unit.CURRENT, states: MEASURED },
	data_rate: { units: unit.DATA_RATE, states: MEASURED },
	data_size: { units: unit.DATA_SIZE, states: EITHER },
	distance: { units: unit.LENGTH, states: EITHER },
	duration: { units: unit.DURATION, states: EITHER },
	energy: { units: unit.ENERGY, states: COUNTED },
	energy_distance: { units: unit.ENERGY_PER_DISTANCE, states: MEASURED },
	energy_storage: { units: unit.ENERGY, states: MEASURED },
	frequency: { units: unit.FREQUENCY, states: MEASURED },
	gas: { units: unit.GAS, states: COUNTED },
	humidity: { units: unit.PERCENT, states: MEASURED },
	illuminance: { units: unit.ILLUMINANCE, states: MEASURED },
	irradiance: { units: unit.IRRADIANCE, states: MEASURED },
	moisture: { units: unit.PERCENT, states: MEASURED },
	nitrogen_dioxide: { units: ["ppb", "ppm", "μg/m³"], states: MEASURED },
	nitrogen_monoxide: { units: ["ppb", "μg/m³"], states: MEASURED },
	nitrous_oxide: { units: ["μg/m³"], states: MEASURED },
	ozone: { units: ["ppb", "ppm", "μg/m³"], states: MEASURED },
	ph: { units: [null], states: MEASURED },
	pm1: { units: ["μg/m³"], states: MEASURED },
	pm10: { units: ["μg/m³"], states: MEASURED },
	pm25: { units: ["μg/m³"], states: MEASURED },
	pm4: { units: ["μg/m³"], states: MEASURED },
	power: { units: unit.POWER, states: MEASURED },
	power_factor: { units: ["%", null], states: MEASURED },
	precipitation: { units: unit.PRECIPITATION, states: EITHER },
	precipitation_intensity: { units: unit.PRECIPITATION_RATE, states: MEASURED },
	pressure: { units: unit.PRESSURE, states: MEASURED },
	radon: { units: unit.RADIATION, states: MEASURED },
	reactive_energy: { units: unit.REACTIVE_ENERGY, states: COUNTED },
	reactive_power: { units: unit.REACTIVE_POWER, states: MEASURED },
	signal_strength: { units: unit.SIGNAL, states: MEASURED },
	sound_pressure: { units: unit.SOUND, states: MEASURED },
	speed: { units: [...unit.SPEED, ...unit.PRECIPITATION_RATE], states: MEASURED },
	sulphur_dioxide: { units: ["ppb", "μg/m³"], states: MEASURED },
	temperature: { units: unit.TEMPERATURE, states: MEASURED },
	temperature_delta: { units: unit.TEMPERATURE, states: MEASURED },
	volatile_organic_compounds: { units: ["μg/m³", "mg/m³"], states: MEASURED },
	volatile_organic_compounds_parts: { units: unit.PARTS, states: MEASURED },
	voltage: { units: unit.VOLTAGE, states: MEASURED },
	volume: { units: unit.VOLUME, states: COUNTED },
	volume_flow_rate: { units: unit.FLOW_RATE, states: MEASURED },
	volume_storage: { units: unit.VOLUME, states: MEASURED },
	water: { units: unit.WATER, states: COUNTED },
	weight: { units: unit.MASS, states: EITHER },
	wind_direction: { units: unit.ANGLE, states: ["measurement_angle"] },
	wind_speed: { units: unit.SPEED, states: MEASURED },
} as const satisfies Readonly<Record<string, SensorClass>>;

/** Classes whose state is not a number: no unit, no state class, no precision. Only `enum` has options. */
export const TEXT_CLASSES = ["enum", "date", "timestamp", "uptime"] as const;

/** An amount of money: the unit is an ISO 4217 currency code, and the only state class is `total`. */
export const MONETARY = "monetary";

export interface SensorClass {
	readonly units: readonly (string | null)[];
	readonly states: readonly StateClass[];
}
export type QuantityClass = keyof typeof SENSOR_CLASSES;
export type TextClass = (typeof TEXT_CLASSES)[number];

/** The units of a class; never for a class without units. */
export type UnitOf<C extends QuantityClass> = Exclude<(typeof SENSOR_CLASSES)[C]["units"][number], null>;
export type StateClassOf<C extends QuantityClass> = (typeof SENSOR_CLASSES)[C]["states"][number];
/** The key `unit_of_measurement` for a class: required, optional, or forbidden. */
export type UnitKey<C extends QuantityClass> = null extends (typeof SENSOR_CLASSES)[C]["units"][number]
	? { readonly unit_of_measurement?: UnitOf<C> | undefined }
	: { readonly unit_of_measurement: UnitOf<C> };

export const isQuantityClass = (name: string): name is QuantityClass => Object.hasOwn(SENSOR_CLASSES, name);
/**
 * A number has the classes of a sensor except those without a numeric state (HA core 2026.11.0:
 * `components/number/const.py`).
 */
export const quantityClasses = Object.keys(SENSOR_CLASSES).filter(isQuantityClass);
