import { setImmediate } from "node:timers/promises";
import type { Plant } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Minute, Switched } from "#store/history/history.ts";
import { add, meanOf, type Sums, sumIn } from "#store/history/sums.ts";
import { MINUTES_A_DAY } from "#store/history/trimmer.ts";
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
	readonly #sums: Sums = new Map();
	/** Times with a record, in minutes since 1970. */
	readonly #known: Window[] = [];
	readonly #columns: Columns;

	constructor(begin: number, columns: Columns) {
		this.begin = begin;
		this.#columns = columns;
	}

	add({ means, minute, minutes }: Recorded): void {
		const last = this.#known.at(-1);
		if (last?.end === minute) this.#known[this.#known.length - 1] = { begin: last.begin, end: minute + minutes };
		else this.#known.push({ begin: minute, end: minute + minutes });
		for (const [sensor, mean, quantity] of means) add(sumIn(this.#sums, sensor, quantity), minutes, mean);
	}

	point(outputs: Ran): Point {
		const means = this.#columns.sensors.map(({ id, quantity }) => {
			const sum = this.#sums.get(id);
			return sum?.quantity === quantity ? meanOf(sum) : undefined;
		});
		return { begin: this.begin, means, ran: outputs.over(this.#known) };
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
	for await (const record of recordsIn(tables, asked)) {
		const window = windowAt(record.minute);
		if (open !== undefined && open.window.begin !== window.begin) yield open.summed.point(outputs);
		if (open?.window.begin !== window.begin) open = { window, summed: new Summed(window.begin, columns) };
		open.summed.add(record);
	}
	if (open !== undefined) yield open.summed.point(outputs);
}

interface Recorded extends Pick<Minute, "minute" | "means"> {
	/** How many minutes the means are of. An hour counts as whole: how many of its minutes were recorded is not kept. */
	readonly minutes: number;
}

/** Minutes, or for points of an hour and more the whole hours, which are kept for longer. */
async function* recordsIn(tables: CsvTables, { from, to, step }: Asked): AsyncGenerator<Recorded> {
	const [first, end] = [Math.floor(from / MINUTE), Math.ceil(to / MINUTE)];
	const begin = Math.ceil(first / HOUR);
	const made = step % HOUR === 0 ? Math.min(tables.rolledUp(), Math.floor(end / HOUR)) : begin;
	if (begin < made) {
		yield* minutesOf(tables, first, begin * HOUR);
		yield* hoursOf(tables, begin, made);
	}
	yield* minutesOf(tables, begin < made ? made * HOUR : first, end);
}

async function* minutesOf(tables: CsvTables, from: number, to: number): AsyncGenerator<Recorded> {
	for await (const { minute, means } of minutesIn(tables, from * MINUTE, to * MINUTE))
		yield { minute, means, minutes: 1 };
}

async function* hoursOf(tables: CsvTables, from: number, to: number): AsyncGenerator<Recorded> {
	for (let next = from; next < to; ) {
		const page = tables.hours(next, to, MINUTES_A_DAY / HOUR);
		for (const { hour, sensors } of page)
			yield {
				minute: hour * HOUR,
				means: sensors.map(({ sensor, mean, quantity = "temperature" }) => [sensor, mean, quantity]),
				minutes: HOUR,
			};
		const last = page.at(-1);
		if (last === undefined) return;
		next = last.hour + 1;
		await setImmediate();
	}
}

/** Minutes of records that are read at once. */
const PIECE = 30 * MINUTES_A_DAY;

/** What the outputs did over one time after another. */
class Ran {
	readonly #tables: CsvTables;
	readonly #columns: Columns;
	readonly #to: number;
	#until = Number.NEGATIVE_INFINITY;
	#tracks = new Map<string, Track>();

	constructor(tables: CsvTables, columns: Columns, { to }: Asked) {
		this.#tables = tables;
		this.#columns = columns;
		this.#to = to;
	}

	/** Where nothing was recorded, the app did not run, and nobody knows what the outputs did. */
	over(known: readonly Window[]): Point["ran"] {
		const sums = this.#columns.outputs.map(() => ({ ran: 0, time: 0 }));
		for (const { begin, end } of known) {
			const [from, to] = [begin * MINUTE, Math.min(end * MINUTE, this.#to)];
			if (to > this.#until) this.#read(from, Math.max(to, from + PIECE * MINUTE));
			for (const [n, { id }] of this.#columns.outputs.entries()) {
				const [ran, sum] = [this.#tracks.get(id)?.over(from, to), sums[n]];
				if (ran === undefined || sum === undefined) continue;
				sum.ran += ran * (to - from);
				sum.time += to - from;
			}
		}
		return sums.map(({ ran, time }) => (time === 0 ? undefined : ran / time));
	}

	#read(from: number, until: number): void {
		this.#until = until;
		const by = Map.groupBy(this.#tables.switched(from, until), ({ output }) => output);
		this.#tracks = new Map([...by].map(([output, switched]) => [output, new Track(switched)]));
	}
}

/** What an output did, looked at from the oldest record on. */
class Track {
	readonly #switched: readonly Switched[];
	#next = 0;
	#level: number | undefined;

	constructor(switched: readonly Switched[]) {
		this.#switched = switched;
	}

	/** Percent; undefined where nothing was recorded before. Each time begins where the last one ended, or later. */
	over(from: number, to: number): number | undefined {
		let [sum, at] = [0, from];
		for (let one = this.#switched[this.#next]; one !== undefined && one.at < to; one = this.#switched[++this.#next]) {
			if (one.at > at && this.#level !== undefined) sum += this.#level * (one.at - at);
			at = Math.max(at, one.at);
			this.#level = one.percent;
		}
		return this.#level === undefined || to <= from ? undefined : (sum + this.#level * (to - at)) / (to - from);
	}
}
