import type { DeviceMap, SensorPoint } from "./map.ts";

/** The power that is wanted is written there, in W; the power that flows is read there. It is not kept in flash memory. */
const POWER = 1000;
/** Seconds. It drops the power when it is not told again within its "power timeout", from 10 s on. */
const RENEW = 3;

const temperature = (register: number): SensorPoint => ({
	code: 3,
	register,
	type: "int16",
	scale: 0.1,
	quantity: "temperature",
	// 0 where no sensor is connected.
	invalid: [0],
	range: { low: -50, high: 150 },
});

/**
 * A heating rod of my-PV, by Modbus TCP, with the power (W) that is written for 100 %. For an AC THOR that is 100 % of whatever rod
 * is connected.
 */
const rod = (name: string, model: string, full: number): DeviceMap => ({
	name,
	model,
	sensors: {
		power: { code: 3, register: POWER, type: "uint16", scale: 1, quantity: "power" },
		temperature_1: temperature(1001),
		temperature_2: temperature(1030),
		temperature_3: temperature(1031),
	},
	outputs: { power: { kind: "level", register: POWER, code: 16, full, feedback: "power", renew: RENEW } },
});

export const elwa = rod("elwa", "my-PV AC ELWA-E", 3000);
export const elwa2 = rod("elwa2", "my-PV AC ELWA 2", 3500);
export const thor = rod("thor", "my-PV AC THOR", 3000);
export const thor9s = rod("thor9s", "my-PV AC THOR 9s", 9000);
