import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { plain } from "#demo/screen/line.ts";
import { table } from "#demo/screen/table.ts";
import type { View } from "#demo/screen/view.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { FULL, instant, OFF, percent } from "#model/quantities/units.ts";
import { lived } from "../energy/metered-plant.ts";
import { type Scene, seen, turns } from "../fakes/owners-plant.ts";
import { speedPlant } from "../fakes/speed-plant.ts";
import { finding } from "../fakes/unworded.ts";
import { widePlant } from "../fakes/wide-plant.ts";

const DOOR = {
	host: "127.0.0.1",
	port: 41233,
	username: "visitor",
	password: "aB3dE6gH9jK2mN5pQ8sT1v",
	root: "solar/abcd2345",
};
const broker = finding("info", "broker", { state: "connected", user: "solar_heating", protocol: "3.1.1" });
const charging: Scene = {
	read: ({ role, height }) => (role === "collector" ? 61.2 : role === "tank_layer" ? 20 + (height ?? 0) / 4 : 20),
	effect: ({ id }) => ({ actual: id === "pump" ? FULL : OFF }),
	findings: [broker],
};
const view = (change: Partial<View> = {}): View => ({
	snapshot: seen(charging, charging),
	began: instant(60),
	speed: 60,
	door: DOOR,
	refusals: [
		{ who: "a stranger", code: "5" },
		{ who: "a wrong password", code: "5" },
	],
	entries: [
		{ at: "08:30", level: "info", text: "Solar Heating 0.1.0 controls 2 outputs by 13 sensors." },
		{
			at: "08:34",
			level: "info",
			text: "Pump on: The collector is 41.2 K warmer than the tank; charging stops at 4.0 K.",
		},
	],
	...change,
});
const shown = (v: View, columns: number, rows: number) => table(v, { columns, rows }).map(plain);
const all = (v: View, columns = 120, rows = 60) => shown(v, columns, rows).join("\n");
/** Lines with their continuations, as a shell reads them. */
const pasted = (text: string) => text.replace(/ \\\n\s*/g, " ");

describe("the table", () => {
	test.each([
		[60, 40],
		[80, 24],
		[80, 30],
		[120, 50],
	])("shows everything that matters on %i columns and %i rows", (columns, rows) => {
		const lines = shown(view(), columns, rows);
		const text = lines.join("\n");
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(columns);
		for (const word of [
			"21 June, 08:31",
			"60 × faster",
			"charging the tank",
			"mode auto",
			"61.2 °C",
			"55.0 °C",
			"● on",
		])
			expect(text).toContain(word);
		expect(text).toContain("● connected");
		expect(text.replace(/\s+/g, " ")).toContain(
			"a stranger was refused (code 5), a wrong password was refused (code 5)",
		);
		expect(text).toMatch(/08:34 Pump on/);
		const login = "-h 127.0.0.1 -p 41233 -u visitor -P aB3dE6gH9jK2mN5pQ8sT1v";
		expect(pasted(text)).toContain(`mosquitto_sub ${login} -t 'solar/#' -v\n`);
		expect(pasted(text)).toContain(`mosquitto_pub ${login} -t solar/abcd2345/pump/set -m ON\n`);
	});

	it("shows the level of an output that has one, and never a percentage of a relay", () => {
		const [, snapshot] = turns(
			[charging, { ...charging, effect: ({ id }) => ({ actual: id === "pump" ? percent(45) : FULL }) }],
			speedPlant,
		);
		const text = all(view(snapshot && { snapshot }));
		expect(text).toMatch(/Pump\s+● 45 %/);
		expect(text).toMatch(/Electric heater\s+● on/);
		expect(text).not.toContain("100 %");
	});

	it("never has more lines than rows, nor longer ones than columns, whatever the terminal", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 70 }), (columns, rows) => {
				const lines = shown(view(), columns, rows);
				expect(lines.length).toBeLessThanOrEqual(rows);
				for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
			}),
		);
	});

	it("gives up captions, blank lines, and then the commands, before the plant", () => {
		expect(all(view(), 80, 40)).toContain("Watch everything");
		expect(all(view(), 80, 24)).not.toContain("Watch everything");
		expect(all(view(), 80, 24)).toContain("mosquitto_sub");
		expect(all(view(), 80, 18)).not.toContain("mosquitto_sub");
		expect(all(view(), 80, 18)).toContain("● connected");
	});

	it("has the tank's hottest layer on top, with the longest bar", () => {
		const bars = shown(view(), 80, 40).filter((l) => /Tank \d+ cm/.test(l));
		expect(bars.map((l) => Number(/Tank (\d+) cm/.exec(l)?.[1]))).toEqual([140, 120, 100, 80, 60, 40, 20, 0]);
		const lengths = bars.map((l) => l.split("█").length);
		expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
		expect(lengths[0]).toBeGreaterThan(lengths.at(-1) ?? 0);
	});

	it("says what is wrong with a sensor that is lost, and shows no number for it", () => {
		const lost: Scene = {
			...charging,
			read: (s) => (s.id === "collector" ? fault("open") : s.id === "tank_140" ? undefined : 20),
		};
		const lines = shown(view({ snapshot: seen(lost, lost) }), 120, 60);
		const collector = lines.find((l) => l.includes("Collector "));
		expect(collector).toMatch(/Collector +lost/);
		expect(lines).toContain(" Collector: the wire or the sensor is broken (open circuit).");
		expect(collector).not.toMatch(/Collector\s+[\d-]/);
		expect(lines.find((l) => l.includes("Tank 140 cm"))).toMatch(/Tank 140 cm\s+…$/);
		expect(lines.join("\n")).not.toMatch(/NaN|undefined|null/);
	});

	it("shows all that it shows without a single sensor", () => {
		const dark: Scene = { read: () => undefined };
		expect(all(view({ snapshot: seen(dark) }))).not.toMatch(/NaN|undefined|null/);
	});

	it("does not call a stranger refused who was not", () => {
		const text = all(view({ refusals: [{ who: "a stranger" }, { who: "a wrong password", code: "5" }] }));
		expect(text).toContain("a stranger was NOT refused");
		expect(text).not.toContain("a stranger was refused");
	});

	it("has the kWh of the day by source with where they are measured, and what the tank holds", () => {
		const { snapshot } = lived();
		const lines = shown(view(snapshot && { snapshot }), 120, 60);
		const nth = lines.findIndex((line) => line.startsWith(" Today "));
		expect(lines.slice(nth, nth + 3)).toEqual([
			expect.stringMatching(/^ Today +5\.1 kWh {2}Sun \(at the collectors ± 4 %\)$/),
			expect.stringMatching(/^ +3\.0 kWh {2}Electric heater \(electricity\)$/),
			expect.stringMatching(/^ Tank +\d+\.\d kWh {2}\d+ L of water at 40 °C$/),
		]);
	});

	it("has no kWh where none is known", () => {
		expect(shown(view(), 120, 60).filter((line) => line.startsWith(" Today "))).toEqual([]);
	});

	it("is the same for the same view", () => {
		const same = view();
		expect(shown(same, 80, 24)).toEqual(shown(same, 80, 24));
	});
});

describe("the table of a plant with circuits", () => {
	const wide = widePlant(2, 2);
	const scene = (levels: Readonly<Record<string, number>>): Scene => ({
		read: ({ id }) => (id.endsWith("collector") ? 70 : id.startsWith("buffer") ? 40 : 55),
		effect: ({ id }) => ({ actual: percent(levels[id] ?? 0) }),
		findings: [broker],
	});
	const running = scene({ east_pump: 60, valve: 100 });
	const wideView = (plant: Plant, ...scenes: readonly Scene[]) => {
		const snapshot = turns(scenes, plant).at(-1);
		if (snapshot === undefined) throw new Error("there is a last turn");
		return view({ snapshot });
	};

	it("says of each circuit whether it runs, since when, and why", () => {
		const lines = shown(wideView(wide, scene({}), running, running), 120, 80);
		const east = lines.findIndex((line) => /^ East → Hot water +● runs {2}since 08:3\d$/.test(line));
		expect(east).toBeGreaterThan(0);
		expect(lines[east + 1]).toMatch(/^ {3}\S/);
		expect(lines.some((line) => /^ East → Buffer +○ at rest/.test(line))).toBe(true);
	});

	it("has a percentage for a pump with levels, and where the valve leads", () => {
		const text = all(wideView(wide, scene({}), running, running), 120, 80);
		expect(text).toMatch(/Pump \(East\) +● 60 % /);
		expect(text).toMatch(/Valve +○ → Hot water /);
		expect(text).toMatch(/Electric heater \(Buffer\) +○ off /);
	});

	it("has the layers of one tank together, hot on top", () => {
		const layers = shown(wideView(wide, scene({})), 120, 80).flatMap(
			(line) => /Tank \d+ cm \([\w ]+\)/.exec(line) ?? [],
		);
		expect(layers).toEqual(
			["Buffer", "Hot water"].flatMap((tank) => [100, 60, 20].map((height) => `Tank ${height} cm (${tank})`)),
		);
	});

	it("says what comes next of the circuits in which heat flows, or of the nearest one", () => {
		const text = (...scenes: readonly Scene[]) => all(wideView(wide, ...scenes), 160, 80);
		const cool: Scene = { ...scene({}), read: ({ id }) => (id === "west_collector" ? 45 : 40) };
		expect(text(cool)).toMatch(
			/Next: West → (Buffer|Hot water): the sun warms the collector; the pump starts when it is 3.0 K/,
		);
		expect(text(scene({}), scene({ east_pump: 60 }), scene({ east_pump: 60 }))).toContain("Next: East → Buffer: ");
	});

	it("fits every terminal, with any plant", () => {
		for (const [fields, tanks] of [
			[1, 2],
			[2, 2],
			[4, 4],
		] as const)
			for (const [columns, rows] of [
				[60, 24],
				[80, 24],
				[120, 50],
			] as const) {
				const lines = shown(wideView(widePlant(fields, tanks), scene({}), running), columns, rows);
				expect(lines.length).toBeLessThanOrEqual(rows);
				for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
				expect(lines.join("\n")).not.toMatch(/NaN|undefined|null/);
			}
	});
});
