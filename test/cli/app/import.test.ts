import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { connectAsync, type MqttClient } from "mqtt";
import { parse } from "#options/parse.ts";
import { ENTITY_IDS_FILE, entityIds } from "#store/files/entity-ids.ts";
import { importFormer } from "../../../src/cli/app/data/import.ts";
import { type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { CANARY, Desk } from "../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const ENV = `
# former controller
MQTT_BROKER=192.168.0.110
MQTT_PORT=1883
MQTT_USERNAME=solar_heating_user
MQTT_PASSWORD=${CANARY}
SOLAR_DTSTART_TANK_1=7,5
SOLAR_DTSTOP_TANK_1=3
SOLAR_TEMP_KOK=140
SOLAR_KYLNING_KOLLEKTOR=95
SOLAR_SET_TEMP_TANK_1=70
SOLAR_MORNING_PEAK_TARGET=80
SOLAR_INFLUXDB_URL=http://x
SOLAR_NIGHT_COOLING_ENABLED=TRUE
SOLAR_COLOUR=blue
`;
const run = (env: string, flags: object = {}, pause: () => Promise<void> = () => Promise.resolve()) =>
	importFormer(desk.machine(), desk.file("former.env", env), { data: desk.data, ...flags }, { pause });
const optionsIn = (path: string) => JSON.parse(readFileSync(join(desk.folder, path), "utf8"));

describe("a former controller's .env", () => {
	it("becomes options that are valid and say the same, with the password in a file of its own", async () => {
		expect(await run(ENV, { out: "new/options.json" })).toBe(0);
		const options = optionsIn("new/options.json");
		expect(parse(options).kind).toBe("valid");
		expect(options).toMatchObject({
			mqtt: {
				host: "192.168.0.110",
				port: 1883,
				username: "solar_heating_user",
				password_file: join(desk.folder, "new/mqtt-password"),
			},
			solar_charging: { start_at: 7.5, stop_at: 3 },
			boil_stop: { stop_at: 140, release_below: 130 },
			collector_cooling: { start_at: 95, release_below: 91 },
			tank_limit: { target: 70 },
			night_cooling: { enabled: true },
		});
		expect(readFileSync(join(desk.folder, "new/mqtt-password"), "utf8")).toBe(`${CANARY}\n`);
		for (const file of ["options.json", "mqtt-password"])
			expect(statSync(join(desk.folder, "new", file)).mode & 0o777).toBe(0o600);
		expect(desk.out + desk.err).not.toContain(CANARY);
	});

	it("is told variable by variable", async () => {
		await run(ENV);
		expect(desk.out).toContain("DTSTART_TANK_1: now solar_charging.start_at: 7.5");
		expect(desk.out).toContain("MORNING_PEAK_TARGET: left out: it had no effect");
		expect(desk.out).toContain("INFLUXDB_URL: left out: it had no effect");
		expect(desk.out).toContain("COLOUR: left out: not known");
		expect(desk.out).toContain('"start_at": 7.5');
		expect(desk.out).not.toContain(CANARY);
	});

	it.each([
		["a number beyond the app's range", "SOLAR_DTSTART_TANK_1=90", "DTSTART_TANK_1", "solar_charging.start_at"],
		["no number", "SOLAR_TEMP_KOK=nan", "TEMP_KOK", "boil_stop"],
		["limits that cross", "SOLAR_DTSTOP_TANK_1=19", "DTSTOP_TANK_1", "solar_charging.stop_at"],
		["a port that is none", "MQTT_PORT=99999", "MQTT_PORT", "mqtt.port"],
		["a switch that is neither", "SOLAR_NIGHT_COOLING_ENABLED=maybe", "NIGHT_COOLING_ENABLED", "night_cooling.enabled"],
	])("%s is left out with the reason, and everything else is taken", async (_, line, name, path) => {
		expect(await run(`MQTT_USERNAME=u\nSOLAR_SET_TEMP_TANK_1=72\n${line}\n`, { out: "o.json" })).toBe(0);
		expect(desk.out).toMatch(new RegExp(`^${name}: left out, the app's own value applies\\. ${path}`, "m"));
		expect(optionsIn("o.json")).toMatchObject({ mqtt: { username: "u" }, tank_limit: { target: 72 } });
		expect(parse(optionsIn("o.json")).kind).toBe("valid");
	});

	it.each([
		["a file that is missing", undefined, "none.env"],
		["a .env of something else", "PATH=/bin\nDB_HOST=x\n", undefined],
		["an empty file", "", undefined],
	])("%s is refused", async (_, text, missing) => {
		const file = text === undefined ? join(desk.folder, missing ?? "") : desk.file("other.env", text);
		expect(await importFormer(desk.machine(), file, { data: desk.data })).toBe(2);
		expect(desk.err).toContain(".env");
		expect(existsSync(join(desk.folder, "o.json"))).toBe(false);
	});

	it("does not write the options into the file of the password", async () => {
		expect(await run(ENV, { out: "mqtt-password" })).toBe(2);
		expect(existsSync(join(desk.folder, "mqtt-password"))).toBe(false);
	});

	it("never overwrites a file", async () => {
		desk.file("o.json", "mine");
		expect(await run(ENV, { out: "o.json" })).toBe(2);
		expect(readFileSync(join(desk.folder, "o.json"), "utf8")).toBe("mine");
		expect(existsSync(join(desk.folder, "mqtt-password"))).toBe(false);
	});
});

describe("what it left at the broker", () => {
	let mosquitto: Mosquitto;
	let person: MqttClient;
	const COLLECTOR = "homeassistant/sensor/solar_heating_solar_collector_temp/config";
	const SWITCH = "homeassistant/switch/solar_heating_primary_pump/config";
	const COMMAND = "homeassistant/switch/solar_heating_cartridge_heater/set";
	const device = (part: string, name: string) => ({ identifiers: [`solar_heating_v3_${part}`], name });
	const config = (id: string, name: string, of: object) =>
		JSON.stringify({ name, unique_id: `solar_heating_v3_${id}`, state_topic: "x", device: of });
	const OTHERS: Readonly<Record<string, string>> = {
		"homeassistant/sensor/solar_heating_mine/config": JSON.stringify({
			name: "Mine",
			unique_id: "mine",
			device: { identifiers: ["mine"], name: "Mine" },
		}),
		"homeassistant/sensor/kitchen/config": "{}",
		"homeassistant/switch/kitchen/state": "ON",
		"homeassistant/switch/solar_heating_garden/state": "ON",
		"homeassistant/number/broken/config": "{not json",
	};
	const kept = async (): Promise<readonly string[]> => {
		const reader = await connectAsync({
			host: mosquitto.host,
			port: mosquitto.port,
			username: "person",
			password: "too",
		});
		const found: string[] = [];
		const last = Promise.withResolvers<void>();
		reader.on("message", (topic, _payload, { retain }) => {
			if (topic === "end") last.resolve();
			else if (retain) found.push(topic);
		});
		await reader.subscribeAsync(["homeassistant/#", "end"], { qos: 1 });
		await reader.publishAsync("end", "x", { qos: 1 });
		await last.promise;
		await reader.endAsync();
		return found.sort();
	};
	const env = () =>
		`MQTT_BROKER=${mosquitto.host}\nMQTT_PORT=${mosquitto.port}\nMQTT_USERNAME=solar\nMQTT_PASSWORD=right\n`;
	const begin = async (acl?: string) => {
		mosquitto = await startMosquitto({ users: { solar: "right", person: "too" }, ...(acl !== undefined && { acl }) });
		person = await connectAsync({ host: mosquitto.host, port: mosquitto.port, username: "person", password: "too" });
		const all = {
			...OTHERS,
			[COLLECTOR]: config(
				"solar_collector_temp",
				"Solar Collector Outlet Temperature",
				device("collector", "Solar Collector"),
			),
			[SWITCH]: config("primary_pump", "Primary Pump", device("controls", "Controls & Settings")),
			[COMMAND]: "ON",
		};
		for (const [topic, payload] of Object.entries(all))
			await person.publishAsync(topic, payload, { retain: true, qos: 1 });
	};
	/** A later client has been sent everything: so has the one that listens. */
	const heard = async () => void (await kept());
	afterEach(async () => {
		await person.endAsync();
		await mosquitto.stop();
	});

	it("is shown and stays, and the entity ids are kept for the app", async () => {
		await begin();
		expect(await run(env(), { broker: true }, heard)).toBe(0);
		for (const topic of [COLLECTOR, SWITCH, COMMAND]) expect(desk.out).toContain(topic);
		for (const topic of Object.keys(OTHERS)) expect(desk.out).not.toContain(topic);
		expect(entityIds(desk.data)).toEqual({
			"sensor/collector_temperature": "sensor.solar_collector_solar_collector_outlet_temperature",
			"switch/pump": "switch.controls_settings_primary_pump",
		});
		// The options were shown by the command before.
		expect(desk.out).not.toContain('"sensors"');
		// What to press where the unit of a statistic is another now.
		expect(desk.out).toContain("Fix issue");
		expect(await kept()).toHaveLength(8);
	});

	it("is removed when asked for, with nothing of anybody else's, and looked up again", async () => {
		await begin();
		expect(await run(env(), { remove: true }, heard)).toBe(0);
		expect(desk.out).toContain("Removed all 3");
		expect(await kept()).toEqual(Object.keys(OTHERS).sort());
		expect(existsSync(join(desk.data, ENTITY_IDS_FILE))).toBe(true);
	});

	it("stays while the former controller runs", async () => {
		await begin();
		const alive = async () => {
			await person.publishAsync("solar_heating_v3/heartbeat", "alive", { qos: 1 });
			await heard();
		};
		expect(await run(env(), { remove: true }, alive)).toBe(1);
		expect(desk.out).toContain("still runs");
		expect(await kept()).toHaveLength(8);
	});

	// Mosquitto grants the subscription, and sends nothing of it.
	it("stays where the access rules keep it secret whether the former controller runs", async () => {
		await begin(
			"user person\ntopic readwrite #\nuser solar\ntopic readwrite homeassistant/#\ntopic write solar_heating_v3/heartbeat\n",
		);
		const alive = async () => {
			await person.publishAsync("solar_heating_v3/heartbeat", "alive", { qos: 1 });
			await heard();
		};
		expect(await run(env(), { remove: true }, alive)).toBe(1);
		expect(desk.out).toContain("topic read solar_heating_v3/heartbeat");
		expect(await kept()).toHaveLength(8);
	});

	it("adds to the ids of an earlier look", async () => {
		await begin();
		await run(env(), { broker: true }, heard);
		await person.publishAsync(SWITCH, "", { retain: true, qos: 1 });
		await run(env(), { broker: true }, heard);
		expect(Object.keys(entityIds(desk.data))).toEqual(["sensor/collector_temperature", "switch/pump"]);
	});

	it("is told as still there where the access rules forbid to remove it", async () => {
		await begin("user person\ntopic readwrite #\nuser solar\ntopic read #\ntopic write solar_heating_v3/heartbeat\n");
		expect(await run(env(), { remove: true }, heard)).toBe(1);
		expect(desk.out).toContain(`topic write ${COLLECTOR}`);
		expect(await kept()).toHaveLength(8);
	});

	it("keeps the ids of an earlier look where nothing is left", async () => {
		await begin();
		await run(env(), { remove: true }, heard);
		const before = entityIds(desk.data);
		await run(env(), { remove: true }, heard);
		expect(entityIds(desk.data)).toEqual(before);
	});
});
