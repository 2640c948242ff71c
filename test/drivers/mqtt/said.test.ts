import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { spotAt } from "#drivers/mqtt/address.ts";
import { saidOf } from "#drivers/mqtt/said.ts";
import { UNIT_NAMES, unitNameOf, unitOf } from "#model/quantities/conversion.ts";
import type { Quantity } from "#model/quantities/quantity.ts";

const said = (address: string, payload: string, unit?: string, quantity: Quantity = "temperature") => {
	const spot = spotAt(address);
	if (spot === undefined) throw new Error(address);
	const { measured } = saidOf(payload, spot, { quantity, ...(unit !== undefined && { unit }) });
	return measured?.kind === "failed" ? measured.fault.code : measured?.value;
};

describe("what devices publish", () => {
	test.each([
		// zigbee2mqtt, and a sensor that is lost or was never heard.
		["z#/temperature", '{"battery":97,"humidity":45.2,"linkquality":84,"temperature":21.43}', 21.43],
		["z#/temperature", '{"linkquality":84,"temperature":null}', "unavailable"],
		["z#/temperature", '{"action":"single","linkquality":84}', undefined],
		// Tasmota: one message for all sensors, null for a DS18B20 that does not answer.
		[
			"t#/DS18B20/Temperature",
			'{"Time":"2026-11-30T03:00:00","DS18B20":{"Id":"0316A27949FF","Temperature":57.9},"TempUnit":"C"}',
			57.9,
		],
		[
			"t#/DS18B20/Temperature",
			'{"Time":"2026-11-30T03:00:00","DS18B20":{"Id":"0316A27949FF","Temperature":null},"TempUnit":"C"}',
			"unavailable",
		],
		// ESPHome: plain text, nan for a sensor that is lost.
		["esp", "57.3", 57.3],
		["esp", "nan", "unavailable"],
		// Shelly, generation 2.
		["s#/tC", '{"id":100,"tC":61.4,"tF":142.5}', 61.4],
		["s#/tC", '{"id":100,"tC":null,"tF":null,"errors":["read"]}', "unavailable"],
		[
			"s#/params/temperature:100/tC",
			'{"method":"NotifyStatus","params":{"ts":1.5,"temperature:100":{"id":100,"tC":61.4}}}',
			61.4,
		],
		[
			"s#/params/temperature:100/tC",
			'{"method":"NotifyStatus","params":{"ts":1.5,"switch:0":{"id":0,"output":true}}}',
			undefined,
		],
		// Home Assistant's statestream.
		["h", "47.5", 47.5],
		["h", "unavailable", "unavailable"],
		["h", "unknown", "unavailable"],
		["h", "None", "unavailable"],
		// Others.
		["p", "61,4", 61.4],
		["p", " -3.5\n", -3.5],
		["p", "+0", 0],
		["p", "1.2e2", 120],
		["p", ".5", 0.5],
		["p#/t", '{"t":"61,4"}', 61.4],
		["p#/list/1", '{"list":[1,2]}', 2],
		["p", "", "unavailable"],
		["p", "N/A", "unavailable"],
		["p", "61.4 °C", "no_number"],
		["p", "1.234,5", "no_number"],
		["p", "0x10", "no_number"],
		["p", "Infinity", "no_number"],
		["p", "ON", "no_number"],
		["p#/t", '{"t":nan}', "no_number"],
		["p#/t", '{"t":1e999}', "no_number"],
		["p#/t", '{"t":true}', "no_number"],
		["p#/t", '{"t":[61]}', "no_number"],
		["p#/t", "{", "no_number"],
		["p#/t", "61.4", undefined],
		["p#/t", "[".repeat(60_000), "no_number"],
	])("%s: %j is %j", (address, payload, wanted) => {
		expect(said(address, payload)).toBe(wanted);
	});

	it("of any bytes is a number, a fault or nothing, and never throws", () => {
		const bytes = fc.uint8Array({ minLength: 1500, maxLength: 2500 });
		const near = fc.constantFrom('{"t":', '{"t":61.4', "[1,", '"', "6", "");
		let seen = 0;
		fc.assert(
			fc.property(near, bytes, near, (before, garbage, after) => {
				const payload = `${before}${Buffer.from(garbage).toString()}${after}`;
				seen += garbage.length;
				for (const address of ["p", "p#/t", "p#/0"])
					expect(["no_number", "unavailable", undefined]).toContain(said(address, payload));
			}),
			{ numRuns: 550 },
		);
		expect(seen).toBeGreaterThan(1e6);
	});

	it("of any JSON is a finite number, a fault or nothing", () => {
		fc.assert(
			fc.property(fc.json(), fc.constantFrom("p", "p#/", "p#/0", "p#/a/b"), (payload, address) => {
				const value = said(address, payload);
				if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
			}),
		);
	});
});

describe("a unit", () => {
	test.each([
		["°F", "temperature", "142.52", 61.4],
		["°F", "temperature", "-40", -40],
		["K", "temperature", "334.55", 61.4],
		["L/h", "flow", "480", 8],
		["m³/h", "flow", "0.48", 8],
		["L/s", "flow", "0.1", 6],
		["gal/min", "flow", "2", 7.570823568],
		["mbar", "pressure", "1500", 1.5],
		["kPa", "pressure", "150", 1.5],
		["psi", "pressure", "100", 6.89475729317],
		["kW", "power", "2,5", 2500],
		["Wh", "energy", "1500", 1.5],
		["MJ", "energy", "3.6", 1],
		["kW/m²", "irradiance", "0.85", 850],
	] as const)("%s of %s: %s is %d of ours", (unit, quantity, payload, wanted) => {
		expect(said("p", payload, unit, quantity)).toBe(wanted);
	});

	it("of another quantity, or none that is known, is a fault and no number", () => {
		expect(said("p", "61.4", "L/min")).toBe("wrong_unit");
		expect(said("p", "61.4", "°X")).toBe("wrong_unit");
		expect(said("p", "61.4", "constructor")).toBe("wrong_unit");
	});

	// #units-as-people-write-them
	test.each([
		["l/h", "L/h"],
		["L/H", "L/h"],
		["l/MIN", "L/min"],
		["c", "°C"],
		["° c", "°C"],
		["Celsius", "°C"],
		["k", "K"],
		["KWH", "kWh"],
		["kw", "kW"],
		["w", "W"],
		["HPA", "hPa"],
		["PSI", "psi"],
		["mBar", "mbar"],
		["M3/h", "m³/h"],
		["W/m^2", "W/m²"],
		["MW", "MW"],
	])("written as %j is %s", (unit, name) => {
		expect(unitNameOf(unit)).toBe(name);
	});

	it("may be written in other ways, but mW is no MW", () => {
		expect(["C", " °C", "degF", "m3/h", "l/min"].map((unit) => unitOf(unit)?.quantity)).toEqual([
			"temperature",
			"temperature",
			"temperature",
			"flow",
			"flow",
		]);
		expect(["mW", "mw", "mJ", "mWh", "Mbar", "MBAR", "", "°"].map((unit) => unitNameOf(unit))).toEqual(
			Array(8).fill(undefined),
		);
		expect(UNIT_NAMES.every((name) => unitOf(name) !== undefined)).toBe(true);
	});
});
