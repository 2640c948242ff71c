import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { expect, test } from "@jest/globals";
import { heatMeter } from "#energy/heat-meter.ts";
import { THRESHOLD } from "#energy/metering/reading.ts";
import { FLOW, plantFrom, RETURN, Rig } from "../energy/rig.ts";
import { oracle } from "./oracle.ts";

/** Fernheizwerk Graz, Arcon South, 2017: measured by the minute (sunpeek-exampledata, CC BY-SA 4.0). W/m² of a night. */
const NIGHT = 5;
/** % of propylene glycol with which Python's fluid has the heat of the plant's own tables. */
const GLYCOL = 34;
const LINE = { id: "flow_line", role: "flow_line", source: "one_wire:28-000000000001" };

const { year } = oracle<{ readonly year: string }>("fhw.py");
const python = oracle<{ readonly kwh: number; readonly kwh_of_table: number; readonly longest_gap_h: number }>(
	"fhw_heat.py",
	String(GLYCOL / 100),
	String(THRESHOLD),
);

test("a measured year counts what Python integrates, within 1 %, nothing in idle nights and nothing in gaps of 312 h", async () => {
	const rig = new Rig(
		plantFrom({
			sensors: [
				{ id: "collector", role: "collector", source: "simulated:collector" },
				{ id: "tank", role: "tank", source: "simulated:tank" },
				...[RETURN, LINE, FLOW],
			],
			outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
			energy: { glycol: GLYCOL },
		}),
	);
	const counted = () => heatMeter.memory.parse(rig.memory("heat_meter"));
	const seen = { nights: 0, inNights: 0, gaps: 0, inGaps: 0, longest: 0 };
	let [total, flowed, gap] = [0, false, 0];
	for await (const line of createInterface({ input: createReadStream(year), crlfDelay: Number.POSITIVE_INFINITY })) {
		const [time = "", ...cells] = line.split(";");
		if (!Number.isFinite(Date.parse(`${time.replace(" ", "T")}Z`))) continue;
		const value = (place: number) => (cells[place] === "" ? Number.NaN : Number(cells[place]));
		const [flow, cold, hot, sun] = [value(0) * 60_000, value(1) - 273.15, value(2) - 273.15, value(9)];
		const known = (n: number) => (Number.isFinite(n) ? n : ("lost" as const));
		rig.step(60, { read: { flow: known(flow), return_line: known(cold), flow_line: known(hot) } });
		const after = counted().heat.total;
		const more = after - total;
		total = after;
		const measured = [flow, cold, hot].every(Number.isFinite);
		gap = measured ? 0 : gap + 1;
		seen.longest = Math.max(seen.longest, gap / 60);
		if (!measured) {
			seen.gaps += 1;
			seen.inGaps += more;
		} else if (sun < NIGHT && flow < THRESHOLD && !flowed) {
			seen.nights += 1;
			seen.inNights += more;
		}
		// The minute in which the flow stops counts the half of the one before.
		flowed = Number.isFinite(flow) && flow >= THRESHOLD;
	}
	const off = total / python.kwh - 1;
	console.log(
		`${total.toFixed(0)} kWh; Python ${python.kwh.toFixed(0)} (${(100 * off).toFixed(2)} %), by the plant's tables ${python.kwh_of_table.toFixed(0)}; ` +
			`${seen.nights} idle night minutes below ${THRESHOLD} L/min: ${seen.inNights} kWh; ${seen.gaps} minutes of gaps, the longest ${seen.longest} h: ${seen.inGaps} kWh`,
	);
	expect(seen.nights).toBeGreaterThan(250_000);
	expect(seen.inNights).toBe(0);
	expect(seen.longest).toBeCloseTo(python.longest_gap_h, 1);
	expect(seen.longest).toBeGreaterThan(300);
	expect(seen.inGaps).toBe(0);
	expect(Math.abs(off)).toBeLessThan(0.01);
	expect(Math.abs(total / python.kwh_of_table - 1)).toBeLessThan(0.01);
}, 240_000);
