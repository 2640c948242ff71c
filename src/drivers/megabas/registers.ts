/** Registers of the MegaBAS board. Words are little endian. */
export const TRIACS = 0x00;
export const CONTACTS = 0x03;
/** Millivolts. */
export const OUT = 0x04;
export const IN = 0x0c;
/** Ohm, as a sensor of 1 kohm and of 10 kohm. */
export const R_1K = 0x1c;
export const R_10K = 0x2c;
/** Which edges of a contact are counted. */
export const RISING = 0x67;
export const FALLING = 0x68;
/** Hardware and firmware, major and minor: four bytes. */
export const VERSION = 0x78;
export const COUNTERS = 0x80;
/** For hardware from 5.0 on: the channels that are set to 0-10 V, to 1 kohm, to 10 kohm. */
export const SELECTED = 0xd7;
export const SELECTABLE_FROM = 5;

export const CHANNELS = 8;
export const address = (stack: number): number => 0x48 + stack;

/** The bits of the triacs. The others are lamps. */
export const TRIAC_BITS = 0x0f;

/** The word of a channel from 1 on. */
export const word = (block: Uint8Array, channel: number): number =>
	(block[2 * channel - 2] ?? 0) | ((block[2 * channel - 1] ?? 0) << 8);

/** The counter of a channel from 1 on. */
export const counter = (block: Uint8Array, channel: number): number =>
	new DataView(block.buffer, block.byteOffset, block.byteLength).getUint32(4 * (channel - 1), true);
