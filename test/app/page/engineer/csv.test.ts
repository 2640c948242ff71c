import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { percent } from "#model/quantities/units.ts";
import { type HistoryTables, historyIn, type Minute } from "#store/history/history.ts";
import { MIGRATIONS } from "#store/migrations.ts";
import { type CsvTables, csvOf, quoted } from "../../../../src/app/page/engineer/csv.ts";
import { calendarIn } from "../../../../src/app/page/engineer/local-day.ts";
import { output, plantWith, sensor } from "../../../fakes/owners-plant.ts";

const MINUTE = 60_000;
const plant = plantWith([sensor("collector", "collector", 0), sensor("tank", "tank", 1)], [output("pump", "pump", 0)]);
let tables: HistoryTables;
let database: DatabaseSync;
beforeEach(() => {
	database = new DatabaseSync(":memory:");
	for (const step of MIGRATIONS) database.exec(step);
	tables = historyIn(database);
});
afterEach(() => database.close());
const minute = (at: number, collector: number | undefined, tank = 40.5): Minute => ({
	kind: "minute",
	minute: at / MINUTE,
	means: [
		["collector", collector],
		["tank", tank],
	],
});
const text = async (from: number, to: number, step = 1, comma = false, zone = "Europe/Stockholm") => {
	const pieces: string[] = [];
	for await (const piece of csvOf(tables, plant, calendarIn(zone), { from, to, step, comma })) pieces.push(piece);
	return pieces.join("");
};
const rows = (csv: string, delimiter = ","): Record<string, string>[] => parse(csv, { columns: true, delimiter });
const NOON = Date.UTC(2026, 6, 1, 10);

describe("the history as CSV", () => {
	it("has a row a point with UTC and local time, means, and how far outputs ran; lost sensors are empty, gaps have no row", async () => {
		tables.write([
			{ kind: "switched", at: NOON + 30_000, output: "pump", percent: percent(100) },
			{ kind: "switched", at: NOON + 5 * MINUTE + 15_000, output: "pump", percent: percent(0) },
			minute(NOON, 61.234),
			minute(NOON + MINUTE, undefined),
			minute(NOON + 5 * MINUTE, -3),
		]);
		expect(await text(NOON, NOON + 10 * MINUTE)).toBe(
			[
				"time,local,collector_degC,tank_degC,pump_percent",
				"2026-07-01T10:00:00Z,2026-07-01 12:00:00,61.23,40.5,50",
				"2026-07-01T10:01:00Z,2026-07-01 12:01:00,,40.5,100",
				"2026-07-01T10:05:00Z,2026-07-01 12:05:00,-3,40.5,25",
				"",
			].join("\r\n"),
		);
	});

	it("does not count a time in which the app did not run as one in which an output ran", async () => {
		// Killed while the pump ran, and started again two hours later.
		tables.write([
			{ kind: "switched", at: NOON, output: "pump", percent: percent(100) },
			...Array.from({ length: 15 }, (_, n) => minute(NOON + n * MINUTE, 60)),
			{ kind: "switched", at: NOON + 135 * MINUTE, output: "pump", percent: percent(0) },
			...Array.from({ length: 15 }, (_, n) => minute(NOON + (135 + n) * MINUTE, 60)),
		]);
		const csv = await text(NOON, NOON + 150 * MINUTE, 15);
		expect(rows(csv).map((row) => [row["time"]?.slice(11, 16), row["pump_percent"]])).toEqual([
			["10:00", "100"],
			["12:15", "0"],
		]);
	});

	it("is read by a spreadsheet of a country with decimal commas", async () => {
		tables.write([minute(NOON, 61.234)]);
		const csv = await text(NOON, NOON + MINUTE, 1, true);
		expect(rows(csv, ";")).toEqual([
			{
				time: "2026-07-01T10:00:00Z",
				local: "2026-07-01 12:00:00",
				collector_degC: "61,23",
				tank_degC: "40,5",
				pump_percent: "",
			},
		]);
	});

	it("has every minute of a day of 25 hours once in `time`, and the repeated hour twice in `local`", async () => {
		const { from = 0, to = 0 } = calendarIn("Europe/Stockholm").day("2026-10-25") ?? {};
		tables.write(Array.from({ length: (to - from) / MINUTE }, (_, n) => minute(from + n * MINUTE, 20)));
		const all = rows(await text(from, to, 15));
		expect(all.length).toBe(100);
		expect(new Set(all.map(({ time }) => time)).size).toBe(100);
		expect(all.filter(({ local }) => local?.startsWith("2026-10-25 02:")).length).toBe(8);
	});

	it("has a row for each local day, of 23 and 25 hours too, with nothing of its neighbours", async () => {
		const { day } = calendarIn("Europe/Stockholm");
		const [from, to] = [day("2026-10-24")?.from ?? 0, day("2026-10-26")?.to ?? 0];
		const sunday = day("2026-10-25");
		const isSunday = (at: number) => at >= (sunday?.from ?? 0) && at < (sunday?.to ?? 0);
		tables.write([
			{ kind: "switched", at: from, output: "pump", percent: percent(0) },
			{ kind: "switched", at: sunday?.from ?? 0, output: "pump", percent: percent(100) },
			{ kind: "switched", at: sunday?.to ?? 0, output: "pump", percent: percent(0) },
			...Array.from({ length: (to - from) / MINUTE }, (_, n) =>
				minute(from + n * MINUTE, isSunday(from + n * MINUTE) ? 70 : 20),
			),
		]);
		const all = rows(await text(from, to, 1440));
		expect(all.map(({ local, collector_degC, pump_percent }) => [local, collector_degC, pump_percent])).toEqual([
			["2026-10-24 00:00:00", "20", "0"],
			["2026-10-25 00:00:00", "70", "100"],
			["2026-10-26 00:00:00", "20", "0"],
		]);
	});

	it("writes numbers without separators of thousands, exponents or a zero with a sign", async () => {
		tables.write([minute(NOON, -0.001, 300), minute(NOON + MINUTE, 0.1 + 0.2, 1234567)]);
		expect(
			rows(await text(NOON, NOON + 2 * MINUTE)).map(({ collector_degC, tank_degC }) => [collector_degC, tank_degC]),
		).toEqual([
			["0", "300"],
			["0.3", "327.67"],
		]);
	});

	it("goes on with hours where minutes are no more", async () => {
		const hours = 30 * 24;
		const minutes = Array.from({ length: hours * 60 }, (_, n) => minute(NOON + n * MINUTE, Math.floor(n / 60) % 100));
		for (let n = 0; n < minutes.length; n += 120) tables.write(minutes.slice(n, n + 120));
		database.exec(`DELETE FROM history_minute WHERE minute < ${(NOON + 600 * 60 * MINUTE) / MINUTE}`);
		const all = rows(await text(NOON, NOON + hours * 60 * MINUTE, 60));
		expect(all.map(({ collector_degC }) => Number(collector_degC))).toEqual(
			Array.from({ length: hours }, (_, n) => n % 100),
		);
	});

	it("counts an hour as its minutes, beside minutes that are no hour yet, and begins in the middle of an hour", async () => {
		const begin = Date.UTC(2026, 6, 1) - 30 * MINUTE;
		for (let n = 0; n < 430; n += 1) tables.write([minute(begin + n * MINUTE, n < 390 ? 20 : 80)]);
		expect(tables.rolledUp()).toBe((Date.UTC(2026, 6, 1) + 360 * MINUTE) / (60 * MINUTE));
		const all = rows(await text(begin, begin + 1440 * MINUTE, 1440, false, "UTC"));
		expect(all.map(({ collector_degC }) => collector_degC)).toEqual(["20", "26"]);
		const half = await text(begin + 60 * MINUTE, begin + 150 * MINUTE, 60);
		expect(rows(half).map(({ time }) => time?.slice(11, 16))).toEqual(["00:00", "01:00"]);
	});

	it("of a long time gives control its turns, and looks through the records of outputs a few times", async () => {
		const days = 70;
		for (let day = 0; day < days; day += 1) {
			const at = NOON + day * 1440 * MINUTE;
			for (let hour = 0; hour < 24; hour += 1) tables.write([minute(at + hour * 60 * MINUTE, 20)]);
			tables.write([
				{ kind: "switched", at: at + 7 * 60 * MINUTE, output: "pump", percent: percent(100) },
				{ kind: "switched", at: at + 13 * 60 * MINUTE, output: "pump", percent: percent(0) },
			]);
		}
		let [turns, looks, goesOn] = [0, 0, true];
		const loop = () => {
			turns += 1;
			if (goesOn) setImmediate(loop);
		};
		setImmediate(loop);
		const at: number[] = [];
		const watched: CsvTables = {
			...tables,
			hours(...asked) {
				at.push(turns);
				return tables.hours(...asked);
			},
			switched(...asked) {
				looks += 1;
				return tables.switched(...asked);
			},
		};
		const asked = { from: NOON, to: NOON + days * 1440 * MINUTE, step: 60, comma: false };
		const pieces: string[] = [];
		for await (const piece of csvOf(watched, plant, calendarIn("UTC"), asked)) pieces.push(piece);
		goesOn = false;
		const ran = rows(pieces.join("")).map(({ pump_percent }) => Number(pump_percent));
		expect(ran.slice(24)).toEqual(
			Array.from({ length: (days - 1) * 24 }, (_, n) => (n % 24 >= 7 && n % 24 < 13 ? 100 : 0)),
		);
		expect(at.length).toBeGreaterThan(50);
		expect(new Set(at).size).toBe(at.length);
		expect(looks).toBeLessThanOrEqual(3);
	});

	it("of any range holds no more than a few rows at a time, and skips what is empty", async () => {
		tables.write(Array.from({ length: 5000 }, (_, n) => minute(NOON + n * MINUTE, 20)));
		let [longest, lines] = [0, 0];
		const asked = { from: -8e14, to: 8e14, step: 1, comma: false };
		for await (const piece of csvOf(tables, plant, calendarIn("UTC"), asked)) {
			longest = Math.max(longest, piece.length);
			lines += piece.split("\r\n").length - 1;
		}
		expect(lines).toBe(5001);
		expect(longest).toBeLessThan(20_000);
	});

	test.each([
		["=1+1", "'=1+1"],
		["+tank", "'+tank"],
		["-tank", "'-tank"],
		["@SUM(A1)", "'@SUM(A1)"],
		["\tx", "'\tx"],
		['a"b', '"a""b"'],
		["a,b", '"a,b"'],
		["=a,b", '"\'=a,b"'],
		["tank_140", "tank_140"],
	])("never begins a text like a formula: %j", (given, cell) => {
		expect(quoted(given, ",")).toBe(cell);
	});
});
