import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { replay } from "#cli/app/replay/replay.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { historyIn } from "#store/history/history.ts";
import { MIGRATIONS } from "#store/migrations.ts";
import { PLANT } from "../../app/house.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
/** Kept open, as by a running app. */
let database: DatabaseSync;
beforeEach(() => {
	desk = new Desk();
	desk.file("solar.json", PLANT);
	mkdirSync(desk.data, { recursive: true });
});
afterEach(() => {
	if (database?.isOpen) database.close();
	desk.clear();
});

/** Minutes since 1970 of the first of July 2026, 10:00 UTC. */
const BEGIN = Date.UTC(2026, 6, 1, 10) / 60_000;

/** As the app records: the mean of each minute, and none while a sensor is lost. */
function recorded(
	collector: readonly (number | undefined)[],
	tank = 50,
	more: readonly (readonly [string, number])[] = [],
) {
	database = new DatabaseSync(join(desk.data, STORE_FILE));
	database.exec("PRAGMA journal_mode = WAL");
	for (const step of MIGRATIONS) database.exec(step);
	historyIn(database).write(
		collector.map((mean, at) => ({
			kind: "minute" as const,
			minute: BEGIN + at,
			means: [["collector", mean] as const, ["tank", tank] as const, ...more],
		})),
	);
}
const play = (flags: { readonly history?: number; readonly compare?: string } = { history: 1 }) =>
	replay(desk.machine(), { options: "solar.json", data: desk.data, ...flags });
interface Turn {
	readonly t: number;
	readonly activity: string;
	readonly outputs: Readonly<
		Record<string, { readonly want: number; readonly because: string; readonly facts: object }>
	>;
	readonly compared?: Pick<Turn, "activity" | "outputs">;
	readonly summary?: object;
}
const turns = () => desk.lines() as unknown as readonly Turn[];

describe("replay of the app's own history", () => {
	it("decides each minute by what was recorded, while the app writes", async () => {
		recorded([57.9, 58, 56, 54, 54]);
		expect(await play()).toBe(0);
		expect(turns().map(({ t, outputs }) => [t, outputs["pump"]?.want, outputs["pump"]?.because])).toEqual([
			[BEGIN * 60, 0, "no_gain"],
			[BEGIN * 60 + 60, 100, "gain"],
			[BEGIN * 60 + 120, 100, "gain"],
			[BEGIN * 60 + 180, 0, "no_gain"],
			[BEGIN * 60 + 240, 0, "no_gain"],
		]);
	});

	it("takes a minute without a mean for a lost sensor, and passes over sensors that the plant no longer has", async () => {
		recorded([60, undefined, undefined, undefined, undefined], 50, [["attic", 30]]);
		expect(await play()).toBe(0);
		expect(turns().at(-1)?.outputs["pump"]).toMatchObject({ want: 0, because: "sensor_lost" });
	});

	it("does not correct twice what the app has corrected", async () => {
		const [collector, ...others] = PLANT.sensors;
		desk.file("solar.json", { ...PLANT, sensors: [{ ...collector, offset: -2 }, ...others] });
		recorded([60]);
		expect(await play()).toBe(0);
		expect(turns()[0]?.outputs["pump"]?.facts).toMatchObject({ collector: 60, gain: 10 });
	});

	it("plays no more than the newest days that were asked for", async () => {
		recorded(Array.from({ length: 1500 }, () => 40));
		expect(await play({ history: 0.5 })).toBe(0);
		expect(turns()).toHaveLength(720);
		expect(turns().at(-1)?.t).toBe((BEGIN + 1499) * 60);
	});

	it("says so where nothing was recorded, and leaves the folder as it was", async () => {
		expect(await play()).toBe(2);
		expect(desk.err).toContain("the app has recorded nothing yet");
		recorded([]);
		desk.err = "";
		expect(await play()).toBe(2);
		expect(desk.err).toContain(`${desk.data}: the app has recorded nothing yet`);
	});
});

describe("replay with other options beside it", () => {
	it("shows both decisions of each row, and sums up", async () => {
		recorded([40, 57, 59, 59, 53, 40]);
		desk.file("what.json", { solar_charging: { start_at: 6 } });
		expect(await play({ history: 1, compare: "what.json" })).toBe(0);
		const all = turns();
		expect(
			all.slice(0, -1).map(({ outputs, compared }) => [outputs["pump"]?.want, compared?.outputs["pump"]?.want]),
		).toEqual([
			...[
				[0, 0],
				[0, 100],
				[100, 100],
				[100, 100],
				[0, 0],
				[0, 0],
			],
		]);
		expect(all.at(-1)?.summary).toMatchObject({
			turns: 6,
			different: 1,
			outputs: { pump: { starts: 1, hours: 0.03 } },
			compared: { pump: { starts: 1, hours: 0.05 } },
		});
	});

	it("compares a table of readings as well, and names the field of the other options that is wrong", async () => {
		desk.file("readings.csv", "time,collector,tank\n0,57,50\n60,57,50\n");
		desk.file("what.json", { solar_charging: { start_at: 6 } });
		const flags = { options: "solar.json", readings: "readings.csv", compare: "what.json" };
		expect(await replay(desk.machine(), flags)).toBe(0);
		expect(turns().at(-1)?.summary).toMatchObject({ turns: 2, different: 2 });
		desk.file("what.json", { solar_charging: { start_at: 400 } });
		expect(await replay(desk.machine(), flags)).toBe(2);
		expect(desk.err).toContain("solar_charging.start_at");
		expect(await replay(desk.machine(), { ...flags, compare: "nothing.json" })).toBe(2);
		expect(desk.err).toContain("nothing.json: ");
	});
});
