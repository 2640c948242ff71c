import { describe, expect, it } from "@jest/globals";
import { plausible } from "#model/plant/sensor-role.ts";
import { type Parsed, parse } from "#options/parse.ts";
import { devicesOf, driverOptions, plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { BOARD, owner } from "./plants.ts";

const options = (raw: unknown) => {
	const parsed: Parsed = parse(raw);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return parsed.options;
};
const RELAYS = "usb_relay_dev_serial_by_id_usb_1a86_USB_Serial_if00_port0";

describe("the plant that the options describe", () => {
	const plant = plantOf(options(owner()));

	it("has every sensor in its place, with its bus, channel and calibration", () => {
		expect(plant.sensors).toEqual([
			{
				id: "collector",
				index: 0,
				role: "collector",
				quantity: "temperature",
				source: "one_wire:28-0123456789ab",
				bus: "one_wire",
				channel: "28-0123456789ab",
				range: plausible("collector"),
				offset: 0,
			},
			{
				id: "tank",
				index: 1,
				role: "tank",
				quantity: "temperature",
				source: "one_wire:28-0123456789ac",
				bus: "one_wire",
				channel: "28-0123456789ac",
				range: plausible("tank"),
				offset: -0.5,
			},
			{
				id: "tank_140",
				index: 2,
				role: "tank_layer",
				quantity: "temperature",
				source: "one_wire:28-0123456789ad",
				bus: "one_wire",
				channel: "28-0123456789ad",
				range: plausible("tank_layer"),
				offset: 0,
				height: 140,
			},
		]);
	});

	it("has every output in its place, with its least times and wiring", () => {
		const usual = { rest: "load_off", least_run: 30, least_rest: 30, starts_per_hour: 0, bus: RELAYS };
		expect(plant.outputs).toEqual([
			{ ...usual, id: "pump", index: 0, role: "pump", target: `usb_relay:${BOARD}/1`, channel: "1", wiring: "no" },
			{
				...usual,
				id: "heater",
				index: 1,
				role: "heater",
				target: `usb_relay:${BOARD}/2`,
				channel: "2",
				wiring: "nc",
				excludes: "pump",
			},
		]);
	});

	it("knows its roles as those very sensors and outputs", () => {
		const { collector, tank, tank_sensors, pump, heater } = plant.roles;
		expect([collector, tank, ...tank_sensors]).toEqual([
			plant.sensors[0],
			plant.sensors[1],
			plant.sensors[1],
			plant.sensors[2],
		]);
		expect(pump).toBe(plant.outputs[0]);
		expect(heater).toBe(plant.outputs[1]);
	});

	it("is one circuit from the collector to the tank, which has its pump's id", () => {
		const [circuit] = plant.circuits;
		const [from, to] = plant.parts;
		const [collector, tank, layer] = plant.sensors;
		const [pump, heater] = plant.outputs;
		const judged = { from_sensor: collector, to_sensor: tank };
		expect(plant.circuits).toEqual([{ id: "pump", index: 0, from, to, pump, valves: [], priority: 1, ...judged }]);
		expect(plant.groups).toEqual([{ id: "pump", circuits: [circuit], pumps: [pump], valves: [] }]);
		expect(from).toEqual({ kind: "collector", id: "collector", sensor: collector, sensors: [collector], heaters: [] });
		expect(to).toEqual({ kind: "tank", id: "tank", sensor: tank, sensors: [tank, layer], heaters: [heater] });
		expect([circuit?.from, circuit?.to]).toEqual([from, to]);
	});

	it("leaves a role that is not wired absent", () => {
		const { roles, parts, circuits, ...rest } = plantOf(options({}));
		expect(roles).toEqual({ tank_sensors: [] });
		expect(parts.map((p) => [p.id, p.sensor, p.sensors, p.heaters])).toEqual([
			["collector", undefined, [], []],
			["tank", undefined, [], []],
		]);
		expect(circuits).toEqual([]);
		expect(rest).toEqual({
			sensors: [],
			outputs: [],
			groups: [],
			tank: { volume: 360 },
			heater: { power: 3000 },
			energy: { glycol: 0.4, cold_water: 10 },
		});
	});
});

describe("the devices that the options name", () => {
	it("are opened once each, with all channels that hang on them", () => {
		const devices = devicesOf(options(owner())).map(({ bus, driver, device, channels }) => [
			bus,
			driver.scheme,
			device,
			channels,
		]);
		expect(devices).toEqual([
			["one_wire", "one_wire", "", ["28-0123456789ab", "28-0123456789ac", "28-0123456789ad"]],
			[RELAYS, "usb_relay", BOARD, ["1", "2"]],
		]);
	});

	it("have a bus that is one topic level", () => {
		for (const { bus } of devicesOf(options(owner()))) expect(bus).toMatch(/^[A-Za-z0-9_-]+$/);
	});

	it("are none where nothing is wired", () => {
		expect(devicesOf(options({}))).toEqual([]);
	});

	it("are given their driver's group of options", () => {
		expect(driverOptions(options({ usb_relay: { gap: 30 } }))["usb_relay"]).toMatchObject({
			gap: 30,
			read_back: "auto",
		});
	});
});

it("the settings of a rule are its own group", () => {
	const settings = settingsOf(options({ solar_charging: { start_at: 10 } }));
	expect(settings["solar_charging"]).toMatchObject({ start_at: 10, stop_at: 4 });
	expect(settings["sensor_lost"]).toEqual({});
});
