import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { historyIn } from "#store/history/history.ts";
import { type Reasoned, Reasons } from "#store/history/reasons.ts";
import { MIGRATIONS } from "#store/migrations.ts";
import { openStore } from "#store/store.ts";
import { seen } from "../../fakes/owners-plant.ts";

const WALL = { date: "2026-07-01", minute_of_day: 720, weekday: 3, trusted: true };
const NOON = Date.UTC(2026, 6, 1, 12);
const [pump, heater] = seen({}).verdicts;
if (pump === undefined || heater === undefined) throw new Error("the owner's plant has these");
const because = (code: string, want: number, gain = 8.2): Verdict => ({
	...pump,
	want: want > 0 ? FULL : OFF,
	rank: "normal",
	because: { code, facts: { gain } },
});
const turn = (verdict: Verdict): Snapshot => ({ ...seen({}), wall: WALL, verdicts: [verdict, heater] });
const ofPump = (all: readonly Reasoned[]) => all.filter(({ output }) => output === "pump");

describe("a reason", () => {
	it("is noted when it begins, with the facts of that turn, and not again while it lasts", () => {
		const reasons = new Reasons();
		expect(ofPump(reasons.add(turn(because("gain", 100)), NOON))).toEqual([
			{ kind: "reason", at: NOON, output: "pump", want: 100, code: "gain", rank: "normal", facts: { gain: 8.2 } },
		]);
		expect(reasons.add(turn(because("gain", 100, 9)), NOON + 3_600_000)).toEqual([]);
	});

	it("is noted at once when the output starts or stops, and otherwise once a minute", () => {
		const reasons = new Reasons();
		const noted = (verdict: Verdict, ms: number) =>
			ofPump(reasons.add(turn(verdict), NOON + ms)).map(({ code }) => code);
		expect(noted(because("no_gain", 0), 0)).toEqual(["no_gain"]);
		expect(noted(because("gain", 100), 1000)).toEqual(["gain"]);
		expect(noted(because("least_run", 100), 2000)).toEqual([]);
		expect(noted(because("least_run", 100), 61_000)).toEqual(["least_run"]);
		expect(noted(because("no_gain", 0), 62_000)).toEqual(["no_gain"]);
	});

	it("is not noted while the clock is not set", () => {
		expect(new Reasons().add({ ...turn(because("gain", 100)), wall: { ...WALL, trusted: false } }, NOON)).toEqual([]);
	});
});

describe("the history of reasons", () => {
	let folder = "";
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "reasons-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const one = (at: number, code: string, facts: Reasoned["facts"] = { gain: 8.2 }): Reasoned => ({
		kind: "reason",
		at,
		output: "pump",
		want: 100,
		code,
		rank: "normal",
		facts,
	});

	it("comes back as it was, preceded by what held when it begins, and is trimmed with the minutes", () => {
		const store = openStore(folder, () => undefined);
		const minute = (n: number) => ({ kind: "minute" as const, minute: n, means: [["collector", 20]] as const });
		const day = 1440;
		store.record([one(1000, "no_gain"), one(2000, "gain"), one((2 * day + 5) * 60_000, "later")], 1);
		store.save({});
		expect(store.history.reasons(3000, 9e9)).toEqual([one(2000, "gain"), one((2 * day + 5) * 60_000, "later")]);
		expect(store.history.reasons(0, 1500)).toEqual([one(1000, "no_gain")]);
		store.record([minute(0), ...Array.from({ length: day }, (_, n) => minute(2 * day + n)), minute(4 * day)], 1);
		store.save({});
		expect(store.history.reasons(0, 9e12)).toEqual([one((2 * day + 5) * 60_000, "later")]);
		store.close();
	});

	it("keeps no facts that are too long, and nothing breaks in a file of an older release", () => {
		const store = openStore(folder, () => undefined);
		store.record([one(1, "gain", { text: "x".repeat(2000) })], 1);
		store.save({});
		expect(store.history.reasons(0, 9)).toEqual([one(1, "gain", {})]);
		store.close();
		const old = new DatabaseSync(":memory:");
		for (const step of MIGRATIONS.slice(0, 6)) old.exec(step);
		expect(historyIn(old).reasons(0, 9)).toEqual([]);
		old.close();
	});
});
