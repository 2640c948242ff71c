import { describe, expect, it, test } from "@jest/globals";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, percent, seconds } from "#model/quantities/units.ts";
import { narrate } from "#runtime/log/narrate.ts";
import { pauseAt } from "#runtime/pause.ts";
import { type Scene, turns } from "../../fakes/owners-plant.ts";
import { speedPlant } from "../../fakes/speed-plant.ts";

const WARM: Scene = { read: (s) => (s.role === "collector" ? 60 : 40) };
const COOL: Scene = { read: () => 40 };
const HELD: Scene = { ...COOL, intents: [{ kind: "hold", output: outputId("pump"), want: FULL }] };

/** The codes of what is said of the last turn, with the facts that are asked for. */
const said = (...scenes: readonly Scene[]) => {
	const [before, after] = turns(scenes).slice(-2) as [Snapshot, Snapshot];
	return narrate(before, after);
};
const codes = (...scenes: readonly Scene[]) => said(...scenes).map((n) => n.code);

describe("the story of a turn", () => {
	it("begins with how every output is, and why", () => {
		const [first] = turns([COOL]) as [Snapshot];
		expect(narrate(undefined, first).map(({ code, facts }) => [code, facts["output"], facts["reason"]])).toEqual([
			["output_off", "pump", "no_gain"],
			["output_off", "heater", "nobody_asks"],
		]);
	});

	it("has nothing to tell while nothing changes, though numbers move", () => {
		expect(codes(COOL, COOL)).toEqual([]);
		expect(codes(WARM, { read: (s) => (s.role === "collector" ? 61.3 : 40) })).toEqual([]);
	});

	it("tells when an output starts or stops, with the reason and its numbers, and what the plant does then", () => {
		const started = said(COOL, WARM);
		expect(started.map((n) => n.code)).toEqual(["output_on", "activity"]);
		expect(started[0]).toMatchObject({ level: "info", facts: { output: "pump", reason: "gain", gain: 20 } });
		expect(started[1]?.facts).toEqual({ activity: "heating" });
		expect(codes(WARM, WARM, COOL)).toEqual(["output_off", "activity"]);
	});

	it("tells of a person's hold", () => {
		expect(said(COOL, HELD)[0]?.facts).toMatchObject({ output: "pump", reason: "held_on" });
	});

	it("tells of another level that a person or another reason wants, and not of one that follows a number", () => {
		const held = (want: number): Scene => ({
			...WARM,
			intents: [{ kind: "hold", output: outputId("pump"), want: percent(want) }],
		});
		const released: Scene = { ...WARM, intents: [{ kind: "release", output: outputId("pump") }] };
		const last = (...scenes: readonly Scene[]) => {
			const [before, after] = turns(scenes, speedPlant).slice(-2) as [Snapshot, Snapshot];
			return narrate(before, after).map(({ code, facts }) => [code, facts["percent"], facts["reason"]]);
		};
		expect(last(held(45), held(60))).toEqual([["output_level", 60, "held_on"]]);
		expect(last(held(45), held(45))).toEqual([]);
		expect(last(held(45), released)[0]).toEqual(["output_level", 80, "gain"]);
		const [, charging] = turns([WARM, WARM], speedPlant) as [Snapshot, Snapshot];
		const slower = {
			...charging,
			outputs: charging.outputs.map((o, i) => (i === 0 ? { ...o, wanted: percent(50) } : o)),
		};
		expect(narrate(charging, slower)).toEqual([]);
	});

	it("tells once that an output is not confirmed, and again when the fault is another one", () => {
		const failing = (code: "no_answer" | "missing"): Scene => ({
			...COOL,
			effect: (o) => (o.id === "pump" ? { fault: fault(code, { port: "x" }) } : { actual: percent(0) }),
		});
		const [news] = said(COOL, failing("no_answer"));
		expect(news).toEqual({
			level: "error",
			code: "output_unconfirmed",
			facts: { port: "x", output: "pump", fault: "no_answer" },
		});
		expect(codes(COOL, failing("no_answer"), failing("no_answer"))).toEqual([]);
		expect(codes(COOL, failing("no_answer"), failing("missing"))).toEqual(["output_unconfirmed"]);
	});

	it("tells of a mode and of each setting that changed, with its new value", () => {
		expect(
			said(COOL, { ...COOL, intents: [{ kind: "mode", mode: "off" }] }).map((n) => [n.code, n.facts]),
		).toContainEqual(["mode", { mode: "off" }]);
		const changed: Scene = {
			...COOL,
			intents: [
				{ kind: "setting", rule: "solar_charging", field: "start_at", value: 9 },
				{ kind: "setting", rule: "boil_stop", field: "stop_at", value: 150 },
			],
		};
		expect(said(COOL, changed).map((n) => [n.code, n.facts])).toEqual([
			["setting", { path: "solar_charging.start_at", value: 9 }],
		]);
	});

	it("passes on what the core had to say", () => {
		const lost: Scene = { read: (s) => (s.id === "tank" ? fault("missing") : 40) };
		expect(codes(COOL, lost)).toContain("sensor_broken");
	});
});

describe("a pause", () => {
	test.each([1, 1000])("in a world %d times as fast is so much shorter", async (speed) => {
		// Timers of one process fire in the order in which they are due, however busy the machine is.
		const over: string[] = [];
		const timers = [15, 10_000].map((ms) => setTimeout(() => over.push(`${ms} ms`), ms));
		await pauseAt(speed)(seconds(0.02 * speed), new AbortController().signal);
		for (const timer of timers) clearTimeout(timer);
		expect(over).toEqual(["15 ms"]);
	});

	it("ends without complaint when it is called off", async () => {
		const stop = new AbortController();
		const waiting = pauseAt(1)(seconds(3600), stop.signal);
		stop.abort();
		await waiting;
		await pauseAt(1)(seconds(3600), stop.signal);
	});
});
