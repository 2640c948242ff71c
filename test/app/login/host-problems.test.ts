import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { type Sourced, source } from "#app/login/source.ts";
import { check } from "#cli/app/check/check.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import { CANARY, Desk } from "../../cli/desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const fromFile = (options: unknown): Sourced => source(desk.machine(), { options: desk.file("solar.json", options) });
const told = (options: unknown, language: Language = "en") =>
	fromFile(options).complaints.map((one) => {
		const { path, remedy } = toldProblem(language, one);
		return `${path}: ${remedy}`;
	});

describe("a broker's host that is more than a host", () => {
	test.each([
		["mqtt://broker", "broker", 1883, false],
		["mqtts://broker", "broker", 8883, true],
		["mqtts://broker:8884/", "broker", 8884, true],
		["MQTT://broker.lan:1884", "broker.lan", 1884, false],
		["tcp://192.168.1.10", "192.168.1.10", 1883, false],
		["ssl://broker", "broker", 8883, true],
		["tls://[fd00::10]:8883/path?query", "fd00::10", 8883, true],
		["broker:1883", "broker", 1883, false],
		["broker:8883", "broker", 8883, true],
		["broker:", "broker", 1883, false],
		["broker/", "broker", 1883, false],
		["[fd00::10]", "fd00::10", 1883, false],
		["[fd00::10]:1884", "fd00::10", 1884, false],
		[" broker ", "broker", 1883, false],
		["broker ", "broker", 1883, false],
		[" fd00::10", "fd00::10", 1883, false],
		["\u00a0mqtt://broker:1885 ", "broker", 1885, false],
	])("%j is told to be written in parts, and control goes on", (host, name, port, tls) => {
		const text = `mqtt.host: Write host ${name}, port ${port}, tls ${tls}.`;
		expect(told({ mqtt: { host } })).toEqual([text]);
		expect(fromFile({ mqtt: { host } }).parsed.kind).toBe("valid");
	});

	test.each([
		[{ host: " broker", port: 1884 }, "broker, port 1884, tls false"],
		[{ host: " broker", port: 8883 }, "broker, port 8883, tls true"],
		[{ host: "broker:8884", port: 1883, tls: true }, "broker, port 8884, tls true"],
		[{ host: "mqtts://broker", port: 1883, tls: false }, "broker, port 8883, tls true"],
	])("%j keeps what else is set", (mqtt, parts) => {
		expect(told({ mqtt })).toEqual([`mqtt.host: Write host ${parts}.`]);
	});

	test.each(["ws://broker:9001/mqtt", "wss://broker", "http://broker:8123"])(
		"%s is another way in: its port is not taken over",
		(host) => {
			expect(told({ mqtt: { host } })).toEqual([
				"mqtt.host: Write host broker and its port for TCP: usually 1883 with tls false, or 8883 with tls true.",
			]);
		},
	);

	test.each(["my broker", "mqtt://", "broker:70000", "broker:0", "a:b:c", "mqtt:broker", "solar@", " "])(
		"of %j no part is guessed",
		(host) => {
			expect(told({ mqtt: { host } })).toEqual([expect.stringContaining("mqtt.host: Write the name or address alone")]);
		},
	);

	test.each(["", "broker", "core-mosquitto", "192.168.1.10", "fd00::10", "::1", "fe80::1%eth0", "bröker", "a_b"])(
		"is not %j",
		(host) => expect(told({ mqtt: { host } })).toEqual([]),
	);

	test.each([
		["sv", "Skriv host broker, port 8883, tls true."],
		["de", "host broker, port 8883 und tls true schreiben."],
	] as const)("is told in %s too", (language, remedy) => {
		expect(told({ mqtt: { host: "mqtts://broker" } }, language)).toEqual([`mqtt.host: ${remedy}`]);
	});

	it("shows no password that stands in it", () => {
		const { complaints } = fromFile({ mqtt: { host: `mqtt://solar:${CANARY}@broker` } });
		expect(complaints).toMatchObject([{ value: { code: "not_shown" }, remedy: { facts: { host: "broker" } } }]);
		expect(JSON.stringify(complaints)).not.toContain("canary");
	});

	test.each([
		"mqtt://solar:4711/canary@broker",
		"mqtt://canary:4711/x@broker",
		"canary:123/x@b",
		"mqtt://canary:123#x@b",
		"mqtt://canary:12?3@b",
		"mqtt://solar:x/y@canary:1883/x@b",
		"mqtt://broker/?password=x@canary",
		"mqtt://solar:x//canary@canary:1@b/c@canary",
		"mqtt://solar:/canary@b",
		"mqtt://b:1?password=/canary@",
		"mqtt://canary:123/\u2028x@b",
	])("guesses nothing of %j, in which a password may go on behind a mark, and shows nothing of it", (host) => {
		const { complaints } = fromFile({ mqtt: { host } });
		expect(complaints).toMatchObject([{ value: { code: "not_shown" }, remedy: { code: "host_alone" } }]);
		expect(JSON.stringify(complaints)).not.toMatch(/canary|4711|123/);
	});

	it("takes a password with an @ for one, and does not show a query", () => {
		const [login] = fromFile({ mqtt: { host: "mqtt://solar:canary@canary@broker:1884/x" } }).complaints;
		expect(login).toMatchObject({ value: { code: "not_shown" }, remedy: { facts: { host: "broker", port: "1884" } } });
		const [query] = fromFile({ mqtt: { host: "mqtt://broker?password=canary" } }).complaints;
		expect(query).toMatchObject({ value: { code: "not_shown" }, remedy: { facts: { host: "broker" } } });
		expect(JSON.stringify([login, query])).not.toContain("canary");
	});

	it("may come from the environment, too", () => {
		desk.env = { ...desk.env, MQTT_BROKER: "tcp://broker:1883" };
		expect(told({})).toEqual(["mqtt.host: Write host broker, port 1883, tls false."]);
	});

	it("is told by check, which connects to nobody", async () => {
		const options = desk.file("solar.json", { mqtt: { host: "127.0.0.1:1", username: "solar", password: CANARY } });
		expect(await check(desk.machine(), { options })).toBe(2);
		expect(desk.out).toContain('mqtt.host: found "127.0.0.1:1".');
		expect(desk.out).toContain("Write host 127.0.0.1, port 1, tls false.");
	});
});

test.each([
	["tls://siem", "siem, port 6514, tls true"],
	["tcp://siem:601", "siem, port 601, tls false"],
])("a collector of %s is told in the same way", (host, parts) => {
	expect(told({ syslog: { host } })).toEqual([`syslog.host: Write host ${parts}.`]);
});
