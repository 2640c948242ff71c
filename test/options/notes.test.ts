import { describe, expect, it, test } from "@jest/globals";
import { notesOn } from "#options/notes/notes.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { owner } from "./plants.ts";

const notes = (changes: Readonly<Record<string, unknown>>, source = "simulated:collector") => {
	const parsed = parse(owner({ sensors: [{ id: "collector", role: "collector", source }], ...changes }));
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const { options } = parsed;
	return notesOn(plantOf(options), settingsOf(options), options.site.time_zone).map(({ path, remedy }) => [
		path,
		remedy.code,
		remedy.facts,
	]);
};
const boil = (stop_at: number) => ({ boil_stop: { stop_at, release_below: 95 } });

describe("valid options that cannot work as they are meant", () => {
	it("are none of the defaults", () => expect(notes({})).toEqual([]));

	test.each([
		[109, 0],
		[110, 1],
		[120, 1],
	])("cooling from %d °C, where the boil stop stops the pump at 110 °C, is noted %d times", (start_at, times) => {
		expect(notes({ ...boil(110), collector_cooling: { start_at } })).toEqual(
			Array(times).fill(["collector_cooling.start_at", "cooling_never", { stop_at: 110 }]),
		);
	});

	test.each([
		[true, 94, 0],
		[true, 95, 1],
		[false, 95, 0],
	])("night cooling (%s) of a tank at %d °C, which is its maximum, is noted %d times", (enabled, tank_above, times) => {
		expect(notes({ night_cooling: { enabled, tank_above } })).toEqual(
			Array(times).fill(["night_cooling.tank_above", "night_cooling_never", { maximum: 95 }]),
		);
	});

	test.each([
		["one_wire:28-0123456789ab", 125, 0],
		["one_wire:28-0123456789ab", 126, 1],
		["one_wire:10-0123456789ab", 150, 1],
		["one_wire:3B-0123456789ab", 200, 0],
		["simulated:collector", 200, 0],
	])("a boil stop that %s cannot see (%d °C) is noted %d times", (source, stop_at, times) => {
		expect(notes(boil(stop_at), source)).toEqual(
			Array(times).fill(["boil_stop.stop_at", "boil_stop_unseen", { highest: 125 }]),
		);
	});

	test.each([
		["heater", "load_off", 0],
		["heater", "load_on", 1],
		["heater", "hold", 1],
		["pump", "load_on", 0],
	])("a %s whose rest is %s is noted %d times, as nothing limits the tank at rest", (role, rest, times) => {
		const outputs = [{ id: "one", role, target: "simulated:heater", rest }];
		expect(notes({ outputs })).toEqual(Array(times).fill(["outputs[0].rest", "heater_rests_on", {}]));
	});

	test.each([
		["simulated:collector/outlet", 0],
		["simulated:roof/outlet", 1],
		["simulated:tank/outlet", 1],
	])("%s, of a plant whose parts are collector and tank, is noted %d times", (source, times) => {
		expect(notes({}, source)).toEqual(
			Array(times).fill(["sensors[0].source", "no_such_part", { parts: "collector tank" }]),
		);
	});

	test.each([
		["Europe/Stockholm", 0],
		["UTC", 0],
		["Europe/Stokholm", 1],
		["CEST", 1],
	])("the time zone %s is noted %d times", (time_zone, times) => {
		expect(notes({ site: { time_zone } })).toEqual(Array(times).fill(["site.time_zone", "no_such_time_zone", {}]));
	});
});
