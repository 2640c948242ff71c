import { expect, test } from "@jest/globals";
import { listenerIn } from "#proof/listener.ts";

test.each([
	["broker:1883", { host: "broker", port: 1883, tls: false }],
	["192.168.0.110:8883/tls", { host: "192.168.0.110", port: 8883, tls: true }],
	["[fe80::1]:8883/tls", { host: "fe80::1", port: 8883, tls: true }],
	...[
		"broker",
		"broker:",
		":1883",
		"broker:0",
		"broker:65536",
		"broker:1883/ssl",
		"mqtt://broker:1883",
		"a b:1",
		"fe80::1:1883",
	].map((text) => [text, undefined] as const),
])("%s is read as %j", (text, expected) => {
	expect(listenerIn(text)).toEqual(expected);
});
