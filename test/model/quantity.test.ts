import { describe, expect, it, test } from "@jest/globals";
import { isThermometer, measures, type Sensor, type Thermometer } from "#model/plant/plant.ts";
import { measured, type Readings, temperature } from "#model/plant/reading.ts";
import { asks, plausible, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { KINDS, QUANTITIES } from "#model/quantities/quantity.ts";
import type { Celsius, LitresPerMinute } from "#model/quantities/units.ts";
import { celsius, instant } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";

const [thermometer] = fakePlant().sensors;
if (thermometer === undefined) throw new Error("the fake plant has a collector");
const meter: Sensor<"flow"> = { ...thermometer, index: 1, role: "flow", quantity: "flow", range: plausible("flow") };
const at = instant(0);
const readings: Readings = [
	{ kind: "ok", value: celsius(60), at },
	{ kind: "ok", value: 3.5, at },
];

describe("a sensor", () => {
	it("gives values of its own quantity, and no other compiles", () => {
		const hot: Celsius | undefined = measured(readings, thermometer);
		const flow: LitresPerMinute | undefined = measured(readings, meter);
		expect([hot, flow, temperature(readings, thermometer)]).toEqual([60, 3.5, 60]);
		// @ts-expect-error a flow meter has no temperature
		expect(temperature(readings, meter)).toBe(3.5);
		// @ts-expect-error a flow is no temperature
		const wrong: Celsius | undefined = measured(readings, meter);
		// @ts-expect-error a rule that wants a temperature takes no sensor of an unknown quantity
		const any: Thermometer = meter as Sensor;
		expect([wrong, any]).toEqual([3.5, meter]);
	});

	it("is told by its quantity", () => {
		expect([thermometer, meter].map((sensor) => isThermometer(sensor))).toEqual([true, false]);
		expect(measures(meter, "flow")).toBe(true);
	});
});

describe("a role", () => {
	test.each(SENSOR_ROLES)("%s has a range within that of its quantity", (role) => {
		const { low, high } = plausible(role);
		const { range } = KINDS[asks(role) ?? "temperature"];
		expect(low).toBeLessThan(high);
		expect(low).toBeGreaterThanOrEqual(range.low);
		expect(high).toBeLessThanOrEqual(range.high);
	});

	test.each(QUANTITIES)("other can be a sensor of %s", (quantity) => {
		expect(asks("other")).toBeUndefined();
		expect(plausible("other", quantity)).toEqual(KINDS[quantity].range);
	});
});
