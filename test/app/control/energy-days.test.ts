import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { EndedDays } from "#app/control/energy-days.ts";
import { energyHistory } from "#app/control/energy-history.ts";
import type { Step } from "#energy/figures/periods.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { FLOW, plantWith, RETURN, Rig, type Turn, wallOn } from "../../energy/rig.ts";

let folder = "";
let store: Store;
const open = () => openStore(folder, () => undefined);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "energy-days-"));
	store = open();
});
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});

const SUN: Turn = { read: { collector: 70, return_line: 40, tank: 40, flow: 4 }, runs: { pump: 100 } };
const NIGHT: Turn = { read: { flow: 0 }, runs: { pump: 0, heater: 0 } };

/** The app's life with its counters and its history, day by day. */
class Life {
	readonly rig = new Rig(plantWith({ sensors: [RETURN, FLOW] }));
	private ended = new EndedDays();

	/** `hours` of this turn on this day, then rest until the counters are shown. */
	day(date: string, hours: number, turn: Turn, findings: Turn["findings"] = []): void {
		for (const [lasts, what] of [
			[3600 * hours, turn],
			[600, NIGHT],
		] as const)
			for (let t = 0; t < lasts; t += 30) {
				this.rig.turn(30, { ...(t === 0 && what), wall: wallOn(date), findings });
				store.record(this.ended.after(this.snapshot), 30);
			}
		store.save({});
	}

	get snapshot(): Snapshot {
		if (this.rig.snapshot === undefined) throw new Error("no turn yet");
		return this.rig.snapshot;
	}

	/** After a kill. The history loses what was not saved. */
	again(): void {
		this.rig.kill();
		this.ended = new EndedDays();
		store.close();
		store = open();
	}

	of(step: Step, from = "2026-01-01", to = "2028-01-01") {
		return energyHistory(store.history, this.snapshot, { from, to, step });
	}

	sun(step: Step) {
		return this.of(step).map(({ period, energies }) => [
			period,
			Number((energies.find(({ source }) => source === "sun")?.kwh ?? Number.NaN).toFixed(2)),
		]);
	}
}

describe("energy by day, month and year", () => {
	it("is what the counter has counted, to the last kWh", () => {
		const life = new Life();
		for (const [date, hours] of [
			["2026-11-29", 2],
			["2026-11-30", 1],
			["2026-12-31", 3],
			["2027-01-01", 1],
		] as const)
			life.day(date, hours, SUN);
		const hour = life.sun("day")[1]?.[1] as number;
		expect(hour).toBeGreaterThan(6);
		const near = (hours: number) => expect.closeTo(hours * hour, 0);
		expect(life.sun("day")).toEqual([
			["2026-11-29", near(2)],
			["2026-11-30", near(1)],
			["2026-12-31", near(3)],
			["2027-01-01", near(1)],
		]);
		expect(life.sun("month")).toEqual([
			["2026-11", near(3)],
			["2026-12", near(3)],
			["2027-01", near(1)],
		]);
		expect(life.sun("year")).toEqual([
			["2026", near(6)],
			["2027", near(1)],
		]);
		expect(life.of("year")[0]?.days).toBe(3);
		const total = life.rig.turn(30).sun?.heat?.total ?? Number.NaN;
		expect(life.of("year").reduce((sum, { energies }) => sum + (energies[0]?.kwh ?? 0), 0)).toBeCloseTo(total, 9);
	});

	it("names where each figure was measured, and the sources apart", () => {
		const life = new Life();
		life.day("2026-12-01", 1, { ...SUN, runs: { pump: 100, heater: 100 } });
		life.day("2026-12-02", 0, NIGHT);
		expect(life.of("day")[0]?.energies).toEqual([
			{ source: "sun", boundary: "collector_loop", kwh: expect.any(Number) },
			{ source: "heater/heater", boundary: "electricity", kwh: expect.closeTo(3, 1) },
		]);
	});

	it("survives a kill before midnight and a start days later, and makes nothing up for the days between", () => {
		const life = new Life();
		life.day("2026-12-01", 2, SUN);
		const before = life.sun("day");
		life.again();
		life.day("2026-12-05", 0, NIGHT);
		expect(life.sun("day")).toEqual([
			[before[0]?.[0], before[0]?.[1]],
			["2026-12-05", 0],
		]);
		expect(life.of("month")).toMatchObject([{ period: "2026-12", days: 2 }]);
	});

	it("is not told twice after a start", () => {
		const life = new Life();
		life.day("2026-12-01", 1, SUN);
		life.day("2026-12-02", 1, SUN);
		const before = life.sun("year");
		for (let n = 0; n < 3; n++) {
			life.again();
			life.day("2026-12-02", 0, NIGHT);
		}
		expect(life.sun("year")).toEqual(before);
	});

	it("loses nothing of a day that a clock begins twice", () => {
		const life = new Life();
		for (const date of ["2026-12-01", "2026-12-02", "2026-12-01", "2026-12-02", "2026-12-03"]) life.day(date, 1, SUN);
		const [[, first], [, second], [, third]] = life.sun("day") as [string, number][] as [
			[string, number],
			[string, number],
			[string, number],
		];
		expect([first / third, second / third]).toEqual([expect.closeTo(2, 1), expect.closeTo(2, 1)]);
	});

	it("records nothing while the time of day or what was counted before is not known", () => {
		const life = new Life();
		life.rig.pass(3600, 30, { ...SUN, wall: UNTRUSTED });
		expect(life.of("day")).toEqual([]);
		const unread = [{ severity: "alarm", code: "store_unread", facts: {} }] as const;
		life.day("2026-12-01", 1, SUN, unread);
		life.day("2026-12-02", 1, SUN, unread);
		expect(store.history.energyDays("0", "9")).toEqual([]);
		// Once the store can be read, the day that ended is still known.
		life.day("2026-12-02", 0, NIGHT);
		expect(life.sun("day").map(([day]) => day)).toEqual(["2026-12-01", "2026-12-02"]);
	});
});
