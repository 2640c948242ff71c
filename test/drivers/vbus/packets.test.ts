import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { type Packet, Packets } from "#drivers/vbus/packets.ts";
import { DATAGRAM, packet, payloadOf } from "../../fakes/vbus-frames.ts";

const heard = (...streams: readonly Uint8Array[]): readonly Packet[] => {
	const found: Packet[] = [];
	const packets = new Packets((one) => found.push(one));
	for (const stream of streams) packets.push(stream);
	return found;
};
const bytes = (text: string) => Uint8Array.from(text.split(" ").map((two) => Number.parseInt(two, 16)));

/** The short packet in RESOL's VBus Protocol Specification. */
const PUBLISHED = bytes("aa 11 44 10 66 10 00 02 01 21 07 04 0f 00 00 65");
const BS = packet({ source: 0x427b, payload: payloadOf([713, 482, 8888, -123], 60, 0, 0, 0, 0, 0, 0, 0) });

describe("packets of a VBus", () => {
	it("are those of the published example", () => {
		const payload = Uint8Array.from([7, 4, 15, 0]);
		expect(heard(PUBLISHED)).toEqual([{ destination: 0x4411, source: 0x6610, command: 0x0200, payload }]);
		expect(packet({ destination: 0x4411, source: 0x6610, command: 0x0200, payload })).toEqual(PUBLISHED);
	});

	it("get their high bits back: E8 03 F4 01 is sent as 68 03 74 01 with 05", () => {
		const payload = bytes("e8 03 f4 01");
		const sent = packet({ source: 0x427b, payload });
		expect([...sent.slice(10, 15)]).toEqual([0x68, 0x03, 0x74, 0x01, 0x05]);
		expect(heard(sent)[0]?.payload).toEqual(payload);
	});

	it("come out the same in pieces of any size", () => {
		const whole = heard(BS);
		expect(whole).toHaveLength(1);
		expect(heard(...[...BS].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
	});

	test.each<[string, Uint8Array]>([
		["of protocol 2.0", DATAGRAM],
		["of protocol 3.0", bytes("aa 10 00 11 7e 30 01 00 7f")],
		["cut short", BS.slice(0, 25)],
		["of 0xB2 alone, as an adapter for RS-485 with its wires swapped hears it", new Uint8Array(400).fill(0xb2)],
		["that a terminal's settings have changed", bytes("0a 00 78 42 20 00 05 00 00 ff ff 65 0d 0a 5e 43")],
		["with no frame", bytes("aa 10 00 7b 42 10 00 01 00 21")],
	])("are found behind what is none: %s", (_, before) => {
		expect(heard(before, BS).at(-1)).toEqual(heard(BS)[0]);
	});

	it("are begun again by a sync byte in the middle of one", () => {
		expect(heard(BS.slice(0, 17), BS, BS.slice(0, 9), BS)).toHaveLength(2);
	});

	it("are dropped whole for one wrong bit anywhere behind the sync byte", () => {
		for (let at = 1; at < BS.length; at++)
			for (let bit = 0; bit < 8; bit++) {
				const wrong = BS.slice();
				wrong[at] = (wrong[at] ?? 0) ^ (1 << bit);
				expect(heard(wrong)).toEqual([]);
			}
	});

	it("keep their payload, whatever it is", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 127 * 4 }), fc.nat(0xffff), (payload, seed) => {
				const source = seed & 0x7f7f;
				const whole = Uint8Array.from([...payload, ...new Uint8Array((4 - (payload.length % 4)) % 4)]);
				expect(heard(packet({ source, payload }))).toEqual([
					{ destination: 0x10, source, command: 0x100, payload: whole },
				]);
			}),
		);
	});

	it("take a million bytes of noise without an error, and the packet behind them", () => {
		let seed = 1;
		const noise = Uint8Array.from({ length: 1_000_000 }, () => {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			// Mostly what could be part of a packet.
			return seed >>> 30 === 3 ? 0xaa : (seed >>> 16) & (seed >>> 29 === 0 ? 0xff : 0x7f);
		});
		expect(heard(noise, BS).at(-1)).toEqual(heard(BS)[0]);
	});
});
