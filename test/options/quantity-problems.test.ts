import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import { simulated } from "#drivers/simulated/simulated.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { LANGUAGES, toldProblem } from "#texts/say.ts";
import { owner } from "./plants.ts";

const SENSOR = { id: "meter", source: "one_wire:28-0123456789ab" };

/** A sensor on the simulated plant, whose driver says that its addresses measure this. */
const withSource = (quantity: Quantity, changes: object) => {
	jest.spyOn(simulated, "measures").mockReturnValue(quantity);
	return parse(owner({ sensors: [{ ...SENSOR, source: "simulated:collector", ...changes }] }));
};
const problems = (parsed: ReturnType<typeof parse>) =>
	parsed.kind === "valid" ? [] : parsed.problems.map((one) => toldProblem("en", one));

describe("a source that measures something else than its role needs", () => {
	afterEach(() => void jest.restoreAllMocks());

	it("is refused: a thermometer as a flow meter", () => {
		const parsed = parse(owner({ sensors: [{ ...SENSOR, role: "flow" }] }));
		expect(problems(parsed)).toMatchObject([
			{
				path: "sensors[0].source",
				value: '"one_wire:28-0123456789ab"',
				remedy: expect.stringMatching(
					/^This source measures temperature, but the role needs flow\. Choose another source, or one of the roles collector, .*other\.$/,
				),
			},
		]);
	});

	it("is refused: a flow meter as the tank's sensor, in every language", () => {
		const parsed = withSource("flow", { role: "tank" });
		if (parsed.kind === "valid") throw new Error("a tank's sensor measures temperatures");
		const [refused] = parsed.problems;
		if (refused === undefined || parsed.problems.length > 1) throw new Error("one fault is one problem");
		expect(LANGUAGES.map((language) => toldProblem(language, refused).remedy)).toEqual([
			"This source measures flow, but the role needs temperature. Choose another source, or one of the roles flow, tap, other.",
			"Källan mäter flöde, men rollen behöver temperatur. Välj en annan källa, eller en av rollerna flow, tap, other.",
			"Diese Quelle misst Durchfluss, die Rolle braucht Temperatur. Eine andere Quelle wählen, oder eine der Rollen flow, tap, other.",
		]);
	});

	test.each([
		["flow", "flow", -100, 500],
		["flow", "other", -100, 500],
		["contact", "other", 0, 1],
		["humidity", "humidity", 0, 100],
		["temperature", "stove", -20, 200],
	] as const)("is accepted where they agree: %s as %s", (quantity, role, low, high) => {
		const parsed = withSource(quantity, { role });
		if (parsed.kind === "invalid") throw new Error("it is valid");
		expect(plantOf(parsed.options).sensors).toMatchObject([{ role, quantity, range: { low, high } }]);
	});
});

describe("an offset", () => {
	afterEach(() => void jest.restoreAllMocks());

	it("corrects temperatures only", () => {
		expect(problems(withSource("pressure", { role: "pressure", offset: 0.5 }))).toMatchObject([
			{ path: "sensors[0].offset", value: "0.5", remedy: expect.stringContaining("this source measures pressure") },
		]);
		expect(problems(withSource("pressure", { role: "pressure", offset: 0 }))).toEqual([]);
		expect(problems(withSource("temperature", { role: "other", offset: 0.5 }))).toEqual([]);
	});
});

describe("the entity of what a sensor measures", () => {
	afterEach(() => void jest.restoreAllMocks());
	const board = "usb_relay:/dev/ttyUSB0";
	const withOutput = (id: string, quantity: Quantity) => {
		jest.spyOn(simulated, "measures").mockReturnValue(quantity);
		const outputs = [{ id, role: "other", target: `${board}/1` }];
		return parse(owner({ sensors: [{ ...SENSOR, role: "other", source: "simulated:collector" }], outputs }));
	};

	it("has a key that no output may have", () => {
		expect(problems(withOutput("meter_flow", "flow"))).toMatchObject([
			{ path: "outputs[0].id", value: '"meter_flow"', code: "id_reserved", facts: { name: "meter_flow" } },
		]);
	});

	it("refuses no id that was valid before, while there is no such sensor", () => {
		for (const id of ["meter_flow", "garden_power", "tank_pressure", "wall_contact"])
			expect(problems(withOutput(id, id === "meter_flow" ? "power" : "flow"))).toEqual([]);
	});
});
