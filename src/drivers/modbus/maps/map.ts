import type { Quantity, Range } from "#model/quantities/quantity.ts";
import type { ReadFunction } from "../line/frame.ts";

/** How registers hold a number. `swapped`: the low word first. */
export const VALUE_TYPES = [
	"int16",
	"uint16",
	"int32",
	"uint32",
	"float32",
	"int32_swapped",
	"uint32_swapped",
	"float32_swapped",
	"bit",
] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** A value of a unit. */
export interface SensorPoint {
	readonly code: ReadFunction;
	/** As it is on the wire, counted from 0. */
	readonly register: number;
	readonly type: ValueType;
	/** Times the number in the registers is the value in the unit of its quantity. */
	readonly scale: number;
	readonly quantity: Quantity;
	/** Numbers, as unsigned registers hold them, that say that there is no value. */
	readonly invalid?: readonly number[];
	/** Values of a sensor that works, in the unit of its quantity. */
	readonly range?: Range;
	/** Seconds between reads, where that is not the pace of the bus. */
	readonly pace?: number;
	/** It is a DS18B20, whose power-on value is no temperature. */
	readonly ds18b20?: true;
	/** The resistance of the same platinum sensor in Ω: only it tells a missing sensor from a cold one. */
	readonly resistance?: { readonly register: number; readonly scale: number };
}

/** A relay or level of a unit. */
export type OutputPoint =
	| {
			readonly kind: "coil";
			readonly coil: number;
			/** Function 5 there switches on for so many tenths of a second. */
			readonly timer?: number;
	  }
	/** A relay behind a holding register: what is written, and what is read back. */
	| {
			readonly kind: "register";
			readonly register: number;
			readonly writes: { readonly on: number; readonly off: number };
			readonly reads: { readonly on: number; readonly off: number };
	  }
	/** A level behind a holding register. */
	| {
			readonly kind: "level";
			readonly register: number;
			/** Function that writes it. */
			readonly code: 6 | 16;
			/** What is written for 100 %. */
			readonly full: number;
			/** What is read there: what was written, or the power that flows, which the unit itself may limit. */
			readonly feedback: "setpoint" | "power";
			/** Seconds after which it must be written again, or the unit drops it. */
			readonly renew?: number;
	  };

/** A kind of unit. */
export interface DeviceMap {
	/** What addresses call it. */
	readonly name: string;
	/** Product, as it is sold. */
	readonly model: string;
	readonly sensors: Readonly<Record<string, SensorPoint>>;
	readonly outputs: Readonly<Record<string, OutputPoint>>;
	/** Registers that exist without a gap. Points in one of them are read with one request. */
	readonly areas?: readonly Area[];
}
export interface Area {
	readonly code: ReadFunction;
	readonly start: number;
	readonly count: number;
}

/** Channels 1 to `count`. */
export const numbered = <T>(count: number, point: (index: number) => T): Readonly<Record<string, T>> =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), point(index)]));
