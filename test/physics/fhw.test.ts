import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { expect, test } from "@jest/globals";
import { Collector, type CollectorType } from "#simulation/heat/collector.ts";
import { solarTime } from "#simulation/weather/recorded.ts";
import { Sun } from "#simulation/weather/sun.ts";
import { oracle } from "./oracle.ts";

/** Fernheizwerk Graz, Arcon South, 2017: measured by the minute (sunpeek-exampledata, CC BY-SA 4.0). */
const PLACE = { latitude: 47.047, longitude: 15.436, ahead: 0 };
const [AREA, SLOPE] = [515.66, 30];
/** Solar Keymark SP SC0843-14 of the collector; K(50°) is 0.9. */
const ARCON: CollectorType = { eta0: 0.745, a1: 2.067, a2: 0.009, capacity: 7313, b0: 0.18, diffuse: 0.93 };
/** Measured by expected power of the year by SunPeek 0.7.31, ISO 24194 power check (270 intervals). */
const SUNPEEK = 0.934;

type Table = readonly (readonly [at: number, value: number])[];
const { year, heat, density } = oracle<{ readonly year: string; readonly heat: Table; readonly density: Table }>(
	"fhw.py",
);

function interpolated(table: Table, at: number): number {
	const above = table.findIndex(([x]) => x >= at);
	const [x1, y1] = table[above < 0 ? table.length - 2 : Math.max(above - 1, 0)] ?? [0, 0];
	const [x2, y2] = table[above < 0 ? table.length - 1 : Math.max(above, 1)] ?? [1, 0];
	return y1 + ((y2 - y1) * (at - x1)) / (x2 - x1);
}

/** An hour of minutes: what was measured and what the model says, in J, and whether the check takes it. */
class Hour {
	measured = 0;
	modelled = 0;
	private minutes = 0;
	private sun = 0;
	private fits = true;
	private readonly means: number[] = [];

	add(measured: number, modelled: number, sun: number, fits: boolean, mean: number): void {
		this.measured += 60 * measured;
		this.modelled += 60 * modelled;
		this.minutes += 1;
		this.sun += sun;
		this.fits &&= fits;
		this.means.push(mean);
	}

	/** ISO 24194, table 1 for flat plates: a whole hour of sun from 800 W/m² on, in a collector that hardly warms or cools. */
	get counts(): boolean {
		const change = Math.abs((this.means.at(-1) ?? 0) - (this.means[0] ?? 0));
		return this.fits && this.minutes === 60 && this.sun / 60 >= 800 && change <= 5;
	}
}

test("the collector, driven by a measured year, yields what SunPeek expects, within 3 points", async () => {
	const collector = new Collector(ARCON, AREA, 20);
	const sun = new Sun(PLACE.latitude, SLOPE);
	const began = Date.UTC(2017, 0, 1);
	const hours = new Map<number, Hour>();
	for await (const line of createInterface({ input: createReadStream(year), crlfDelay: Number.POSITIVE_INFINITY })) {
		const [time = "", ...cells] = line.split(";");
		const at = Date.parse(`${time.replace(" ", "T")}Z`);
		// Cells of no value are empty, and count as no number.
		const value = (place: number) => (cells[place] === "" ? Number.NaN : Number(cells[place]));
		const [flow, inlet, outlet] = [value(0), value(1) - 273.15, value(2) - 273.15];
		const [beam, diffuse, outdoor, wind, shadowed] = [value(10), value(11), value(12) - 273.15, value(13), value(15)];
		if (![at, flow, inlet, outlet, beam, diffuse, outdoor].every(Number.isFinite)) continue;
		const { day, hour } = solarTime(PLACE, (at - began) / 3_600_000);
		const incidence = Math.max(sun.incidence(day, hour), 0);
		const mean = (inlet + outlet) / 2;
		const carried = Math.max(flow, 0) * interpolated(density, inlet) * interpolated(heat, mean) * 1000;
		collector.begin(60, carried, { beam: Math.max(beam, 0), diffuse: Math.max(diffuse, 0), incidence }, outdoor);
		collector.flow(inlet);
		const which = Math.floor(at / 3_600_000);
		const found = hours.get(which) ?? new Hour();
		hours.set(which, found);
		const fits = shadowed === 0 && flow > 0 && outdoor >= 5 && wind <= 10 && incidence > 0.5;
		found.add(carried * (outlet - inlet), carried * (collector.row.outlet - inlet), beam + diffuse, fits, mean);
	}
	const counted = [...hours.values()].filter(({ counts }) => counts);
	expect(counted.length).toBeGreaterThan(150);
	const sumOf = (pick: (hour: Hour) => number) => counted.reduce((sum, one) => sum + pick(one), 0);
	const ratio = sumOf(({ measured }) => measured) / sumOf(({ modelled }) => modelled);
	console.log(`measured / modelled ${ratio.toFixed(3)} in ${counted.length} h; SunPeek ${SUNPEEK}`);
	expect(Math.abs(ratio - SUNPEEK)).toBeLessThan(0.03);
});
