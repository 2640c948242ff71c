import { describe, expect, it } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { settingsOf } from "#options/plant/plant-of.ts";
import { owner } from "./plants.ts";

describe("good options", () => {
	it("of the owner's plant are valid", () => {
		expect(parse(owner()).kind).toBe("valid");
	});

	it("may be empty: every group has its defaults", () => {
		expect(parse({}).kind).toBe("valid");
	});

	it("default to what the controller did before", () => {
		const parsed = parse({});
		if (parsed.kind === "invalid") throw new Error("defaults are valid");
		expect(settingsOf(parsed.options)).toEqual({
			anti_seize: { enabled: false, hour: 12, run_for: 10 },
			boiler_charging: {
				...{ enabled: false, start_at: 6, stop_at: 4, minimum: 60, maximum: 60 },
				...{ hysteresis: 5, cool_at: 90 },
			},
			boil_stop: { stop_at: 150, release_below: 140 },
			circulation: {
				...{ mode: "thermal", windows: "06:00-22:00", warm_below: 40, warm_until: 45 },
				...{ run_for: 3, pause_for: 30 },
			},
			collector_cooling: { enabled: true, start_at: 90, release_below: 86, tank_up_to: 98, run_for: 30 },
			dead_man: {},
			drain_back: {
				...{ enabled: false, start_at: 10, hold_for: 60, fill_for: 5, settle_for: 2 },
				...{ attempts: 3, pause: 30, stop_at: 95 },
			},
			flow_control: { enabled: true, slow_at: 10, full_at: 20 },
			heat_dump: { start_at: 110, release_below: 105 },
			forecast_cooling: { enabled: false, sunny_from: 15, tank_above: 70, hysteresis: 5, colder_by: 5, cool_to: 20 },
			overheat_cooling: { enabled: true, tank_above: 87, hysteresis: 5, colder_by: 12, cool_to: 20, dull_below: 0 },
			frost_guard: { enabled: false, start_at: 4, stop_above: 6, tank_minimum: 5 },
			holiday: { enabled: false, days: 14, tank_above: 40, hysteresis: 5, colder_by: 5 },
			heater_control: {
				mode: "off",
				...{
					sensor: "auto",
					comfort: 45,
					hysteresis: 5,
					windows: "always",
					ready_by: "never",
					margin: 30,
					heat_rate: 0,
				},
				...{ wait_for_sun: 120, surplus_target: 60, surplus_from: 3000, surplus_hysteresis: 500 },
				...{ surplus_reading: "feed_in", price_below: 0, price_hysteresis: 0, least_on: 5, least_off: 5 },
				...{ cut_out: 80, dry_run_after: 60 },
			},
			legionella: {
				...{ enabled: false, sensor: "auto", target: 60, hold_for: 60, every: 7 },
				...{ start_at: "20:00", give_up_after: 240 },
			},
			manual: { hold_for: 60 },
			night_cooling: { enabled: false, tank_above: 80, hysteresis: 5, colder_by: 5, ends_at: 30 },
			return_preheating: { start_at: 6, stop_at: 4, summer_from: 20 },
			sensor_lost: {},
			solar_charging: { start_at: 8, stop_at: 4, collector_minimum: -25 },
			start_delay: { enabled: false, wait: 60, collector_below: 120 },
			store_exchange: {
				...{ enabled: false, start_at: 6, stop_at: 4, source_minimum: 10, target_maximum: 60 },
				hysteresis: 2,
			},
			store_priority: { enabled: false, run_for: 15, pause_for: 2, rise: 2, spread: false, spread_at: 40 },
			system_cooling: { enabled: false, start_at: 20, stop_at: 15, tank_up_to: 90 },
			target_charging: { enabled: false, target: 65, rise: 2 },
			tube_kick: { enabled: false, windows: "08:00-19:00", every: 30, run_for: 30 },
			tank_limit: { target: 75, hysteresis: 2, maximum: 95 },
		});
		expect(parsed.options).toMatchObject({
			mqtt: { host: "core-mosquitto", port: 1883, tls: false, base_topic: "solar", discovery_prefix: "homeassistant" },
			sensors: [],
			outputs: [],
			system_mode: "auto",
			language: "auto",
			log_level: "info",
			turn: 1,
			tank: { volume: 360 },
			heater: { power: 3000 },
		});
	});

	// #never-login-default
	it("never have a login by default", () => {
		const parsed = parse({});
		expect(parsed).toMatchObject({ kind: "valid", options: { mqtt: { username: "", password: "" } } });
	});
});
