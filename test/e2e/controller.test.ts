import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readIn } from "ha-mqtt-discovery/home-assistant";
import { CANARY, Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

const PUMP_ON = "A0 01 01 A2";
const PUMP_OFF = "A0 01 00 A1";
/** The heater hangs on the normally closed contact: energised is off. */
const HEATER_OFF = "A0 02 01 A3";

/** One turn is a second; the sensors are read once a second; the rest is what a busy machine may need. */
const ONE_TURN = 1000;
const ONE_READ = 1000;
const GRACE = 10_000;

describe("a controller on real input: 1-Wire files, a relay board on a serial line, an authenticated Mosquitto", () => {
	let house: Installation;
	let viewer: Viewer;
	const topic = (entity: string) => `${house.root}/${entity}`;
	const heard = (frame: string) => house.board.heard.some(({ bytes }) => hex(bytes) === frame);
	const forget = () => {
		house.board.take();
	};

	beforeAll(async () => {
		house = await Installation.open();
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.tank(50);
		house.collector(57.5);
		house.start();
		const there = (output: string) => viewer.newest(topic(output)) !== undefined;
		await until("both switches are at the broker", () => there("pump") && there("heater"));
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	// #lets-nobody-without-right
	it("lets nobody in without the right login", async () => {
		expect(await viewer.stranger()).toMatch(/not authori[sz]ed/i);
		expect(await viewer.stranger("-u", "solar", "-P", "wrong")).toMatch(/not authori[sz]ed/i);
	});

	it("starts with every output at rest, whatever the wiring", async () => {
		expect(viewer.newest(topic("pump"))).toBe("OFF");
		expect(viewer.newest(topic("heater"))).toBe("OFF");
		expect(house.board.coils.slice(0, 2)).toEqual([false, true]);
		const success = `MQTT Connection Successful - Broker: 127.0.0.1:${house.broker.port}, User: solar`;
		await until("the line that the owner's guide looks for", () => house.log.includes(success));
	});

	it("is discovered by a retained message for each of its devices", () => {
		const on = (device: string) => {
			const topic = `homeassistant/device/e2etest1/${device}/config`;
			expect([device, viewer.count(topic)]).toEqual([device, 1]);
			return Object.keys(readIn(viewer.newest(topic) ?? "{}")["components"] ?? {});
		};
		expect(on("solar_heating")).toEqual(
			expect.arrayContaining(["pump", "pump_auto", "pump_reason", "mode", "activity", "solar_charging_start_at"]),
		);
		expect(on("solar_heating_part_collector")).toContain("collector_temperature");
		expect(on("solar_heating_part_tank")).toContain("tank_temperature");
		expect(on("solar_heating_controller")).toContain("broker_problem");
	});

	// #starts-pump-difference-within
	it("starts the pump at a difference of 8.0 K within one turn: frame on the wire, state and reason at the broker", async () => {
		forget();
		const from = performance.now();
		house.collector(58);
		await until("the frame that starts the pump", () => heard(PUMP_ON), ONE_READ + ONE_TURN + GRACE);
		const frame = house.board.heard.find(({ bytes }) => hex(bytes) === PUMP_ON)?.at ?? 0;
		await until("the switch state", () => viewer.newest(topic("pump")) === "ON", GRACE);
		await until("the reason", () => viewer.newest(topic("pump_reason")) === "gain", GRACE);
		const facts = () => JSON.parse(viewer.newest(topic("pump_reason/attributes")) ?? "{}");
		await until("the numbers behind it", () => facts().stop_at !== undefined, GRACE);
		expect(facts()).toMatchObject({ gain: 8, stop_at: 4 });
		await until("the activity", () => viewer.newest(topic("activity")) === "heating", GRACE);
		expect(frame - from).toBeLessThan(ONE_READ + ONE_TURN + GRACE);
	});

	it("keeps it on above 4.0 K, and stops it at 4.0 K", async () => {
		forget();
		// What a turn decided is at the broker before anything of the next turn is.
		for (const celsius of [54.125, 57]) {
			house.collector(celsius);
			const shown = () => Number(viewer.newest(topic("collector_temperature")));
			await until("the temperature", () => Math.abs(shown() - celsius) < 0.1);
		}
		expect(viewer.newest(topic("pump"))).toBe("ON");
		expect(heard(PUMP_OFF)).toBe(false);
		house.collector(54);
		await until("the frame that stops the pump", () => heard(PUMP_OFF), ONE_READ + ONE_TURN + GRACE);
		await until("the switch state", () => viewer.newest(topic("pump")) === "OFF", GRACE);
		await until("the reason", () => viewer.newest(topic("pump_reason")) === "no_gain", GRACE);
	});

	// #takes-command-once-refuses
	it("takes a command at once, and refuses what makes no sense, saying what is true", async () => {
		forget();
		await viewer.publish(topic("pump/set"), "ON");
		await until("the frame", () => heard(PUMP_ON));
		await until("the switch state", () => viewer.newest(topic("pump")) === "ON", GRACE);
		await until("the reason", () => viewer.newest(topic("pump_reason")) === "held_on", GRACE);
		await viewer.publish(topic("pump_auto/set"), "PRESS");
		await until("it is given back", () => viewer.newest(topic("pump")) === "OFF", ONE_TURN + GRACE);
		const setting = topic("solar_charging_start_at");
		const before = viewer.count(setting);
		for (const nonsense of ["nan", "inf", "41", "-1", "8,5", " 8", "x".repeat(100)])
			await viewer.publish(topic("solar_charging_start_at/set"), nonsense);
		// Nothing for a moment, so that what shows the wish is drawn anew.
		await until("the truth", () => viewer.count(setting) >= before + 2 && viewer.newest(setting) === "8");
		expect(new Set(viewer.seen.filter((s) => s.topic === setting).map((s) => s.payload))).toEqual(
			new Set(["None", "8"]),
		);
		await until("why", () => viewer.count(topic("command_refused")) > 0, ONE_TURN + GRACE);
	});

	// #keeps-pace-while-mosquitto
	it("keeps its pace while Mosquitto is gone for 20 s; then one reconnection, everything again, and no old command", async () => {
		viewer.close();
		const logged = house.log.length;
		// A retained command must never act, now or after the reconnection.
		await house.broker.kill9();
		forget();
		const gone = performance.now();
		const changes: number[] = [];
		while (performance.now() - gone < 20_000)
			for (const [celsius, frame] of [
				[60, PUMP_ON],
				[52, PUMP_OFF],
			] as const) {
				house.collector(celsius);
				changes.push(
					await until(`the frame ${frame} without a broker`, () => heard(frame), ONE_READ + ONE_TURN + GRACE),
				);
				forget();
			}
		expect(Math.max(...changes)).toBeLessThan(ONE_READ + ONE_TURN + GRACE);
		await house.broker.restart();
		const back = performance.now();
		const again = new Viewer(house.broker);
		again.watch();
		await again.publish(topic("heater/set"), "ON", "--retain");
		await until(
			"the whole picture again",
			() =>
				again.newest(topic("pump")) !== undefined &&
				again.newest("homeassistant/device/e2etest1/solar_heating/config") !== undefined,
			70_000,
		);
		await until("every state", () => again.newest(topic("tank_limit_maximum")) === "95");
		expect(again.newest(topic("availability"))).toBe("online");
		// One that comes later is obeyed: by then the one that was kept would have been.
		await again.publish(topic("tank_limit_maximum/set"), "94");
		await until("the later command", () => again.newest(topic("tank_limit_maximum")) === "94");
		expect(again.newest(topic("heater"))).toBe("OFF");
		await until("the line", () => house.log.slice(logged).includes('"code":"mqtt_connected"'));
		expect(house.log.slice(logged).match(/"code":"mqtt_connected"/g)).toHaveLength(1);
		// The running connection keeps its client id; a proof that happens to run has its own.
		const [, id] = /New client connected from \S+ as (solar_heating_e2etest1_\w+)/.exec(house.broker.log()) ?? [];
		expect(house.broker.log().split(` as ${id} `)).toHaveLength(1 + 2);
		await again.publish(topic("heater/set"), "", "--retain");
		again.close();
		console.info(
			`reconnected and republished within ${Math.round(performance.now() - back)} ms of the broker's return`,
		);
	});

	it("rests the pump when the collector's sensor is pulled", async () => {
		const again = new Viewer(house.broker);
		again.watch(`${house.root}/#`);
		house.collector(70);
		await until("the pump runs", () => again.newest(topic("pump")) === "ON", ONE_READ + ONE_TURN + GRACE);
		forget();
		house.pullCollector();
		// A lost sensor is one that missed three reads, and 30 s at least.
		await until("the frame that stops the pump", () => heard(PUMP_OFF), 35_000);
		await until("the reason", () => again.newest(topic("pump_reason")) === "sensor_lost", GRACE);
		await until("no temperature", () => again.newest(topic("collector_temperature")) === "None", GRACE);
		await until("the sensor's fault", () => again.newest(topic("collector_fault")) === "ON", GRACE);
		forget();
		await again.publish(topic("pump/set"), "ON");
		await again.publish(topic("tank_limit_maximum/set"), "93");
		await until("the later command", () => again.newest(topic("tank_limit_maximum")) === "93");
		expect(heard(PUMP_ON)).toBe(false);
		house.collector(70);
		await until("it is back", () => again.newest(topic("pump")) === "ON", ONE_READ + ONE_TURN + GRACE);
		again.close();
	});

	// #goes-rest-says-offline
	it("goes to rest and says offline on SIGTERM, within 5 s and with code 0", async () => {
		const again = new Viewer(house.broker);
		again.watch(`${house.root}/#`);
		await until("it runs", () => again.newest(topic("pump")) === "ON");
		forget();
		const { code, ms } = await house.end("SIGTERM");
		expect(code).toBe(0);
		expect(ms).toBeLessThan(5000);
		expect(house.board.take()).toEqual(expect.arrayContaining([PUMP_OFF, HEATER_OFF]));
		await until("offline", () => again.newest(topic("availability")) === "offline", GRACE);
		await until("the pump at rest", () => again.newest(topic("pump")) === "OFF", GRACE);
		again.close();
	});

	// #brought-rest-command-rest
	it("is brought to rest by the command `rest` after it was killed, and the broker says offline for it", async () => {
		const again = new Viewer(house.broker);
		again.watch(`${house.root}/#`);
		house.collector(70);
		house.start();
		await until("it runs", () => again.newest(topic("pump")) === "ON");
		await house.end("SIGKILL");
		expect(house.board.coils[0]).toBe(true);
		forget();
		expect(await house.command("rest")).toContain("pump: at rest");
		expect(house.board.take()).toEqual(expect.arrayContaining([PUMP_OFF, HEATER_OFF]));
		expect(house.board.coils.slice(0, 2)).toEqual([false, true]);
		await until("the will", () => again.newest(topic("availability")) === "offline");
		again.close();
	});

	// #written-password-nowhere
	it("has written the password nowhere", () => {
		expect(house.log).not.toContain(CANARY);
		expect(viewer.seen.some((s) => s.payload.includes(CANARY) || s.topic.includes(CANARY))).toBe(false);
		for (const file of readdirSync(house.folder).filter((f) => !["options.json", "control.sock"].includes(f))) {
			expect(readFileSync(join(house.folder, file)).includes(CANARY)).toBe(false);
		}
	});
});

const hex = (bytes: readonly number[]) => bytes.map((b) => b.toString(16).toUpperCase().padStart(2, "0")).join(" ");
