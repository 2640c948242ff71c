import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import {
	answerTo,
	COIL_OFF,
	COIL_ON,
	coilRequest,
	crcOf,
	readRequest,
	registerRequest,
	registersRequest,
	rtuFrame,
} from "#drivers/modbus/line/frame.ts";
import { messageFor, messagesIn } from "#drivers/modbus/line/mbap.ts";
import { heardFor } from "#drivers/modbus/line/rtu-answer.ts";
import { hexOf } from "../../fakes/modbus/serial-line.ts";

const bytes = (hex: string) => Uint8Array.from(hex.split(" "), (byte) => Number.parseInt(byte, 16));
const data = (hex: string) => ({ kind: "data", data: hex === "" ? new Uint8Array() : bytes(hex) });

/** What is on the wire according to the makers' own documents, both ways. */
const GOLDEN = [
	["Waveshare, relay 1 on", coilRequest(1, 0, COIL_ON), "01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A", ""],
	["Waveshare, relay 1 off", coilRequest(1, 0, COIL_OFF), "01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA", ""],
	[
		"Waveshare, relay 1 on for 0.7 s",
		coilRequest(1, 0x0200, 7),
		"01 05 02 00 00 07 8D B0",
		"01 05 02 00 00 07 8D B0",
		"",
	],
	[
		"Waveshare, relay 1 on for 60 s",
		coilRequest(1, 0x0200, 600),
		"01 05 02 00 02 58 CC E8",
		"01 05 02 00 02 58 CC E8",
		"",
	],
	["Waveshare, none of 8 is on", readRequest(1, 1, 0, 8), "01 01 00 00 00 08 3D CC", "01 01 01 00 51 88", "00"],
	["Waveshare, 1 and 7 of 8 are on", readRequest(1, 1, 0, 8), "01 01 00 00 00 08 3D CC", "01 01 01 41 91 B8", "41"],
	["R4DCB08, 21.9 °C", readRequest(1, 3, 0, 1), "01 03 00 00 00 01 84 0A", "01 03 02 00 DB F8 1F", "00 DB"],
	["SDM120, 230.2 V", readRequest(1, 4, 0, 2), "01 04 00 00 00 02 71 CB", "01 04 04 43 66 33 34 1B 38", "43 66 33 34"],
	["R421A08, relay 1 on", registerRequest(1, 1, 0x0100), "01 06 00 01 01 00 D9 9A", "01 06 00 01 01 00 D9 9A", ""],
] as const;

describe("frames on a serial line", () => {
	test.each(GOLDEN)("%s", (_, request, sent, answer, means) => {
		expect(hexOf(rtuFrame(request.unit, request.pdu))).toBe(sent);
		expect(heardFor(request, bytes(answer))).toEqual(data(means));
	});

	test.each([
		["R4DCB08, eight sensors", readRequest(1, 3, 0, 8), "01 03 00 00 00 08 44 0C"],
		["N4DSC08, eight sensors", readRequest(1, 4, 0, 8), "01 04 00 00 00 08 F1 CC"],
		["R421A08, relay 1 off", registerRequest(1, 1, 0x0200), "01 06 00 01 02 00 D9 6A"],
		["SDM120, power", readRequest(1, 4, 0x0c, 2), "01 04 00 0C 00 02 B1 C8"],
	] as const)("%s", (_, request, sent) => {
		expect(hexOf(rtuFrame(request.unit, request.pdu))).toBe(sent);
	});

	test.each([
		["an answer of another unit", "02 03 02 00 DB BC 1F", "bus"],
		["a wrong checksum", "01 03 02 00 DB F8 1E", "crc"],
		["another function", "01 04 02 00 DB F9 6B", "bus"],
		["more than the answer", "01 03 02 00 DB F8 1F FF", "bus"],
		["five zeros more than the answer", "01 03 02 00 DB F8 1F 00 00 00 00 00", "bus"],
	])("%s is no answer", (_, hex, code) => {
		expect(heardFor(readRequest(1, 3, 0, 1), bytes(hex))).toMatchObject({ kind: "wrong", code });
	});

	test.each([
		["the request itself, as some adapters hear it", "01 03 00 00 00 01 84 0A", "more"],
		["half of it", "01 03 00 00", "more"],
		["the answer after it", "01 03 00 00 00 01 84 0A 01 03 02 00 DB F8 1F", { kind: "data", data: bytes("00 DB") }],
		["half of an answer after it", "01 03 00 00 00 01 84 0A 01 03 02", "more"],
	])("%s", (_, hex, heard) => {
		expect(heardFor(readRequest(1, 3, 0, 1), bytes(hex))).toEqual(heard);
	});

	// The answer to a write has the bytes of its request.
	test.each([
		["alone", "01 06 00 01 01 00 D9 9A", "more"],
		["and half of the answer", "01 06 00 01 01 00 D9 9A 01 06 00", "more"],
		["and the answer", "01 06 00 01 01 00 D9 9A 01 06 00 01 01 00 D9 9A", data("")],
		["and a refusal", "01 06 00 01 01 00 D9 9A 01 86 02 C3 A1", { kind: "exception", code: 2 }],
	])("the echo of a write on a line that is known to have one: %s", (_, hex, heard) => {
		expect(heardFor(registerRequest(1, 1, 0x0100), bytes(hex), true)).toEqual(heard);
	});

	it("an exception is the unit's own refusal", () => {
		const refused = Uint8Array.of(1, 0x83, 2);
		const frame = Uint8Array.of(...refused, ...crcOf(refused));
		expect(heardFor(readRequest(1, 3, 0, 8), frame)).toEqual({ kind: "exception", code: 2 });
	});

	// #any-part-of-an-answer
	it("any part of an answer is not yet one, and any change to it is none", () => {
		const request = readRequest(1, 3, 0, 4);
		const body = Uint8Array.of(1, 3, 8, 0, 1, 2, 3, 4, 5, 6, 7);
		const answer = Uint8Array.of(...body, ...crcOf(body));
		for (let length = 0; length < answer.length; length++)
			expect(heardFor(request, answer.subarray(0, length))).toBe("more");
		fc.assert(
			fc.property(fc.nat(answer.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
				const spoilt = answer.map((byte, i) => (i === at ? byte ^ change : byte));
				expect(heardFor(request, spoilt)).not.toMatchObject({ kind: "data" });
			}),
		);
	});

	it("garbage never throws, and never becomes data", () => {
		const request = readRequest(1, 3, 0, 60);
		const kinds = new Set<string>();
		// Half of it begins like an answer.
		for (const garbage of garbageOf(1_000_000, 130))
			kinds.add(kindOf(heardFor(request, garbage[0] === undefined || garbage[0] < 128 ? garbage : like(garbage))));
		expect([...kinds].sort()).toEqual(["more", "wrong"]);
	});
});

describe("messages of Modbus TCP", () => {
	// Registers and values of a field report: AC ELWA 2, actual power and temperature.
	test.each([
		[
			0x23,
			readRequest(1, 3, 0x0423, 1),
			"00 23 00 00 00 06 01 03 04 23 00 01",
			"00 23 00 00 00 05 01 03 02 00 00",
			"00 00",
		],
		[
			0x24,
			readRequest(1, 3, 1001, 1),
			"00 24 00 00 00 06 01 03 03 E9 00 01",
			"00 24 00 00 00 05 01 03 02 02 69",
			"02 69",
		],
		[
			0x4e,
			registersRequest(1, 1000, 4891),
			"00 4E 00 00 00 09 01 10 03 E8 00 01 02 13 1B",
			"00 4E 00 00 00 06 01 10 03 E8 00 01",
			"",
		],
	])("number %i", (number, request, sent, answer, means) => {
		expect(hexOf(messageFor(number, request))).toBe(sent);
		const [message] = messagesIn(bytes(answer)).messages;
		expect(message).toMatchObject({ number, unit: 1 });
		expect(message && answerTo(request, message.pdu)).toEqual(data(means));
	});

	it("come in pieces, and several at once", () => {
		const one = bytes("00 01 00 00 00 05 01 03 02 00 07");
		const two = bytes("00 02 00 00 00 05 01 03 02 00 08");
		const stream = Uint8Array.of(...one, ...two);
		for (let cut = 0; cut <= stream.length; cut++) {
			const first = messagesIn(stream.subarray(0, cut));
			const second = messagesIn(Uint8Array.of(...(first.rest ?? []), ...stream.subarray(cut)));
			expect([...first.messages, ...second.messages].map(({ number }) => number)).toEqual([1, 2]);
		}
	});

	it("what is none ends the stream, and garbage never throws", () => {
		expect(messagesIn(bytes("48 54 54 50 2F 31 2E 31 20"))).toEqual({ messages: [] });
		const request = readRequest(1, 3, 0, 1);
		let answers = 0;
		for (const garbage of garbageOf(1_000_000, 400))
			for (const { pdu } of messagesIn(garbage).messages) if (answerTo(request, pdu) !== undefined) answers += 1;
		expect(answers).toBe(0);
	});
});

const kindOf = (heard: ReturnType<typeof heardFor>) => (heard === "more" ? heard : heard.kind);
const like = (garbage: Uint8Array) => Uint8Array.of(1, 3, 120, ...garbage.subarray(3));

/** So many bytes in pieces, the same in every run. */
function* garbageOf(bytes: number, longest: number): Generator<Uint8Array> {
	let state = 7;
	const dice = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state >>> 16;
	};
	for (let left = bytes; left > 0; ) {
		const piece = new Uint8Array(1 + (dice() % longest));
		for (let i = 0; i < piece.length; i++) piece[i] = dice();
		left -= piece.length;
		yield piece;
	}
}
