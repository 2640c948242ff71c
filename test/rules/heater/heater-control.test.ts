import { describe, expect, it, test } from "@jest/globals";
import { ALL_RULES } from "#app/control/rules.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { heaterControl } from "#rules/heater/heater-control.ts";
import { surplusPlant, Tank } from "./tank.ts";

const hold = (want: number) => [{ kind: "hold" as const, output: outputId("heater"), want: percent(want) }];

describe("the heater's comfort temperature", () => {
	test.each([
		[40.1, false, "heater_warm"],
		[40, true, "heater_comfort"],
		[39.9, true, "heater_comfort"],
	])("of 45 °C with 5 K: a tank of %d °C is heated: %s (%s)", (tank, on, code) => {
		const house = new Tank({ tank }).turn();
		expect([house.on, house.because.code]).toEqual([on, code]);
	});

	it("is reached and then left to sink", () => {
		const house = new Tank({ tank: 40 });
		house.minutes(43);
		expect([house.tank > 45, house.on]).toEqual([true, false]);
		house.weather = { drift: -0.5 };
		house.minutes(9 * 60);
		expect([house.tank > 40, house.on]).toEqual([true, false]);
		house.minutes(80);
		expect([house.tank > 40, house.on]).toEqual([true, true]);
	});

	it("is kept in the windows only", () => {
		const house = new Tank({ tank: 30, settings: { windows: "mo-fr 06:00-08:00", comfort: 60, surplus_target: 65 } });
		const hours = new Set<string>();
		house.minutes(7 * 1440, ({ on, clock }) => {
			if (on) hours.add(clock.slice(0, 5));
			house.tank = Math.min(house.tank, 50);
		});
		expect([...hours]).toEqual(
			["mo", "tu", "we", "th", "fr"]
				.flatMap((day) => [`${day} 06`, `${day} 07`, `${day} 08`])
				.filter((h) => !h.endsWith("08")),
		);
		expect(house.because.code).toBe("heater_outside");
	});

	it("goes by the sensor that was chosen, and rests without it", () => {
		const house = new Tank({ settings: { sensor: "tank_140" } }).turn();
		expect(house.on).toBe(true);
		house.weather = { lost: ["tank_140"] };
		expect([house.turn().on, house.because.code]).toEqual([false, "no_reading"]);
		const none = new Tank({ settings: { sensor: "attic" } }).turn();
		expect([none.on, none.because]).toEqual([false, { code: "heater_no_sensor", facts: { sensor: "attic" } }]);
	});

	it("is left alone while the function is off, as it is at first", () => {
		const house = new Tank({ tank: 10, settings: { mode: "off" } }).minutes(5);
		expect([house.on, house.because.code]).toEqual([false, "nobody_asks"]);
		expect(heaterControl.options.parse({}).mode).toBe("off");
		expect(house.turn(hold(100)).on).toBe(true);
	});

	it("ends the heat at once when the function is switched off", () => {
		const house = new Tank({}).turn();
		expect(house.on).toBe(true);
		expect(house.turn([{ kind: "setting", rule: "heater_control", field: "mode", value: "off" }]).on).toBe(false);
	});
});

describe("least times of the heater", () => {
	it("keep it on for five minutes, and off for five", () => {
		const house = new Tank({ tank: 40, settings: { hysteresis: 1, comfort: 41 } });
		house.turn();
		house.tank = 50;
		const states = [1, 2, 3, 4, 5, 6].map(() => house.turn().on);
		expect(states).toEqual([true, true, true, true, false, false]);
		house.tank = 30;
		const after = [1, 2, 3, 4, 5, 6].map(() => house.turn().on);
		expect(after).toEqual([false, false, false, true, true, true]);
	});

	it("never delay a person's hand, mode off or safety", () => {
		for (const intents of [hold(0), [{ kind: "mode" as const, mode: "off" as const }]]) {
			const house = new Tank({}).turn();
			expect([house.on, house.turn(intents).on]).toEqual([true, false]);
		}
		const hot = new Tank({}).turn();
		hot.tank = 80;
		expect([hot.turn().on, hot.because.code]).toEqual([false, "heater_cut_out"]);
	});
});

describe("the cut-out", () => {
	it("keeps the heater off at its value, also against a hand, until 5 K below", () => {
		const house = new Tank({ tank: 79.9 });
		expect(house.turn(hold(100)).on).toBe(true);
		house.tank = 80;
		expect([house.turn().on, house.because.code]).toEqual([false, "heater_cut_out"]);
		house.tank = 75;
		expect(house.turn(hold(100)).on).toBe(false);
		house.tank = 74.9;
		expect(house.turn(hold(100)).on).toBe(true);
	});

	it("is not released by the loss of the sensor that reached it, nor by a restart", () => {
		const house = new Tank({ tank: 80 }).turn();
		house.weather = { lost: ["tank_20", "tank_140"] };
		house.tank = 40;
		expect(house.turn(hold(100)).on).toBe(true);
		const layer = new Tank({ tank: 80 }).turn();
		layer.weather = { lost: ["tank"] };
		layer.tank = 40;
		layer.turn().restart();
		layer.weather = {};
		layer.tank = 79;
		expect([layer.turn(hold(100)).on, layer.because.code]).toEqual([false, "heater_cut_out"]);
	});
});

describe("a heater without effect", () => {
	it("is off after an hour, for twelve hours, and told with its tank", () => {
		const house = new Tank({ tank: 30 });
		house.weather = { dry: true };
		// Its board confirms it one turn later.
		house.minutes(61);
		expect([house.on, house.findings]).toEqual([true, []]);
		house.turn();
		expect([house.on, house.because.code, house.findings]).toEqual([false, "heater_no_effect", ["heater_kept_off"]]);
		expect(house.turn(hold(100)).on).toBe(false);
		house.restart().minutes(11 * 60);
		expect(house.on).toBe(false);
		house.weather = {};
		house.minutes(70);
		expect([house.on, house.findings]).toEqual([true, []]);
	});

	it("stays blocked when the function is switched off and on, and is allowed at once by 0 minutes", () => {
		const house = new Tank({ tank: 30 });
		house.weather = { dry: true };
		house.minutes(62);
		const set = (field: string, value: string | number) => [
			{ kind: "setting" as const, rule: "heater_control", field, value },
		];
		house.turn(set("mode", "off"));
		expect(house.findings).toEqual(["heater_kept_off"]);
		house.turn(set("mode", "on")).turn();
		expect([house.on, house.because.code, house.findings]).toEqual([false, "heater_no_effect", ["heater_kept_off"]]);
		house.turn(set("dry_run_after", 0)).turn(set("dry_run_after", 60)).minutes(6);
		expect([house.on, house.findings]).toEqual([true, []]);
	});

	it("is kept off in mode off too, also against a hand and after a restart, until its time has passed", () => {
		const house = new Tank({ tank: 30 });
		house.weather = { dry: true };
		house.minutes(62);
		house.turn([{ kind: "setting", rule: "heater_control", field: "mode", value: "off" }]);
		expect([house.turn(hold(100)).on, house.because.code]).toEqual([false, "heater_no_effect"]);
		house.restart().turn();
		expect([house.turn(hold(100)).on, house.because.code, house.findings]).toEqual([
			...[false, "heater_no_effect"],
			["heater_kept_off"],
		]);
		house.minutes(12 * 60);
		expect([house.turn(hold(100)).on, house.findings]).toEqual([true, []]);
	});

	it("is not told any more when its time has passed while the function was off", () => {
		const house = new Tank({ tank: 30 });
		house.weather = { dry: true };
		house.minutes(62);
		house.turn([{ kind: "setting", rule: "heater_control", field: "mode", value: "off" }]);
		house.minutes(11 * 60);
		expect(house.findings).toEqual(["heater_kept_off"]);
		expect(house.minutes(61).findings).toEqual([]);
	});

	it("is found too where its mode is switched off and on again and again", () => {
		const house = new Tank({ tank: 30 });
		house.weather = { dry: true };
		const mode = (value: string) => [{ kind: "setting" as const, rule: "heater_control", field: "mode", value }];
		for (let nth = 0; nth < 4; nth += 1) {
			house.turn(mode("on")).minutes(20);
			house.turn(mode("off")).minutes(10);
		}
		expect(house.findings).toEqual(["heater_kept_off"]);
	});

	it("is told once: what the check of heaters finds of it is the same", () => {
		const house = new Tank({ tank: 30, settings: { dry_run_after: 120 }, rules: ALL_RULES });
		house.weather = { dry: true };
		const told = new Set<string>();
		house.minutes(200, ({ findings }) => {
			told.add(findings.join(" "));
		});
		expect([...told]).toEqual(["", "heater_no_effect", "heater_kept_off"]);
	});

	test.each([
		["a tank that gets warmer", { drift: 0 }],
		["one from which as much is drawn at times", { drift: -8.5 }],
	])("is not %s", (_, weather) => {
		const house = new Tank({ tank: 20, settings: { comfort: 70, surplus_target: 75 } });
		house.weather = weather;
		house.minutes(240);
		expect([house.on, house.findings]).toEqual([true, []]);
	});

	it("is found too where it runs in short pieces", () => {
		const house = new Tank({ tank: 30, settings: { mode: "eco" } });
		for (let nth = 0; nth < 14; nth += 1) {
			house.weather = { dry: true, surplus_power: 4000 };
			house.minutes(6);
			house.weather = { dry: true, surplus_power: -9000 };
			house.minutes(6);
		}
		expect(house.findings).toEqual(["heater_kept_off"]);
	});
});

describe("surplus", () => {
	const eco = { mode: "eco" };
	it("heats further than comfort, in eco too", () => {
		const house = new Tank({ tank: 48, settings: eco });
		house.weather = { surplus_power: 3000 };
		expect([house.turn().on, house.because.code]).toEqual([true, "heater_surplus"]);
		house.minutes(200);
		expect([house.on, Math.round(house.tank)]).toEqual([false, 60]);
		expect(house.because.code).toBe("heater_full");
	});

	it("counts the heater's own power, which the meter does not show as fed in", () => {
		const house = new Tank({ tank: 30, settings: eco });
		house.weather = { surplus_power: 3200 };
		house.turn();
		// The meter sees 200 W left, and then a cloud that takes 600 W from the grid.
		house.weather = { surplus_power: 200 };
		expect(house.minutes(10).on).toBe(true);
		house.weather = { surplus_power: -500 };
		expect(house.minutes(1).on).toBe(false);
	});

	it("that is available whatever the heater does is taken as it is", () => {
		const house = new Tank({ tank: 30, settings: { ...eco, surplus_reading: "available" } });
		house.weather = { surplus_power: 3000 };
		expect(house.turn().on).toBe(true);
		house.weather = { surplus_power: 2501 };
		expect(house.minutes(10).on).toBe(true);
		house.weather = { surplus_power: 2500 };
		expect(house.minutes(1).on).toBe(false);
	});

	it("is a low price too", () => {
		const house = new Tank({ tank: 30, settings: { ...eco, price_below: 0.2, price_hysteresis: 0.05 } });
		const states = [0.21, 0.2, 0.25, 0.25, 0.25, 0.25, 0.25, 0.26].map((price) => {
			house.weather = { price };
			return house.turn().on;
		});
		expect(states).toEqual([false, true, true, true, true, true, true, false]);
	});

	it("is none when its sensor is lost", () => {
		const house = new Tank({ tank: 30, settings: eco });
		house.weather = { surplus_power: 5000 };
		house.minutes(6);
		house.weather = { surplus_power: 5000, lost: ["surplus_power"] };
		expect([house.turn().on, house.because.code]).toEqual([false, "heater_eco"]);
	});
});

describe("the ready-by time", () => {
	const ready = { mode: "eco", ready_by: "mo-fr 06:30, sa su 08:00", comfort: 50, margin: 30 };
	it("is kept, and the heater starts as late as it can", () => {
		const house = new Tank({ tank: 40, settings: { ...ready, heat_rate: 7.2 } });
		const began: string[] = [];
		let on = false;
		house.minutes(2 * 1440, (now) => {
			if (now.on && !on) began.push(now.clock);
			on = now.on;
			if (now.clock.endsWith("06:30")) expect(now.tank).toBeGreaterThan(49.9);
			if (now.clock.endsWith("07:00")) now.tank = 40;
		});
		// 10 K at 7.2 K an hour are 84 minutes, and half an hour to spare.
		expect(began).toEqual(["mo 04:36", "tu 04:36"]);
	});

	it("learns how fast the heater is", () => {
		const house = new Tank({ tank: 40, settings: ready, rate: 4 });
		const at: number[] = [];
		house.minutes(5 * 1440, (now) => {
			if (now.clock.endsWith("06:30")) at.push(Math.round(now.tank));
			if (now.clock.endsWith("07:00")) now.tank = 40;
		});
		expect(at[0]).toBeLessThan(50);
		expect(at.slice(1)).toEqual([50, 50, 50, 50]);
		expect(house.memory).toMatchObject({ pace: { learned: 4 } });
	});

	it("says when it begins, and rests without a clock", () => {
		const house = new Tank({ tank: 40, settings: { ...ready, heat_rate: 10 }, from: "mo 02:00" }).turn();
		// At 05:00, for an hour and half an hour more.
		expect(house.because).toMatchObject({ code: "heater_ready_later", facts: { left: 179 * 60 } });
		house.wall = UNTRUSTED;
		expect([house.turn().on, house.because.code]).toEqual([false, "heater_clock"]);
	});

	it("ends at that time, even if the clock jumps back meanwhile", () => {
		const house = new Tank({ tank: 20, settings: { ...ready, heat_rate: 10 }, from: "mo 04:00" });
		house.weather = { drift: -7.2, drawn: 0 };
		let ran = 0;
		house.minutes(300, (now) => {
			if (now.on) ran += 1;
			if (ran === 60) now.wall = { ...now.wall, minute_of_day: 12 * 60 };
		});
		expect(ran).toBeLessThanOrEqual(151);
		expect(house.on).toBe(false);
	});
});

describe("the sun first", () => {
	const charging = { collector: 70 };
	it("while it charges fast enough the heater waits, and says for how long", () => {
		const house = new Tank({ tank: 35, settings: { wait_for_sun: 120 } });
		house.weather = { ...charging, drift: 8 };
		// The pump starts in the first minute, and the heater too, which runs for five at least.
		house.minutes(7);
		expect([house.on, house.because.code]).toEqual([false, "heater_sun_measured"]);
		house.minutes(12);
		expect([house.on, house.because]).toMatchObject([false, { code: "heater_sun_does", facts: { rate: 8 } }]);
		house.minutes(60);
		expect([house.on, house.tank > 40, house.because.code]).toEqual([false, true, "heater_warm"]);
	});

	it("that is too slow is not waited for", () => {
		const house = new Tank({ tank: 35, settings: { wait_for_sun: 120 } });
		house.weather = { ...charging, drift: 2 };
		house.minutes(20);
		expect([house.on, house.because.code]).toEqual([true, "heater_comfort"]);
	});

	it("is waited for no longer than it was allowed, however slow it gets", () => {
		const house = new Tank({ tank: 30, settings: { wait_for_sun: 60, comfort: 45 } });
		house.weather = { ...charging, drift: 20 };
		house.minutes(20);
		expect(house.because.code).toBe("heater_sun_does");
		house.weather = { ...charging, drift: 1 };
		house.minutes(50);
		expect(house.on).toBe(true);
	});

	it("is not waited for when it does not shine", () => {
		const house = new Tank({ tank: 35, settings: { wait_for_sun: 480 } }).turn();
		expect([house.on, house.because.code]).toEqual([true, "heater_comfort"]);
	});
});

describe("a heater with levels", () => {
	const level = { min: percent(10), max: percent(100), step: percent(1) };
	it("follows what is left over, to its own full power", () => {
		const house = new Tank({ plant: surplusPlant({ heater: { level } }), tank: 30, settings: { mode: "eco" } });
		// A meter in front of a house that gives 2 kW: it shows what the heater leaves.
		const shown = [2000, 2000, 1000, 1000, 6000, -3000].map((free) => {
			house.weather = { surplus_power: free - house.level * 30 };
			return house.turn().level;
		});
		expect(shown[0]).toBe(50);
		expect(shown[1]).toBe(66);
		expect(shown.slice(2)).toEqual([33, 33, 100, 0]);
	});
});
