import type { Measured } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import type { SensorPoint, ValueType } from "../maps/map.ts";
import { platinum } from "./platinum.ts";

/** Gives the registers from one on, as they were read; undefined where they were not. */
export type Registers = (register: number, count: number) => DataView | undefined;

/** Registers of a number. A bit is read as a register of its own. */
export const wordsOf = (type: ValueType): number => (type.includes("32") ? 2 : 1);

/** K by which the temperature that the unit computed may differ from the one of its resistance: cable, and rounding. */
const AGREES = 3;

/** The value of a point. Whatever says "no sensor" is a fault. */
export function measuredAt(point: SensorPoint, registers: Registers, facts: Fault["facts"]): Measured {
	const failed = (code: Fault["code"], more: Fault["facts"] = {}): Measured => ({
		kind: "failed",
		fault: fault(code, { ...facts, ...more }),
	});
	const view = registers(point.register, wordsOf(point.type));
	if (view === undefined) return failed("bus", { reason: "cut off" });
	if (point.invalid?.includes(unsigned(point.type, view))) return failed("open");
	const number = numberIn(point.type, view);
	if (!Number.isFinite(number) || isOddFloat(point.type, number)) return failed("implausible");
	// Times 0.1 would make 21.900000000000002 of 219.
	const value = Number((number * point.scale).toPrecision(12));
	const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = point.range ?? {};
	const { resistance } = point;
	if (resistance !== undefined) {
		const raw = registers(resistance.register, 1);
		if (raw === undefined) return failed("bus", { reason: "cut off" });
		const ohms = Number((raw.getUint16(0) * resistance.scale).toPrecision(12));
		const sensor = platinum(ohms);
		if (sensor === "open" || sensor === "short") return failed(sensor, { ohms });
		if (Math.abs(sensor - value) > AGREES) return failed("implausible", { value, ohms });
	}
	return value < low || value > high ? failed("implausible", { value }) : { kind: "value", value };
}

/** Nothing that is measured is so small, apart from 0. With its words in the other order 21.5 looks like that, and would be a 0. */
const LEAST = 1e-30;
const isOddFloat = (type: ValueType, number: number): boolean =>
	type.startsWith("float32") && number !== 0 && Math.abs(number) < LEAST;

function numberIn(type: ValueType, view: DataView): number {
	switch (type) {
		case "int16":
			return view.getInt16(0);
		case "uint16":
		case "bit":
			return view.getUint16(0);
		case "int32":
			return view.getInt32(0);
		case "uint32":
			return view.getUint32(0);
		case "float32":
			return view.getFloat32(0);
		case "int32_swapped":
			return turned(view).getInt32(0);
		case "uint32_swapped":
			return turned(view).getUint32(0);
		case "float32_swapped":
			return turned(view).getFloat32(0);
	}
}

/** As registers hold it, so that a list of such numbers means the same for every type. */
function unsigned(type: ValueType, view: DataView): number {
	if (wordsOf(type) === 1) return view.getUint16(0);
	return (type.endsWith("swapped") ? turned(view) : view).getUint32(0);
}

function turned(view: DataView): DataView {
	const words = new DataView(new ArrayBuffer(4));
	words.setUint16(0, view.getUint16(2));
	words.setUint16(2, view.getUint16(0));
	return words;
}
