import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import { mqttService } from "#supervisor/mqtt-service.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { FakeSupervisor } from "../fakes/supervisor.ts";

const CANARY = "canary-Sv-91be04";
const GOOD = { host: "core-mosquitto", port: 1883, username: "addons", password: CANARY };

let supervisor: FakeSupervisor;
beforeAll(async () => {
	supervisor = await FakeSupervisor.start();
});
beforeEach(() => supervisor.hasNone());
afterAll(() => supervisor.down());

const asked = (deadline?: number) => mqttService(supervisor, deadline);

describe("the broker that the Supervisor names", () => {
	it("is asked for with the app's token", async () => {
		supervisor.offers(GOOD);
		await asked();
		expect(supervisor.questions.at(-1)).toMatchObject({ path: "/services/mqtt", authorized: true });
	});

	test.each<readonly [string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
		["as it is", {}, {}],
		["with its port as text", { port: "1883" }, {}],
		["with TLS", { ssl: true, port: 8883 }, { tls: true, port: 8883 }],
		["whatever it says of its protocol", { protocol: "9" }, {}],
		["by an IPv6 address", { host: "fd00::1" }, { host: "fd00::1" }],
		["with fields nobody knows", { app: "core_mosquitto", more: [] }, {}],
	])("comes %s", async (_, change, expected) => {
		supervisor.offers({ ...GOOD, ...change });
		expect(await asked()).toEqual({ kind: "service", service: { ...GOOD, tls: false, ...expected } });
	});

	test.each([
		["that are absent", {}],
		["that are null", { username: null, password: null }],
		["that are empty", { username: "", password: "" }],
	])("may come without user name and password, %s", async (_, login) => {
		supervisor.offers({ host: "other", port: 1883, ...login });
		expect(await asked()).toEqual({ kind: "service", service: { host: "other", port: 1883, tls: false } });
	});
});

describe("no broker comes", () => {
	test.each<readonly [string, string, () => void]>([
		["there is none right now", "mqtt_service_not_enabled", () => supervisor.hasNone()],
		["it is forbidden to ask", "mqtt_service_forbidden", () => supervisor.forbids()],
		["the Supervisor fails itself", "mqtt_service_error", () => supervisor.says(502, "<html>bad gateway</html>")],
		["it is sent elsewhere", "mqtt_service_error", () => supervisor.says(302, "")],
		["it answers never", "mqtt_service_slow", () => supervisor.hangs()],
		["it answers a byte at a time", "mqtt_service_slow", () => supervisor.drips()],
		["it hangs up half-way", "mqtt_service_unreachable", () => supervisor.breaksOff()],
		["it answers without end", "mqtt_service_garbled", () => supervisor.says(200, `{"a":"${"x".repeat(100_000)}"}`)],
		["it answers nothing", "mqtt_service_garbled", () => supervisor.says(200, "")],
		["it answers HTML", "mqtt_service_garbled", () => supervisor.says(200, `<p>${CANARY}</p>`)],
		[
			"it answers half a JSON",
			"mqtt_service_garbled",
			() => supervisor.says(200, `{"result":"ok","data":{"password":"${CANARY}`),
		],
		["it answers a number", "mqtt_service_garbled", () => supervisor.says(200, "7")],
		["it answers null", "mqtt_service_garbled", () => supervisor.says(200, "null")],
		["it says error with 200", "mqtt_service_garbled", () => supervisor.says(200, '{"result":"error","message":"x"}')],
		["it has no data", "mqtt_service_garbled", () => supervisor.says(200, '{"result":"ok"}')],
		["its data are a list", "mqtt_service_garbled", () => supervisor.says(200, '{"result":"ok","data":[]}')],
	])("when %s: %s", async (_, code, make) => {
		make();
		// Only what is slow has to wait for the end of the patience.
		const answer = await asked(code === "mqtt_service_slow" ? 0.2 : 20);
		expect(answer).toMatchObject({ kind: "failed", finding: { code } });
		expect(inspect(answer, { depth: null })).not.toContain("canary");
	});

	// #when-field-named-nothing
	test.each<readonly [string, unknown]>([
		["host", undefined],
		["host", ""],
		["host", 7],
		["host", "a b"],
		["host", "mqtt://core-mosquitto"],
		["host", `user:${CANARY}@core-mosquitto`],
		["host", "x".repeat(254)],
		["port", undefined],
		["port", 0],
		["port", 65_536],
		["port", 1883.5],
		["port", "mqtt"],
		["port", ""],
		["port", "1883 "],
		["port", -1],
		["ssl", "false"],
		["ssl", 1],
		["username", 5],
		["password", { canary: CANARY }],
		["password", [CANARY]],
	])("when its %s is %j: the field is named, and nothing is repeated", async (what, value) => {
		supervisor.offers({ ...GOOD, [what]: value });
		const answer = await asked();
		expect(answer).toEqual({
			kind: "failed",
			finding: { severity: "warning", code: "mqtt_service_garbled", facts: { what } },
		});
	});

	// #when-token-right
	it("when the token is not the right one", async () => {
		supervisor.offers(GOOD);
		const answer = await mqttService({ url: supervisor.url, token: "another" });
		expect(answer).toMatchObject({ finding: { severity: "alarm", code: "mqtt_service_unauthorized" } });
	});

	test.each([
		["nobody listens", "http://127.0.0.1:PORT", "ECONNREFUSED"],
		["there is no such name", "http://supervisor.invalid", /ENOTFOUND|EAI_AGAIN/],
		["the address is none", "not an address", "ERR_INVALID_URL"],
		["it is of another kind", "ftp://supervisor", "ERR_INVALID_PROTOCOL"],
	])("when %s", async (_, url, cause) => {
		const there = url.replace("PORT", String(await freePort()));
		expect(await mqttService({ url: there, token: "x" })).toMatchObject({
			finding: { code: "mqtt_service_unreachable", facts: { cause: expect.stringMatching(cause) } },
		});
	});

	it("when the token cannot be a header", async () => {
		expect(await mqttService({ url: supervisor.url, token: `${CANARY}\r\nx: y` })).toEqual({
			kind: "failed",
			finding: { severity: "warning", code: "mqtt_service_unreachable", facts: { cause: "ERR_INVALID_CHAR" } },
		});
	});
});
