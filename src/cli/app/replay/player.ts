import { CoreRun } from "#app/control/core-run.ts";
import type { Decision } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import { problemFacts } from "#model/findings/problem-facts.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { type Instant, type Seconds, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";
import { inside, Mistake, remark } from "#model/sentences/sentence.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import { told } from "#texts/told.ts";
import { flawOf, withoutUnit } from "./cell.ts";
import { intentIn } from "./intent-json.ts";
import { areSerialDates, maybeSerialDate, momentIn } from "./moments.ts";
import type { Row, Table } from "./table.ts";

/** The clock on the wall where a table says nothing of it. */
const NO_WALL = (_now: Instant): Wall => UNTRUSTED;

/** The core, fed with the rows of a table: a turn for each. */
export class Player {
	readonly #plant: Plant;
	readonly #core: CoreRun;
	readonly #language: Language;
	readonly #table: Omit<Table, "rows">;
	readonly #zone: string | undefined;
	readonly #wallAt: (now: Instant) => Wall;
	#samples: readonly (Sample | undefined)[];
	#now: Instant | undefined;
	#pace: Seconds;
	#row = 0;
	/** The message if the first row turns out to have a spreadsheet's date. */
	#serial: Mistake | undefined;

	/** @param wallAt the clock on the wall; a table of readings has none that can be trusted */
	constructor(options: Options, language: Language, table: Omit<Table, "rows">, wallAt = NO_WALL) {
		this.#wallAt = wallAt;
		this.#language = language;
		this.#table = table;
		this.#zone = options.site.time_zone;
		this.#plant = plantOf(options);
		this.#core = new CoreRun({ plant: this.#plant, mode: options.system_mode, settings: settingsOf(options) });
		this.#pace = options.turn;
		this.#samples = this.#plant.sensors.map(() => undefined);
	}

	turn(row: Row, line: number) {
		const { time, intent } = row;
		this.#row += 1;
		const now = this.#moment(time, line);
		if (this.#now !== undefined && now < this.#now) throw new Mistake(remark("row_order", { line, time: time ?? "" }));
		// One read per row, so the time between rows decides how long a value stays valid.
		if (this.#now !== undefined && now > this.#now) this.#pace = seconds(now - this.#now);
		if (this.#now === undefined) this.#checkColumns(row);
		this.#now = now;
		this.#samples = this.#plant.sensors.map((s, i) => this.#sample(row[s.id], s, line, this.#samples[i], now));
		const intents = intentsIn(intent, line);
		return this.#shown(now, this.#core.turn({ now, wall: this.#wallAt(now), samples: this.#samples, intents }));
	}

	#refuseSerial(plain: string, line: number, time: string): void {
		const mistake = new Mistake(remark("row_serial", { line, time }));
		if (this.#now === undefined) this.#serial = maybeSerialDate(plain) ? mistake : undefined;
		else if (areSerialDates(this.#now, plain)) throw this.#serial ?? mistake;
	}

	/** A single row does not show which of the two formats its time has. */
	end(): void {
		if (this.#row === 1 && this.#serial !== undefined) throw this.#serial;
	}

	#sample(
		cell: string | undefined,
		sensor: Sensor,
		line: number,
		before: Sample | undefined,
		now: Instant,
	): Sample | undefined {
		if (cell === undefined) return before;
		// A lost sensor stays lost until it is read again, also if the next row is further away.
		const gone = this.#core.state.readings[sensor.index]?.kind === "broken";
		const kept =
			gone || before?.value === undefined || before.at === undefined ? {} : { value: before.value, at: before.at };
		if (cell === "") return { ...kept, pace: this.#pace, fault: fault("no_answer") };
		const number = this.#plain(withoutUnit(cell, sensor));
		if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(number)) throw new Mistake(flawOf(cell, sensor, line));
		return { value: Number(number), at: now, pace: this.#pace };
	}

	#moment(text: string | undefined, line: number): Instant {
		if (text === undefined) throw new Mistake(remark("row_no_time"));
		const plain = this.#plain(text);
		if (this.#row <= 2) this.#refuseSerial(plain, line, text);
		const now = momentIn(plain, this.#zone, this.#now);
		if (now === undefined) throw new Mistake(remark("row_time", { line, time: text }));
		if (now === "left_out") throw new Mistake(remark("row_left_out", { line, time: text }));
		return now;
	}

	/** Where columns are not separated by commas, a comma is a decimal comma. */
	#plain(cell: string): string {
		return this.#table.decimal_comma ? cell.replace(/^([+-]?\d*),(\d+)$/, "$1.$2") : cell;
	}

	#checkColumns(row: Row): void {
		const known = new Set<string>(["time", "intent", ...this.#plant.sensors.map((s) => s.id)]);
		const strange = Object.keys(row).find((column) => !known.has(column));
		if (strange !== undefined)
			throw new Mistake(
				remark("row_column", { line: this.#table.header, column: strange, known: [...known].join(", ") }),
			);
	}

	#shown(t: Instant, { verdicts, activity, answers, state }: Decision) {
		const faults = this.#plant.sensors.flatMap(({ id, index }) => {
			const reading = state.readings[index];
			if (reading?.kind === "broken") return [{ sensor: id, code: reading.fault.code }];
			return reading?.kind === "stale" ? [{ sensor: id, code: "stale" }] : [];
		});
		const outputs = Object.fromEntries(
			this.#plant.outputs.map(({ id, index }) => {
				const verdict = verdicts[index];
				return [id, { want: verdict?.want, because: verdict?.because.code, facts: verdict?.because.facts }];
			}),
		);
		const refused = answers
			.filter((a) => a !== undefined)
			.map((a) => {
				return { ...a, text: told(this.#language, "finding", "command_refused", problemFacts(a)) };
			});
		return { t, activity, outputs, faults, ...(refused.length > 0 && { refused }) };
	}
}

const EXAMPLE = JSON.stringify({ kind: "mode", mode: "off" });

function intentsIn(cell: string | undefined, line: number): readonly Intent[] {
	if (cell === undefined || cell === "") return [];
	const read = intentIn(cell);
	if (read.kind === "problem")
		throw new Mistake(remark("row_intent", { ...inside("why", read.why), line, example: EXAMPLE }));
	return read.intents;
}
