import { PT100, PT1000 } from "../bus/i2c/platinum.ts";

/** Registers of the RTD board, all little endian. */
export const TEMPERATURES = 0x00;
export const FIRMWARE = 0x39;
export const RESISTANCES = 0x3b;
export const HEALTH = 0x5b;
/** Sensor types: of older firmware, a nibble for four channels each; and from 3.02 on, one nibble for all. */
export const TYPES = 0x82;
export const TYPES_COUNT = 4;

export const CHANNELS = 8;
/** Each of the two converters measures four channels. */
export const GROUP = 4;
/** Bytes of eight values. */
export const BLOCK = 4 * CHANNELS;
export const HEALTH_COUNT = 8;

export const address = (stack: number): number => 0x40 + stack;

/** Eight floats: temperatures (°C) or resistances (ohm). */
export function values(block: Uint8Array): readonly number[] {
	const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
	return Array.from({ length: CHANNELS }, (_, i) => view.getFloat32(4 * i, true));
}

/** How the converters are doing. */
export interface Converters {
	/** How often the firmware had to start one again. */
	readonly restarts: number;
	/** Measurements per second of each. */
	readonly rates: readonly number[];
}

export function converters(block: Uint8Array): Converters {
	const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
	return { restarts: view.getUint32(0, true), rates: [view.getUint16(4, true), view.getUint16(6, true)] };
}

/** The element that the board is set to for a channel from 0 on. */
export function typeSet(types: Uint8Array, channel: number): typeof PT100 | typeof PT1000 {
	const [groups = 0, , , all = 0] = types;
	const group = (groups >> (channel < GROUP ? 0 : 4)) & 0x0f;
	return group === 1 || (all & 0x0f) === 1 ? PT1000 : PT100;
}
