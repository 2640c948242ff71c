import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { type Bar, least, limit, ratio } from "../harness/figures.ts";

const run = z.object({ s: z.number(), starts: z.number() });
const results = z.array(z.object({ ours: run, bare: run }));

/** Years to simulate, of which the fastest counts, and those that the compiler takes. */
const YEARS = { quick: 3, full: 5, unmeasured: 1 };
/** Seconds of the processor, and times the floor. */
const LONGEST = 6;
const TIMES = 5;

/** A year of `simulate`, and against a bare loop over the same house. */
export const sim: Bar = {
	id: "sim",
	title: "A simulated year, a turn of all rules each 30 s and a step of the plant each 10 s",
	async run({ quick }) {
		const script = join(import.meta.dirname, "../sim/year.ts");
		const years = (quick ? YEARS.quick : YEARS.full) + YEARS.unmeasured;
		const { stdout } = await promisify(execFile)(process.execPath, [script, String(years)], { maxBuffer: 1e7 });
		const all = results.parse(JSON.parse(stdout)).slice(YEARS.unmeasured);
		const [ours, bare] = [all.map((one) => one.ours.s), all.map((one) => one.bare.s)];
		if (all.some((one) => one.ours.starts === 0 || one.bare.starts === 0)) throw new Error("The pump never started.");
		return [
			limit("a year, the fastest", least(ours), "s", LONGEST, { all: ours.map((s) => s.toFixed(2)).join(" ") }),
			ratio("a year; floor: the same house under a comparison of two temperatures", ours, bare, TIMES, "s"),
		];
	},
};
