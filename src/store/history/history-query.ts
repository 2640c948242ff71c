import { setImmediate } from "node:timers/promises";
import type { Quantity } from "#model/quantities/quantity.ts";
import { type HistoryTables, MINUTES_A_DAY, type Minute } from "./history.ts";

export interface HistoryQuery {
	/** ms since 1970-01-01 UTC, from `from` (included) to `to` (excluded). */
	readonly from: number;
	readonly to: number;
	/** Minutes per point. Increased if there would be too many points. */
	readonly step: number;
}

export interface History {
	/** Minutes per point. */
	readonly step: number;
	/** Start of each point, ms since 1970-01-01 UTC. There is no point for a time in which nothing ran. */
	readonly times: readonly number[];
	/** For each of `times`, in the unit of the quantity; null where the sensor had no value. */
	readonly sensors: Readonly<Record<string, readonly (number | null)[]>>;
	/** What each sensor measured. If that changed, the newest; `sensors` has no values of others. */
	readonly quantities: Readonly<Record<string, Quantity>>;
	/** Percent from this moment on. The first may be before `from`. */
	readonly outputs: Readonly<Record<string, readonly { readonly at: number; readonly percent: number }[]>>;
}

/** More points than a screen can show. */
const MOST_POINTS = 2000;

/** Reads a day at a time, so that the controller can turn in between. */
export async function historyOf(
	tables: Pick<HistoryTables, "minutes" | "switched">,
	query: HistoryQuery,
): Promise<History> {
	const [first, end] = [Math.floor(query.from / 60_000), Math.ceil(query.to / 60_000)];
	const step = Math.max(1, Math.floor(query.step), Math.ceil((end - first) / MOST_POINTS));
	const points = new Map<number, Point>();
	for (let from = first; from < end; ) {
		const page = tables.minutes(from, end, MINUTES_A_DAY);
		for (const minute of page) add(points, minute, step);
		const last = page.at(-1);
		if (last === undefined) break;
		from = last.minute + 1;
		await setImmediate();
	}
	return { step, ...columns(points, step), outputs: byOutput(tables.switched(query.from, query.to)) };
}

/** By sensor. */
type Point = Map<string, { sum: number; count: number; quantity: Quantity }>;

function add(points: Map<number, Point>, { minute, means }: Minute, step: number): void {
	const begin = Math.floor(minute / step);
	const point: Point = points.get(begin) ?? new Map();
	points.set(begin, point);
	for (const [sensor, mean, quantity = "temperature"] of means) {
		const before = point.get(sensor);
		const sum = before?.quantity === quantity ? before : { sum: 0, count: 0, quantity };
		point.set(sensor, mean === undefined ? sum : { sum: sum.sum + mean, count: sum.count + 1, quantity });
	}
}

function columns(points: ReadonlyMap<number, Point>, step: number): Pick<History, "times" | "sensors" | "quantities"> {
	const quantities = new Map(
		[...points.values()].flatMap((point) => [...point].map(([s, { quantity }]) => [s, quantity])),
	);
	const mean = (point: Point, sensor: string) => {
		const { sum = 0, count = 0, quantity } = point.get(sensor) ?? {};
		return count === 0 || quantity !== quantities.get(sensor) ? null : Math.round((sum / count) * 100) / 100;
	};
	return {
		times: [...points.keys()].map((begin) => begin * step * 60_000),
		sensors: Object.fromEntries(
			[...quantities.keys()].map((sensor) => [sensor, [...points.values()].map((point) => mean(point, sensor))]),
		),
		quantities: Object.fromEntries(quantities),
	};
}

function byOutput(switched: ReturnType<HistoryTables["switched"]>): History["outputs"] {
	const outputs: Record<string, { readonly at: number; readonly percent: number }[]> = {};
	for (const { output, at, percent } of switched) outputs[output] = [...(outputs[output] ?? []), { at, percent }];
	return outputs;
}
