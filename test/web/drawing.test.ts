import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { classOf, contrast, SHADES } from "#web/drawing/colours.ts";
import { drawPlant } from "#web/drawing/draw.ts";
import { layoutOf } from "#web/drawing/layout.ts";
import type { DrawingWords, DrawnLayer, DrawnPlant, DrawnStore } from "#web/drawing/plant.ts";
import { DRAWING_STYLE } from "#web/drawing/style.ts";

const WORDS: DrawingWords = {
	usable: "usable",
	or_more: "or more",
	at_40: "at 40 °C",
	by_hand: "by hand",
	unknown: "?",
	number: (value, digits) => value.toFixed(digits),
};
const drawn = (plant: DrawnPlant) => drawPlant(plant, { words: WORDS, label: "The plant" })?.text ?? "";
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;
const NONE: DrawnPlant = { sources: [], stores: [], flows: [], pumps: [], ways: [] };

const layers = (...temperatures: readonly (number | undefined)[]): readonly DrawnLayer[] =>
	temperatures.map((temperature) => ({
		share: 1 / temperatures.length,
		...(temperature !== undefined && { temperature }),
	}));
const tank = (more: Partial<DrawnStore> = {}): DrawnStore => ({
	id: "tank",
	kind: "tank",
	name: "Tank",
	layers: layers(62, 45, 31),
	heaters: [],
	...more,
});
const ROOF = { id: "roof", kind: "collector", name: "Roof", temperature: 71.4, panels: 3, sky: "sun" } as const;
const FLOW = { from: "roof", to: "tank", pump: "pump", runs: true, hot: 71.4, cold: 31 } as const;
const PUMP = { id: "pump", name: "Pump", state: "62 %", speed: 62, by_hand: false } as const;
const SIMPLE: DrawnPlant = { ...NONE, sources: [ROOF], stores: [tank()], flows: [FLOW], pumps: [PUMP] };

describe("the colours", () => {
	test.each(SHADES.map((shade) => [shade.name, shade] as const))("of %s carry their text", (_, { colour, ink }) => {
		expect(contrast(colour, ink)).toBeGreaterThanOrEqual(4.5);
	});

	it("change their hue at 40 °C, where water becomes usable", () => {
		expect(classOf(39.9)).not.toBe(classOf(40));
		const at = (name: string) => SHADES.find((shade) => shade.name === name)?.colour ?? "";
		const blueOverRed = (colour: string) =>
			Number.parseInt(colour.slice(5), 16) > Number.parseInt(colour.slice(1, 3), 16);
		expect([blueOverRed(at("t35")), blueOverRed(at("t40"))]).toEqual([true, false]);
	});

	test.each([
		[-40, "t0"],
		[0, "t0"],
		[64.9, "t60"],
		[65, "t65"],
		[250, "t115"],
		[undefined, "tx"],
	] as const)("%s °C is of class %s", (temperature, name) => {
		expect(classOf(temperature)).toBe(name);
	});
});

describe("the drawing", () => {
	it("is one picture with its sentence for screen readers", () => {
		expect(drawn(SIMPLE)).toMatch(/^<svg class="scheme simple " .* role="img" aria-label="The plant">.*<\/svg>$/s);
	});

	it("is nothing without parts, and the ventilation alone where there is no more", () => {
		expect(drawn(NONE)).toBe("");
		expect(drawn({ ...NONE, air: { title: "Heat recovery 79 %", text: "air" } })).toContain("79\u00a0%</tspan>");
	});

	it("shows what is not known with ? on a hatched ground, and never as a number", () => {
		const { temperature, ...lost } = ROOF;
		const svg = drawn({
			...SIMPLE,
			sources: [{ ...lost, name: "Roof" }],
			stores: [tank({ layers: layers(undefined, undefined), name: "Tank" })],
			pumps: [{ id: "pump", name: "Pump", state: "unknown", by_hand: false }],
			flows: [{ from: "roof", to: "tank", pump: "pump", runs: false }],
		});
		const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text);
		expect(texts).toEqual(["Roof", "?", "Pump", "unknown", "Tank", "?", "?"]);
		expect(count(svg, 'fill="url(#plant-lost)"')).toBe(3);
		expect(temperature).toBe(71.4);
	});

	it("says where only a part of the usable water is known, and shows no brace where there is none", () => {
		expect(drawn({ ...SIMPLE, stores: [tank({ usable: { litres: 440, at_least: true } })] })).toMatch(
			/440\u00a0L.*or more/s,
		);
		const cold = drawn({
			...SIMPLE,
			stores: [tank({ layers: layers(30, 20), usable: { litres: 0, at_least: false } })],
		});
		expect(cold).toContain(">0\u00a0L</text>");
		expect(cold).not.toContain('class="brace"');
	});

	test.each([
		[0, 10],
		[1, 10],
		[62, 70],
		[100, 100],
	])("at %d %% moves the fluid by the class s%d", (speed, pace) => {
		expect(count(drawn({ ...SIMPLE, pumps: [{ ...PUMP, speed }] }), `class="flow s${pace}"`)).toBe(2);
	});

	it("has no moving fluid in a circuit that does not run", () => {
		expect(drawn({ ...SIMPLE, flows: [{ ...FLOW, runs: false }] })).not.toMatch(/class="(flow|run|way)/);
	});

	it("says who is held by hand", () => {
		const heaters = [{ name: "Heater", state: "3.0 kW", on: true, by_hand: true }];
		const held = { ...SIMPLE, pumps: [{ ...PUMP, by_hand: true }], stores: [tank({ heaters })] };
		expect(count(drawn(held), ">by hand</text>")).toBe(2);
	});

	it("gives a circuit from tank to tank a line of its own below, and draws stove, circulation and pool", () => {
		const svg = drawn({
			...NONE,
			sources: [ROOF, { id: "stove", kind: "fire", name: "Stove", temperature: 64 }],
			stores: [
				tank(),
				tank({ id: "buffer" }),
				{ id: "line", kind: "circulation", name: "Circulation", layers: layers(38), heaters: [] },
				{ id: "pool", kind: "pool", name: "Pool", layers: layers(undefined), heaters: [] },
			],
			flows: [
				FLOW,
				{ ...FLOW, from: "stove", to: "buffer", pump: "stove_pump" },
				{ ...FLOW, from: "buffer", to: "tank", pump: "exchange" },
				{ ...FLOW, from: "tank", to: "line", pump: "line_pump" },
			],
			pumps: ["pump", "stove_pump", "exchange", "line_pump"].map((id) => ({ ...PUMP, id, name: id })),
		});
		expect([count(svg, 'class="gap"'), count(svg, 'class="flame"'), count(svg, 'class="sign"')]).toEqual([2, 1, 2]);
		for (const name of ["Stove", "Circulation", "Pool", "exchange", "line_pump"]) expect(svg).toContain(`>${name}`);
	});

	it("escapes every text from outside", () => {
		const evil = `"><script>alert(1)</script>`;
		const svg = drawn({
			...SIMPLE,
			sources: [{ ...ROOF, name: evil }],
			stores: [tank({ name: evil, heaters: [{ name: evil, state: evil, on: false, by_hand: false }] })],
			pumps: [{ ...PUMP, name: evil, state: evil }],
			air: { title: evil, text: evil },
		});
		expect(svg).not.toContain("<script");
	});
});

const word = fc.string({ maxLength: 30 });
const degrees = fc.option(fc.double({ min: -50, max: 300, noNaN: true }), { nil: undefined });
const warm = degrees.map((temperature) => (temperature === undefined ? {} : { temperature }));
const anyPlant: fc.Arbitrary<DrawnPlant> = fc
	.record({ sources: fc.integer({ min: 0, max: 4 }), stores: fc.integer({ min: 0, max: 5 }) })
	.chain(({ sources, stores }) => {
		const ids = [...Array(sources).keys()].map((n) => `s${n}`).concat([...Array(stores).keys()].map((n) => `t${n}`));
		const id = fc.constantFrom(...ids, "nowhere");
		const pump = fc.constantFrom("p0", "p1", "p2");
		return fc.record({
			sources: fc.tuple(
				...Array.from({ length: sources }, (_, n) =>
					fc
						.record({ kind: fc.constantFrom("collector" as const, "fire" as const), name: word, at: warm })
						.map(({ at, ...rest }) => ({ id: `s${n}`, panels: 3, ...rest, ...at })),
				),
			),
			stores: fc.tuple(
				...Array.from({ length: stores }, (_, n) =>
					fc
						.record({
							kind: fc.constantFrom("tank" as const, "pool" as const, "circulation" as const, "heat_dump" as const),
							name: word,
							layers: fc.array(warm, { minLength: 1, maxLength: 14 }),
							litres: fc.option(fc.double({ min: 0, max: 5000, noNaN: true }), { nil: undefined }),
							heaters: fc.array(fc.record({ name: word, state: word, on: fc.boolean(), by_hand: fc.boolean() }), {
								maxLength: 3,
							}),
						})
						.map(({ layers: all, litres, ...rest }) => ({
							id: `t${n}`,
							...rest,
							layers: all.map((one) => ({ ...one, share: 1 / all.length })),
							...(litres !== undefined && { usable: { litres, at_least: false } }),
						})),
				),
			),
			flows: fc.array(fc.record({ from: id, to: id, pump, runs: fc.boolean(), hot: fc.constant(50) }), {
				maxLength: 8,
			}),
			pumps: fc.constant(["p0", "p1", "p2"].map((one) => ({ ...PUMP, id: one }))),
			ways: fc.array(
				fc.record({ part: id, end: fc.constantFrom("from" as const, "to" as const), open: fc.boolean() }),
				{ maxLength: 5 },
			),
		});
	});

describe("the drawing of any plant", () => {
	it("is well-formed, within its frame, without a number that is none", () => {
		fc.assert(
			fc.property(anyPlant, (plant) => {
				const svg = drawn(plant);
				expect(svg).not.toMatch(/undefined|NaN|Infinity|style=/);
				const opened = svg.match(/<[a-zA-Z][^>]*[^/]>/g)?.length ?? 0;
				expect(opened).toBe(svg.match(/<\//g)?.length ?? 0);
				const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
				expect(new Set(ids).size).toBe(ids.length);
			}),
		);
	});

	it("has no two pumps and no two parts at one place, and all of them inside", () => {
		fc.assert(
			fc.property(anyPlant, (plant) => {
				const { pumps, stores, sources, width, height } = layoutOf(plant);
				const places = [...pumps, ...stores, ...sources].map(({ x, y }) => `${x} ${y}`);
				expect(new Set(places).size).toBe(places.length);
				for (const { x, y } of [...stores, ...sources]) expect(x >= 0 && x < width && y < height).toBe(true);
			}),
		);
	});
});

describe("the module", () => {
	it("needs neither a DOM nor Node, so that it can be used in any browser", () => {
		const folder = join(import.meta.dirname, "../../src/web/drawing");
		for (const file of readdirSync(folder)) {
			const source = readFileSync(join(folder, file), "utf8");
			const imports = [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => from ?? "");
			expect(imports.filter((from) => !/^\.\/|^\.\.\/html\.ts$/.test(from))).toEqual([]);
			expect(source).not.toMatch(/\b(?:document|window|process|Date|setTimeout|require)\b\s*[.(]/);
		}
	});

	it("stands still for those who want less motion, and moves faster with a faster pump", () => {
		expect(DRAWING_STYLE).toMatch(/prefers-reduced-motion: reduce\) \{ \.scheme \.flow \{ animation: none/);
		const periods = [...DRAWING_STYLE.matchAll(/animation-duration: ([\d.]+)s/g)].map(([, s]) => Number(s));
		expect(periods).toHaveLength(10);
		expect(periods).toEqual(periods.toSorted((a, b) => b - a));
	});
});
