import { type DeviceMap, numbered, type SensorPoint } from "./map.ts";

/** Of a DS18B20, in tenths of a degree. 0x8000 stands for no sensor. */
const thermometer = (code: 3 | 4, register: number): SensorPoint => ({
	code,
	register,
	type: "int16",
	scale: 0.1,
	quantity: "temperature",
	invalid: [0x8000],
	range: { low: -55, high: 125 },
	ds18b20: true,
});

/** Eletechsup R4DCB08: eight DS18B20. */
export const r4dcb08: DeviceMap = {
	name: "r4dcb08",
	model: "Eletechsup R4DCB08",
	sensors: numbered(8, (index) => thermometer(3, index)),
	outputs: {},
	areas: [{ code: 3, start: 0, count: 8 }],
};

/** Eletechsup N4DSC08: eight DS18B20, as input registers. */
export const n4dsc08: DeviceMap = {
	name: "n4dsc08",
	model: "Eletechsup N4DSC08",
	sensors: numbered(8, (index) => thermometer(4, index)),
	outputs: {},
	areas: [{ code: 4, start: 0, count: 8 }],
};

/**
 * Where this family keeps the resistances: 32 to 35 in the PTA8C04 (lamaPLC's table), 32 to 39 in the PTA8D08 (a dump of one), 32 in the
 * PT21A01. A table in circulation that has 4 to 7 for the PTA8C04 was never read there.
 */
const OHMS = 0x20;

/**
 * Eletechsup PTA8C04: four PT100, or PT1000 in its variant. Without a sensor its temperature is about −43.5 °C, which is a cold
 * winter night: the resistance must agree.
 */
export const pta8c04: DeviceMap = {
	name: "pta8c04",
	model: "Eletechsup PTA8C04",
	sensors: numbered(4, (index) => ({
		code: 3,
		register: index,
		type: "int16",
		scale: 0.1,
		quantity: "temperature",
		// What the module is made for. Its value for no sensor is below that.
		range: { low: -40, high: 300 },
		resistance: { register: OHMS + index, scale: 0.1 },
	})),
	outputs: {},
	areas: [
		{ code: 3, start: 0, count: 4 },
		{ code: 3, start: OHMS, count: 4 },
	],
};

/** Eletechsup R421A08: eight relays behind holding registers 1 to 8. */
export const r421a08: DeviceMap = {
	name: "r421a08",
	model: "Eletechsup R421A08",
	sensors: {},
	outputs: numbered(8, (index) => ({
		kind: "register",
		register: index + 1,
		writes: { on: 0x0100, off: 0x0200 },
		reads: { on: 1, off: 0 },
	})),
};
