import { beforeAll, describe, expect, it } from "@jest/globals";
import { calendarIn } from "../../../../src/app/page/engineer/local-day.ts";
import { replayOf } from "../../../../src/app/page/engineer/replay.ts";
import { type RecordedDays, recordedDays } from "../../../fakes/recorded-days.ts";

const calendar = calendarIn("UTC");
let recorded: RecordedDays;
beforeAll(() => {
	recorded = recordedDays({ days: 2 });
});
const replay = (date: string | undefined, settings = recorded.settings, now = recorded.to) =>
	replayOf(recorded.tables, { plant: recorded.plant, settings, calendar }, date, "en", now);

describe("a day replayed", () => {
	it("with the same settings decides nearly every minute as was recorded", async () => {
		const day = await replay("2026-06-02");
		const pump = day?.outputs[0];
		expect(day?.minutes).toBe(1440);
		expect(pump?.same).toBeGreaterThan(0.99);
		expect(Math.abs((pump?.recorded.hours ?? 0) - (pump?.replayed.hours ?? 0))).toBeLessThan(0.2);
		expect(Math.abs((pump?.recorded.starts ?? 0) - (pump?.replayed.starts ?? 0))).toBeLessThanOrEqual(1);
		expect(pump?.recorded.starts).toBeGreaterThan(3);
		expect(day?.outputs[1]).toMatchObject({ same: 1, recorded: { starts: 0, hours: 0 } });
	});

	it("with other settings has the times at which it would have been otherwise, and why", async () => {
		const settings = { ...recorded.settings, solar_charging: { start_at: 40, stop_at: 20, collector_minimum: -25 } };
		const day = await replay("2026-06-02", settings);
		expect(day?.outputs[0]?.replayed.hours).toBeLessThan(day?.outputs[0]?.recorded.hours ?? 0);
		const [first] = day?.differences ?? [];
		expect(first).toMatchObject({ name: "Pump", was: "on", is: "off", text: expect.stringContaining("40.0 K warmer") });
		for (const { from, to } of day?.differences ?? []) expect(to - from).toBeGreaterThan(120_000);
	});

	it("is the present day until now without a date; a day without a history has no minutes, and what is no date is none", async () => {
		expect((await replay(undefined, recorded.settings, recorded.from + 6 * 3_600_000))?.minutes).toBe(360);
		expect((await replay("2020-01-01"))?.minutes).toBe(0);
		expect(await replay("2026-02-30")).toBeUndefined();
	});
});
