import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { judge } from "#control/judge.ts";
import { mqtt } from "#drivers/mqtt/mqtt.ts";
import { MqttSensors } from "#drivers/mqtt/sensors.ts";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { FakeMessages } from "../../fakes/messages.ts";

const plant = (...sensors: readonly object[]): Plant => {
	const parsed = parse({ sensors });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
};
const TANK = { id: "tank", role: "tank", source: "mqtt:tank/temperature" };

let now: number;
let messages: FakeMessages;
beforeEach(() => {
	now = 1000;
	messages = new FakeMessages();
});
const opened = (house: Plant, channels = house.sensors.map(({ channel }) => channel)) =>
	new MqttSensors(channels, { tell: () => undefined, now: () => instant(now), plant: house, messages });
const read = async (device: MqttSensors, channel = "tank/temperature") => {
	const measured = await device.read(channel);
	return measured.kind === "value" ? measured.value : measured.fault.code;
};

describe("a sensor over MQTT", () => {
	it("has the value that was published last, with its time", async () => {
		const device = opened(plant(TANK));
		messages.say("tank/temperature", "57.9");
		now += 40;
		expect(await device.read("tank/temperature")).toEqual({ kind: "value", value: 57.9, at: 1000, lasts: 300 });
		messages.say("tank/temperature", "58,1");
		expect(await device.read("tank/temperature")).toMatchObject({ value: 58.1, at: 1040 });
	});

	// #silence-loses-the-sensor
	test.each([
		["by default after 300 s", {}, 300],
		["after its own age limit", { max_age: 60 }, 60],
	])("is lost when it is silent, %s, to the second", async (_, own, limit) => {
		const house = plant({ ...TANK, ...own });
		const device = opened(house);
		messages.say("tank/temperature", "57.9");
		const judged = async (at: number) => {
			now = 1000 + at;
			const measured = await device.read("tank/temperature");
			const pace = seconds(2);
			const sample = measured.kind === "value" ? { ...measured, pace } : { pace, fault: measured.fault };
			const { readings } = judge(instant(now), house, [sample], []);
			return readings[0]?.kind;
		};
		expect(await judged(limit - 1)).toBe("ok");
		expect(await judged(limit)).toBe("broken");
		expect(await read(device)).toBe("stale");
	});

	it("whose value never changes is fresh as long as it is published", async () => {
		const device = opened(plant(TANK));
		for (let minute = 0; minute < 60; minute++) {
			messages.say("tank/temperature", "57.9");
			now += 60;
			expect(await read(device)).toBe(57.9);
		}
	});

	// #stored-is-never-fresh
	it("is not known by what the broker stored, at the start and after every reconnection", async () => {
		messages.say("tank/temperature", "57.9", true);
		const device = opened(plant(TANK));
		expect(await read(device)).toBe("only_stored");
		messages.reconnect();
		expect(await read(device)).toBe("only_stored");
		messages.say("tank/temperature", "58", true);
		expect(await read(device)).toBe(58);
		now += 299;
		messages.reconnect();
		expect(await read(device)).toBe(58);
		now += 1;
		messages.reconnect();
		expect(await read(device)).toBe("stale");
	});

	it("that says that it has no value is a fault at once, and a good value ends it", async () => {
		const device = opened(plant(TANK));
		messages.say("tank/temperature", "57.9");
		now += 10;
		messages.say("tank/temperature", "unavailable");
		expect(await read(device)).toBe("unavailable");
		now += 10;
		messages.say("tank/temperature", "nonsense");
		expect(await read(device)).toBe("no_number");
		now += 10;
		messages.say("tank/temperature", "58");
		expect(await read(device)).toBe(58);
	});

	it("keeps its value through messages that say nothing of it, but they make nothing fresh", async () => {
		const channel = "tank#/temperature";
		const device = opened(plant({ ...TANK, source: `mqtt:${channel}` }));
		messages.say("tank", '{"linkquality":84}');
		expect(await read(device, channel)).toBe("not_in_message");
		now += 1;
		messages.say("tank", '{"temperature":57.9}');
		now += 200;
		messages.say("tank", '{"linkquality":84}');
		expect(await read(device, channel)).toBe(57.9);
		now += 100;
		messages.say("tank", '{"linkquality":84}');
		expect(await read(device, channel)).toBe("stale");
	});

	it("says why nothing can arrive", async () => {
		const device = opened(plant(TANK));
		expect(await read(device)).toBe("unheard");
		messages.closed = fault("no_connection");
		expect(await read(device)).toBe("no_connection");
		messages.closed = fault("no_right", { topic: "tank/temperature" });
		expect(await read(device)).toBe("no_right");
		const alone = new MqttSensors(["tank/temperature"], { tell: () => undefined, now: () => instant(now) });
		expect(await read(alone)).toBe("no_connection");
	});

	it("converts from its unit, for the quantity of its role", async () => {
		const device = opened(
			plant({ ...TANK, unit: "°F" }, { id: "flow", role: "flow", source: "mqtt:flow", unit: "L/h" }),
		);
		messages.say("tank/temperature", "142.52");
		messages.say("flow", "480");
		expect([await read(device), await read(device, "flow")]).toEqual([61.4, 8]);
	});

	it("in a flood has the newest message, though few are parsed", async () => {
		const device = opened(plant(TANK));
		for (let n = 0; n < 10_000; n++) messages.say("tank/temperature", String(n % 90));
		messages.say("tank/temperature", "61.4");
		expect(await read(device)).toBe(61.4);
	});

	it("does not age while the running time is moved forward, and lets go when it is closed", async () => {
		const device = opened(plant(TANK));
		messages.say("tank/temperature", "57.9");
		now += 1000;
		device.shift(seconds(1000));
		expect(await device.read("tank/temperature")).toMatchObject({ value: 57.9, at: 2000 });
		await device.close();
		expect(messages.filters).toEqual([]);
	});
});

describe("the driver", () => {
	it("reads exactly the topics of its sensors, and writes none", () => {
		expect(mqtt.topics?.("tank#/temperature")).toEqual({ read: ["tank"], write: [] });
	});

	it("loads its code when it is opened", async () => {
		const device = mqtt.open("", ["tank/temperature"], {}, { tell: () => undefined, now: () => instant(0), messages });
		expect(await device.read("tank/temperature")).toMatchObject({ fault: { code: "unheard" } });
		messages.say("tank/temperature", "57.9");
		expect(await device.read("tank/temperature")).toMatchObject({ value: 57.9 });
		await device.close();
	});
});

describe("options", () => {
	const problems = (...sensors: readonly object[]) => {
		const parsed = parse({ sensors });
		return parsed.kind === "invalid" ? parsed.problems.map(({ path, remedy }) => `${path} ${remedy.code}`) : [];
	};
	it("give every role its quantity, and one of role other that of its unit", () => {
		const { sensors } = plant(
			{ id: "a", role: "pressure", source: "mqtt:a" },
			{ id: "b", role: "other", source: "mqtt:b", unit: "kW" },
			{ id: "c", role: "other", source: "mqtt:c" },
		);
		expect(sensors.map(({ quantity, range }) => [quantity, range.high])).toEqual([
			["pressure", 16],
			["power", 100_000],
			["temperature", 300],
		]);
	});

	it("refuse a unit of another quantity, and both fields where the sensor is on no network", () => {
		expect(problems({ ...TANK, unit: "kW" })).toEqual(["sensors[0].unit source_measures"]);
		expect(problems({ ...TANK, source: "one_wire:28-0123456789ab", unit: "°F", max_age: 60 })).toEqual([
			"sensors[0].unit only_remote",
			"sensors[0].max_age only_remote",
		]);
	});
});
