import { describe, expect, it, test } from "@jest/globals";
import type { Measured } from "#drivers/driver.ts";
import { simulated } from "#drivers/simulated/simulated.ts";
import { type Instant, instant, percent, seconds } from "#model/quantities/units.ts";

/** An opened device whose time only passes when it is moved. */
const opened = (chosen: Record<string, unknown> = {}, channels: readonly string[] = []) => {
	const clock = { now: instant(1000) };
	const options = simulated.options.parse(chosen);
	const device = simulated.open("", channels, options, { tell: () => {}, now: (): Instant => clock.now });
	const later = (seconds: number) => {
		clock.now = instant(clock.now + seconds);
	};
	const temperature = async (channel: string) => toldBy(await device.read(channel));
	return { device, later, temperature };
};
const toldBy = (measured: Measured) => {
	if (measured.kind === "failed") throw new Error(measured.fault.code);
	return measured.value;
};
const image = (pump: boolean, heater = false) =>
	new Map([
		["pump", pump],
		["heater", heater],
	]);
const SENSORS = [
	...["collector", "tank", "return_line", "outdoor_air", "exhaust_air", "supply_air", "extract_air"],
	...["tank/0", "tank/20", "tank/75", "tank/140"],
];

describe("addresses of the simulated plant", () => {
	test.each(SENSORS)("%s is a sensor and no output", (address) => {
		expect(simulated.place(address, "sensors")).toEqual({ device: "", channel: address });
		expect(simulated.place(address, "outputs")).toBeUndefined();
	});
	test.each(["pump", "heater", "pump_speed"])("%s is an output and no sensor", (address) => {
		expect(simulated.place(address, "outputs")).toEqual({ device: "", channel: address });
		expect(simulated.place(address, "sensors")).toBeUndefined();
	});

	test.each(["", "Collector", "tank/", "tank/-1", "tank/020", "tank/141", "tank/1.5", "pump/1", "toString"])(
		"%j is none",
		(address) => {
			expect(simulated.place(address, "sensors")).toBeUndefined();
			expect(simulated.place(address, "outputs")).toBeUndefined();
		},
	);
});

describe("sensors of the simulated plant", () => {
	test.each(SENSORS)("%s tells a plausible temperature in sixteenths of a kelvin", async (address) => {
		const told = await opened().temperature(address);
		expect(told).toBeGreaterThan(-10);
		expect(told).toBeLessThan(80);
		expect(told * 16).toBe(Math.round(told * 16));
	});

	it("scatter a little and the same way for the same seed", async () => {
		const readings = async () => {
			const { temperature } = opened();
			return Promise.all(Array.from({ length: 50 }, () => temperature("tank/140")));
		};
		const told = await readings();
		expect(new Set(told).size).toBeGreaterThan(1);
		expect(Math.max(...told) - Math.min(...told)).toBeLessThan(0.5);
		expect(await readings()).toEqual(told);
	});

	test.each(["pump", "elsewhere"])("%s is none, and reading it fails", async (channel) => {
		expect(await opened().device.read(channel)).toEqual({
			kind: "failed",
			fault: { code: "missing", facts: { channel } },
		});
	});
});

describe("time of the simulated plant", () => {
	it("stands still while the controller's does", async () => {
		const { later, temperature } = opened({ cloudiness: 0 });
		later(600);
		const before = await temperature("collector");
		for (let count = 0; count < 100; count++) await temperature("collector");
		expect(Math.abs((await temperature("collector")) - before)).toBeLessThan(0.5);
	});

	it("makes up for an hour in one call, the outputs as they were", async () => {
		const { device, later, temperature } = opened({ cloudiness: 0 });
		await device.write(image(false));
		later(3600);
		await device.write(image(true));
		// The hour before the write was without pump: the collector is hot, the tank was not charged.
		expect(await temperature("collector")).toBeGreaterThan(80);
	});

	it("starts at the chosen day and hour", async () => {
		const winter = await opened({ day_of_year: 15, start_hour: 6 }).temperature("outdoor_air");
		const summer = await opened({ day_of_year: 196, start_hour: 15 }).temperature("outdoor_air");
		expect(summer - winter).toBeGreaterThan(10);
	});

	it("does not pass when the running time is put ahead", async () => {
		const { device, later, temperature } = opened({ start_hour: 3 });
		const before = await temperature("outdoor_air");
		later(12 * 3600);
		device.shift?.(seconds(12 * 3600));
		expect(Math.abs((await temperature("outdoor_air")) - before)).toBeLessThan(1);
	});
});

describe("outputs of the simulated plant", () => {
	it("are at rest when it is opened", async () => {
		expect(await opened().device.readBack()).toEqual(image(false));
	});

	it("are read back as written", async () => {
		const { device } = opened();
		expect(await device.write(image(true, true))).toEqual({ kind: "done", confirmed: image(true, true) });
		expect(await device.readBack()).toEqual(image(true, true));
	});

	it("are not changed by an image that names something else", async () => {
		const { device } = opened();
		const wrong = new Map([
			["pump", true],
			["collector", true],
		]);
		expect(await device.write(wrong)).toEqual({
			kind: "failed",
			fault: { code: "missing", facts: { channel: "collector" } },
		});
		expect(await device.readBack()).toEqual(image(false));
	});

	it("take levels for the speed alone, and coils for the others", async () => {
		expect(["pump", "heater", "pump_speed"].map((address) => simulated.sets?.(address))).toEqual([
			"switch",
			"switch",
			"level",
		]);
		const { device } = opened({}, ["pump_speed"]);
		const standing = await device.readBack();
		expect(standing?.get("pump_speed")).toBe(0);
		for (const wrong of [new Map([["pump_speed", true]]), new Map([["heater", percent(40)]])])
			expect(await device.write(wrong)).toMatchObject({ kind: "failed", fault: { code: "no_write" } });
		expect(await device.readBack()).toEqual(standing);
		await device.write(new Map([["pump_speed", percent(45)]]));
		expect((await device.readBack())?.get("pump_speed")).toBe(45);
	});

	it("carry more heat the faster the pump runs", async () => {
		const warmed = async (speed: number) => {
			const { device, later, temperature } = opened({ cloudiness: 0 }, ["pump_speed"]);
			await device.write(new Map([["pump_speed", percent(speed)]]));
			later(2 * 3600);
			return temperature("collector");
		};
		const [still, slow, fast] = [await warmed(0), await warmed(30), await warmed(100)];
		expect(still - slow).toBeGreaterThan(5);
		expect(slow - fast).toBeGreaterThan(1);
	});

	it("heat the tank: the pump from below, the heater above itself", async () => {
		const { device, later, temperature } = opened({ cloudiness: 0 });
		await device.write(image(true));
		const bottom = await temperature("tank/0");
		later(2 * 3600);
		expect((await temperature("tank/0")) - bottom).toBeGreaterThan(3);
		await device.write(image(false, true));
		const top = await temperature("tank/140");
		later(3600);
		expect((await temperature("tank/140")) - top).toBeGreaterThan(3);
	});

	it("keep the collector far from the stagnation it reaches without them", async () => {
		const [still, flowing] = [opened({ cloudiness: 0 }), opened({ cloudiness: 0 })];
		await flowing.device.write(image(true));
		still.later(4 * 3600);
		flowing.later(4 * 3600);
		expect(await still.temperature("collector")).toBeGreaterThan(130);
		expect(await flowing.temperature("collector")).toBeLessThan(80);
	});
});
