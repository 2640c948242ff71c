import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Minute, Switched } from "#store/history/history.ts";
import { Today } from "../../../src/app/page/day.ts";
import { calendarIn } from "../../../src/app/page/engineer/local-day.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { eventually } from "../../ha/eventually.ts";
import { SUNNY } from "../../web/stage.ts";

const MINUTE = 60_000;
const MIDNIGHT = Date.parse("2026-09-12T00:00:00Z");
const NOON = 12 * 60;
const at = (minute: number): Snapshot => ({
	...seen(SUNNY),
	wall: { date: "2026-09-12", minute_of_day: minute, weekday: 6, trusted: true },
});

describe("today's history", () => {
	let now: number;
	let asked: (readonly [number, number])[];
	let switched: Switched[];
	let broken: boolean;
	/** Of the ten minutes that were recorded, or since midnight. */
	let since: number;
	let today: Today;
	beforeEach(() => {
		now = MIDNIGHT + NOON * MINUTE;
		asked = [];
		broken = false;
		since = 600;
		switched = [
			{ kind: "switched", at: MIDNIGHT - 3600_000, output: "pump", percent: 100 },
			{ kind: "switched", at: MIDNIGHT + 60 * MINUTE, output: "pump", percent: 0 },
			{ kind: "switched", at: MIDNIGHT + 600 * MINUTE, output: "pump", percent: 60 },
			{ kind: "switched", at: MIDNIGHT + 610 * MINUTE, output: "pump", percent: 80 },
		];
		const minutes = (from: number, to: number): readonly Minute[] => {
			if (broken) throw new Error("a broken disk");
			asked.push([from * MINUTE - MIDNIGHT, to * MINUTE - MIDNIGHT]);
			const begin = MIDNIGHT / MINUTE + since;
			if (from > begin) return [];
			return Array.from({ length: since === 0 ? NOON : 10 }, (_, n) => ({
				kind: "minute",
				minute: begin + n,
				means: [
					["collector", n < 5 ? 50 : undefined],
					["tank_0", 20],
					["tank_140", 60],
				],
			}));
		};
		const read = { minutes, hours: () => [], rolledUp: () => 0, switched: () => switched };
		today = new Today(read, () => now, calendarIn("UTC"));
	});
	const known = async (minute = NOON) => {
		today.view(at(minute), "en");
		await eventually(() => expect(today.view(at(minute), "en")).toBeDefined());
		return today.view(at(minute), "en");
	};

	it("has the collector and the tank at its top and bottom, with a gap where nothing was measured", async () => {
		const day = await known();
		expect(day?.lines).toEqual([
			{
				name: "Collector",
				kind: "collector",
				points: [
					[602.5, 50],
					[607.5, null],
				],
			},
			{
				name: "Tank 140 cm",
				kind: "top",
				points: [
					[602.5, 60],
					[607.5, 60],
				],
			},
			{
				name: "Tank 0 cm",
				kind: "bottom",
				points: [
					[602.5, 20],
					[607.5, 20],
				],
			},
		]);
		expect(day?.now).toBe(NOON);
	});

	it("does not know what ran while the app did not: between records there is no band", async () => {
		const [pump] = (await known())?.bands ?? [];
		expect(pump?.runs).toEqual([[600, 610]]);
	});

	it("has when pumps and heaters ran: from midnight on, at any speed, and until now", async () => {
		since = 0;
		expect((await known())?.bands).toEqual([
			{
				name: "Pump",
				kind: "pump",
				runs: [
					[0, 60],
					[600, NOON],
				],
			},
			{ name: "Electric heater", kind: "heater", runs: [] },
		]);
	});

	it("is read once a minute, however many look, from the local midnight on", async () => {
		await known();
		for (let n = 0; n < 5; n += 1) today.view(at(NOON), "sv");
		expect(asked.filter(([from]) => from === 0)).toEqual([[0, NOON * MINUTE]]);
		now += MINUTE;
		today.view(at(NOON + 1), "en");
		await eventually(() => expect(asked.filter(([from]) => from === 0)).toHaveLength(2));
	});

	it.each([
		["2026-03-29", "2026-03-29T10:00Z", 23, "12:00"],
		["2026-10-25", "2026-10-25T11:00Z", 25, "12:00"],
	])("begins at midnight when the clocks change: %s", async (date, moment, hours, shown) => {
		now = Date.parse(moment);
		const read = { minutes: () => [], hours: () => [], rolledUp: () => 0, switched: () => [] };
		today = new Today(read, () => now, calendarIn("Europe/Stockholm"));
		const snapshot = { ...at(NOON), wall: { date, minute_of_day: NOON, weekday: 7, trusted: true } };
		today.view(snapshot, "en");
		await eventually(() => expect(today.view(snapshot, "en")).toBeDefined());
		const day = today.view(snapshot, "en");
		expect(day?.length).toBe(hours * 60);
		expect(day?.clock(0)).toBe("00:00");
		expect(day?.clock(day.now)).toBe(shown);
		expect(day?.now).toBe((hours - 12) * 60);
	});

	it("is nothing without a clock, of another day, and where the store cannot be read", async () => {
		await known();
		expect(today.view({ ...at(NOON), wall: { ...at(NOON).wall, trusted: false } }, "en")).toBeUndefined();
		now += 24 * 60 * MINUTE;
		expect(today.view(at(NOON), "en")).toBeUndefined();
		await known();
		broken = true;
		now += MINUTE;
		today.view(at(NOON + 1), "en");
		await eventually(() => expect(today.view(at(NOON + 1), "en")).toBeUndefined());
	});
});
