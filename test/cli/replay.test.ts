import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { intentIn } from "#cli/intent-json.ts";
import { replay } from "#cli/replay.ts";
import { PLANT } from "../app/house.ts";
import { Desk } from "./desk.ts";

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

	it("takes an empty cell for a failed read, and a column that is missing for a sensor that says nothing", async () => {
		expect(await played("time,collector,tank", "0,60,50", "60,,50", "120,,50", "180,,50", "240,,50")).toBe(0);
		expect(turns().at(-1)?.faults).toEqual([{ sensor: "collector", code: expect.any(String) }]);
		expect(turns().at(-1)?.outputs["pump"]?.because).toBe("sensor_lost");
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

	it("takes intents as JSON, and says which were refused", async () => {
		const held = '"{""kind"":""hold"",""output"":""heater"",""want"":100}"';
		const both = '"[{""kind"":""mode"",""mode"":""off""},{""kind"":""release"",""output"":""door""}]"';
		expect(await played("time,collector,tank,intent", `0,40,50,${held}`, `60,40,50,${both}`)).toBe(0);
		expect(turns()[0]?.outputs["heater"]).toMatchObject({ want: 100, because: "held_on" });
		expect(turns()[0]?.refused).toBeUndefined();
		expect(turns()[1]).toMatchObject({ activity: "off", refused: [{ path: "door" }] });
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
			/line 2: intent: that is no JSON\. Write for example/,
		],
		[
			"an intent that is none",
			["time,collector,tank,intent", '0,60,50,"{""kind"":""dance""}"'],
			/line 2: intent: .*Write for example/,
		],
		["a cell too few", ["time,collector,tank", "0,60"], /line 2/],
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
		expect(desk.err).toContain("nowhere.csv");
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
		"",
		"null",
		"7",
		"[7]",
		'{"kind":"hold","output":"pump","want":101}',
		'{"kind":"hold","output":"pump","want":100,"for":0}',
		'{"kind":"hold","output":"pump","want":100,"for":86401}',
		'{"kind":"mode","mode":"manual"}',
		'{"kind":"setting","rule":"r","field":"f","value":"9"}',
		'{"kind":"release","output":"pump","please":true}',
	])("may not be %s", (text) => {
		expect(intentIn(text)).toMatchObject({ kind: "problem", why: expect.stringMatching(/^[^\n]+$/) });
	});
});
