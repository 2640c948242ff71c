import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Viewer } from "../e2e/viewer.ts";
import { Browser } from "../fakes/browser.ts";
import * as announced from "./announced.ts";
import { DevicePage } from "./device-page.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";

const EXAMPLE = join(import.meta.dirname, "../../examples/options.two-tanks.json");
const written = JSON.parse(readFileSync(EXAMPLE, "utf8"));
type Written = { readonly kick?: number; readonly travel?: number };
/** Nothing waits for a least time, and hardly for the valve. */
const example = {
	...written,
	outputs: written.outputs.map(({ kick: _, travel, ...output }: Written) => ({
		...output,
		...(travel === undefined ? {} : { travel: 1 }),
		least_run: 0,
		least_rest: 0,
	})),
};

let house: House;
let viewer: Viewer;
const entity = async (id: string) => (await house.states()).get(id);

beforeAll(async () => {
	house = await House.open({ plant: example });
	viewer = new Viewer(house.broker);
	viewer.watch();
	house.start();
	await eventually(async () => expect((await house.states()).size).toBeGreaterThan(30), 60_000);
}, 180_000);
afterAll(async () => {
	viewer?.close();
	await house?.close();
});

describe("the example with two roofs and two tanks in a real Home Assistant", () => {
	it("has every entity as it is declared", async () => {
		await eventually(() => announced.expectAsDeclared(house), 60_000);
	});

	it("shows of each what the app says: flow, sun, speed, valve and temperatures of every part", async () => {
		await eventually(() => announced.expectAsSaid(house, viewer));
		const names = [...(await house.states()).values()].map(({ attributes }) => attributes["friendly_name"]);
		for (const name of ["East roof", "West roof", "Hot water Low", "Buffer Top", "Solar flow", "Solar pump"])
			expect(names).toContainEqual(expect.stringContaining(`Solar Heating ${name}`));
	});

	it("runs the pump at the speed that a person chooses", async () => {
		const level = [...announced.entities(house).values()].find(({ default_entity_id: id }) =>
			/^number\.\w*solar_pump_level$/.test(String(id)),
		)?.["default_entity_id"];
		await house.resident.calls("number.set_value", { entity_id: String(level), value: 45 });
		await eventually(async () => expect((await entity(String(level)))?.state).toBe("45"));
		await eventually(async () => {
			const { sensors } = await house.plant();
			const flow = sensors.find(({ id }) => id === "solar_flow");
			expect(flow).toMatchObject({ value: expect.closeTo(3.6, 6) });
		});
	});

	it("shows the diverter as a valve that leads somewhere, and offers nothing to operate it", async () => {
		const valve = await entity("valve.solar_heating_diverter_valve");
		expect(valve?.state).toMatch(/^(?:open|closed|opening|closing)$/);
		expect(valve?.attributes).toMatchObject({ way: expect.stringContaining("→"), supported_features: 0 });
	});

	it("draws its device page, and says nothing about us in its log", async () => {
		const browser = await Browser.start();
		try {
			const page = await DevicePage.open(browser, house);
			for (const name of ["Solar flow", "Diverter valve position", "Solar pump level"]) await page.shows(name);
			await page.picture("two-tanks");
		} finally {
			await browser.close();
		}
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
