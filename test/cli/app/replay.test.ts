import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { remarksIn } from "#app/words.ts";
import { intentIn } from "#cli/app/replay/intent-json.ts";
import { replay } from "#cli/app/replay/replay.ts";
import { PLANT } from "../../app/house.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
	desk.file("solar.json", PLANT);
});
afterEach(() => desk.clear());

const played = (...lines: readonly string[]): Promise<number> => {
	desk.file("readings.csv", `${lines.join("\n")}\n`);
	return replay(desk.machine(), { options: "solar.json", readings: "readings.csv" });
};
interface Turn {
	readonly t: number;
	readonly activity: string;
	readonly outputs: Readonly<Record<string, { want: number; because: string; facts: object }>>;
	readonly faults: readonly object[];
	readonly refused?: readonly object[];
}
const turns = () => desk.lines() as unknown as readonly Turn[];

describe("replay", () => {
	it("prints a line for each row: the time, what the plant does, each output with its reason, the faults", async () => {
		expect(await played("time,collector,tank", "0,57.9,50", "60,58,50", "120,54,50")).toBe(0);
		expect(
			turns().map(({ t, activity, outputs }) => [t, activity, outputs["pump"]?.want, outputs["pump"]?.because]),
		).toEqual([
			[0, "idle", 0, "no_gain"],
			[60, "heating", 100, "gain"],
			[120, "idle", 0, "no_gain"],
		]);
		expect(turns()[1]?.outputs["pump"]?.facts).toMatchObject({ gain: 8 });
		expect(turns()[1]?.faults).toEqual([]);
	});

	it("counts lines in a table with a title as Windows writes it, too", async () => {
		const table = (...rows: readonly string[]) =>
			[["DeltaSol", "", "Export"], ["time;collector;tank"], rows].flat().map((line) => `${line}\r`);
		expect(await played(...table("0;60;50", "60;61;50", "120;warm;50"))).toBe(2);
		expect(desk.err).toContain('line 7: collector is "warm"');
		expect(await played(...table("0;60;50", '60;"a""b"c";50'))).toBe(2);
		expect(desk.err).toMatch(/line 6: /);
		expect(await played(...table("0;60,5;50", "60;61;50"))).toBe(0);
	});

	it("takes an empty cell for a failed read, and a column that is missing for a sensor that says nothing", async () => {
		expect(await played("time,collector,tank", "0,60,50", "60,,50", "120,,50", "180,,50", "240,,50")).toBe(0);
		expect(turns().at(-1)?.faults).toEqual([{ sensor: "collector", code: expect.any(String) }]);
		expect(turns().at(-1)?.outputs["pump"]?.because).toBe("sensor_lost");
	});

	it("does not bring a lost sensor back by a longer time between rows", async () => {
		const rows = ["0,60,50", "10,60,50", ...[20, 30, 40, 50].map((t) => `${t},,50`), "100,,50", "150,,50"];
		expect(await played("time,collector,tank", ...rows)).toBe(0);
		const reasons = turns().map(({ outputs }) => outputs["pump"]?.because);
		expect(reasons.slice(5)).toEqual(["sensor_lost", "sensor_lost", "sensor_lost"]);
	});

	it("takes ISO 8601 for the time, a byte order mark, spaces and empty lines", async () => {
		const rows = [
			"\ufefftime, collector, tank",
			"2026-07-01T12:00:00Z, 60, 50",
			"",
			"2026-07-01T14:01:00+02:00, 60, 50",
		];
		expect(await played(...rows)).toBe(0);
		const [a, b] = turns();
		expect((b?.t ?? 0) - (a?.t ?? 0)).toBe(60);
	});

	it("takes a table that is parted by semicolons or tabs, with decimal commas", async () => {
		const table = (d: string) => [`time${d}collector${d}tank`, `0${d}20,5${d}40,0`, `30,5${d}61,0${d}40,1`];
		for (const separator of [";", "\t"]) {
			expect(await played(...table(separator))).toBe(0);
			const [, b] = turns().slice(-2);
			expect(b).toMatchObject({ t: 30.5, activity: "heating" });
			expect(b?.outputs["pump"]?.facts).toMatchObject({ collector: 61, tank: 40.1 });
		}
	});

	it.each([
		["65,3 °C", 65.3],
		["65,3°C", 65.3],
		["65,3 C", 65.3],
		["65 \uFFFDC", 65],
		["-6,5\u00a0°C", -6.5],
		["65,3 ℃", 65.3],
	])("takes a cell with its unit, as controllers export it: %s", async (cell, value) => {
		expect(await played("time;collector;tank", `0;${cell};40,0 °C`)).toBe(0);
		expect(turns()[0]?.outputs["pump"]?.facts).toMatchObject({ collector: value });
	});

	test.each([
		["a title", ["DeltaSol BX Plus"]],
		["a title with other columns, and empty lines", ["", "Anlage;Haus;1", "", "Export 01.06.2026, 12:00", ""]],
		["a byte order mark before it", ["\uFEFFDaten"]],
		["a quotation mark that is open", ['Kollektor 2" lang']],
	])("passes over what stands above the header: %s", async (_, above) => {
		expect(await played(...above, '"Time";collector;tank', "0;60,5;50", "60;60,5;50")).toBe(0);
		expect(turns().map(({ t, activity }) => [t, activity])).toEqual([
			[0, "heating"],
			[60, "heating"],
		]);
		const below = above.length + 2;
		expect(await played(...above, "time;collector;tank", "0;warm;50")).toBe(2);
		expect(desk.err).toContain(`line ${below}: collector is "warm"`);
		expect(await played(...above, "time;collector;attic", "0;60;50")).toBe(2);
		expect(desk.err).toContain(`line ${below - 1}: column "attic"`);
		expect(await played(...above, "time;tank;tank", "0;60;50")).toBe(2);
		expect(desk.err).toContain(`line ${below - 1}: column "tank" occurs twice`);
	});

	test.each([
		["en", "45444.5,60,50", "line 2: time 45444.5 looks like a date as spreadsheets count it"],
		["sv", "45444.5,60,50", "rad 2: tiden 45444.5 ser ut som ett datum"],
		["de", "45444.5,60,50", "Zeile 2: Die Zeit 45444.5 sieht aus wie ein Datum"],
		["en", "45444,60,50\n45444.000694,60,50", "line 3: time 45444.000694 looks like a date"],
		["en", "45444.5,60,50\n45444.510417,60,50", "line 2: time 45444.5 looks like a date"],
		["en", "45444.989583,60,50\n45445,60,50", "line 2: time 45444.989583 looks like a date"],
		["en", '"149 °F",60,50', 'line 2: time "149 °F" is not understood'],
		["en", "0,149 °F,50", 'line 2: collector is "149 °F". Only degrees Celsius are read'],
		["sv", "0,338 K,50", "rad 2: collector är ”338 K”. Bara grader Celsius läses"],
		["de", "0,60,149F", "Zeile 2: tank ist „149F“. Nur Grad Celsius werden gelesen"],
		["en", "0,1.5 bar,50", 'line 2: collector is "1.5 bar". Only degrees Celsius'],
	])("is never silently wrong: %s %j", async (LANG, rows, said) => {
		desk.env = { ...desk.env, LANG };
		expect(await played("time,collector,tank", rows)).toBe(2);
		expect(desk.err).toContain(said);
	});

	test.each([
		["seconds that begin late", ["43200,60,50", "43201,60,50"]],
		["seconds that pass there", ["29999.5,60,50", "30000.5,60,50", "30000.6,60,50"]],
		["seconds that begin late, with fractions later", ["43200,60,50", "43260.5,60,50"]],
		["seconds that begin late, with a fraction", ["36000.5,60,50", "36060.5,60,50"]],
		["seconds that begin late, one by one", ["36000.5,60,50", "36001.5,60,50", "36002,60,50"]],
	])("takes %s for seconds", async (_, rows) => {
		expect(await played("time,collector,tank", ...rows)).toBe(0);
		expect(turns()).toHaveLength(rows.length);
	});

	it("holds a heater for an hour, also where that is more than the difference of two doubles", async () => {
		const held = '"{""kind"":""hold"",""output"":""heater"",""want"":100}"';
		expect(await played("time,collector,tank,intent", `500.1005,20,40,${held}`)).toBe(0);
		expect(turns()[0]?.outputs["heater"]).toMatchObject({ want: 100, because: "held_on" });
	});

	describe("in the site's time zone", () => {
		const inStockholm = (...rows: readonly string[]) => {
			desk.file("solar.json", { ...PLANT, site: { time_zone: "Europe/Stockholm" } });
			return played("time,collector,tank", ...rows.map((row) => `${row},60,50`));
		};
		test.each([
			["summer", "2026-07-01T12:00:00", "2026-07-01T10:00:00Z"],
			["winter", "2026-01-01 12:00", "2026-01-01T11:00:00Z"],
			["a day alone", "2026-07-01", "2026-06-30T22:00:00Z"],
			["a time with its own offset", "2026-07-01T12:00:00-05:00", "2026-07-01T17:00:00Z"],
			["the last minute before spring's gap", "2026-03-29 01:59", "2026-03-29T00:59:00Z"],
			["the first minute after it", "2026-03-29 03:00", "2026-03-29T01:00:00Z"],
		])("a time without one is taken: %s", async (_, written, utc) => {
			expect(await inStockholm(written)).toBe(0);
			expect(turns()[0]?.t).toBe(Date.parse(utc) / 1000);
		});

		it("the hour that comes twice in autumn is taken twice", async () => {
			const clock = ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"];
			expect(await inStockholm(...clock.map((time) => `2026-10-25T${time}`))).toBe(0);
			const from = Date.parse("2026-10-24T23:30:00Z") / 1000;
			expect(turns().map(({ t }) => (t - from) / 60)).toEqual([0, 30, 60, 90, 120, 150]);
		});

		test.each([
			["en", "line 3: the clock never shows 29.03.2026 02:00 in the time zone of these options"],
			["sv", "rad 3: klockan visar aldrig 29.03.2026 02:00"],
			["de", "Zeile 3: Die Uhr zeigt 29.03.2026 02:00 in der Zeitzone dieser Optionen nie"],
		])(
			"an hour that spring leaves out is refused, as that logger is an hour off all summer: %s",
			async (LANG, said) => {
				desk.env = { ...desk.env, LANG };
				expect(await inStockholm("29.03.2026 01:59", "29.03.2026 02:00", "29.03.2026 03:00")).toBe(2);
				expect(desk.err).toContain(said);
				expect(desk.err).toContain("Etc/GMT-1");
				desk.out = "";
				desk.file("solar.json", { ...PLANT, site: { time_zone: "Etc/GMT-1" } });
				expect(await played("time,collector,tank", "29.03.2026 02:00,60,50")).toBe(0);
				expect(turns()[0]?.t).toBe(Date.parse("2026-03-29T01:00:00Z") / 1000);
			},
		);

		it("that does not exist is told of", async () => {
			desk.file("solar.json", { ...PLANT, site: { time_zone: "Europe/Stokholm" } });
			expect(await played("time,collector,tank", "2026-07-01T12:00Z,60,50")).toBe(0);
			expect(desk.err).toMatch(/site\.time_zone.*There is no such time zone/);
		});

		it("a third time is out of order", async () => {
			const clock = ["02:30", "02:30", "02:00", "02:30", "02:00"];
			expect(await inStockholm(...clock.map((time) => `2026-10-25T${time}`))).toBe(2);
			expect(desk.err).toContain("line 6: time 2026-10-25T02:00 is before the line above");
		});
	});

	test.each([
		["sv", /^Nekat: door = .*Det finns ingen/],
		["de", /^Abgelehnt: door = .*Es gibt keinen/],
	])("says in %s what was refused", async (LANG, said) => {
		desk.env = { ...desk.env, LANG };
		const held = '"{""kind"":""hold"",""output"":""door"",""want"":100}"';
		expect(await played("time,collector,tank,intent", `0,40,50,${held}`)).toBe(0);
		const [refused] = turns()[0]?.refused ?? [];
		expect(refused).toMatchObject({
			path: "door",
			remedy: { code: "no_such_output" },
			text: expect.stringMatching(said),
		});
	});

	it("takes intents as JSON, and says which were refused", async () => {
		const held = '"{""kind"":""hold"",""output"":""heater"",""want"":100}"';
		const both = '"[{""kind"":""mode"",""mode"":""off""},{""kind"":""release"",""output"":""door""}]"';
		expect(await played("time,collector,tank,intent", `0,40,50,${held}`, `60,40,50,${both}`)).toBe(0);
		expect(turns()[0]?.outputs["heater"]).toMatchObject({ want: 100, because: "held_on" });
		expect(turns()[0]?.refused).toBeUndefined();
		expect(turns()[1]).toMatchObject({ activity: "off", refused: [{ path: "door" }] });
	});

	it("holds an output with levels at one that it has; a relay refuses any", async () => {
		const [pump, heater] = PLANT.outputs;
		desk.file("solar.json", { ...PLANT, outputs: [{ ...pump, target: "simulated:pump_speed", step: 5 }, heater] });
		const held = (output: string, want: number) => `"{""kind"":""hold"",""output"":""${output}"",""want"":${want}}"`;
		expect(
			await played(
				"time,collector,tank,intent",
				`0,40,50,${held("pump", 45)}`,
				`60,40,50,${held("pump", 47)}`,
				`120,40,50,${held("heater", 45)}`,
			),
		).toBe(0);
		expect(turns().map(({ outputs }) => [outputs["pump"]?.want, outputs["heater"]?.want])).toEqual([
			[45, 0],
			[45, 0],
			[45, 0],
		]);
		expect(turns().map(({ refused }) => refused)).toMatchObject([
			undefined,
			[{ path: "pump", remedy: { code: "hold_level", facts: { min: 30, max: 100, step: 5 } } }],
			[{ path: "heater", remedy: { code: "hold_switch" } }],
		]);
	});

	test.each([
		[
			"an unknown column",
			["time,collector,attic", "0,60,50"],
			/line 1: column "attic".*There are: time, intent, collector, tank\./,
		],
		["no column of times", ["collector,tank", "60,50"], /line 1: the header needs a column `time`/],
		[
			"a time that is missing",
			["time,collector,tank", "0,60,50", ",60,50"],
			/line 3: time "".*Write seconds, or ISO 8601/,
		],
		["a time that is none", ["time,collector,tank", "noon 1,60,50"], /line 2: time "noon 1".*ISO 8601/],
		["a time below zero", ["time,collector,tank", "-5,60,50"], /line 2: time "-5".*Write seconds/],
		[
			"rows that are not in order",
			["time,collector,tank", "60,60,50", "59,60,50"],
			/line 3: time 59 is before.*Sort the table/,
		],
		[
			"a number that is none",
			["time,collector,tank", "0,60,warm"],
			/line 2: tank is "warm".*Write a number, or leave the cell empty/,
		],
		["a number as others write it", ["time,collector,tank", '0,60,"50,5"'], /line 2: tank is "50,5"/],
		["a number with an exponent", ["time,collector,tank", "0,6e1,50"], /line 2: collector/],
		["NaN", ["time,collector,tank", "0,NaN,50"], /line 2: collector/],
		[
			"an intent that is no JSON",
			["time,collector,tank,intent", "0,60,50,off"],
			/line 2: intent: this is not JSON\. Write for example/,
		],
		[
			"an intent that is none",
			["time,collector,tank,intent", '0,60,50,"{""kind"":""dance""}"'],
			/line 2: intent: .*Write for example/,
		],
		["a cell too few", ["time,collector,tank", "0,60"], /line 2: it has more or fewer cells than the header/],
		["a cell too many", ["time,collector,tank", "0,60,50,5"], /line 2: it has more or fewer cells than the header/],
		["a quotation mark that is open", ["time,collector,tank", '0,60,"50'], /a quotation mark is missing/],
		["a quotation mark within", ["time,collector,tank", '0,6"0,50'], /line 2: a quotation mark/],
		["nothing but a header", ["time,collector,tank"], /it has no row/],
		["nothing at all", [""], /it has no row/],
		["a mistake below an empty line", ["time,collector,tank", "", "", "0,60,warm"], /line 4: tank/],
	])("ends with 2 at %s, naming the line and what to write", async (_, rows, said) => {
		expect(await played(...rows)).toBe(2);
		expect(desk.err).toMatch(said);
		expect(desk.err).toContain("readings.csv");
	});

	test.each([
		["sv", '0,60,"50,5"', "readings.csv: rad 2: tank är ”50,5”. Skriv ett tal med decimalpunkt"],
		["de", '0,60,"50,5"', "readings.csv: Zeile 2: tank ist „50,5“. Eine Zahl mit Dezimalpunkt schreiben"],
		["sv", "noon,60,50", "rad 2: tiden ”noon” går inte att tyda."],
		["de", "noon,60,50", "Zeile 2: Die Zeit „noon“ ist nicht zu deuten."],
		["sv", "0,60", "rad 2: den har fler eller färre celler"],
		["de", '0,60,"50', "Ein Anführungszeichen fehlt"],
	])("says it in %s at %s", async (LANG, row, said) => {
		desk.env = { ...desk.env, LANG };
		expect(await played("time,collector,tank", row)).toBe(2);
		expect(desk.err).toContain(said);
	});

	test.each([
		["sv", "rad 2: intent: det är inte JSON. Skriv till exempel {"],
		["de", "Zeile 2: intent: das ist kein JSON. Zum Beispiel {"],
	])("says in %s what is no intent", async (LANG, said) => {
		desk.env = { ...desk.env, LANG };
		expect(await played("time,collector,tank,intent", "0,60,50,off")).toBe(2);
		expect(desk.err).toContain(said);
	});

	it("has printed the good rows above a bad one", async () => {
		expect(await played("time,collector,tank", "0,60,50", "60,60,warm")).toBe(2);
		expect(turns()).toHaveLength(1);
	});

	it("ends with 2 without a table, and with invalid options", async () => {
		expect(await replay(desk.machine(), { options: "solar.json", readings: "nowhere.csv" })).toBe(2);
		expect(desk.err).toContain("nowhere.csv: it cannot be read (ENOENT).");
		desk.file("solar.json", { turn: 0 });
		expect(await played("time", "0")).toBe(2);
		expect(desk.err).toContain("turn: found 0.");
	});
});

describe("an intent as JSON", () => {
	test.each([
		'{"kind":"setting","rule":"solar_charging","field":"start_at","value":9}',
		'{"kind":"hold","output":"pump","want":100,"for":60}',
		'{"kind":"hold","output":"pump","want":0}',
		'{"kind":"release","output":"pump"}',
		'{"kind":"acknowledge","code":"x"}',
		'{"kind":"mode","mode":"auto"}',
	])("may be %s", (text) => {
		expect(intentIn(text)).toEqual({ kind: "intents", intents: [JSON.parse(text)] });
	});

	test.each([
		["", "das ist kein JSON."],
		["null", "das ist kein Befehl."],
		["7", "das ist kein Befehl."],
		["[7]", "das ist kein Befehl."],
		["{}", "kind: Eines davon wählen: setting, hold, release, acknowledge, mode, job."],
		['{"kind":"hold","output":"pump","want":101}', "want: 100 oder weniger angeben."],
		['{"kind":"hold","output":"pump","want":100,"for":0}', "for: 1 oder mehr angeben."],
		['{"kind":"hold","output":"pump","want":100,"for":86401}', "for: 86400 oder weniger angeben."],
		['[{"kind":"mode","mode":"auto"},{"kind":"mode","mode":"manual"}]', "mode: Eines davon wählen: auto, off, test."],
		[
			'{"kind":"setting","rule":"r","field":"f","value":null}',
			"value: Hier gehört eine Zahl, true, false oder ein Text hin.",
		],
		['{"kind":"setting","rule":7,"field":"f","value":9}', "rule: Hier gehört ein Text hin."],
		['{"kind":"mode"}', "mode: Eines davon wählen: auto, off, test."],
		['{"kind":"release","output":"pump","please":true}', "please: Diese Option gibt es nicht."],
	])("may not be %s, which is told in German", (text, said) => {
		const read = intentIn(text);
		expect(read.kind === "problem" && remarksIn("de")(read.why)).toContain(said);
	});
});
