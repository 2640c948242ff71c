import { percent } from "#model/quantities/units.ts";
import type { Drive } from "../../driver.ts";
import {
	COIL_OFF,
	COIL_ON,
	coilRequest,
	type ReadFunction,
	type Request,
	readRequest,
	registerRequest,
	registersRequest,
} from "../line/frame.ts";
import type { OutputPoint } from "../maps/map.ts";

/** A channel that is driven. */
export interface Driven {
	readonly channel: string;
	readonly unit: number;
	readonly point: OutputPoint;
}

/** Tenths of a second that a timer is set to; 0 without timers. */
export type Timer = number;

export function setRequest({ unit, point }: Driven, drive: Drive, timer: Timer): Request {
	switch (point.kind) {
		case "coil":
			return drive === true && timer > 0 && point.timer !== undefined
				? coilRequest(unit, point.timer, timer)
				: coilRequest(unit, point.coil, drive === true ? COIL_ON : COIL_OFF);
		case "register":
			return registerRequest(unit, point.register, drive === true ? point.writes.on : point.writes.off);
		case "level": {
			const value = wordOf(point, drive);
			return point.code === 16
				? registersRequest(unit, point.register, value)
				: registerRequest(unit, point.register, value);
		}
	}
}

/** What is written for a level. Only off is 0. */
const wordOf = ({ full }: { readonly full: number }, drive: Drive): number => {
	const word = Math.round((Number(drive) * full) / 100);
	return Number(drive) > 0 ? Math.max(1, word) : word;
};

/** How often the setting must be repeated (s), so that the unit does not drop it. Undefined if it holds. */
export function renewalOf({ point }: Driven, drive: Drive, timer: Timer): number | undefined {
	if (point.kind === "level") return Number(drive) > 0 ? point.renew : undefined;
	return point.kind === "coil" && drive === true && timer > 0 && point.timer !== undefined ? timer / 30 : undefined;
}

/** Most registers or coils that one read-back may have without a use. */
const MOST_BETWEEN = 32;

/** One request for all of these, which are of one unit, and what it says of each; undefined for what means nothing. */
export interface ReadBack {
	readonly request: Request;
	stateOf(driven: Driven, data: Uint8Array): Drive | undefined;
}

/** Few requests that read all of these back. */
export function readBacks(all: readonly Driven[]): readonly (ReadBack & { readonly of: readonly Driven[] })[] {
	const groups: { code: ReadFunction; start: number; end: number; unit: number; of: Driven[] }[] = [];
	for (const driven of all.toSorted((a, b) => addressOf(a) - addressOf(b))) {
		const code = driven.point.kind === "coil" ? 1 : 3;
		const at = addressOf(driven);
		const near = groups.find((g) => g.code === code && g.unit === driven.unit && at < g.start + MOST_BETWEEN);
		if (near === undefined) groups.push({ code, start: at, end: at + 1, unit: driven.unit, of: [driven] });
		else {
			near.end = Math.max(near.end, at + 1);
			near.of.push(driven);
		}
	}
	return groups.map(({ code, start, end, unit, of }) => ({
		of,
		request: readRequest(unit, code, start, end - start),
		stateOf: (driven, data) => stateIn(driven.point, data, addressOf(driven) - start),
	}));
}

const addressOf = ({ point }: Driven) => (point.kind === "coil" ? point.coil : point.register);

function stateIn(point: OutputPoint, data: Uint8Array, index: number): Drive | undefined {
	if (point.kind === "coil") {
		const byte = data[index >> 3];
		return byte === undefined ? undefined : ((byte >> (index & 7)) & 1) === 1;
	}
	const [high, low] = [data[2 * index], data[2 * index + 1]];
	if (high === undefined || low === undefined) return undefined;
	const word = high * 256 + low;
	if (point.kind === "register") return word === point.reads.on ? true : word === point.reads.off ? false : undefined;
	return percent(Math.min(100, (word * 100) / point.full));
}

/** % by which more power than asked for is more than the unit's own control. */
const MORE = 10;

/** Whether more power flows than was asked for. While it should be off, any power is too much. */
export const flowsTooMuch = (found: Drive, asked: Drive): boolean =>
	Number(asked) === 0 ? Number(found) > 0 : Number(found) > Number(asked) + MORE;

/** Whether a setting that was read back is the one that was written: in the unit's own steps, or to 1 % where these are finer. */
export const isLike = (point: { readonly full: number }, found: Drive, wanted: Drive): boolean =>
	wordOf(point, found) === wordOf(point, wanted) ||
	(Number(found) > 0 === Number(wanted) > 0 && Math.abs(Number(found) - Number(wanted)) <= 1);

/** A level in whole %. Only off is 0, apart from the little power that a unit takes for itself. */
export const shownLevel = (point: OutputPoint, found: Drive): Drive => {
	if (point.kind !== "level") return found;
	const whole = Math.round(Number(found));
	return percent(point.feedback === "setpoint" && Number(found) > 0 ? Math.max(1, whole) : whole);
};
