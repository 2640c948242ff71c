import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Minute } from "#store/history/history.ts";
import type { DecisionsAsked, DecisionsView } from "#web/engineer/decisions-view.ts";
import { decisionsOf } from "../../../../src/app/page/engineer/decisions.ts";
import { calendarIn } from "../../../../src/app/page/engineer/local-day.ts";
import { type RecordedDays, recordedDays } from "../../../fakes/recorded-days.ts";

const calendar = calendarIn("UTC");
let recorded: RecordedDays;
beforeAll(() => {
	recorded = recordedDays({ days: 3 });
});
const view = async (asked: DecisionsAsked, days = recorded, now = days.to): Promise<DecisionsView> => {
	const { plant, settings, tables } = days;
	const found = await decisionsOf(tables, { plant, settings, calendar }, asked, "en", now);
	if (found === undefined) throw new Error("no such day");
	return found;
};
const pumpOf = ({ lanes }: DecisionsView) => lanes.find(({ id }) => id === "pump")?.bands ?? [];

describe("the decisions of a day", () => {
	it("are bands without a gap from midnight on, each with its reason", async () => {
		const day = await view({ date: "2026-06-02" });
		for (const { bands } of day.lanes) {
			expect(bands[0]?.from).toBe(day.from);
			expect(bands.at(-1)?.to).toBe(day.until);
			bands.slice(1).forEach((band, n) => {
				expect(band.from).toBe(bands[n]?.to);
				expect(band.code).toMatch(/^\w+$/);
			});
		}
		expect(pumpOf(day).some(({ runs, code }) => runs && code === "gain")).toBe(true);
		expect([day.earlier, day.later]).toEqual(["2026-06-01", "2026-06-03"]);
		expect(day.hours.map(({ name }) => name).join()).toBe("00,03,06,09,12,15,18,21");
	});

	it("open at now today, and else at the moment that is looked at", async () => {
		const noon = recorded.from + 2.5 * 86_400_000;
		expect((await view({}, recorded, noon)).opens).toBe(noon);
		expect((await view({ date: "2026-06-02", time: "11:30" })).opens).toBe(recorded.from + 35.5 * 3_600_000);
		const before = await view({ date: "2026-06-02" });
		expect(before.opens).toBe(before.moment?.at);
	});

	it("end where the app was killed, and begin again where it was started: nobody knows what was in between", async () => {
		const run = pumpOf(await view({ date: "2026-06-02" })).find(({ runs, from, to }) => runs && to - from > 3_600_000);
		if (run === undefined) throw new Error("a long run");
		// Killed ten minutes after the start, and back after three hours.
		const [from, to] = [run.from + 600_000 - ((run.from + 600_000) % 60_000), run.from + 3 * 3_600_000];
		const lost = (at: number) => at >= from && at < to;
		const tables = {
			...recorded.tables,
			minutes: (...asked: Parameters<typeof recorded.tables.minutes>) =>
				recorded.tables.minutes(...asked).filter(({ minute }) => !lost(minute * 60_000)),
			reasons: (...asked: Parameters<typeof recorded.tables.reasons>) =>
				recorded.tables.reasons(...asked).filter(({ at }) => !lost(at)),
		};
		const day = await view({ date: "2026-06-02" }, { ...recorded, tables });
		expect(day.gaps).toHaveLength(1);
		expect(day.gaps[0]?.from).toBe(from);
		for (const { bands } of day.lanes) expect(bands.filter((band) => band.from < to && band.to > from)).toEqual([]);
		expect(pumpOf(day).find(({ to }) => to === from)?.runs).toBe(true);
		expect((await view({ date: "2026-06-02" })).gaps).toEqual([]);
	});

	it("of a start have the condition with its value and limit, worked out from the history as it was decided", async () => {
		const day = await view({ date: "2026-06-02" });
		const start = pumpOf(day).find(({ runs }) => runs);
		const { moment } = await view({ date: "2026-06-02", output: "pump", at: start?.from ?? 0 });
		expect(moment?.band).toMatchObject({ runs: true, code: "gain", rank: "normal" });
		expect(moment?.played?.agrees).toBe(true);
		const [gain] = moment?.played?.conditions ?? [];
		expect(gain).toMatchObject({ what: "gain", is: "at_least", limit: 8, met: true });
		expect(gain?.is !== "so" && gain !== undefined && gain.value >= 8 && gain.value < 30).toBe(true);
		expect(moment?.played?.others.length).toBeGreaterThan(0);
		expect(moment?.around).toContainEqual(moment?.band);
	});

	it("agree with what the core decides from the means, for nearly every change of three days", async () => {
		const agreed: boolean[] = [];
		for (const date of ["2026-06-01", "2026-06-02", "2026-06-03"])
			for (const { from } of pumpOf(await view({ date })).slice(1)) {
				const { moment } = await view({ at: from, output: "pump" });
				agreed.push(moment?.played?.agrees === true);
			}
		expect(agreed.length).toBeGreaterThan(10);
		expect(agreed.filter(Boolean).length / agreed.length).toBeGreaterThan(0.95);
	});

	it("say so where the core decides otherwise, as after a change of settings", async () => {
		const { plant, tables, to } = recorded;
		const start = pumpOf(await view({ date: "2026-06-02" })).find(({ runs }) => runs);
		const settings = { ...recorded.settings, solar_charging: { start_at: 40, stop_at: 20, collector_minimum: -25 } };
		const core = { plant, settings, calendar };
		const day = await decisionsOf(tables, core, { at: start?.from ?? 0, output: "pump" }, "en", to);
		expect(day?.moment?.played).toMatchObject({ agrees: false, state: "off" });
	});

	it("can be looked at in the middle of a decision, by the time of day", async () => {
		const day = await view({ date: "2026-06-02" });
		const long = pumpOf(day).find(({ from, to }) => to - from > 3_600_000 && from > day.from);
		const middle = (long?.from ?? 0) + 1_800_000;
		const time = new Date(middle).toISOString().slice(11, 16);
		const { moment } = await view({ date: "2026-06-02", output: "pump", time });
		expect(moment?.band.from).toBe(long?.from);
		expect(moment?.at).toBe(Math.floor(middle / 60_000) * 60_000);
		expect(Math.abs((moment?.played?.at ?? 0) - middle)).toBeLessThan(180_000);
	});

	it("are none on a day without a history, and none is claimed for what is no date", async () => {
		const day = await view({ date: "2020-01-01" });
		expect(day.lanes.flatMap(({ bands }) => bands)).toEqual([]);
		expect(day.moment).toBeUndefined();
		await expect(view({ date: "2026-02-31" })).rejects.toThrow("no such day");
	});

	it("end now, not at midnight", async () => {
		const noon = recorded.from + 36 * 3_600_000;
		const day = await view({}, recorded, noon);
		expect(day.until).toBe(noon);
		expect(pumpOf(day).at(-1)?.to).toBe(noon);
		expect(day.later).toBeUndefined();
	});

	it("lead from day to day over those on which the clock changes", async () => {
		const { tables, plant, settings } = recorded;
		const stockholm = calendarIn("Europe/Stockholm");
		const minutes = (from: number, to: number, limit: number) => {
			const all: Minute[] = [];
			for (let at = Math.max(from, 0); at < to && all.length < limit; at += 1)
				all.push({ kind: "minute", minute: at, means: [] });
			return all;
		};
		const end = stockholm.day("2026-10-27")?.to ?? 0;
		const core = { plant, settings, calendar: stockholm };
		const went: (string | undefined)[] = [];
		for (let date: string | undefined = "2026-10-27"; went.length < 4; ) {
			const day: DecisionsView | undefined = await decisionsOf(
				{ ...tables, minutes },
				core,
				{ date: date ?? "" },
				"en",
				end,
			);
			went.push(day?.date);
			date = day?.earlier;
		}
		expect(went).toEqual(["2026-10-27", "2026-10-26", "2026-10-25", "2026-10-24"]);
		const sunday = await decisionsOf({ ...tables, minutes }, core, { date: "2026-10-25", time: "02:30" }, "en", end);
		expect([(sunday?.to ?? 0) - (sunday?.from ?? 0), sunday?.hours.length]).toEqual([25 * 3_600_000, 8]);
	});
});
