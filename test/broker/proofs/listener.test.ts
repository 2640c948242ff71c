import { expect, test } from "@jest/globals";
import { listenerIn } from "#broker/proofs/listener.ts";
import { listenerText } from "#broker/proofs/proof.ts";

test.each([
	["broker:1883", { host: "broker", port: 1883, tls: false }],
	["192.168.0.110:8883/tls", { host: "192.168.0.110", port: 8883, tls: true }],
	["[fe80::1]:8883/tls", { host: "fe80::1", port: 8883, tls: true }],
	["ws://broker:9001", { host: "broker", port: 9001, tls: false, websocket: { path: "/mqtt" } }],
	["WSS://[fe80::1]:443/a/b?c", { host: "fe80::1", port: 443, tls: true, websocket: { path: "/a/b?c" } }],
	["broker:9001/websockets", { host: "broker", port: 9001, tls: false, websocket: { path: "/mqtt" } }],
	["broker:9001/tls/websockets/ws", { host: "broker", port: 9001, tls: true, websocket: { path: "/ws" } }],
	...[
		"ws://broker",
		"ws://broker:9001/a b",
		"ws://broker:9001/a\r\nHost:x",
		"ws://user@broker:9001",
		"wsss://broker:9001",
		"broker:9001/websocketsx",
		"broker:9001/websockets/tls ",
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
	const read = listenerIn(text);
	expect(read).toEqual(expected);
	// As it is shown it can be given again.
	if (read !== undefined) expect(listenerIn(listenerText(read))).toEqual(read);
});
