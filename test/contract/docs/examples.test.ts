import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { keysOf } from "#texts/say.ts";

const ROOT = join(import.meta.dirname, "../../..");
const EXAMPLES = join(ROOT, "examples");
const OWNER = join(EXAMPLES, "options.owner.json");
const folder = mkdtempSync(join(tmpdir(), "examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

const examples = readdirSync(EXAMPLES).filter((file) => /^options\..+\.json$/.test(file));
const optionsIn = (file: string): unknown => JSON.parse(readFileSync(join(EXAMPLES, file), "utf8"));

test("there is an example of the owner's plant", () => {
	expect(examples).toContain("options.owner.json");
});

test.each(examples)("%s is valid", (file) => {
	const parsed = parse(optionsIn(file));
	expect(parsed.kind === "invalid" ? parsed.problems : []).toEqual([]);
});

/** Seconds between two turns. */
const TURN = 30;
/** Every sensor of the owner's plant, in °C. */
type Readings = Readonly<Record<string, number>>;
interface Shown {
	readonly t: number;
	readonly activity: string;
	readonly outputs: Readonly<
		Record<
			string,
			{ readonly want: number; readonly because: string; readonly facts: Readonly<Record<string, unknown>> }
		>
	>;
	readonly faults: readonly { readonly sensor: string; readonly code: string }[];
}

const SENSORS = ["collector", "tank", "return_line", "outdoor_air", "exhaust_air", "supply_air", "extract_air"];
const HEIGHTS = [0, 20, 40, 60, 80, 100, 120, 140];
const COLUMNS = [...SENSORS, ...HEIGHTS.map((height) => `tank_${height}`)];

/** The whole plant around a collector and a tank: warmer layers above, a house with ventilation. */
const around = (collector: number, tank: number): Readings => ({
	collector,
	tank,
	return_line: tank + 2,
	outdoor_air: 12.3,
	exhaust_air: 16.5,
	supply_air: 18.1,
	extract_air: 21.4,
	...Object.fromEntries(HEIGHTS.map((height) => [`tank_${height}`, tank - 3 + height / 20])),
});

/** What the command `replay` says to these readings of the owner's plant, a turn each. */
async function replayed(
	rows: readonly Readings[],
): Promise<{ readonly code: number; readonly turns: readonly Shown[] }> {
	const table = rows.map((row, i) => [i * TURN, ...COLUMNS.map((id) => row[id]?.toFixed(2))].join(","));
	const readings = join(folder, "readings.csv");
	writeFileSync(readings, [["time", ...COLUMNS].join(","), ...table].join("\n"));
	let said = "";
	const ear = new Writable({
		write(chunk, _, done) {
			said += chunk;
			done();
		},
	});
	const code = await main({
		argv: ["replay", "--options", OWNER, "--readings", readings, "--data", folder],
		env: {},
		cwd: folder,
		out: ear,
		err: ear,
		terminal: false,
		onStop: () => undefined,
	});
	const lines = said.trimEnd().split("\n");
	return { code, turns: lines.map((line): Shown => JSON.parse(line)) };
}

const pumpIn = (turns: readonly Shown[]) =>
	turns.map(({ outputs }) => [outputs["pump"]?.want, outputs["pump"]?.because]);

describe("the owner's plant, replayed in turns of 30 s,", () => {
	it("starts charging at 8 K and stops at 4 K, and keeps on in between", async () => {
		const { code, turns } = await replayed([57.9, 58, 54.1, 54].map((collector) => around(collector, 50)));
		expect(code).toBe(0);
		expect(pumpIn(turns)).toEqual([
			[0, "no_gain"],
			[100, "gain"],
			[100, "gain"],
			[0, "no_gain"],
		]);
		expect(turns.map((turn) => turn.outputs["pump"]?.facts)).toMatchObject([
			{ gain: 7.9, start_at: 8 },
			{ gain: 8, stop_at: 4 },
			{ gain: 4.1, stop_at: 4 },
			{ gain: 4, start_at: 8 },
		]);
	});

	it("stops the pump at 150 °C in the collector, and lets it run again below 140 °C", async () => {
		const { code, turns } = await replayed([149.9, 155, 150, 140, 139.9].map((collector) => around(collector, 50)));
		expect(code).toBe(0);
		expect(turns.map(({ activity }) => activity)).toEqual([
			"collector_cooling",
			...["boil_stop", "boil_stop", "boil_stop"],
			"collector_cooling",
		]);
		expect(pumpIn(turns)).toEqual([
			[100, "collector_hot"],
			[0, "boiling"],
			[0, "boiling"],
			[0, "boiling"],
			[100, "collector_hot"],
		]);
	});

	describe("through a sunny day", () => {
		const day = sunnyDay();
		let turns: readonly Shown[] = [];
		let code: number | undefined;
		beforeAll(async () => {
			({ code, turns } = await replayed(day));
		});

		it("says a line for each turn, with what both outputs do and why", () => {
			expect(code).toBe(0);
			expect(turns.map(({ t }) => t)).toEqual(day.map((_, i) => i * TURN));
			const reasons = new Set(keysOf("reason"));
			for (const { activity, outputs, faults } of turns) {
				expect(keysOf("activity")).toContain(activity);
				expect(Object.keys(outputs)).toEqual(["pump", "heater"]);
				for (const { want, because } of Object.values(outputs)) {
					expect([0, 100]).toContain(want);
					expect(reasons).toContain(because);
				}
				expect(faults).toEqual([]);
			}
		});

		it("runs the pump as two limits with a memory would, and leaves the heater alone", () => {
			let runs = false;
			const expected = day.map(({ collector = Number.NaN, tank = Number.NaN }) => {
				const gain = Number((Number(collector.toFixed(2)) - Number(tank.toFixed(2))).toFixed(1));
				runs = runs ? gain > 4 : gain >= 8;
				return runs ? 100 : 0;
			});
			expect(turns.map((turn) => turn.outputs["pump"]?.want)).toEqual(expected);
			expect(expected.filter((want) => want > 0).length).toBeGreaterThan(500);
			expect(turns.every((turn) => turn.outputs["heater"]?.want === 0)).toBe(true);
		});

		it("rests, charges and rests again", () => {
			const course = turns.map(({ activity }) => activity).filter((a, i, all) => a !== all[i - 1]);
			expect(course).toEqual(["idle", "heating", "idle"]);
		});
	});
});

/** From midnight to midnight: the sun up from 5 to 19 o'clock, a tank that takes the heat and is used in the evening. */
function sunnyDay(): readonly Readings[] {
	let tank = 40;
	return Array.from({ length: (24 * 3600) / TURN }, (_, i) => {
		const hour = (i * TURN) / 3600;
		const sun = Math.max(0, Math.sin(((hour - 5) / 14) * Math.PI));
		const collector = 12 + 70 * sun;
		tank += collector > tank ? (collector - tank) * 0.0008 : -0.004;
		return around(collector, tank);
	});
}

it("the README counts the entities of its example", () => {
	const page = readFileSync(join(ROOT, "README.md"), "utf8");
	const [, count, example = ""] = /\| (\d+) entities for the plant in `([^`]+)`/.exec(page) ?? [];
	const parsed = parse(JSON.parse(readFileSync(join(ROOT, example), "utf8")));
	if (parsed.kind === "invalid") throw new Error(`${example} is not valid`);
	expect(entitiesOf(plantOf(parsed.options), "en")).toHaveLength(Number(count));
});
