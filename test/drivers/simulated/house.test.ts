import { describe, expect, it, test } from "@jest/globals";
import { simulated } from "#drivers/simulated/simulated.ts";
import { groupsOf } from "#model/plant/circuit.ts";
import type { Plant } from "#model/plant/plant.ts";
import { FULL, type Instant, instant, type OFF, percent, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { twoTanks } from "../../fakes/two-tanks.ts";

/** The diverter leads to `house` at rest and to `buffer` when energised; all outputs are simulated. */
const plant = (): Plant => {
	const two = twoTanks();
	const level = { min: percent(30), max: FULL, step: percent(5) };
	const outputs = two.outputs.map((output) => ({
		...output,
		bus: "simulated",
		channel: output.role === "pump" ? `${output.id}_speed` : String(output.id),
		...(output.role === "pump" ? { level } : {}),
	}));
	const [pump, diverter, heater] = outputs;
	if (!pump || !diverter || !heater) throw new Error("the fake plant has these");
	const parts = two.parts.map((part) => ({
		...part,
		heaters: part.heaters.map(() => heater),
		...(part.kind === "collector" ? { area: 10, azimuth: 120 } : { volume: two.tank.volume }),
	}));
	const part = (id: string) => parts.find((one) => one.id === id) ?? parts[0];
	const circuits = two.circuits.map((circuit) => ({
		...circuit,
		from: part(circuit.from.id) ?? circuit.from,
		to: part(circuit.to.id) ?? circuit.to,
		pump,
		valves: circuit.valves.map(({ position }) => ({ valve: diverter, position })),
	}));
	return { ...two, outputs, parts, circuits, groups: groupsOf(circuits) };
};

const opened = (chosen: Record<string, unknown> = {}) => {
	const clock = { now: instant(1000) };
	const options = simulated.options.parse({ cloudiness: 0, ...chosen });
	const ports = { tell: () => {}, now: (): Instant => clock.now, plant: plant() };
	const device = simulated.open("", ["pump_speed", "diverter"], options, ports);
	const reads = async (channel: string) => {
		const told = await device.read(channel);
		return told.kind === "value" ? told.value : told.fault.code;
	};
	const drives = (pump: number, diverter: boolean, heater = false) =>
		device.write(
			new Map<string, boolean | typeof OFF>([
				["pump_speed", percent(pump)],
				["diverter", diverter],
				["heater", heater],
			]),
		);
	const later = (by: number) => {
		clock.now = instant(clock.now + by);
	};
	return { device, reads, drives, later };
};

describe("addresses of a simulated house of parts", () => {
	test.each([
		["field/outlet", "temperature"],
		["field/return", "temperature"],
		["field/irradiance", "irradiance"],
		["buffer/coil", "temperature"],
		["buffer/0", "temperature"],
		["buffer/500", "temperature"],
		["flow/pump", "flow"],
		["flow/to_buffer", "flow"],
		["irradiance", "irradiance"],
	])("%s is a sensor of %s", (address, quantity) => {
		expect(simulated.place(address, "sensors")).toEqual({ device: "", channel: address });
		expect(simulated.measures?.(address)).toBe(quantity);
		expect(simulated.place(address, "outputs")).toBeUndefined();
	});

	test.each([
		["solar_pump", "switch"],
		["solar_pump_speed", "level"],
		["pump", "switch"],
	])("%s is an output that is a %s", (address, settable) => {
		expect(simulated.place(address, "outputs")).toEqual({ device: "", channel: address });
		expect(simulated.sets?.(address)).toBe(settable);
	});

	test.each(["field/outlet/1", "buffer/501", "buffer/05", "flow/", "flow/20", "Field/outlet", "field/inlet"])(
		"%s is none",
		(address) => {
			expect(simulated.place(address, "sensors")).toBeUndefined();
			expect(simulated.place(address, "outputs")).toBeUndefined();
		},
	);

	test.each([
		["field/outlet", false],
		["house/coil", false],
		["flow/pump", false],
		["flow/to_buffer", false],
		["tank/20", false],
		["outdoor_air", false],
		["roof/outlet", true],
		["house/outlet", true],
		["field/20", true],
		["flow/nothing", true],
	])("%s: whether this plant lacks it: %s", async (address, lacking) => {
		expect(simulated.lacks?.(address, "sensors", plant())).toBe(lacking);
		const told = await opened().reads(address);
		if (lacking) expect(told).toBe("missing");
		else expect(typeof told).toBe("number");
	});
});

describe("a simulated house with a stove, a tank and a pool", () => {
	const source = (id: string, role: string, of: string, address: string) => ({
		...{ id, role, of, source: `simulated:${address}` },
	});
	const pump = (id: string) => ({ id, role: "pump", target: `simulated:${id}` });
	const options = {
		sources: [{ id: "stove" }],
		tanks: [{ id: "buffer", volume: 800 }],
		sinks: [{ id: "pool" }],
		sensors: [
			source("jacket", "stove", "stove", "stove/outlet"),
			source("buffer_low", "tank", "buffer", "buffer/coil"),
			source("pool_water", "pool", "pool", "pool/coil"),
		],
		outputs: [pump("stove_pump"), pump("pool_pump")],
		circuits: [
			{ from: "stove", to: "buffer", pump: "stove_pump" },
			{ from: "buffer", to: "pool", pump: "pool_pump" },
		],
	};

	it("burns in the evening, warms the tank by its pump, and the pool by the other", async () => {
		const parsed = parse(options);
		if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
		const clock = { now: instant(0) };
		const ports = { tell: () => {}, now: (): Instant => clock.now, plant: plantOf(parsed.options) };
		const chosen = simulated.options.parse({ start_hour: 17, day_of_year: 172 });
		const device = simulated.open("", ["stove_pump", "pool_pump"], chosen, ports);
		const passes = async (hours: number, stove: boolean, pool: boolean) => {
			await device.write(
				new Map([
					["stove_pump", stove],
					["pool_pump", pool],
				]),
			);
			clock.now = instant(clock.now + hours * 3600);
			const told = ["stove/outlet", "buffer/70", "pool/coil"].map((address) => device.read(address));
			return (await Promise.all(told)).map((one) => (one.kind === "value" ? one.value : Number.NaN));
		};
		const [cold = 0, before = 0] = await passes(0.9, false, false);
		const [hot = 0, warm = 0, still = 0] = await passes(3, true, false);
		expect([hot > cold + 10, warm > before + 10]).toEqual([true, true]);
		const [, cooled = 0, pool = 0] = await passes(3, false, true);
		expect([cooled < warm - 5, pool > still]).toEqual([true, true]);
	});
});

describe("a simulated house of parts", () => {
	it("confirms a valve's relay at once, and moves heat to the other tank when the valve has travelled", async () => {
		const { device, reads, drives, later } = opened({ start_hour: 10 });
		await drives(100, false);
		later(60);
		expect(await reads("flow/to_house")).toBeCloseTo(6.7, 9);
		const written = await drives(100, true);
		expect(written).toEqual({ kind: "done", confirmed: await device.readBack() });
		expect((await device.readBack())?.get("diverter")).toBe(true);
		later(30);
		expect([await reads("flow/to_house"), await reads("flow/to_buffer")]).toEqual([3.3, 3.3].map(closely));
		later(30);
		expect([await reads("flow/to_house"), await reads("flow/to_buffer")]).toEqual([0, 6.7].map(closely));
	});

	it("charges the tank that the valve leads to, at the pump's speed", async () => {
		const [fast, slow] = [opened({ start_hour: 10 }), opened({ start_hour: 10 })];
		await fast.drives(100, true);
		await slow.drives(30, true);
		const before = Number(await fast.reads("buffer/coil"));
		for (const house of [fast, slow]) house.later(3600);
		expect(Number(await fast.reads("buffer/coil")) - before).toBeGreaterThan(3);
		expect(Number(await fast.reads("house/coil")) - before).toBeLessThan(1);
		expect(await slow.reads("flow/pump")).toBeCloseTo(2, 9);
		expect(Number(await slow.reads("field/outlet"))).toBeGreaterThan(Number(await fast.reads("field/outlet")) + 10);
	});

	it("sees more sun on a field to the south-east in the morning than in the evening", async () => {
		const [morning, evening] = [opened({ start_hour: 8 }), opened({ start_hour: 16 })];
		const sun = async ({ later, reads }: ReturnType<typeof opened>) => {
			later(60);
			return Number(await reads("field/irradiance"));
		};
		expect(await sun(morning)).toBeGreaterThan((await sun(evening)) + 300);
	});

	it("does not take a level on a relay, nor a relay's state on a level", async () => {
		const { device, drives } = opened();
		const wrong = [new Map([["diverter", percent(40)]]), new Map([["pump_speed", true]])];
		for (const image of wrong)
			expect(await device.write(image)).toEqual({
				kind: "failed",
				fault: { code: "no_write", facts: { channel: [...image.keys()][0] } },
			});
		expect(await device.readBack()).toEqual((await opened().device.readBack()) ?? "");
		expect((await drives(0, false)).kind).toBe("done");
	});

	it("does not age when the running time is put ahead", async () => {
		const { device, later, reads } = opened({ start_hour: 8 });
		const before = Number(await reads("outdoor_air"));
		later(8 * 3600);
		device.shift?.(seconds(8 * 3600));
		expect(Math.abs(Number(await reads("outdoor_air")) - before)).toBeLessThan(1);
	});
});

const closely = (value: number) => expect.closeTo(value, 9);
