import { describe, expect, it, test } from "@jest/globals";
import { NAMES } from "#demo/browser/names.ts";
import { type Chosen, chosenIn, optionsFor, PLANTS, SEASONS, type Season } from "#demo/browser/plants.ts";
import { decisions, RunningDemo, TURN } from "#demo/browser/running.ts";
import { VirtualPlant } from "#demo/browser/virtual-plant.ts";
import { LANGUAGES } from "#texts/say.ts";

const USUAL: Chosen = { plant: "one", season: "summer" };
const ALL = PLANTS.flatMap((plant) => (Object.keys(SEASONS) as Season[]).map((season): Chosen => ({ plant, season })));

test("the choice of an address; what is unknown is as usual", () => {
	expect(chosenIn("?plant=two&season=winter")).toEqual({ plant: "two", season: "winter" });
	expect(chosenIn("?plant=castle&season=")).toEqual(USUAL);
	expect(chosenIn("")).toEqual(USUAL);
});

describe("the plants", () => {
	it.each(ALL)("$plant in $season is valid and turns", async (chosen) => {
		const plant = new VirtualPlant(optionsFor(chosen, "de"), TURN);
		const { readings, outputs } = await plant.turn();
		expect(readings.map(({ kind }) => kind)).toEqual(plant.plant.sensors.map(() => "ok"));
		expect(outputs.map(({ fault }) => fault)).toEqual(plant.plant.outputs.map(() => undefined));
	});

	it.each(["sv", "de"] as const)("every name of the examples in %s", (language) => {
		const namesIn = (of: "en" | "sv" | "de") =>
			PLANTS.flatMap((plant) => {
				const { parts, circuits, sensors, outputs } = new VirtualPlant(
					optionsFor({ plant, season: "summer" }, of),
					TURN,
				).plant;
				return [...parts, ...circuits, ...sensors, ...outputs].flatMap(({ name }) =>
					name === undefined ? [] : [name],
				);
			});
		const english = namesIn("en");
		expect(english.length).toBeGreaterThan(40);
		expect(namesIn(language)).toEqual(english.map((name) => NAMES[language][name]));
	});
});

describe("a running demo", () => {
	it("charges the tank on a summer morning, and says so on its page", async () => {
		const demo = await RunningDemo.begun(USUAL, "en");
		const before = demo.parts().get("now");
		for (let n = 0; n < 60; n++) await demo.pass(1, 120);
		expect(demo.date().toISOString()).toBe("2026-06-21T10:30:00.000Z");
		expect(demo.parts().get("now")).not.toBe(before);
		expect(demo.parts().get("now")).toContain("The sun is charging the tank.");
	});

	it("goes on for at most a second after it was not watched", async () => {
		const demo = await RunningDemo.begun(USUAL, "en");
		await demo.pass(3600, 60);
		expect(demo.date().toISOString()).toBe("2026-06-21T08:31:00.000Z");
	});

	it("does what a button asks, also while it is paused", async () => {
		const demo = await RunningDemo.begun(USUAL, "en");
		await demo.pass(1, 0);
		expect(await demo.act("hold:pump:100:3600")).toBeUndefined();
		expect(demo.parts().get("outputs")).toContain("by hand");
		expect(await demo.act("release:pump")).toBeUndefined();
		expect(await demo.act("hold:nothing:100:3600")).toBe("There is no such output.");
		expect(await demo.act("drop tables")).toBe(await (await RunningDemo.begun(USUAL, "en")).act(undefined));
	});

	it.each(LANGUAGES)("has today's curves and a plan in %s", async (language) => {
		const demo = await RunningDemo.begun(USUAL, language);
		for (let n = 0; n < 30; n++) {
			await demo.pass(1, 600);
			demo.parts();
			await new Promise((go) => setImmediate(go));
		}
		expect(demo.parts().get("curves")).toContain("<svg");
	});
});

test("two runs decide the same, and not what another season decides", async () => {
	const told = await decisions(USUAL, 12);
	expect(told.length).toBeGreaterThan(15);
	expect(await decisions(USUAL, 12)).toEqual(told);
	expect(await decisions({ ...USUAL, season: "winter" }, 12)).not.toEqual(told);
});
