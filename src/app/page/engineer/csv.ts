import type { Plant } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import { MINUTES_A_DAY, type Minute, type Switched } from "#store/history/history.ts";
import type { Store } from "#store/store-contract.ts";
import type { CsvAsked } from "#web/engineer/csv-asked.ts";
import type { Calendar } from "./local-day.ts";
import { minutesIn } from "./recorded.ts";

export type CsvTables = Pick<Store["history"], "minutes" | "switched" | "hours" | "rolledUp">;

const MINUTE = 60_000;
const HOUR = 60;
/** Rows of text that are sent at once. */
const AT_ONCE = 200;

/** In ASCII, so that every program reads it without being told of an encoding. */
const UNITS: Readonly<Record<Quantity, string>> = {
	temperature: "degC",
	flow: "l_min",
	volume: "l",
	pressure: "bar",
	irradiance: "W_m2",
	power: "W",
	energy: "kWh",
	humidity: "percent",
	speed: "percent",
	contact: "closed",
	pulses: "count",
	price: "per_kWh",
};

/**
 * The history as CSV (RFC 4180), in pieces: a row per point with the means of the sensors and how far each output ran, in percent. A
 * point in which nothing was recorded has no row, a sensor without a value has an empty cell. `time` is UTC; `local` is what the
 * clock on the wall showed, which comes twice in the hour that autumn repeats.
 */
export async function* csvOf(
	tables: CsvTables,
	{ sensors, outputs }: Plant,
	calendar: Calendar,
	{ from, to, step, comma }: CsvAsked,
): AsyncGenerator<string> {
	const [separator, number] = comma ? [";", (n: string) => n.replace(".", ",")] : [",", (n: string) => n];
	const line = (cells: readonly string[]) => `${cells.join(separator)}\r\n`;
	yield line(
		[
			"time",
			"local",
			...sensors.map(({ id, quantity }) => `${id}_${UNITS[quantity]}`),
			...outputs.map(({ id }) => `${id}_percent`),
		].map((name) => quoted(name, separator)),
	);
	let rows: string[] = [];
	for await (const { begin, means, ran } of pointsIn(tables, { sensors, outputs }, { from, to, step }, calendar)) {
		const at = begin * MINUTE;
		rows.push(
			line([
				new Date(at).toISOString().replace(".000Z", "Z"),
				`${calendar.dateOf(at)} ${calendar.clockOf(at)}`,
				...means.map((mean) => (mean === undefined ? "" : number(plain(mean, 2)))),
				...ran.map((percent) => (percent === undefined ? "" : number(plain(percent, 1)))),
			]),
		);
		if (rows.length < AT_ONCE) continue;
		yield rows.join("");
		rows = [];
	}
	yield rows.join("");
}

const plain = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/**
 * A text as a cell. A spreadsheet computes what begins like a formula, so that is told to be a text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function quoted(text: string, separator: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface Point {
	/** Whole minutes since 1970. */
	readonly begin: number;
	readonly means: readonly (number | undefined)[];
	readonly ran: readonly (number | undefined)[];
}

type Asked = Pick<CsvAsked, "from" | "to" | "step">;
type Columns = Pick<Plant, "sensors" | "outputs">;

/** Sums of what fell into a point. */
class Summed {
	readonly begin: number;
	readonly #sums: { sum: number; count: number }[];
	readonly #columns: Columns;

	constructor(begin: number, columns: Columns) {
		this.begin = begin;
		this.#columns = columns;
		this.#sums = columns.sensors.map(() => ({ sum: 0, count: 0 }));
	}

	add(means: Minute["means"]): void {
		for (const { id, quantity, index } of this.#columns.sensors) {
			const found = means.find(([sensor, , of = "temperature"]) => sensor === id && of === quantity);
			const sum = this.#sums[index];
			if (found?.[1] === undefined || sum === undefined) continue;
			sum.sum += found[1];
			sum.count += 1;
		}
	}

	point(ran: Point["ran"]): Point {
		const means = this.#sums.map(({ sum, count }) => (count === 0 ? undefined : sum / count));
		return { begin: this.begin, means, ran };
	}
}

/** Whole minutes since 1970, to the next point. */
interface Window {
	readonly begin: number;
	readonly end: number;
}

/** A day is that of the clock on the wall, and may have 23 or 25 hours; all else is counted from UTC. */
function windowsOf(step: number, calendar: Calendar): (minute: number) => Window {
	let last: Window = { begin: 0, end: 0 };
	return (minute) => {
		if (minute >= last.begin && minute < last.end) return last;
		const begin = Math.floor(minute / step) * step;
		const day = step === MINUTES_A_DAY ? calendar.day(calendar.dateOf(minute * MINUTE)) : undefined;
		last = day === undefined ? { begin, end: begin + step } : { begin: day.from / MINUTE, end: day.to / MINUTE };
		return last;
	};
}

async function* pointsIn(tables: CsvTables, columns: Columns, asked: Asked, calendar: Calendar): AsyncGenerator<Point> {
	const outputs = new Ran(tables, columns, asked);
	const windowAt = windowsOf(asked.step, calendar);
	let open: { readonly window: Window; readonly summed: Summed } | undefined;
	for await (const { minute, means } of recordsIn(tables, asked)) {
		const window = windowAt(minute);
		if (open !== undefined && open.window.begin !== window.begin) yield open.summed.point(outputs.over(open.window));
		if (open?.window.begin !== window.begin) open = { window, summed: new Summed(window.begin, columns) };
		open.summed.add(means);
	}
	if (open !== undefined) yield open.summed.point(outputs.over(open.window));
}

/** Minutes, or for points of an hour and more the hours, which are kept for longer. */
async function* recordsIn(
	tables: CsvTables,
	{ from, to, step }: Asked,
): AsyncGenerator<Pick<Minute, "minute" | "means">> {
	const made = step % HOUR === 0 ? Math.min(tables.rolledUp() * HOUR, Math.ceil(to / MINUTE)) : 0;
	for (let hour = Math.floor(from / MINUTE / HOUR); hour * HOUR < made; ) {
		const page = tables.hours(hour, Math.floor(made / HOUR), MINUTES_A_DAY / HOUR);
		for (const { hour: at, sensors } of page)
			yield {
				minute: at * HOUR,
				means: sensors.map(({ sensor, mean, quantity = "temperature" }) => [sensor, mean, quantity]),
			};
		const last = page.at(-1);
		if (last === undefined) break;
		hour = last.hour + 1;
	}
	yield* minutesIn(tables, Math.max(from, made * MINUTE), to);
}

/** What the outputs did over a time, a day of records at a time. */
class Ran {
	readonly #tables: CsvTables;
	readonly #columns: Columns;
	readonly #to: number;
	#from = Number.NaN;
	#until = Number.NaN;
	#by = new Map<string, readonly Switched[]>();

	constructor(tables: CsvTables, columns: Columns, { to }: Asked) {
		this.#tables = tables;
		this.#columns = columns;
		this.#to = to;
	}

	over({ begin, end }: Window): Point["ran"] {
		const [from, to] = [begin * MINUTE, Math.min(end * MINUTE, this.#to)];
		if (!(from >= this.#from && to <= this.#until)) this.#read(from, Math.max(to, from + MINUTES_A_DAY * MINUTE));
		return this.#columns.outputs.map(({ id }) => meanOf(this.#by.get(id) ?? [], from, to));
	}

	#read(from: number, until: number): void {
		[this.#from, this.#until] = [from, until];
		this.#by = new Map();
		for (const one of this.#tables.switched(from, until))
			this.#by.set(one.output, [...(this.#by.get(one.output) ?? []), one]);
	}
}

/** Percent; undefined where nothing was recorded before. */
function meanOf(switched: readonly Switched[], from: number, to: number): number | undefined {
	let [sum, at, level]: [number, number, number | undefined] = [0, from, undefined];
	for (const one of switched) {
		if (one.at >= to) break;
		if (one.at > at && level !== undefined) sum += level * (one.at - at);
		if (one.at > at) at = one.at;
		level = one.percent;
	}
	return level === undefined || to <= from ? undefined : (sum + level * (to - at)) / (to - from);
}
