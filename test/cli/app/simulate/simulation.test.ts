import { describe, expect, it, test } from "@jest/globals";
import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { lived } from "#cli/app/simulate/life.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";

const OPTIONS = {
	sensors: [
		{ id: "roof", role: "collector", source: "one_wire:28-0123456789a0" },
		{ id: "store", role: "tank", source: "one_wire:28-0123456789a1" },
		{ id: "layer", role: "tank_layer", height: 140, source: "one_wire:28-0123456789a2" },
		{ id: "meter", role: "flow", source: "simulated:flow/pump" },
		{ id: "garden", role: "outdoor_air", source: "one_wire:28-0123456789a3" },
		{ id: "letters", role: "other", source: "one_wire:28-0123456789a4" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "usb_relay:/dev/serial/by-id/board/1" },
		{ id: "heater", role: "heater", target: "usb_relay:/dev/serial/by-id/board/2" },
	],
};

const planned = (options: object) => {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return { plant: plantOf(parsed.options), settings: settingsOf(parsed.options) };
};
const usual = () => planned(USUAL_PLANT);

const simulated = (faults: readonly PlantFault[] = [], hour = 0) => {
	const { plant, settings } = planned(OPTIONS);
	const site = { ...siteOf("stockholm"), cloudiness: 0, start: { day_of_year: 172, hour } };
	const design = houseFor(plant, site, ({ id }) => id);
	return new Simulation({ plant, rules: ALL_RULES, settings, design, faults, turn: seconds(30) });
};
const run = (one: Simulation, hours: number, seen: (one: Simulation) => void = () => undefined) => {
	const until = one.passed + hours * 3600;
	while (one.passed < until) {
		one.turn();
		seen(one);
	}
	return one;
};
const readingOf = (one: Simulation, id: string) =>
	one.state.readings[one.bound.plant.sensors.find((sensor) => sensor.id === id)?.index ?? -1];
const wanted = (one: Simulation, id: string) =>
	one.decision?.verdicts[one.bound.plant.outputs.find((output) => output.id === id)?.index ?? -1];

describe("the core over a simulated plant", () => {
	it("charges on a clear day, by sensors of any make, and gives none a value that the simulator has not", () => {
		const one = run(simulated(), 14);
		expect(one.house.energies.solar_kwh).toBeGreaterThan(5);
		expect(readingOf(one, "roof")).toMatchObject({ kind: "ok" });
		expect(readingOf(one, "layer")).toMatchObject({ kind: "ok" });
		expect(readingOf(one, "garden")).toMatchObject({ kind: "ok" });
		expect(readingOf(one, "letters")).toMatchObject({ kind: "unknown" });
	});

	it("gives the same life every time", () => {
		const life = () => run(simulated(), 24).house.energies;
		expect(life()).toEqual(life());
	});

	it("shows the clock of the place, in a year that begins on a Thursday", () => {
		const one = run(simulated([{ fault: "clock_wrong", from: 7200 }]), 1);
		expect(one.wall).toEqual({ date: "2026-06-21", minute_of_day: 60, weekday: 7, trusted: true });
		expect(run(one, 1.5).wall.minute_of_day).toBe(210);
	});
});

describe("cloudless days in summer, with default options", () => {
	test.each(["stockholm", "wuerzburg", "athens"] as const)(
		"have few starts, no tank above its maximum, and no steam in %s",
		async (place) => {
			const { plant, settings } = usual();
			const site = { ...siteOf(place), cloudiness: 0, start: { day_of_year: 170, hour: 0 } };
			const design = houseFor(plant, site, ({ id }) => id);
			const life = await lived({ plant, rules: ALL_RULES, settings, design, turn: seconds(30) }, 4);
			expect(life?.days.map(({ starts }) => starts <= 12 && starts > 0)).toEqual([true, true, true, true]);
			expect(life?.figures.boil_hours).toBe(0);
			expect(life?.figures.hottest_tank).toBeLessThan(96);
		},
	);
});

describe("a fault in the simulation", () => {
	test.each([
		{ fault: "sensor_open", reading: { kind: "broken", fault: { code: "open" } } },
		{ fault: "sensor_short", reading: { kind: "broken", fault: { code: "short" } } },
		{ fault: "bus_lost", reading: { kind: "broken", fault: { code: "no_answer" } } },
	] as const)("loses the sensor, so the pump rests: $fault", ({ fault, reading }) => {
		const one = run(simulated([{ fault, from: 12 * 3600 }]), 13);
		expect(readingOf(one, "roof")).toMatchObject(reading);
		expect(wanted(one, "pump")).toMatchObject({ want: 0, because: { code: "sensor_lost" } });
	});

	it("keeps an output as it was while its board does not answer", () => {
		const one = run(simulated([{ fault: "bus_lost", from: 12 * 3600 }]), 11.9);
		expect(one.house.flow("pump")).toBeGreaterThan(0);
		run(one, 1);
		expect(one.house.flow("pump")).toBeGreaterThan(0);
	});

	it("is a controller without power: the pump stands still, steam comes, and the start after it charges no steam", () => {
		const cut: PlantFault = { fault: "power_cut", from: 10 * 3600, until: 13 * 3600 };
		const one = run(simulated([cut]), 12.5);
		expect(one.decision).toBeUndefined();
		expect([one.house.flow("pump"), one.house.layout.fields.get("collector")?.blocked]).toEqual([0, true]);
		run(one, 0.6);
		expect(one.decision).toBeDefined();
		expect(readingOf(one, "roof")).toMatchObject({ kind: "ok" });
	});

	it("is a meter that sees no flow while the pump runs", () => {
		const one = run(simulated([{ fault: "pump_dead", from: 0 }]), 10);
		expect(wanted(one, "pump")?.want).toBe(100);
		expect(readingOf(one, "meter")).toMatchObject({ kind: "ok", value: 0 });
	});
});
