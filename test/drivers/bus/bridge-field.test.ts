import { describe, expect, it, test } from "@jest/globals";
import { shelly } from "#drivers/shelly/shelly.ts";
import { tasmota } from "#drivers/tasmota/tasmota.ts";
import { zigbee2mqtt } from "#drivers/zigbee2mqtt/zigbee2mqtt.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { BridgeBench } from "../../fakes/bridges/bench.ts";
import { FakeShelly } from "../../fakes/bridges/shelly.ts";
import { FakeTasmota } from "../../fakes/bridges/tasmota.ts";
import { FakeZigbeePlug } from "../../fakes/bridges/zigbee.ts";

const onShelly = () => new BridgeBench(shelly, "s/0", (line, timers) => new FakeShelly(line, timers, "s"));
const onZigbee = () => new BridgeBench(zigbee2mqtt, "z/p", (line, timers) => new FakeZigbeePlug(line, timers, "z/p"));
const onTasmota = () => new BridgeBench(tasmota, "t/1", (line, timers) => new FakeTasmota(line, timers, "t"));

/** What owners of such devices reported in public, again on the emulators. */
describe("devices of the field", () => {
	// windkh/node-red-contrib-shelly 61: "off" with toggle_after switches the load on again when it ends.
	it("a Shelly that was switched off stays off", async () => {
		const b = onShelly();
		await b.turns(100, 5);
		await b.turns(0, 300);
		expect(b.device.contact("0").history.map(({ load }) => load)).toEqual([true, false]);
	});

	// Koenkk/zigbee2mqtt 23845: with on_time the device does not switch on at all, and Zigbee2MQTT says ON.
	it("a plug that does not switch on with on_time is never confirmed on, whatever Zigbee2MQTT publishes", async () => {
		const b = onZigbee();
		b.device.refuses_on_time = true;
		const effect = await b.turns(100, 30);
		expect(effect).toMatchObject({ actual: OFF, fault: { code: "not_verified" } });
	});

	// Koenkk/zigbee2mqtt 22182: the time is counted in the wrong unit. Renewed, the load stays on all the same.
	it("a plug that counts ten times too slowly runs as any other, and only the silence test tells", async () => {
		const b = onZigbee();
		b.device.counts_tenths = true;
		expect(await b.turns(100, 300)).toEqual({ actual: FULL });
	});

	// The same: at the end of its time it turns its state round, also long after it was switched off.
	it("a plug whose timer switches it on again after it was switched off is switched off in the next turn", async () => {
		const b = onZigbee();
		b.device.counts_tenths = true;
		b.device.toggles = true;
		await b.turns(100, 50);
		await b.turns(0, 800);
		const moves = b.device.contact("state").history;
		expect(moves.map(({ load }) => load)).toEqual([true, false, true, false]);
		expect((moves[3]?.at ?? 0) - (moves[2]?.at ?? 0)).toBeLessThanOrEqual(1);
	});

	// arendst/Tasmota 628 and 701: after a power cut it starts on, and its PulseTime does not run.
	it("a Tasmota that starts on after a power cut gets its state anew at once", async () => {
		const b = onTasmota();
		await b.turns(0, 5);
		b.device.nature.power_on = true;
		b.device.reboot();
		expect(await b.turn(0)).toEqual({ actual: OFF });
	});

	// arendst/Tasmota 23588: a PulseTime that somebody set by hand. The app's own replaces it, and the flash is spared.
	it("a Tasmota with another PulseTime gets the app's, which is written into its flash once", async () => {
		const b = onTasmota();
		b.device.pulse_times.set("1", 3700);
		expect(await b.turns(100, 3600)).toEqual({ actual: FULL });
		expect([b.device.pulse_times.get("1"), b.device.flashed]).toEqual([160, 1]);
	});

	// esphome/issues 309, Tasmota 628: a retained command switches a device on at each start.
	it("no command is retained, so none waits for a device that starts", async () => {
		for (const b of [onShelly(), onZigbee(), onTasmota()]) {
			await b.turns(100, 200);
			const topics = b.broker.published.filter(({ by }) => by === "app").map(({ topic }) => topic);
			expect(topics.filter((topic) => b.broker.retained.has(topic))).toEqual([]);
		}
	});

	it("an answer that comes after the next command says nothing about it", async () => {
		const b = onShelly();
		await b.turns(0, 2);
		b.device.holds_answers = true;
		await b.turn(100);
		b.device.nature.stuck_off = false;
		await b.turn(0);
		b.device.release();
		const effect = await b.turn(0);
		expect(effect.actual ?? OFF).toBe(OFF);
		b.device.holds_answers = false;
		expect(await b.turns(0, 4)).toEqual({ actual: OFF });
	});

	it("a Shelly that refuses the command says so", async () => {
		const b = onShelly();
		b.device.refuses = { code: -103, message: "Invalid argument 'toggle_after'!" };
		expect(await b.turns(100, 1)).toMatchObject({ fault: { code: "declined" } });
	});
});

describe("a device of which the broker keeps the word that it is away", () => {
	// F1p/Home-Assistant-Mitsubishi-CN105-to-MQTT 60, arachnetech/homebridge-mqttthing 36: its will is retained, and what it
	// says at its return is not.
	test.each([
		["Shelly", onShelly, "s/online", "false", "0"],
		["Tasmota", onTasmota, "tele/t/LWT", "Offline", "1"],
		["plug", onZigbee, "z/p/availability", JSON.stringify({ state: "offline" }), "state"],
	] as const)("is used all the same, because it answers: a %s", async (_, made, topic, word, contact) => {
		const b = made();
		b.broker.line().publish(topic, word, true);
		await b.turns(100, 10);
		expect(b.device.contact(contact).history).toEqual([]);
		expect(await b.turns(100, 15)).toEqual({ actual: FULL });
	});
});

describe("a plug behind Zigbee2MQTT", () => {
	// Koenkk/zigbee2mqtt 4432 and 5414: after a renaming the broker keeps what was said under the old name.
	it("that was renamed is not there, whatever the broker keeps of it", async () => {
		const b = onZigbee();
		await b.turns(100, 5);
		b.device.nature.deaf = true;
		const old = b.broker.line();
		old.publish("z/p", JSON.stringify({ state: "ON", power: 38 }), true);
		old.publish("z/p/availability", JSON.stringify({ state: "online" }), true);
		b.restarts();
		const effect = await b.turns(100, 15);
		expect(effect).toMatchObject({ fault: { code: "no_answer" } });
		expect(effect.actual).toBeUndefined();
	});

	it("that is out of reach is not confirmed by Zigbee2MQTT, which publishes what it sent", async () => {
		const b = onZigbee();
		await b.turns(0, 3);
		b.device.away = true;
		const effect = await b.turns(100, 15);
		expect(effect).toMatchObject({ fault: { code: "no_answer" } });
		expect(effect.actual).toBeUndefined();
	});

	it("that does not publish what was sent is asked all the same", async () => {
		const b = onZigbee();
		b.device.optimistic = false;
		expect(await b.turns(100, 5)).toEqual({ actual: FULL });
		expect(await b.turns(0, 5)).toEqual({ actual: OFF });
	});

	// Zigbee2MQTT 2.14 publishes nothing after a command with on_time.
	it("that says nothing after a command is asked a second later, so that its renewals come in time", async () => {
		const b = onZigbee();
		b.device.optimistic = false;
		await b.turn(100);
		expect(await b.turns(100, 1)).toMatchObject({ actual: 100 });
		await b.dies();
	});

	it("that tells nothing of its availability is used again when Zigbee2MQTT is back", async () => {
		const b = onZigbee();
		const z2m = b.broker.line();
		b.broker.retained.delete("z/p/availability");
		await b.turns(0, 3);
		z2m.publish("z/bridge/state", JSON.stringify({ state: "offline" }), true);
		expect(await b.turns(100, 3)).toMatchObject({ fault: { code: "missing" } });
		z2m.publish("z/bridge/state", JSON.stringify({ state: "online" }), true);
		expect(await b.turns(100, 3)).toEqual({ actual: FULL });
	});

	it("that is away itself stays so when Zigbee2MQTT is back and says that", async () => {
		const b = onZigbee();
		const z2m = b.broker.line();
		await b.turns(0, 3);
		for (const state of ["offline", "online"]) z2m.publish("z/bridge/state", JSON.stringify({ state }), true);
		z2m.publish("z/p/availability", JSON.stringify({ state: "offline" }), true);
		b.broker.take();
		expect(await b.turns(100, 3)).toMatchObject({ fault: { code: "missing" } });
		expect(b.broker.take()).toEqual([]);
	});

	it("is asked for its power only if it has a meter", async () => {
		for (const watts of [38, undefined]) {
			const b = onZigbee();
			b.device.watts = watts;
			await b.turns(0, 3);
			b.broker.take();
			await b.turns(0, 90);
			const [{ payload } = { payload: "" }] = b.broker.take().filter(({ topic }) => topic === "z/p/get");
			expect(JSON.parse(payload)).toEqual({ state: "", ...(watts !== undefined && { power: "" }) });
		}
	});
});

describe("a Shelly", () => {
	// home-assistant/core 107220, iobroker-community-adapters/ioBroker.shelly 1394: saving energy, it answers seconds later.
	it.each([2, 4, 5])("that answers %s s later is confirmed, and is no fault", async (seconds) => {
		const b = onShelly();
		b.device.answers_after = seconds;
		const seen = new Set<string>();
		for (const want of [100, 0, 100]) {
			for (let n = 0; n < 90; n++) {
				const { actual, fault } = await b.turns(want, 0);
				seen.add(`${want} ${actual} ${fault?.code}`);
				await b.time.pass(1);
			}
			expect(await b.turn(want)).toEqual({ actual: want });
		}
		// Before it was heard for the first time nothing is known of it.
		expect([...seen].filter((one) => !/^\d+ \d+ undefined$/.test(one))).toEqual(["100 undefined no_answer"]);
	});

	// iobroker-community-adapters/ioBroker.shelly 1542 and 1592: the status that it publishes by itself is not how it is.
	it("whose own status is wrong is as it answers", async () => {
		const b = onShelly();
		await b.turns(0, 3);
		const wrong = { id: 0, source: "WS_in", output: true, apower: 0 };
		b.broker.line().publish("s/status/switch:0", JSON.stringify(wrong));
		expect(await b.turns(0, 3)).toEqual({ actual: OFF });
		expect(b.device.contact("0").history).toEqual([]);
	});
});
