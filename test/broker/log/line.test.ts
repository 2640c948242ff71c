import { describe, expect, test } from "@jest/globals";
import { lineOf } from "#broker/log/read/line.ts";

const from = { address: "127.0.0.2", port: 46140 };

describe("a line of Mosquitto 2.0", () => {
	test.each([
		["New connection from 127.0.0.2:46140 on port 1883.", { kind: "connection", from, listener: 1883 }],
		[
			"New connection from ::1:54218 on port 1883.",
			{ kind: "connection", from: { address: "::1", port: 54218 }, listener: 1883 },
		],
		["Client <unknown> disconnected, not authorised.", { kind: "refusal" }],
		["Sending CONNACK to 127.0.0.2 (0, 5)", { kind: "connack_refusal", address: "127.0.0.2" }],
		["Sending CONNACK to 127.0.0.2 (0, 135)", { kind: "connack_refusal", address: "127.0.0.2" }],
		["Sending CONNACK to 127.0.0.2 (0, 0)", { kind: "other" }],
		["Sending CONNACK to ::1 (0, 5)", { kind: "connack_refusal", address: "::1" }],
		["Sending CONNACK to somebody (0, 5)", { kind: "connack_refusal", client: "somebody" }],
		["Sending CONNACK to 10.0.0.9 (0, 5) (0, 0)", { kind: "other" }],
		[
			"New client connected from 127.0.0.2:46140 as a b (p2, c1, k60, u'alice').",
			{ kind: "login", from, client: "a b", user: "alice", release: "2.0.13" },
		],
		[
			"Denied PUBLISH from me (d0, q1, r0, m25778, 'denied/x', ... (1 bytes))",
			{ kind: "denial", client: "me", topic: "denied/x" },
		],
		["Client me already connected, closing old connection.", { kind: "takeover", client: "me" }],
	])("%s", (text, said) => {
		expect(lineOf(`1700000000: ${text}`, "2.0")).toEqual({ at: 1700000000, text, said });
	});
});

describe("a line of Mosquitto 2.1", () => {
	test.each([
		["Client me [127.0.0.2:46140] disconnected: not authorised.", { kind: "refusal", from, client: "me" }],
		[
			"Client ab disconnected, not authorised. [127.0.0.2:46140] disconnected: not authorised.",
			{ kind: "refusal", from, client: "ab disconnected, not authorised." },
		],
		// The id imitates the refusal of another client. Only the broker's own last words count.
		[
			"Client x [10.0.0.9:1] disconnected: not authorised. [127.0.0.2:46140] disconnected: not authorised.",
			{ kind: "refusal", from, client: "x [10.0.0.9:1] disconnected: not authorised." },
		],
		[
			"Client x [10.0.0.9:1] disconnected: not authorised. [127.0.0.2:46140] disconnected: connection closed by client.",
			{ kind: "other" },
		],
		["Client x [10.0.0.9:1] disconnected: not authorised. y [127.0.0.2:46140] disconnected.", { kind: "other" }],
		["Sending CONNACK to 10.0.0.9 (0, 5)", { kind: "other" }],
		["Client me [127.0.0.2:46140] disconnected: session taken over.", { kind: "takeover", client: "me", from }],
		// One more line of what the next one says again.
		["Client from 127.0.0.2:46140 appears to be using TLS to connect to a non-TLS listener.", { kind: "other" }],
		["Client 127.0.0.2 [127.0.0.2:46140] disconnected: protocol error.", { kind: "garbage", from }],
		["Client me [127.0.0.2:46140] disconnected: bad username or password.", { kind: "refusal", from, client: "me" }],
		["Client me [127.0.0.2:46140] disconnected: bad socket read/write: Unknown error", { kind: "other" }],
		[`Client ${"a".repeat(990)}`, { kind: "cut" }],
		// Cut so that it ends like the broker's line with another client's address; also with two-byte letters.
		[`Client ${"a".repeat(937)} [10.0.0.9:1] disconnected: not authorised.`, { kind: "cut" }],
		[`Client ${"ä".repeat(469)} [10.0.0.9:1] disconnected: not authorised.`, { kind: "cut" }],
		["Client <unknown> disconnected, not authorised.", { kind: "other" }],
	])("%s", (text, said) => {
		expect(lineOf(`1700000000: ${text}`, "2.1")).toEqual({ at: 1700000000, text, said });
	});

	test("is told apart by the broker's own first line, and until then none that only one release has is believed", () => {
		expect(lineOf("1700000000: mosquitto version 2.1.2 starting", undefined).said).toEqual({
			kind: "release",
			release: "2.1",
		});
		expect(lineOf("1700000000: Sending CONNACK to 10.0.0.9 (0, 5)", undefined).said).toEqual({ kind: "other" });
	});
});

describe("the time of a line", () => {
	test.each([
		["1700000000: x", 1700000000],
		["2026-11-25T04:31:07Z: x", Date.parse("2026-11-25T04:31:07Z") / 1000],
		["2026-11-25T04:31:07+0100: x", Date.parse("2026-11-25T03:31:07Z") / 1000],
		["2026-11-25 04:31:07: x", new Date(2026, 10, 25, 4, 31, 7).getTime() / 1000],
		["x", undefined],
	])("of %j is %p", (text, at) => {
		expect(lineOf(text, undefined).at).toBe(at);
	});
});
