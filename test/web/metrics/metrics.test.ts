import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { expositionOf, formatFor } from "#web/metrics/exposition.ts";
import { familiesOf } from "#web/metrics/routes.ts";
import { TurnTimes } from "#web/metrics/turn-times.ts";
import { CANARY } from "../../cli/desk.ts";
import { lived } from "../../energy/metered-plant.ts";
import type { Rig } from "../../energy/rig.ts";
import { type Scene, seen } from "../../fakes/owners-plant.ts";
import { ask, basic } from "../ask.ts";
import { connected, onStage, type Setting, type Stage, SUNNY, withFindings } from "../stage.ts";
import { openMetricsIn } from "./exposition.ts";

const shownBy = ({ snapshot }: Rig) => {
	if (snapshot === undefined) throw new Error("no turn yet");
	return snapshot;
};

const OPEN = { accept: "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5" };
let stages: Stage[];
beforeEach(() => {
	stages = [];
});
afterEach(async () => {
	for (const stage of stages) await stage.close();
});
const staged = async (setting: Setting = {}): Promise<Stage> => {
	const stage = await onStage(setting);
	stages.push(stage);
	return stage;
};
const scraped = async (setting: Setting = {}) => {
	const { url } = await staged(setting);
	const { text, headers } = await ask(`${url}metrics`, OPEN);
	expect(headers["content-type"]).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
	return openMetricsIn(text);
};
const sampleOf = (families: ReturnType<typeof openMetricsIn>, name: string, labels: Record<string, string> = {}) =>
	families.get(name)?.samples.find((one) => Object.entries(labels).every(([key, value]) => one.labels[key] === value))
		?.value;

describe("GET /metrics", () => {
	it("has readings, outputs, circuits, counters and the loop, each name with its unit", async () => {
		const all = await scraped({ snapshot: withFindings(seen(SUNNY), connected) });
		expect(sampleOf(all, "solar_heating_temperature_celsius", { sensor: "collector" })).toBe(71.4);
		expect(sampleOf(all, "solar_heating_output_ratio", { output: "pump", role: "pump" })).toBe(1);
		expect(sampleOf(all, "solar_heating_output_ratio", { output: "heater" })).toBe(0);
		expect(sampleOf(all, "solar_heating_output_run_seconds", { output: "heater" })).toBe(0);
		expect(sampleOf(all, "solar_heating_loop_alive")).toBe(1);
		expect(sampleOf(all, "solar_heating_mode", { mode: "auto" })).toBe(1);
		expect(sampleOf(all, "solar_heating_mode", { mode: "off" })).toBe(0);
		expect(sampleOf(all, "solar_heating_broker_connected")).toBe(1);
		expect(sampleOf(all, "process_start_time_seconds")).toBeGreaterThan(1e9);
		const temperatures = all.get("solar_heating_temperature_celsius");
		expect([temperatures?.type, temperatures?.unit]).toEqual(["gauge", "celsius"]);
	});

	// #lost-sensor-is-absent
	test.each([
		["a broken sensor", fault("open")],
		["a sensor that gave nothing", undefined],
	])("leaves %s out, and says that it has no valid value", async (_, read) => {
		const lost: Scene = { ...SUNNY, read: (s) => (s.id === "collector" ? read : SUNNY.read?.(s)) };
		const all = await scraped({ snapshot: seen(SUNNY, lost) });
		const collector = { sensor: "collector" };
		expect(sampleOf(all, "solar_heating_temperature_celsius", { sensor: "tank" })).toBe(48.2);
		expect(sampleOf(all, "solar_heating_temperature_celsius", collector)).toBeUndefined();
		expect(sampleOf(all, "solar_heating_sensor_valid", collector)).toBe(0);
		expect(sampleOf(all, "solar_heating_sensor_valid", { sensor: "tank" })).toBe(1);
	});

	it("has the heat of the sun and what became of it in the tank, as counters that are absent until they are known", async () => {
		const all = await scraped({ snapshot: withFindings(shownBy(lived()), connected) });
		for (const [name, kwh] of [
			["solar_heating_sun_heat_joules", 25.5],
			["solar_heating_tank_drawn_joules", 14.7],
			["solar_heating_tank_lost_joules", 1.6],
		] as const) {
			expect(all.get(name)?.type).toBe("counter");
			expect((sampleOf(all, name) ?? 0) / 3.6e6 / kwh).toBeCloseTo(1, 0);
		}
		const unknown = await scraped({ snapshot: withFindings(seen(SUNNY), connected) });
		expect(unknown.get("solar_heating_tank_lost_joules")?.samples ?? []).toEqual([]);
	});

	it("leaves out an output whose device confirms nothing", async () => {
		const silent: Scene = { ...SUNNY, effect: () => ({ fault: fault("no_answer") }) };
		const all = await scraped({ snapshot: seen(silent) });
		expect(all.get("solar_heating_output_ratio")).toBeUndefined();
		expect(sampleOf(all, "solar_heating_output_fault", { output: "pump" })).toBe(1);
		expect(sampleOf(all, "solar_heating_output_wanted_ratio", { output: "pump" })).toBeDefined();
	});

	it("counts the turns by the time between them", async () => {
		const { url, page } = await staged();
		for (let n = 0; n < 3; n += 1) page.see(seen(SUNNY));
		const all = openMetricsIn((await ask(`${url}metrics`, OPEN)).text);
		const intervals = all.get("solar_heating_turn_interval_seconds");
		expect(intervals?.samples.find(({ name }) => name.endsWith("_count"))?.value).toBe(2);
	});

	it("holds no secret, also where one became the id of a sensor, and no more labels than the plant has", async () => {
		const { url } = await staged({ secrets: [CANARY, "collector"] });
		const { text } = await ask(`${url}metrics`, OPEN);
		expect(text).not.toContain('"collector"');
		const labels = [...openMetricsIn(text).values()].flatMap(({ samples }) =>
			samples.flatMap((one) => Object.keys(one.labels)),
		);
		expect([...new Set(labels)].sort()).toEqual(
			["circuit", "le", "mode", "output", "role", "sensor", "severity", "tank", "version"].filter((label) =>
				labels.includes(label),
			),
		);
	});

	it("asks for the login like every other path", async () => {
		const login = { username: "solar", password: CANARY };
		const { url } = await staged({ login });
		expect((await ask(`${url}metrics`)).status).toBe(401);
		const { status, text, headers } = await ask(`${url}metrics`, basic(login.username, login.password));
		expect([status, headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
		expect(text).toContain("# TYPE solar_heating_output_starts_total counter\n");
		expect(text).not.toMatch(/# (?:UNIT|EOF)/);
	});
});

describe("docs/http-api.md", () => {
	it("has each metric that there is, with its type, and no other", () => {
		const page = readFileSync(join(import.meta.dirname, "../../../docs/http-api.md"), "utf8");
		const told = [...page.matchAll(/^\| `((?:solar_heating|process)_\w+)` \| (\w+) \|/gm)].map(([, name, type]) => [
			name,
			type,
		]);
		const about = { version: "1", problems: [], invalid: false, alive: true };
		const all = familiesOf(seen(SUNNY), about, new TurnTimes());
		const named = all.map(({ name, type }) => [type === "counter" ? `${name}_total` : name, type]);
		expect(told.toSorted()).toEqual(named.toSorted());
	});
});

describe("the text", () => {
	it("escapes what a label may hold, and reads back the same", () => {
		const label = 'a "b"\\c\nd{e="f"} # EOF å';
		const family = {
			name: "some",
			type: "gauge",
			help: "A \\ and\na line.",
			samples: [{ labels: { label }, value: 1 }],
		} as const;
		const text = expositionOf([family], "openmetrics");
		expect(openMetricsIn(text).get("some")?.samples).toEqual([{ name: "some", labels: { label }, value: 1 }]);
	});

	it("writes infinite bounds and very small numbers as the format has them", () => {
		const samples = [0, -0.5, 1e-9, 1e21, Number.NaN].map((value, n) => ({ labels: { n: String(n) }, value }));
		const read = openMetricsIn(expositionOf([{ name: "some", type: "gauge", help: "H.", samples }], "openmetrics"));
		expect(read.get("some")?.samples.map(({ value }) => value)).toEqual([0, -0.5, 1e-9, 1e21, Number.NaN]);
	});

	test.each([
		[undefined, "prometheus"],
		["*/*", "prometheus"],
		["text/html,application/xhtml+xml", "prometheus"],
		[OPEN.accept, "openmetrics"],
	])("is for %j in the format %s", (accept, format) => {
		expect(formatFor(accept)).toBe(format);
	});
});

describe("the times of turns", () => {
	it("fall into each bound that they do not exceed", () => {
		let now = 0;
		const turns = new TurnTimes(() => now);
		expect(turns.age).toBeUndefined();
		for (const at of [0, 2500, 5000, 65_000]) {
			now = at;
			turns.see();
		}
		now = 66_000;
		const { samples } = turns.family();
		const bucket = (le: string) => samples.find(({ labels }) => labels?.["le"] === le)?.value;
		expect([bucket("2"), bucket("2.5"), bucket("30"), bucket("60"), bucket("+Inf")]).toEqual([0, 2, 2, 3, 3]);
		expect(samples.find(({ suffix }) => suffix === "_sum")?.value).toBe(65);
		expect(turns.age).toBe(1);
	});
});
