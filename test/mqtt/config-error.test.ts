import { describe, expect, it, test } from "@jest/globals";
import type { Broker } from "#mqtt/broker.ts";
import { configErrorOf } from "#mqtt/config-error.ts";
import { authority } from "../fakes/certificates.ts";

const good: Broker = {
	host: "broker.local",
	port: 1883,
	username: "solar",
	password: "correct horse",
	client_id: "solar-1",
	will: { topic: "solar/1/availability", payload: "offline", retain: true, qos: 1 },
};
const home = authority("home");
const other = home.sign("other");
const own = home.sign("own");

/** Options whose types were not checked. */
const untyped = (broker: Readonly<Record<string, unknown>>) => ({ ...good, ...broker }) as unknown as Broker;

describe("a broker that cannot be connected to", () => {
	test.each<readonly [string, Readonly<Record<string, unknown>>]>([
		["host", { host: "" }],
		["host", { host: "my broker" }],
		["host", { host: "mqtt://broker" }],
		["host", { host: "broker:1883" }],
		["host", { host: "[::1]" }],
		["host", { host: undefined }],
		["port", { port: 0 }],
		["port", { port: 65_536 }],
		["port", { port: 1883.5 }],
		["port", { port: "1883" }],
		["username", { username: undefined }],
		["username", { username: "" }],
		["username", { username: " " }],
		["username", { username: "a\0b" }],
		["username", { username: "a\nb" }],
		["username", { username: "\ud800" }],
		["username", { username: "a".repeat(65_536) }],
		["password", { password: undefined }],
		["password", { password: "" }],
		["password", { password: "  \t" }],
		["password", { password: "correct horse\0junk" }],
		["password", { password: "from-a-file\n" }],
		["password", { password: 12_345 }],
		["password", { password: "ö".repeat(32_768) }],
		["client_id", { client_id: "" }],
		["keepalive", { keepalive: 0 }],
		["keepalive", { keepalive: 1.5 }],
		["connect_timeout", { connect_timeout: 0 }],
		["will", { will: { ...good.will, topic: "solar/+/availability" } }],
		["ca", { tls: { ca: "not a certificate" } }],
		["ca", { tls: { ca: "" } }],
		["cert", { tls: { key: own.key } }],
		["key", { tls: { cert: own.cert } }],
		["key", { tls: { cert: own.cert, key: other.key } }],
	])("has its %s named (%#)", (field, change) => {
		expect(configErrorOf(untyped(change))?.field).toBe(field);
	});

	test.each([{}, { anonymous: false }])("has a login that is missing named, with %j", (allowed) => {
		expect(configErrorOf({ ...good, ...allowed, username: "", password: "" })?.field).toBe("username");
	});

	it("has half a login named, whatever is allowed", () => {
		expect(configErrorOf({ ...good, anonymous: true, username: "" })?.field).toBe("username");
		expect(configErrorOf({ ...good, anonymous: true, password: "" })?.field).toBe("password");
		expect(configErrorOf({ ...good, anonymous: true, username: " ", password: " " })?.field).toBe("username");
	});

	it("never has a value repeated", () => {
		expect(JSON.stringify(configErrorOf({ ...good, password: "secret-canary\n" }))).not.toContain("secret-canary");
	});
});

test.each<readonly [string, Partial<Broker>]>([
	["as it is", {}],
	["at an address of IPv6", { host: "fd00::10" }],
	["at one of a link", { host: "fe80::1%eth0" }],
	["without a login where that is allowed", { username: "", password: "", anonymous: true }],
	["with the highest port", { port: 65_535 }],
	["with the longest password", { password: "a".repeat(65_535) }],
	["with spaces and signs in the password", { password: " p@ss:w/rd é " }],
	["with TLS and nothing else", { tls: {} }],
	["with an authority and a client certificate", { tls: { ca: home.ca, cert: own.cert, key: own.key } }],
])("a usable broker has no flaw, %s", (_case, change) => {
	expect(configErrorOf({ ...good, ...change })).toBeUndefined();
});
