import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";

const pump = (more: object = {}) => ({ id: "pump", role: "pump", target: "shelly:s/0", ...more });
const problems = (options: object) => {
	const parsed = parse({ sensors: [], ...options });
	return parsed.kind === "valid" ? [] : parsed.problems.map(({ path, remedy }) => [path, remedy.code]);
};

describe("an output beyond the network", () => {
	it("knows how long after the last command it is off", () => {
		const parsed = parse({ sensors: [], outputs: [pump()], shelly: { off_after: 45 } });
		expect(parsed.kind === "valid" && plantOf(parsed.options).outputs[0]?.off_after).toBe(45);
	});

	describe("is another one for the silence test where its command reaches something else", () => {
		const reached = (target: string, options: object): string | undefined => {
			const parsed = parse({ sensors: [], outputs: [{ ...pump(), target }], ...options });
			if (parsed.kind !== "valid") throw new TypeError(JSON.stringify(parsed.problems));
			return plantOf(parsed.options).outputs[0]?.reaches;
		};
		const modbus = (bus: object, point: object = {}) => ({
			modbus_buses: [{ id: "cellar", at: "192.0.2.5:502", ...bus }],
			modbus_points: [{ id: "relay", function: "coil", register: 3, ...point }],
		});
		const AT = "modbus:cellar/1/relay";

		test.each<[string, string | undefined, string | undefined]>([
			["the bus's address", reached(AT, modbus({})), reached(AT, modbus({ at: "192.0.2.6:502" }))],
			["the register", reached(AT, modbus({})), reached(AT, modbus({}, { register: 4 }))],
			["the unit", reached(AT, modbus({})), reached("modbus:cellar/2/relay", modbus({}))],
			["the time", reached(AT, modbus({})), reached(AT, { ...modbus({}), modbus: { off_after: 45 } })],
			["the channel", reached("shelly:s/0", {}), reached("shelly:s/1", {})],
			["the driver", reached("shelly:s/1", {}), reached("tasmota:s/1", {})],
			["the time of a plug", reached("shelly:s/0", {}), reached("shelly:s/0", { shelly: { off_after: 45 } })],
		])("by %s", (_, one, other) => {
			expect(one).toEqual(expect.any(String));
			expect(other).not.toBe(one);
		});

		it("and the same one where only its name changed", () => {
			const renamed = { ...modbus({ id: "attic" }) };
			expect(reached("modbus:attic/1/relay", renamed)).toBe(reached(AT, modbus({})));
			expect(reached("shelly:s/0", { mqtt: { base_topic: "other" } })).toBe(reached("shelly:s/0", {}));
		});

		it("and does not say which broker: that shows when the app has joined one", () => {
			const [by_broker, by_address] = ["shelly:s/0", AT].map((target) => {
				const parsed = parse({ sensors: [], outputs: [{ ...pump(), target }], ...modbus({}) });
				return parsed.kind === "valid" && plantOf(parsed.options).outputs[0]?.by_broker;
			});
			expect([by_broker, by_address]).toEqual([true, undefined]);
			expect(reached("shelly:s/0", { mqtt: { host: "192.0.2.9" } })).toBe(reached("shelly:s/0", {}));
		});
	});

	test.each([
		[{ wiring: "nc" }, "outputs[0].wiring", "wiring_beyond"],
		[{ rest: "hold" }, "outputs[0].rest", "rest_beyond"],
		[{ rest: "load_on" }, "outputs[0].rest", "rest_beyond"],
	])("cannot have %j", (more, path, code) => {
		expect(problems({ outputs: [pump(more)] })).toEqual([[path, code]]);
	});

	it("that is a heater needs its owner's word for what no device can tell", () => {
		const heater = { ...pump(), id: "heater", role: "heater" };
		expect(problems({ outputs: [heater] })).toEqual([["outputs[0].unverified_ok", "heater_beyond"]]);
		expect(problems({ outputs: [{ ...heater, unverified_ok: true }] })).toEqual([]);
	});

	test.each([
		[20, []],
		[20.1, [["turn", "turn_too_slow"]]],
	])("needs three turns in its time: a turn of %d s", (turn, found) => {
		expect(problems({ outputs: [pump()], turn })).toEqual(found);
	});

	test.each([
		["pump_silence_test", "outputs[1].id"],
		["silence_test", "outputs[1].id"],
	])("has entities that nothing else may be called like: %s", (id, path) => {
		const other = { id, role: "other", target: "simulated:other" };
		expect(problems({ outputs: [pump(), other] }).map(([where]) => where)).toEqual([path]);
		expect(problems({ outputs: [{ ...pump(), target: "simulated:pump" }, other] })).toEqual([]);
	});

	test.each(["shelly:s/0", "esphome:n/switch/relay", "zigbee2mqtt:z/p", "tasmota:t/1"])(
		"%s lists the topics of its device, and no others",
		async (target) => {
			const drivers = await import("#drivers/index.ts");
			const [scheme = "", address = ""] = target.split(/:(.*)/s);
			const topics = Object.values(drivers)
				.find((d) => d.scheme === scheme)
				?.topics?.(address);
			expect([...(topics?.read ?? []), ...(topics?.write ?? [])].filter((topic) => /[+#]/.test(topic))).toEqual([]);
			expect(topics?.write.length).toBeGreaterThan(0);
		},
	);
});
