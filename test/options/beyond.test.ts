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
