import { describe, expect, it, test } from "@jest/globals";
import { levelOf } from "#model/decision/claim.ts";
import type { Intent } from "#model/decision/intent.ts";
import { FAULT_CODES, fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { outputId } from "#model/plant/plant.ts";
import { type Instant, percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { sensorLost } from "#rules/safety/sensor-lost.ts";
import { ask, fakePlant, Play, play, situation, without } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const claimed = (readings: Parameters<typeof situation>[1], plant: Plant = fakePlant()) =>
	ask(sensorLost, situation({}, readings, { plant }), {}).claims.map((c) => [
		c.on.id,
		levelOf(c),
		c.rank,
		c.because.code,
	]);
const hold = (output: string): Intent => ({ kind: "hold", output: outputId(output), want: percent(100) });

describe("law 5: collector or tank lost, pump off; tank lost, heater off; a person cannot lift it", () => {
	const stale = { kind: "stale", at: 0 as Instant } as const;
	const broken = { kind: "broken", fault: fault("open") } as const;

	test.each([
		["nothing", { collector: 60, tank: 50 }, []],
		["a stale collector", { collector: stale, tank: 50 }, [["pump", "sensor_lost"]]],
		["a broken collector", { collector: broken, tank: 50 }, [["pump", "sensor_lost"]]],
		["a collector not read yet", { tank: 50 }, [["pump", "sensor_awaited"]]],
		[
			"a stale tank",
			{ collector: 60, tank: stale },
			[
				["pump", "sensor_lost"],
				["heater", "sensor_lost"],
			],
		],
		[
			"a broken tank",
			{ collector: 60, tank: broken },
			[
				["pump", "sensor_lost"],
				["heater", "sensor_lost"],
			],
		],
		[
			"a tank not read yet",
			{ collector: 60 },
			[
				["pump", "sensor_awaited"],
				["heater", "sensor_awaited"],
			],
		],
		["a lost layer", { collector: 60, tank: 50, tank_20: broken }, []],
	])("%s", (_, readings, forbidden) => {
		expect(claimed(readings)).toEqual(forbidden.map(([output, code]) => [output, 0, "safety", code]));
	});

	it("also where the circuit compares other sensors of its parts, because limits go by those of the parts", () => {
		const plant = fakePlant();
		const [layer, line] = plant.roles.tank_sensors.slice(1);
		const circuits = plant.circuits.map((circuit) => ({ ...circuit, from_sensor: line, to_sensor: layer }));
		const readings = { collector: 60, tank: 50, tank_20: 40, tank_140: 60 };
		const lost = (changes: Parameters<typeof situation>[1]) =>
			claimed({ ...readings, ...changes }, { ...plant, circuits });
		const pump = ["pump", 0, "safety", "sensor_lost"];
		expect(lost({})).toEqual([]);
		expect(lost({ collector: broken })).toEqual([pump]);
		expect(lost({ tank: broken })).toEqual([pump, ["heater", 0, "safety", "sensor_lost"]]);
		expect([lost({ tank_20: broken }), lost({ tank_140: broken })]).toEqual([[pump], [pump]]);
	});

	it("ignores a sensor that is not wired", () => {
		expect(claimed({ tank: 50 }, without(fakePlant(), "collector"))).toEqual([]);
		expect(claimed({ collector: 50 }, without(fakePlant(), "tank"))).toEqual([]);
	});

	test.each(FAULT_CODES)("a pump that runs stops within 30 s of %s, though a person holds it, and says so", (code) => {
		const plays = new Play({ rules });
		expect(plays.turn({ t: 0, collector: 70, tank: 50, intents: [hold("pump"), hold("heater")] }).on.pump).toBe(true);
		expect(plays.turn({ t: 29, tank: fault(code) }).on.pump).toBe(true);
		const lost = plays.turn({ t: 30, tank: fault(code) });
		expect(lost).toMatchObject({ on: { pump: false, heater: false }, activity: "fault" });
		expect(lost.because.pump).toEqual({ code: "sensor_lost", facts: { sensor: "tank", fault: code } });
	});

	it("a collector at 20 °C with a missing tank sensor is no gain: the pump stays off", () => {
		expect(play({ rules }, [{ collector: 20 }])[0]).toMatchObject({ on: { pump: false }, activity: "starting" });
	});

	it("a frozen sensor stops the pump as well", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, collector: 70, tank: 50 });
		expect(plays.turn({ t: 29.9, collector: "silent" }).on.pump).toBe(true);
		expect(plays.turn({ t: 30, collector: "silent" })).toMatchObject({ on: { pump: false }, activity: "fault" });
	});

	it("control goes on as soon as the readings are back", () => {
		const plays = new Play({ rules });
		plays.turn({ collector: 70, tank: 50 });
		expect(plays.turn({ tank: fault("open") }).on.pump).toBe(false);
		expect(plays.turn({ tank: 50 })).toMatchObject({ on: { pump: true }, activity: "heating" });
	});

	it("a stagnating collector that climbs fast is not lost", () => {
		const plays = new Play({ rules });
		plays.turn({ t: 0, collector: 60, tank: 50 });
		expect(plays.turn({ t: 5, collector: 120 }).activity).toBe("collector_cooling");
	});
});
