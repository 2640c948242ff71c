import { afterEach, describe, expect, it, test } from "@jest/globals";
import { datesOf } from "#web/history/calendar.ts";
import { historyViewOf } from "#web/history/view-of.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { ask } from "../ask.ts";
import { onStage, type Stage, SUNNY } from "../stage.ts";
import { keptBy, steady } from "./kept.ts";

const HOUR = 3_600_000;
const WALL = { date: "2026-11-30", minute_of_day: 720, weekday: 1, trusted: true } as const;
const snapshot = { ...seen(SUNNY), wall: WALL };
const viewOf = (kept: ReturnType<typeof keptBy>, span: "week" | "month" | "year" | "all", date: string) =>
	historyViewOf(kept, snapshot, { span, date, language: "en", now: kept.now() });

let stage: Stage | undefined;
afterEach(() => stage?.close());
const page = async (
	query: string,
	kept = keptBy("2026-11-30T12:00:00Z", { history: steady(() => 40) }),
	language = "en",
) => {
	stage = await onStage({ snapshot, histories: kept });
	return ask(`${stage.url}history?${query}`, { "accept-language": language });
};

describe("the dates of", () => {
	test.each([
		["week", "2026-11-30", "2026-11-30", "2026-12-07", "2026-11-23"],
		["week", "2026-11-29", "2026-11-23", "2026-11-30", "2026-11-16"],
		["week", "2027-01-01", "2026-12-28", "2027-01-04", "2026-12-21"],
		["month", "2026-12-31", "2026-12-01", "2027-01-01", "2026-11-01"],
		["month", "2028-02-29", "2028-02-01", "2028-03-01", "2028-01-01"],
		["year", "2026-11-30", "2026-01-01", "2027-01-01", "2025-01-01"],
	] as const)("a %s around %s", (span, date, from, to, before) => {
		expect(datesOf(span, date)).toEqual({ from, to, before, after: to });
	});
});

describe("a view of the history", () => {
	it("has a week as long as it is when the clock changes", async () => {
		const week = async (date: string) =>
			(await viewOf(keptBy("2026-11-30T12:00:00Z", { history: steady(() => 40) }), "week", date))?.curves;
		const length = async (date: string) => ((await week(date))?.to ?? 0) - ((await week(date))?.from ?? 0);
		expect([await length("2026-03-29"), await length("2026-10-25"), await length("2026-11-02")]).toEqual([
			167 * HOUR,
			169 * HOUR,
			168 * HOUR,
		]);
		const autumn = await week("2026-10-25");
		expect(autumn?.points).toHaveLength(169);
		expect(autumn?.ticks.map(({ label }) => label).slice(-2)).toEqual(["Sat 24", "Sun 25"]);
		// The hour that comes twice.
		expect(autumn?.points.filter(({ label }) => label === "Sun 25 Oct 02:00")).toHaveLength(2);
	});

	it("breaks a line where nothing ran, and where a sensor had no value", async () => {
		const gap = (at: number) => at >= Date.UTC(2026, 10, 24) && at < Date.UTC(2026, 10, 25);
		const whole = steady(() => 40, gap);
		const history: typeof whole = async (range) => {
			const { sensors, times, ...rest } = await whole(range);
			const blind = times.map((at, n) => (at < Date.UTC(2026, 10, 26) ? (sensors["collector"]?.[n] ?? null) : null));
			return { ...rest, times, sensors: { ...sensors, collector: blind } };
		};
		stage = await onStage({ snapshot, histories: keptBy("2026-11-30T12:00:00Z", { history }) });
		const { text } = await ask(`${stage.url}history?span=week&date=2026-11-25`);
		const paths = [...text.matchAll(/class="curve (\w+)" d="(M[^"]{20,})"/g)].map(([, kind, d]) => [
			kind,
			d?.split("M").length,
		]);
		expect(paths.slice(0, 3)).toEqual([
			["collector", 3],
			["top", 3],
			["bottom", 3],
		]);
		expect(text).toContain("Collector no value");
	});

	it("ends at the present moment, and has no later span to go to", async () => {
		const now = "2026-11-30T12:00:00Z";
		const week = await viewOf(keptBy(now, { history: steady(() => 40) }), "week", "2026-11-30");
		expect([week?.curves?.now, week?.after, week?.before]).toEqual([Date.parse(now), undefined, "2026-11-23"]);
		expect((await viewOf(keptBy(now), "week", "2026-11-29"))?.after).toBe("2026-11-30");
	});

	it("has bars for each day, month or year, by what brought the heat in", async () => {
		const energy = () => [
			{
				period: "2026-11-02",
				days: 1,
				energies: [
					{ source: "sun", boundary: "into_tank", kwh: 3.5 },
					{ source: "heater/heater", boundary: "electricity", kwh: 1 },
					{ source: "rose/tank/sun", boundary: "stored", kwh: 9 },
					{ source: "circuit/pump", boundary: "into_tank", kwh: 9 },
				],
			},
		];
		const month = await viewOf(keptBy("2026-11-30T12:00:00Z", { energy }), "month", "2026-11-30");
		expect(month?.bars).toHaveLength(30);
		expect(month?.bars[1]?.heats.map(({ name, kwh }) => [name, kwh])).toEqual([
			["Sun", 3.5],
			["Electric heater", 1],
		]);
		expect((await viewOf(keptBy("2026-11-30T12:00:00Z"), "month", "2026-11-30"))?.bars).toEqual([]);
	});

	test.each(["2026-02-30", "yesterday", "<script>", "2026-11-30T00:00"])("is refused for %j", async (date) => {
		expect(await viewOf(keptBy("2026-11-30T12:00:00Z"), "week", date)).toBeUndefined();
		const { status, text } = await page(`date=${encodeURIComponent(date)}`);
		expect(status).toBe(400);
		expect(text).not.toContain("<script>");
	});
});

describe("the page of the history", () => {
	test.each([
		["en", "Week from 30 November to 6 December 2026", 'lang="en"'],
		["sv", "Veckan", 'lang="sv"'],
		["de", "Woche vom", 'lang="de"'],
	])("is in %s", async (language, title, tag) => {
		const { status, text } = await page("", undefined, language);
		expect([status, text.includes(title), text.includes(tag)]).toEqual([200, true, true]);
	});

	it("can be read without seeing: the curve says its last point, the table the range of each day", async () => {
		const { text } = await page("span=week&date=2026-11-25");
		expect(text).toMatch(/role="slider"[^>]* aria-valuetext="Sun 29 Nov 23:00: Collector 40\.0\u00a0°C, /);
		expect(text.match(/<th scope="row">/g)).toHaveLength(7);
		expect(text).toContain("35.0 – 45.0\u00a0°C");
	});

	it("says so while the clock has not been set", async () => {
		stage = await onStage({ histories: keptBy("2026-11-30T12:00:00Z") });
		expect((await ask(`${stage.url}history`)).text).toContain("The clock of this machine has not been set yet");
	});
});
