import { describe, expect, it } from "@jest/globals";
import { esphome } from "#drivers/esphome/esphome.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { BridgeBench } from "../../fakes/bridges/bench.ts";
import { FakeEsphome } from "../../fakes/bridges/esphome.ts";
import { KINDS } from "./bridges.ts";

/** What a command that starts something has, and no other message. */
const STARTS = /\bON\b|"on":true|"level":[1-9]/;

describe.each(KINDS)("an output on $kind", ({ bench, channel, reports_timer }) => {
	const load = (b: ReturnType<typeof bench>) => b.device.contact(channel).load;

	it("is switched on and off, and what is confirmed is what the device reported", async () => {
		const b = bench();
		expect(await b.turn(100)).toEqual({ actual: FULL });
		expect(load(b)).toBe(true);
		expect(await b.turn(0)).toEqual({ actual: OFF });
		expect(load(b)).toBe(false);
	});

	// #rights-are-those-in-use
	it("reads and writes exactly the topics for which the access rules are printed", async () => {
		const b = bench();
		// Started, renewed, stopped, asked; away, back, and silent.
		await b.turns(100, 45);
		await b.turns(0, 45);
		b.device.offline();
		await b.turns(100, 45);
		b.device.online();
		await b.turns(100, 5);
		b.devices.silence([0]);
		await b.turns(100, 20);
		const written = b.broker.published.flatMap(({ by, topic }) => (by === "app" ? [topic] : []));
		const used = { read: new Set(b.broker.filters), write: new Set(written) };
		expect(used).toEqual({ read: new Set(b.topics?.read), write: new Set(b.topics?.write) });
	});

	it("stays on for an hour while control turns, without a moment off", async () => {
		const b = bench();
		await b.turns(100, 3600);
		expect(b.device.contact(channel).history).toEqual([{ at: 0, load: true }]);
	});

	it("goes off by itself when the app is gone, within its time", async () => {
		const b = bench();
		await b.turns(100, 130);
		await b.dies();
		await b.time.pass(59);
		await b.time.pass(1.5);
		expect(load(b)).toBe(false);
		expect(b.device.contact(channel).history.at(-1)?.at).toBeLessThanOrEqual(190);
	});

	it("goes off by itself when the network is cut, and each turn says that nothing is known", async () => {
		const b = bench();
		await b.turns(100, 30);
		b.broker.lose();
		b.device.offline();
		const effect = await b.turns(100, 61);
		expect(load(b)).toBe(false);
		expect(effect.actual).toBeUndefined();
		expect(effect.fault).toBeDefined();
	});

	it("is commanded anew when the network is back", async () => {
		const b = bench();
		await b.turns(100, 30);
		b.broker.lose();
		await b.turns(100, 90);
		expect(load(b)).toBe(false);
		b.broker.back();
		expect(await b.turns(100, 15)).toEqual({ actual: FULL });
		expect(load(b)).toBe(true);
	});

	it("is never commanded by a retained message", async () => {
		const b = bench();
		await b.turns(100, 100);
		await b.turn(0);
		expect(b.broker.published.filter(({ by, retained }) => by === "app" && retained)).toEqual([]);
	});

	it("has a fault while the device says nothing, and no turn waits for it longer than a tenth of a second", async () => {
		const b = bench();
		await b.turn(100);
		b.device.nature.deaf = true;
		await b.turns(100, 19);
		const began = performance.now();
		const effect = await b.turns(100, 20);
		expect(performance.now() - began).toBeLessThan(20 * 150);
		expect(effect).toMatchObject({ fault: { code: "no_answer" } });
		expect(effect.actual).toBeUndefined();
		b.device.nature.deaf = false;
		expect(await b.turns(100, 12)).toEqual({ actual: FULL });
	});

	it("is told off at once, also while an answer is awaited", async () => {
		const b = bench();
		await b.turn(100);
		b.device.nature.deaf = true;
		await b.turns(100, 21);
		b.device.nature.deaf = false;
		await b.turn(0);
		expect(load(b)).toBe(false);
	});

	it("that a person switches off at the device is switched on again, and the other way round", async () => {
		const b = bench();
		await b.turns(100, 12);
		b.device.press(channel, 0);
		expect((await b.turn(100)).actual).toBe(FULL);
		await b.turns(0, 2);
		b.device.press(channel, 100);
		await b.turn(0);
		expect(load(b)).toBe(false);
	});

	it("that comes back from a power cut switched on is set anew at once, and counted", async () => {
		const b = bench();
		await b.turns(0, 5);
		b.device.nature.power_on = true;
		b.device.reboot();
		expect(load(b)).toBe(true);
		expect(await b.turn(0)).toEqual({ actual: OFF });
		expect(load(b)).toBe(false);
	});

	it("is not started while the device is known to be away: a broker may keep such a command", async () => {
		const b = bench();
		await b.turn(0);
		b.device.offline();
		b.broker.take();
		const effect = await b.turns(100, 300);
		expect(effect).toMatchObject({ fault: { code: "missing" } });
		// It is only asked, and a broker that keeps that for it forgets it soon.
		const sent = b.broker.published.splice(0).filter(({ by }) => by === "app");
		expect(sent.filter(({ payload }) => STARTS.test(payload))).toEqual([]);
		expect(new Set(sent.map(({ expires }) => expires))).toEqual(new Set([20]));
		b.device.online();
		expect(await b.turn(100)).toEqual({ actual: FULL });
	});

	it("is not confirmed by what the broker has stored", async () => {
		const b = bench();
		await b.turn(100);
		await b.dies();
		b.device.nature.deaf = true;
		b.restarts();
		for (const [topic, payload] of statesOf(b)) b.broker.retained.set(topic, payload);
		b.broker.lose();
		b.broker.back();
		expect(await b.turns(100, 2)).not.toHaveProperty("actual", FULL);
	});

	it(`that ignores its timer is ${reports_timer ? "a fault while it is on" : "seen by nothing but the silence test"}`, async () => {
		const b = bench();
		b.device.nature.ignores_timer = true;
		const effect = await b.turns(100, 30);
		expect(effect.actual).toBe(FULL);
		expect(effect.fault?.code).toBe(reports_timer ? "unarmed" : undefined);
		expect(await b.turns(0, 2)).toEqual({ actual: OFF });
	});

	it("is not renewed in silence, goes off, and is not switched on again before the silence ends", async () => {
		const b = bench();
		await b.turns(100, 30);
		b.devices.silence([0]);
		b.broker.take();
		const effect = await b.turns(100, 75);
		expect(effect.actual).toBe(OFF);
		expect(load(b)).toBe(false);
		b.devices.silence([]);
		expect((await b.turns(100, 12)).actual).toBe(FULL);
	});

	it("goes off at once in silence when it is no longer wanted", async () => {
		const b = bench();
		await b.turns(100, 30);
		b.devices.silence([0]);
		await b.turns(100, 3);
		await b.turn(0);
		expect(load(b)).toBe(false);
	});

	it("is told off again in silence where that was lost", async () => {
		const b = bench();
		await b.turns(100, 30);
		b.devices.silence([0]);
		await b.turns(100, 2);
		b.device.nature.deaf = true;
		await b.turn(0);
		b.device.nature.deaf = false;
		const before = b.device.contact(channel).left;
		await b.turns(0, 8);
		expect(before).toBeGreaterThan(10);
		expect(load(b)).toBe(false);
	});

	it("is started by a message that is out of date before it is renewed, and stopped by one that never is", async () => {
		const b = bench();
		await b.turns(100, 3);
		await b.turns(0, 2);
		const sent = b.broker.published.filter(({ by }) => by === "app");
		const [starts, rest] = [true, false].map((one) => sent.filter(({ payload }) => STARTS.test(payload) === one));
		expect(starts?.map(({ expires }) => expires)).toEqual([20]);
		expect(rest?.map(({ expires }) => expires)).toContain(undefined);
	});

	it("whose command the broker refuses says which right is missing", async () => {
		const b = bench();
		await b.turns(0, 2);
		for (const { topic } of b.broker.published.filter(({ by }) => by === "app")) b.broker.denied.write.add(topic);
		for (const topic of ["shellyplus1-a/rpc", "cmnd/tasmota_9CF9D1/PulseTime1"]) b.broker.denied.write.add(topic);
		expect(await b.turns(100, 1)).toMatchObject({ fault: { code: "no_right" } });
	});

	it("is at rest after a stop, which waits for the answer", async () => {
		const b = bench();
		await b.turns(100, 5);
		expect(await b.devices.rest()).toEqual([{ actual: OFF }]);
		expect(load(b)).toBe(false);
	});
});

const statesOf = (b: {
	readonly broker: { readonly published: readonly { topic: string; payload: string; by: string }[] };
}) => b.broker.published.flatMap(({ topic, payload, by }) => (by === "device" ? [[topic, payload] as const] : []));

describe("a level on esphome", () => {
	const bench = () =>
		new BridgeBench(esphome, "solar-node/level/pump", (line, timers) => new FakeEsphome(line, timers, "solar-node"));

	it("is set, confirmed in percent, renewed, and off without the app", async () => {
		const b = bench();
		expect(await b.turns(63, 200)).toEqual({ actual: percent(63) });
		expect(b.device.contact("level/pump").level).toBe(63);
		expect(await b.turn(64)).toEqual({ actual: percent(64) });
		await b.dies();
		await b.time.pass(60.1);
		expect(b.device.contact("level/pump").level).toBe(0);
	});
});
