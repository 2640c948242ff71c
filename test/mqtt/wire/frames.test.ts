import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type FrameSink, Frames, payloadOf } from "#mqtt/wire/frames.ts";
import { publishBytes } from "./publish-bytes.ts";

/** All that comes out, with the pieces of other packets joined. */
function through(chunks: readonly Buffer[], largest: number) {
	const out: string[] = [];
	const other: Buffer[] = [];
	const sink: FrameSink = {
		publish: (frame) => out.push(`${frame.topic} ${frame.qos} ${frame.bytes.toString("hex")}`),
		tooLarge: (topic, bytes, id) => out.push(`large ${topic} ${bytes} ${id}`),
		other: (bytes) => other.push(Buffer.from(bytes)),
	};
	const frames = new Frames(largest, sink);
	for (const chunk of chunks) frames.take(chunk);
	return { out, other: Buffer.concat(other).toString("hex") };
}

const PINGRESP = Buffer.of(0xd0, 0);
const SUBACK = Buffer.of(0x90, 4, 0, 1, 0, 1);
const LARGEST = 200;

const packet = fc.oneof(
	fc.constant({ bytes: PINGRESP, out: undefined, other: PINGRESP }),
	fc.constant({ bytes: SUBACK, out: undefined, other: SUBACK }),
	fc
		.record({
			topic: fc.string({ maxLength: 30 }),
			size: fc.nat(400),
			id: fc.option(fc.integer({ min: 1, max: 65_535 })),
		})
		.map(({ topic, size, id }) => {
			const bytes = publishBytes(topic, Buffer.alloc(size, 97), id ?? undefined);
			const qos = id === null ? 0 : 1;
			const out =
				bytes.length > LARGEST
					? `large ${topic} ${bytes.length} ${id ?? undefined}`
					: `${topic} ${qos} ${bytes.toString("hex")}`;
			return { bytes, out, other: Buffer.alloc(0) };
		}),
);

describe("what comes from a broker", () => {
	it("is cut into the same packets, wherever the network cut it (property)", () => {
		fc.assert(
			fc.property(
				fc.array(packet, { maxLength: 12 }),
				fc.infiniteStream(fc.integer({ min: 1, max: 90 })),
				(packets, cuts) => {
					const all = Buffer.concat(packets.map(({ bytes }) => bytes));
					const chunks: Buffer[] = [];
					for (let at = 0; at < all.length; ) {
						const size = cuts.next().value ?? 1;
						chunks.push(all.subarray(at, at + size));
						at += size;
					}
					const { out, other } = through(chunks, LARGEST);
					expect(out).toEqual(packets.flatMap((p) => p.out ?? []));
					expect(other).toBe(Buffer.concat(packets.map((p) => p.other)).toString("hex"));
				},
			),
		);
	});

	it("has its payload after the packet id, and by MQTT 5 after the properties", () => {
		const payload: string[] = [];
		for (const [protocol, properties] of [
			[4, []],
			[5, [0]],
			[5, [5, 0x02, 0, 0, 0, 9]],
		] as const)
			for (const id of [undefined, 7]) {
				const frames = new Frames(LARGEST, {
					publish: (frame) => payload.push(String(payloadOf(frame, protocol))),
					tooLarge: () => {},
					other: () => {},
				});
				frames.take(publishBytes("a/b", Buffer.from([...properties, ...Buffer.from("ON")]), id));
			}
		expect(payload).toEqual(["ON", "ON", "ON", "ON", "ON", "ON"]);
	});

	it.each([
		["a SUBACK of 300 bytes", Buffer.of(0x90, 0xac, 0x02)],
		["a length of five bytes", Buffer.of(0x30, 0xff, 0xff, 0xff, 0xff, 1)],
		["a message shorter than its topic", Buffer.of(0x30, 4, 0, 9, 97, 97)],
	])("and is no packet that we asked for is an error: %s", (_, bytes) => {
		expect(() => through([bytes], LARGEST)).toThrow();
	});

	it("is QoS 2, which was never asked for, and still goes on as it is", () => {
		const bytes = Buffer.of(0x34, 7, 0, 1, 97, 0, 1, 79, 78);
		expect(through([bytes], LARGEST)).toEqual({ out: [], other: bytes.toString("hex") });
	});
});
