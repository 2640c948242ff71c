import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { plain } from "#app/answers/snapshot-json.ts";
import { EndedDays } from "#app/control/energy-days.ts";
import { energyHistory, energyQuery } from "#app/control/energy-history.ts";
import { main } from "#cli/program.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Serving, serveControl } from "#runtime/socket/control-socket.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { lived } from "../../energy/metered-plant.ts";
import { plantFrom, Rig } from "../../energy/rig.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
let serving: Serving | undefined;
let store: Store;
beforeEach(() => {
	desk = new Desk();
	store = openStore(desk.data, () => undefined);
});
afterEach(async () => {
	if (serving?.kind === "serving") await serving.close();
	serving = undefined;
	store.close();
	desk.clear();
});

const shownBy = ({ snapshot }: Rig): Snapshot => {
	if (snapshot === undefined) throw new Error("no turn yet");
	return snapshot;
};

/** A controller after such a life answers. */
async function controls(live: (seen: (rig: Rig) => void) => Rig): Promise<void> {
	const ended = new EndedDays();
	const snapshot = shownBy(live((rig) => store.record(ended.after(shownBy(rig)), 30)));
	store.save({});
	const energy = async (asked: unknown) => energyHistory(store.history, snapshot, energyQuery(asked));
	serving = await serveControl(desk.data, { snapshot: async () => plain(snapshot, "en"), energy }, () => undefined);
}
const typed = (...words: readonly string[]) =>
	main({ ...desk.machine(), argv: ["energy", "--data", desk.data, ...words] });
/** Cells of each line that was printed. */
const cells = () =>
	desk.out
		.trimEnd()
		.split("\n")
		.map((line) => line.split(/ {2,}/));
const row = (name: string) => cells().find(([first]) => first === name) ?? [];

describe("`energy`", () => {
	it("says for each source what it gave, where that is measured, and how far it may be wrong", async () => {
		await controls(lived);
		expect(await typed()).toBe(0);
		expect(row("kWh")).toEqual(["kWh", "now, W", "today", "this month", "this year", "total", "± %", "measured"]);
		expect(row("Sun")).toEqual(["Sun", "0", "5.1", "25.5", "25.5", "25.5", "4", "at the collectors"]);
		expect(row("Electric heater")).toEqual([
			"Electric heater",
			"0",
			"3.0",
			"14.7",
			"14.7",
			"14.7",
			"10",
			"electricity",
		]);
		expect(row("Tank, drawn").slice(-2)).toEqual(["10", "at the tap"]);
		expect(row("Tank, lost").slice(-2)).toEqual(["15", "to its room"]);
		expect(row("Tank, drawn or lost").at(-1)).toBe("in the tank");
	});

	it.each([
		["sv_SE.UTF-8", "Sol", "25,5", "vid solfångarna", "Tank, förlorat"],
		["de_DE.UTF-8", "Sonne", "25,5", "an den Kollektoren", "Speicher, verloren"],
	])("is in the language of the terminal: %s", async (LANG, sun, total, where, lost) => {
		desk.env = { ...desk.env, LANG };
		await controls(lived);
		await typed();
		expect(row(sun)).toContain(total);
		expect(row(sun).at(-1)).toBe(where);
		expect(row(lost).length).toBeGreaterThan(4);
	});

	it("tells days, and sums that are those of the counters", async () => {
		await controls(lived);
		await typed("--days", "3");
		expect(cells().map(([day, sun]) => [day, sun])).toEqual([
			["kWh", "Sun"],
			["2026-11-28", "5.1"],
			["2026-11-29", "5.1"],
			["2026-11-30", "5.1"],
		]);
		desk.out = "";
		await typed("--months");
		expect(cells().map((line) => line.slice(0, 3))).toEqual([
			["kWh", "days", "Sun"],
			["2026-11", "5", "25.5"],
		]);
	});

	it("leaves out what was not counted, and never writes 0 for it", async () => {
		await controls(lived);
		await typed("--days", "99");
		// The loss is known from the fourth day on.
		const at = row("kWh").indexOf("Tank, lost");
		expect(row("2026-11-26")[at]).toBe("–");
		expect(Number(row("2026-11-30")[at])).toBeGreaterThan(0);
	});

	it("is a table for spreadsheets, with every counter", async () => {
		await controls(lived);
		await typed("--years", "--csv");
		const [head = [], year = [], ...more] = desk.out
			.trim()
			.split("\n")
			.map((line) => line.split(","));
		expect(more).toEqual([]);
		expect(head).toEqual(
			expect.arrayContaining([
				"period",
				"days",
				"sun_kwh",
				"heater/heater_kwh",
				"drawn_or_lost/tank_kwh",
				"lost/tank_kwh",
			]),
		);
		expect(year.slice(0, 2)).toEqual(["2026", "5"]);
		expect(Number(year[head.indexOf("sun_kwh")])).toBeCloseTo(25.5, 1);
	});

	it("is JSON for scripts: the figures of the snapshot, or periods", async () => {
		await controls(lived);
		await typed("--json");
		expect(desk.lines()[0]).toMatchObject({ sun: { boundary: "collector_loop", uncertainty: expect.any(Number) } });
		await typed("--months", "--json");
		expect(JSON.parse(desk.out.trim().split("\n")[1] ?? "")).toMatchObject([
			{ period: "2026-11", days: 5, energies: expect.arrayContaining([expect.objectContaining({ source: "sun" })]) },
		]);
	});

	it("says what a plant without meters needs", async () => {
		const sensors = [{ id: "collector", role: "collector", source: "simulated:collector" }];
		await controls(() => {
			const rig = new Rig(plantFrom({ sensors }));
			rig.turn(10);
			return rig;
		});
		expect(await typed()).toBe(0);
		expect(desk.out).toContain("full_flow");
		desk.out = "";
		await typed("--months");
		expect(desk.out).toContain("Nothing was counted");
	});

	it("says for how long something could not be measured", async () => {
		await controls((seen) => {
			const rig = lived(seen);
			rig.pass(600, 10, { read: { flow: 4, collector: "lost" }, runs: { pump: 100 } });
			return rig;
		});
		await typed();
		expect(desk.out).toMatch(/^Sun: it could not be measured for 10 min/m);
	});

	it.each([
		["two kinds of periods", ["--months", "--years"], 2, "Give only one"],
		["a number that is none", ["--days", "many"], 2, "--days"],
		["no controller", [], 1, "No controller runs"],
	] as const)("refuses %s", async (_, words, code, said) => {
		expect(await typed(...words)).toBe(code);
		expect(desk.err).toContain(said);
	});
});
