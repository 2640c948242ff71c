import { beforeEach, describe, expect, it } from "@jest/globals";
import { judge } from "#control/judge.ts";
import { MqttSensors } from "#drivers/mqtt/sensors.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { FakeMessages } from "../../fakes/messages.ts";

let now: number;
let messages: FakeMessages;
beforeEach(() => {
	now = 1000;
	messages = new FakeMessages();
});

/** The tank's sensor at this source: says and asks. */
function tankAt(source: string, own: object = {}) {
	const parsed = parse({ sensors: [{ id: "tank", role: "tank", source, ...own }] });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	const plant = plantOf(parsed.options);
	const [{ channel } = { channel: "" }] = plant.sensors;
	const device = new MqttSensors([channel], { tell: () => undefined, now: () => instant(now), plant, messages });
	return {
		/** As control sees it: its value, or the code of its fault. */
		async seen() {
			const measured = await device.read(channel);
			const pace = seconds(5);
			const sample = measured.kind === "value" ? { ...measured, pace } : { pace, fault: measured.fault };
			const [reading] = judge(instant(now), plant, [sample], []).readings;
			return reading?.kind === "ok" ? reading.value : reading?.kind === "broken" ? reading.fault.code : reading?.kind;
		},
	};
}

/** What owners of such sensors reported in public, again in a few lines. */
describe("sensors of the field", () => {
	// zigbee2mqtt/hassio-zigbee2mqtt 827: after each start Zigbee2MQTT publishes what it knew, also of a device that is gone.
	it("a Zigbee sensor that is gone is not fresh by a start of Zigbee2MQTT, where this says when it was last seen", async () => {
		const tank = tankAt("mqtt:z/tank#/temperature");
		const say = (temperature: number, last_seen: string | number, retain = false) =>
			messages.say("z/tank", JSON.stringify({ battery: 97, last_seen, linkquality: 224, temperature }), retain);
		say(57.9, "2026-11-30T03:00:00.000Z");
		now += 60;
		say(57.9, "2026-11-30T03:01:00.000Z");
		expect(await tank.seen()).toBe(57.9);
		now += 299;
		say(57.9, "2026-11-30T03:01:00.000Z");
		expect(await tank.seen()).toBe(57.9);
		now += 1;
		expect(await tank.seen()).toBe("stale");
		say(57.8, "2026-11-30T03:07:00.000Z");
		expect(await tank.seen()).toBe(57.8);
	});

	it("nor by one that repeats what the broker stored", async () => {
		const payload = JSON.stringify({ temperature: 57.9, last_seen: 1_764_471_600_000 });
		messages.say("z/tank", payload, true);
		const tank = tankAt("mqtt:z/tank#/temperature");
		messages.say("z/tank", payload);
		expect(await tank.seen()).toBe("only_stored");
	});

	// arendst/Tasmota 814, 5121 and 6853: where a DS18B20 drops out, the numbers of the others move up.
	it("a DS18B20 at Tasmota whose number another one got is lost, and does not become that one", async () => {
		const tank = tankAt("mqtt:tele/t/SENSOR#/DS18B20-1/Temperature");
		const say = (...ids: readonly [string, number][]) =>
			messages.say(
				"tele/t/SENSOR",
				JSON.stringify(
					Object.fromEntries(ids.map(([Id, Temperature], n) => [`DS18B20-${n + 1}`, { Id, Temperature }])),
				),
			);
		say(["0115340334BA", 57.9], ["011543E249BA", 12.5]);
		expect(await tank.seen()).toBe(57.9);
		for (let n = 0; n < 6; n++) {
			now += 60;
			say(["011543E249BA", 12.5]);
			expect([57.9, "stale"]).toContain(await tank.seen());
		}
		expect(await tank.seen()).toBe("stale");
		say(["0115340334BA", 57.8], ["011543E249BA", 12.5]);
		expect(await tank.seen()).toBe(57.8);
	});

	// Koenkk/zigbee2mqtt 9113 and 9847: null in place of a temperature, every now and then.
	it("a temperature that is null is no temperature, and the next one is one again", async () => {
		const tank = tankAt("mqtt:z/tank#/temperature");
		for (const [temperature, seen] of [
			[28.2, 28.2],
			[null, "unavailable"],
			[28.3, 28.3],
		]) {
			messages.say("z/tank", JSON.stringify({ humidity: 43.5, temperature }));
			expect(await tank.seen()).toBe(seen);
		}
	});

	// home-assistant/core 49415: a Shelly says 999 or 1000 °C of a probe that is not there.
	it("1000 degrees of a probe that is not there are implausible", async () => {
		const tank = tankAt("mqtt:shellies/shelly1/ext_temperature/0");
		for (const wrong of ["1000", "999", "999.0"]) {
			messages.say("shellies/shelly1/ext_temperature/0", wrong);
			expect(await tank.seen()).toBe("implausible");
		}
	});

	// home-assistant/core 49023 and 78256: a Shelly H&T wakes up, says that it is there, how warm it is, and sleeps on.
	it("a sensor that sleeps counts for its age limit after each report, whatever the device says of itself", async () => {
		const tank = tankAt("mqtt:shellyhtg3-84fce63ad204/status/temperature:0#/tC", { max_age: 900 });
		messages.say("shellyhtg3-84fce63ad204/online", "true", true);
		expect(await tank.seen()).toBe("unheard");
		for (const tC of [57.9, 57.8]) {
			messages.say("shellyhtg3-84fce63ad204/status/temperature:0", JSON.stringify({ id: 0, tC, tF: 136.2 }));
			now += 1;
			messages.say("shellyhtg3-84fce63ad204/online", "false", true);
			now += 898;
			expect(await tank.seen()).toBe(tC);
			now += 1;
			expect(await tank.seen()).toBe("stale");
			// Awake again, it is still not heard of the temperature.
			messages.say("shellyhtg3-84fce63ad204/online", "true", true);
			expect(await tank.seen()).toBe("stale");
		}
	});

	// bosch-thermostat/home-assistant-bosch-custom-component 459, dragino/LoRa_STM32 13: how others say "no sensor".
	it.each([-3276.8, -327.68, 6553.5, 655.35, -127, 888.8])("a temperature of %s °C is none", async (wrong) => {
		const tank = tankAt("mqtt:house/tank#/t");
		messages.say("house/tank", JSON.stringify({ t: wrong }));
		expect(await tank.seen()).toBe("implausible");
	});

	// home-assistant/core 177168: a Shelly with DS18B20 says 85 °C, and now and then 0, when it could not read one.
	it("85 °C out of nowhere, which a DS18B20 has after its power-on, does not count, however often it comes", async () => {
		const tank = tankAt("mqtt:s/status/temperature:100#/tC");
		const say = (tC: number) => messages.say("s/status/temperature:100", JSON.stringify({ id: 100, tC }));
		say(48.2);
		for (let n = 0; n < 5; n++) {
			now += 59;
			say(85);
			expect(await tank.seen()).toBe(48.2);
		}
		now += 6;
		expect(await tank.seen()).toBe("power_on_value");
		say(48.1);
		expect(await tank.seen()).toBe(48.1);
	});

	it("85 °C and 0 °C are temperatures where the last one was near", async () => {
		const tank = tankAt("mqtt:s/status/temperature:100#/tC");
		for (const tC of [70, 80.3, 85, 85, 84.9, 40, 4.9, 0, -0.5, 0]) {
			messages.say("s/status/temperature:100", JSON.stringify({ tC }));
			expect(await tank.seen()).toBe(tC);
			now += 60;
		}
	});

	it("0 °C out of nowhere, which a device without its sensor repeats, does not count, however often it comes", async () => {
		const tank = tankAt("mqtt:house/tank");
		for (const [said, seen] of [
			[48.2, 48.2],
			...Array.from({ length: 5 }, () => [0, 48.2] as const),
			[0, "power_on_value"],
			[0, "power_on_value"],
			[48.3, 48.3],
		] as const) {
			messages.say("house/tank", String(said));
			expect(await tank.seen()).toBe(seen);
			now += 59;
		}
	});

	it("0 °C with nothing before it does not count, however often it comes, before another one near it", async () => {
		const outdoors = tankAt("mqtt:house/air", { role: "outdoor_air" });
		for (const [said, seen] of [
			[0, "power_on_value"],
			[0, "power_on_value"],
			[0.1, 0.1],
			[0, 0],
			[3, 3],
		] as const) {
			messages.say("house/air", String(said));
			expect(await outdoors.seen()).toBe(seen);
			now += 60;
		}
		now += 3600;
		messages.say("house/air", "0");
		expect(await outdoors.seen()).toBe(0);
	});

	it("the first of all to be 85 °C is none, and a flow of 0 is one at once", async () => {
		const tank = tankAt("mqtt:house/tank");
		messages.say("house/tank", "85.0");
		expect(await tank.seen()).toBe("power_on_value");
		const flow = tankAt("mqtt:house/flow", { role: "flow" });
		messages.say("house/flow", "0");
		expect(await flow.seen()).toBe(0);
	});

	// domoticz/domoticz 6924: a relay with a thermometer publishes both, and null for what it does not have.
	it("a temperature among settings and nulls of a device is read", async () => {
		const tank = tankAt("mqtt:z/0xa4c1#/temperature");
		const rest = { auto_settings: null, humidity: null, manual_mode: "ON", state: "ON", temperature_calibration: 0.9 };
		messages.say("z/0xa4c1", JSON.stringify({ ...rest, temperature: 25.8 }));
		expect(await tank.seen()).toBe(25.8);
	});

	// gysmo38/mitsubishi2MQTT 167: the last value of a sensor that fell silent is used for ever; or it is given up too early.
	it("a sensor that reports only changes keeps its value for the age that its owner gave it, and no longer", async () => {
		const tank = tankAt("mqtt:house/tank", { max_age: 3600 });
		messages.say("house/tank", "47.5");
		now += 3599;
		expect(await tank.seen()).toBe(47.5);
		now += 1;
		expect(await tank.seen()).toBe("stale");
	});

	// evcc-io/evcc 32001, 1technophile/OpenMQTTGateway 922: what the broker stored gets the time of the reconnection.
	it("a stored value is none after each reconnection, and says that it is stored", async () => {
		const tank = tankAt("mqtt:house/tank");
		messages.say("house/tank", "47.5", true);
		expect(await tank.seen()).toBe(47.5);
		now += 301;
		messages.reconnect();
		expect(await tank.seen()).toBe("stale");
		const again = tankAt("mqtt:house/tank");
		expect(await again.seen()).toBe("only_stored");
	});
});
