import { type DeviceMap, numbered } from "./map.ts";

/**
 * Waveshare Modbus RTU Relay with 8, 16 or 32 relays, protocol V2 of September 2021 and later: coils from 0 with functions 1
 * and 5, timers that switch off by themselves at 0x0200.
 */
export const waveshare: DeviceMap = {
	name: "waveshare",
	model: "Waveshare Modbus RTU Relay",
	sensors: {},
	outputs: numbered(32, (index) => ({ kind: "coil", coil: index, timer: 0x0200 + index })),
};
