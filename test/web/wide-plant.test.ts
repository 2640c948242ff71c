import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Output, Plant, Sensor } from "#model/plant/plant.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { percent } from "#model/quantities/units.ts";
import type { Language } from "#texts/say.ts";
import { type Scene, sensor, turns } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";
import { ask } from "./ask.ts";
import { onStage, type Stage } from "./stage.ts";

let stage: Stage | undefined;
beforeEach(() => {
	stage = undefined;
});
afterEach(() => stage?.close());

/** How far each output is, by its id; the others are at rest. */
type Levels = Readonly<Record<string, number | undefined>>;
const at = (levels: Levels): Scene => ({
	read: ({ id }) => (id.endsWith("collector") ? 70 : 40),
	effect: ({ id }: Output) => (id in levels && levels[id] === undefined ? {} : { actual: percent(levels[id] ?? 0) }),
});
/** A minute passes between the scenes, which is longer than a valve's travel. */
async function shown(plant: Plant, scenes: readonly Scene[], path = "", language: Language = "en"): Promise<string> {
	const snapshot = turns(scenes, plant).at(-1);
	if (snapshot === undefined) throw new Error("there is a last turn");
	stage = await onStage({ snapshot, language });
	return (await ask(`${stage.url}${path}`)).text;
}
const count = (html: string, part: string) => html.split(part).length - 1;
/** The drawing of the whole plant; a phone has another one beside it. */
const drawnIn = (html: string) => /<svg class="scheme .*?<\/svg>/s.exec(html)?.[0] ?? "";
const CHARGING: Levels = { east_pump: 60, valve: 100 };

describe("the picture of a plant with two tanks and a valve", () => {
	it("has flow only in the circuit in which heat flows, and the way there open", async () => {
		const html = await shown(widePlant(1, 2), [at({}), at(CHARGING), at(CHARGING)]);
		const svg = drawnIn(html);
		expect([count(svg, 'class="flow s60"'), count(svg, 'class="run t')]).toEqual([2, 2]);
		expect([count(svg, 'path class="go"'), count(svg, 'path class=""')]).toEqual([2, 1]);
		expect(count(svg, 'class="pump on"')).toBe(1);
		expect(svg).toContain("60\u00a0%</text>");
	});

	it("has no flow and no open way while the valve moves", async () => {
		const html = await shown(widePlant(1, 2), [at({}), at(CHARGING)]);
		expect([count(html, 'class="flow'), count(html, 'class="go"')]).toEqual([0, 0]);
		expect(html).toMatch(/<h3>Valve <span class="state">moving</);
	});

	it("has no flow where the pump is asked for and not confirmed", async () => {
		const lost: Scene = { ...at({}), effect: () => ({ fault: fault("not_verified") }) };
		expect(count(await shown(widePlant(1, 2), [at({}), lost]), 'class="flow')).toBe(0);
	});

	it("says of each circuit whether it runs and why, and of the valve where it leads", async () => {
		const html = await shown(widePlant(2, 2), [at({}), at(CHARGING), at(CHARGING)]);
		expect(html).toMatch(/<h3>East → Hot water <span class="state">runs</);
		expect(html).toMatch(/<h3>East → Buffer <span class="state">at rest</);
		expect(html).toMatch(/<h3>Valve <span class="state">→ Hot water</);
		expect(html).toMatch(/<h3>Pump \(East\) <span class="state">60\u00a0%</);
		expect(html).toMatch(/<h3>Electric heater \(Buffer\) <span class="state">off</);
	});

	test.each([
		["sv", "Kretsar", "går", "i vila", "rör sig"],
		["de", "Kreise", "läuft", "in Ruhe", "fährt"],
	] as const)("is told in %s", async (language, ...words) => {
		const html = await shown(widePlant(2, 2), [at({}), at(CHARGING), at({ ...CHARGING, west_pump: 50 })], "", language);
		for (const word of words.slice(0, 3)) expect(html).toContain(word);
		await stage?.close();
		expect(await shown(widePlant(1, 2), [at({}), at(CHARGING)], "", language)).toContain(words[3]);
	});
});

const namesOf: Readonly<Record<string, string>> = {
	...{ east: "East", west: "West", south: "South", north: "North" },
	...{ buffer: "Buffer", hot_water: "Hot water", pool_house: "Pool house", cellar: "Cellar" },
};

describe("the picture of any plant", () => {
	test.each([1, 2, 3, 4].flatMap((fields) => [1, 2, 3, 4].map((tanks) => [fields, tanks] as const)))(
		"with %d fields and %d tanks has them all, by their names, with their temperatures",
		async (fields, tanks) => {
			const plant = widePlant(fields, tanks);
			const html = await shown(plant, [at({ buffer_heater: 100 })]);
			const svg = drawnIn(html);
			expect(count(svg, 'class="panel ')).toBe(fields);
			expect(count(svg, 'class="skin"')).toBe(tanks);
			expect(count(svg, ">70.0\u00a0°C</text>")).toBe(fields);
			expect(count(svg, ">40.0</text>")).toBe(tanks * 3);
			expect(count(svg, "heat on")).toBe(1);
			const lone = { collector: fields === 1 && "Collector", tank: tanks === 1 && "Tank" } as const;
			const names = plant.parts.map(
				({ id, kind }) => (lone as Readonly<Record<string, string | false>>)[kind] || namesOf[id],
			);
			for (const name of names) expect(svg).toContain(`>${name}`);
			expect(count(html, "<h3>")).toBe(plant.outputs.length + (fields * tanks > 1 ? fields * tanks : 0));
		},
	);

	it("has straight pipes and no second drawing for a phone where there is one of each", async () => {
		const html = await shown(widePlant(1, 1), [at({})]);
		expect(count(html, '<svg class="scheme')).toBe(1);
		expect(count(drawnIn(html), 'class="pipe"')).toBe(2);
	});

	it("is on a phone what is in use, with the other parts as a list", async () => {
		const html = await shown(widePlant(2, 2), [at({}), at(CHARGING), at(CHARGING)]);
		const [phone = ""] = /<div class="narrow">.*?<\/dl>/s.exec(html) ?? [];
		expect([count(phone, 'class="panel '), count(phone, 'class="skin"'), count(phone, 'class="flow s60"')]).toEqual([
			1, 1, 2,
		]);
		expect(phone).toMatch(
			/<dt>West<\/dt><dd>70.0\u00a0°C<\/dd>.*<dt>Buffer<\/dt><dd>40.0\u00a0°C, 360\u00a0L usable<\/dd>/s,
		);
		const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("shows ? and no number for a part whose sensor is lost, and calls that an alarm", async () => {
		const lost: Scene = { ...at({}), read: ({ id }) => (id === "west_collector" ? fault("open") : 40) };
		const html = await shown(widePlant(2, 2), [lost]);
		expect(html).toContain(">?</text>");
		expect(html).toContain("Collector (West):");
		expect(html).toContain('<li class="alarm">');
	});

	it("escapes the names of owners", async () => {
		const plant = widePlant(2, 1);
		const parts = plant.parts.map((part) => ({ ...part, name: `<b>"${part.id}` }));
		expect(await shown({ ...plant, parts }, [at({})])).not.toContain("<b>");
	});
});

describe("the picture", () => {
	it("shortens a name between two characters", async () => {
		const plant = widePlant(2, 1);
		const parts = plant.parts.map((part) => ({ ...part, name: `${part.id.padEnd(12, "x")}🔥 of the house` }));
		const html = await shown({ ...plant, parts }, [at({})]);
		expect(drawnIn(html)).toContain("eastxxxxxxxx…");
		expect(html).not.toContain("\ufffd");
	});

	it("has pumps between all fields and tanks in the cold pipe, each at a place of its own", async () => {
		const plant = widePlant(4, 4);
		const [first, second] = plant.outputs;
		if (first === undefined || second === undefined) throw new Error("there are pumps");
		const parts = [...plant.parts, ...plant.parts.slice(0, 2).map((part) => ({ ...part, id: `other_${part.id}` }))];
		const circuits = plant.circuits.map((circuit, n) => ({ ...circuit, pump: n % 2 === 0 ? first : second }));
		const html = await shown({ ...plant, parts, circuits }, [at({})]);
		const places = [...drawnIn(html).matchAll(/<g class="pump"><circle cx="([\d.]+)" cy="398"/g)].map(([, x]) =>
			Number(x),
		);
		expect(places).toHaveLength(2);
		expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThan(32);
	});
});

describe("the sensors of a plant that measures more than temperatures", () => {
	const wide = widePlant(1, 2);
	const meter = (quantity: Quantity, id: string, index: number): Sensor => ({
		...sensor(id, "other", index),
		...{ quantity, range: KINDS[quantity].range },
	});
	const meters = [
		meter("flow", "flow_meter", wide.sensors.length),
		meter("pressure", "gauge", wide.sensors.length + 1),
		meter("contact", "switch", wide.sensors.length + 2),
	];
	const plant: Plant = { ...wide, sensors: [...wide.sensors, ...meters] };
	const VALUES: Readonly<Record<string, number>> = { flow_meter: 3.46, gauge: 1.254, switch: 1 };
	const scene: Scene = { ...at({}), read: ({ id }) => VALUES[id] ?? 40 };

	it("have the unit of their quantity, and are not called temperatures", async () => {
		const html = await shown(plant, [scene, scene], "", "sv");
		for (const figure of ["3,5\u00a0L/min", "1,25\u00a0bar", "40,0\u00a0°C"]) expect(html).toContain(`>${figure}<`);
		expect(html).toContain(">Mätvärden<");
		expect(html).not.toContain(">Temperaturer<");
	});

	it("tell their quantity, unit and value in the JSON", async () => {
		const { sensors } = JSON.parse(await shown(plant, [scene, scene], "api/snapshot"));
		expect(sensors.slice(-3)).toMatchObject([
			{ id: "flow_meter", quantity: "flow", unit: "L/min", value: 3.5 },
			{ id: "gauge", quantity: "pressure", unit: "bar", value: 1.25 },
			{ id: "switch", quantity: "contact", unit: "", value: 1 },
		]);
	});
});

describe("GET /api/snapshot", () => {
	it("has parts and circuits with their ends, valves, state and reason; percentages only of outputs with a level", async () => {
		const view = JSON.parse(await shown(widePlant(1, 2), [at({}), at(CHARGING), at(CHARGING)], "api/snapshot"));
		expect(view.parts[1]).toEqual({
			kind: "tank",
			id: "buffer",
			name: "Buffer",
			sensor: "buffer_tank",
			sensors: ["buffer_tank", "buffer_20", "buffer_60", "buffer_100"],
			heaters: ["buffer_heater"],
		});
		expect(view.circuits[1]).toMatchObject({
			id: "east_hot_water",
			name: "Collector → Hot water",
			from: "east",
			to: "hot_water",
			pump: "east_pump",
			valves: [{ valve: "valve", position: 100, stands: true }],
			priority: 2,
			runs: true,
			rank: expect.any(String),
			text: expect.any(String),
		});
		const states = view.outputs.map(({ id, state_text }: Record<string, string>) => `${id}: ${state_text}`);
		expect(states).toEqual(["east_pump: 60 %", "buffer_heater: off", "hot_water_heater: off", "valve: → Hot water"]);
	});
});
