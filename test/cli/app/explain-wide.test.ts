import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { plain } from "#app/answers/snapshot-json.ts";
import { explain } from "#cli/app/explain.ts";
import { read } from "#cli/app/hardware/read.ts";
import type { Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { type Serving, serveControl } from "#runtime/socket/control-socket.ts";
import { PLANT } from "../../app/house.ts";
import { output, ownersPlant, plantWith, type Scene, turns } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
let serving: Serving | undefined;
beforeEach(() => {
	desk = new Desk();
	desk.file("solar.json", PLANT);
	desk.file("data/x", "");
});
afterEach(async () => {
	if (serving?.kind === "serving") await serving.close();
	serving = undefined;
	desk.clear();
});
const flags = () => ({ options: "solar.json", data: desk.data });

const at = (levels: Readonly<Record<string, number>>): Scene => ({
	read: ({ id }) => (id.endsWith("collector") ? 70 : 40),
	effect: ({ id }) => ({ actual: percent(levels[id] ?? 0) }),
});
const RESTING = at({});
const CHARGING = at({ east_pump: 60, valve: 100 });

/** A controller of this plant answers. */
async function controls(plant: Plant, ...scenes: readonly Scene[]): Promise<void> {
	const snapshot = turns(scenes, plant).at(-1);
	if (snapshot === undefined) throw new Error("there is a last turn");
	serving = await serveControl(desk.data, { snapshot: async () => plain(snapshot, "en") }, () => undefined);
}
const lines = () => desk.out.split("\n");

describe("`explain` of a wide plant", () => {
	it("says of each circuit whether it runs and why; only the speed-controlled pump has a percentage", async () => {
		await controls(widePlant(1, 2), RESTING, CHARGING, CHARGING);
		expect(await explain(desk.machine(), flags())).toBe(0);
		const said = lines()
			.filter((line) => !line.startsWith(" "))
			.map((line) => line.split(". ")[0]);
		expect(said.slice(1, 7)).toEqual([
			"Collector → Buffer (east_buffer): at rest",
			"Collector → Hot water (east_hot_water): runs",
			"east_pump: 60 %",
			"buffer_heater: off",
			"hot_water_heater: off",
			"valve: → Hot water",
		]);
		expect(desk.out).toMatch(/runs\. \S.*\./);
	});

	it("says in a line of its own what limits a pump's speed", async () => {
		const slow: Scene = { ...at({ east_pump: 40 }), read: ({ id }) => (id.endsWith("collector") ? 52 : 40) };
		await controls(widePlant(1, 2), RESTING, slow, slow);
		await explain(desk.machine(), flags());
		const limit = "  Limited: The collector is 12.0 K warmer than the tank; full speed is from 20.0 K.";
		const above = (nth: number) => lines()[nth - 1]?.split(":")[0];
		const told = lines().flatMap((line, nth) => (line.endsWith(limit.slice(11)) ? [[above(nth), line]] : []));
		expect(told).toEqual([
			["Collector → Buffer (east_buffer)", limit],
			["east_pump", limit.replace("The collector", "Collector → Buffer: The collector")],
		]);
		desk.env = { ...desk.env, LANG: "de_DE.UTF-8" };
		await explain(desk.machine(), flags());
		expect(desk.out).toContain(
			"\n  Begrenzung: Der Kollektor ist 12,0 K wärmer als der Speicher; volle Drehzahl ab 20,0 K.\n",
		);
	});

	it("is in the language of the terminal, names and all", async () => {
		desk.env = { ...desk.env, LANG: "sv_SE.UTF-8" };
		await controls(widePlant(1, 2), RESTING, CHARGING);
		await explain(desk.machine(), flags());
		expect(desk.out).toContain("Solfångare → Hot water (east_hot_water): i vila. ");
		expect(desk.out).not.toContain("The collector");
		expect(desk.out).toContain("valve: rör sig.");
	});

	it("names what the owner named", async () => {
		const plant = widePlant(1, 2);
		const outputs = plant.outputs.map((one) => (one.id === "valve" ? { ...one, name: "Växelventil" } : one));
		await controls({ ...plant, outputs }, RESTING);
		await explain(desk.machine(), flags());
		expect(desk.out).toContain("Växelventil (valve): ");
	});

	it("as JSON has the circuits with their ends, valves and reasons", async () => {
		await controls(widePlant(1, 2), RESTING, CHARGING, CHARGING);
		await explain(desk.machine(), { ...flags(), json: true });
		const [{ circuits }] = desk.lines() as unknown as [{ circuits: unknown }];
		expect(circuits).toMatchObject([
			{ id: "east_buffer", from: "east", to: "buffer", runs: false, valves: [{ valve: "valve", position: 0 }] },
			{ id: "east_hot_water", pump: "east_pump", runs: true, because: expect.any(String), overruled: [] },
		]);
	});

	it("has a line for each output alone, where there is one of each", async () => {
		await controls(ownersPlant, RESTING);
		await explain(desk.machine(), flags());
		expect(
			lines()
				.filter((line) => /^\S/.test(line))
				.map((line) => line.split(/[ :]/)[0]),
		).toEqual(["Mode", "pump", "heater"]);
	});

	it("understands a controller of another version, which tells no parts and circuits", async () => {
		const snapshot = turns([RESTING], widePlant(1, 2)).at(-1);
		if (snapshot === undefined) throw new Error("there is a last turn");
		const { parts: _, circuits: __, ...older } = plain(snapshot, "en");
		serving = await serveControl(desk.data, { snapshot: async () => older }, () => undefined);
		expect(await explain(desk.machine(), flags())).toBe(0);
		expect(desk.out).toContain("east_pump: off.");
	});
});

describe("`read` of a wide plant", () => {
	it("has a percentage for what has levels, and says where the valve stands", async () => {
		await controls(widePlant(1, 2), RESTING, CHARGING, CHARGING);
		await read(desk.machine(), flags());
		expect(desk.out).toMatch(/^east_pump +60 %/m);
		expect(desk.out).toMatch(/^buffer_heater +off/m);
		expect(desk.out).toMatch(/^valve +→ Hot water/m);
	});

	it("never has a percentage for a relay, whatever its board says", async () => {
		await controls(plantWith([], [output("fan", "other", 0)]), at({ fan: 45 }));
		await read(desk.machine(), flags());
		await explain(desk.machine(), flags());
		expect(desk.out).not.toContain("%");
		expect(desk.out).toContain("fan: on.");
	});
});
