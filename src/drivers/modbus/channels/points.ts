import type { ReadFunction } from "../line/frame.ts";
import type { OutputPoint, SensorPoint } from "../maps/map.ts";
import type { Point } from "../options.ts";

const CODES: Readonly<Record<Point["function"], ReadFunction>> = { coil: 1, contact: 2, holding: 3, input: 4 };

/** A point of the options, as it is read. */
export function sensorPoint(point: Point | undefined): SensorPoint | undefined {
	if (point === undefined) return undefined;
	const { function: name, register, type, scale, quantity, invalid, low, high, pace } = point;
	const code = CODES[name];
	return {
		code,
		register,
		type: code > 2 ? type : "bit",
		scale,
		quantity,
		...(invalid !== undefined && { invalid: invalid.split(",").map(Number) }),
		...((low !== undefined || high !== undefined) && {
			range: { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY },
		}),
		...(pace !== undefined && { pace }),
	};
}

/** A point of the options, as it is driven; undefined for what can only be read. */
export function outputPoint(point: Point | undefined): OutputPoint | undefined {
	if (point?.function === "coil") return { kind: "coil", coil: point.register };
	if (point?.function !== "holding") return undefined;
	const { register, full_value: full } = point;
	if (full !== undefined) return { kind: "level", register, code: 6, full, feedback: "setpoint" };
	const values = { on: point.on_value, off: point.off_value };
	return { kind: "register", register, writes: values, reads: values };
}
