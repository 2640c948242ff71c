import type { Quantity } from "#model/quantities/quantity.ts";
import type { DeviceMap, SensorPoint } from "./map.ts";

/** Seconds. A meter counts in steps of 0.01 kWh. */
const COUNTERS = 60;

/** Eastron's meters hold all values as floating-point numbers in two input registers. */
const value = (register: number, quantity: Quantity, pace?: number): SensorPoint => ({
	code: 4,
	register,
	type: "float32",
	scale: 1,
	quantity,
	...(pace !== undefined && { pace }),
});

const energies = {
	import: value(0x0048, "energy", COUNTERS),
	export: value(0x004a, "energy", COUNTERS),
	energy: value(0x0156, "energy", COUNTERS),
};

/** Single-phase: SDM120, SDM220, SDM230, SDM320. */
export const sdm120: DeviceMap = {
	name: "sdm120",
	model: "Eastron SDM120",
	sensors: { power: value(0x000c, "power"), ...energies },
	outputs: {},
};

/** Three-phase: SDM72, SDM630. */
export const sdm72: DeviceMap = {
	name: "sdm72",
	model: "Eastron SDM72",
	sensors: { power: value(0x0034, "power"), ...energies },
	outputs: {},
};
