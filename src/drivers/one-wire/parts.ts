import type { FaultCode } from "#model/plant/fault.ts";

/** The bytes of the nine in the scratchpad that are used. */
export interface Scratchpad {
	/** The temperature register, signed. */
	readonly raw: number;
	readonly byte2: number;
	readonly byte3: number;
	readonly byte4: number;
	readonly byte5: number;
	readonly byte6: number;
	readonly byte7: number;
	readonly crc: number;
}

/** How one kind of sensor fills its scratchpad. */
export interface Part {
	/** °C, with the full resolution of the part. */
	exact(pad: Scratchpad): number;
	/** How far the kernel's own number may be off (°C): it drops thousandths, and older kernels know fewer parts. */
	readonly kernel: number;
	/** Range of the part (°C). */
	readonly lowest: number;
	readonly highest: number;
	/** Whether the bytes that the data sheet fixes have their fixed values. */
	specified(pad: Scratchpad): boolean;
	/** A fault that the part reports itself. */
	fault?(pad: Scratchpad): FaultCode | undefined;
	/** Whether it shows this before it has measured, besides the power-on value that all parts share. */
	unmeasured?(pad: Scratchpad): boolean;
	/** The byte that makes the number invalid. */
	senseless?(pad: Scratchpad): { readonly byte: number; readonly found: number } | undefined;
}

/** The part for a family code and a scratchpad. */
export const partOf = (family: string, { byte2, byte3, byte4 }: Scratchpad): Part => {
	const finer = (byte4 & 0x80) !== 0;
	switch (family) {
		case "10":
			return DS18S20;
		case "3b":
			return finer ? (byte2 === 0xff && byte3 === 0xff ? MAX31826 : MAX31850) : DS1825;
		default:
			return finer ? GX20MH01 : family === "28" ? DS18B20 : ELDER;
	}
};

const sixteenths = ({ raw }: Scratchpad) => raw / 16;
const fixed = ({ byte5, byte7 }: Scratchpad) => byte5 === 0xff && byte7 === 0x10;
const TWELVE_BITS = 0x7f;

/** DS1822, DS28EA00: 9 to 12 bits of resolution in bits 5 and 6 of byte 4, all others fixed. */
const ELDER: Part = {
	exact: sixteenths,
	kernel: 0.001,
	lowest: -55,
	highest: 125,
	specified: (pad) => (pad.byte4 & 0x9f) === 0x1f && fixed(pad),
};
/** Byte 6 of an original counts down with the last four bits of the temperature. In a copy it often does not change. */
const DS18B20: Part = {
	...ELDER,
	specified: (pad) => ELDER.specified(pad) && (pad.byte4 !== TWELVE_BITS || pad.byte6 === 0x10 - (pad.raw & 0x0f)),
};
/** Has four address pins in the low bits of byte 4. */
const DS1825: Part = { ...ELDER, specified: (pad) => (pad.byte4 & 0x90) === 0x10 && fixed(pad) };
/**
 * Bytes 2 and 3 are all ones. A MAX31850 has the temperature of its terminals there, whose bit 3 is always 0. Byte 4 has
 * four address pins in its low bits. Kernels from 5.15 on take it for a MAX31850 and count quarters of a degree.
 */
const MAX31826: Part = { ...ELDER, kernel: 0.25, specified: () => true };
/**
 * 13 and 14 bits: the two finest are in byte 4, and kernels before 5.10 leave them out. If the register and byte 4 are all
 * ones, no sensor pulls the line down: it would mean 16 bits, which no part has.
 */
const GX20MH01: Part = {
	...ELDER,
	exact: ({ raw, byte4 }) => raw / 16 + (byte4 & 3) / 64,
	kernel: 1 / 16,
	specified: () => false,
	senseless: ({ raw, byte4 }) => (raw === -1 && byte4 === 0xff ? { byte: 4, found: byte4 } : undefined),
};
/**
 * Register in half degrees. Finer: whole degrees - 0.25 + (count per °C - count remain) / count per °C. No configuration
 * byte.
 */
const DS18S20: Part = {
	...ELDER,
	exact: ({ raw, byte6, byte7 }) => (raw >> 1) - 0.25 + (byte7 - byte6) / byte7,
	specified: (pad) => pad.byte4 === 0xff && fixed(pad),
	senseless: ({ byte6, byte7 }) => (byte7 === 0 || byte6 > byte7 ? { byte: 7, found: byte7 } : undefined),
};
/**
 * An amplifier for a thermocouple, in quarters of a degree. A fault sets bit 0; byte 2 gives its kind (bit 0 open, bits 1
 * and 2 shorted). Kernels before 5.15 count the low bits and the address pins as degrees, and are wrong above 511 °C.
 */
const MAX31850: Part = {
	exact: ({ raw }) => (raw & ~3) / 16,
	kernel: 0.25,
	lowest: -270,
	highest: 1768,
	specified: () => true,
	// Not even the temperature of its terminals was measured.
	unmeasured: ({ raw, byte2, byte3 }) => raw === 0 && byte2 === 0 && byte3 === 0,
	fault: ({ raw, byte2 }) => ((raw & 1) === 0 ? undefined : (byte2 & 7) > 1 && (byte2 & 1) === 0 ? "short" : "open"),
};
