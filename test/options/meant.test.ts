import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { toldProblem } from "#texts/say.ts";

type Item = Readonly<Record<string, unknown>>;
const problems = (raw: Item) => {
	const parsed = parse(raw);
	const found = parsed.kind === "invalid" ? parsed.problems : [];
	for (const language of ["en", "sv", "de"] as const)
		for (const one of found) expect(toldProblem(language, one).remedy).toMatch(/^[^{}]{10,}\.$/);
	return found.map(({ path, remedy: { code, facts } }) => [path, code, facts["meant"]]);
};
const sensor = (role: string): Item => ({ sensors: [{ id: "one", role, source: "simulated:collector" }], outputs: [] });
const output = (role: string): Item => ({ sensors: [], outputs: [{ id: "one", role, target: "simulated:pump" }] });

describe("a role that is none is told with the one that is meant", () => {
	test.each([
		["kollektor", "collector"],
		["Kollektor", "collector"],
		["Kollektorfühler", "collector"],
		["Kollektorfuehler", "collector"],
		["solfångare", "collector"],
		["Solfångartemperatur", undefined],
		["colector", "collector"],
		["Collector", "collector"],
		["Speicher", "tank"],
		["Speicher oben", "tank_layer"],
		["ackumulatortank", "tank"],
		["tank_topp", "tank_layer"],
		["tank-bottom", "tank_layer"],
		["Rücklauf", "return_line"],
		["framledning", "flow_line"],
		["Außentemperatur", "outdoor_air"],
		["utetemperatur", "outdoor_air"],
		["vedpanna", "boiler"],
		["fnord", undefined],
		["", undefined],
		["Speicher Kollektor", undefined],
	])("%j: %s", (role, meant) => {
		expect(problems(sensor(role))).toEqual([["sensors[0].role", meant ? "meant_choice" : "no_choice", meant]]);
	});

	test.each([
		["Pumpe", "pump"],
		["elpatron", "heater"],
		["Heizstab", "heater"],
		["ventil", "valve"],
		["pmup", "pump"],
		["collector", undefined],
	])("of an output, %j: %s", (role, meant) => {
		expect(problems(output(role))).toEqual([["outputs[0].role", meant ? "meant_choice" : "no_choice", meant]]);
	});

	it("other choices and ids are guessed by their letters", () => {
		expect(problems({ preset: "resol_bs_4" })).toEqual([["preset", "meant_choice", "resol_bs4"]]);
		const circuits = [{ from: "collectr", to: "tank", pump: "pmup" }];
		const wired = { sensors: [], outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }], circuits };
		expect(problems({ ...wired, tanks: [{ id: "tank" }], collectors: [{ id: "collector" }] })).toEqual(
			expect.arrayContaining([
				["circuits[0].from", "meant_choice", "collector"],
				["circuits[0].pump", "meant_choice", "pump"],
			]),
		);
	});

	it("another number is no slip of the finger", () => {
		expect(problems({ preset: "resol_bs5" })).toEqual([["preset", "no_choice", undefined]]);
	});

	it("a text of any length is answered at once", () => {
		expect(problems(sensor("k".repeat(100_000)))[0]?.[1]).toBe("no_choice");
	});
});

describe("a part that is none is told with the one that is meant, by id or by name", () => {
	test.each([
		["bufer", "buffer"],
		["Östra tket", "ostra_taket"],
		["ÖSTRA TAKETT", "ostra_taket"],
		["Västra", undefined],
	])("%s: %s", (of, meant) => {
		const options = {
			collectors: [{ name: "Östra taket" }, { id: "west" }],
			tanks: [{ id: "buffer" }],
			sensors: [{ id: "one", role: "other", of, source: "simulated:collector" }],
			outputs: [],
		};
		expect(problems(options).find(([path]) => path === "sensors[0].of")?.[2]).toBe(meant);
	});
});
