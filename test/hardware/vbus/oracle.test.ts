import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { ADDRESSES, controllerAt, type Field } from "#drivers/vbus/controllers.ts";
import { Packets } from "#drivers/vbus/packets.ts";
import { sentIn } from "#drivers/vbus/values.ts";
import { packet } from "../../fakes/vbus-frames.ts";

/** What is used of RESOL's own library. */
interface Part {
	readonly offset: number;
}
interface Theirs {
	readonly parts: readonly Part[];
	readonly type?: { readonly unit?: { readonly unitCode?: string } };
}
interface Specification {
	getPacketSpecification(
		channel: number,
		destination: number,
		source: number,
		command: number,
	): { packetFields: readonly Theirs[] };
	getRawValue(field: Theirs, buffer: Buffer, start: number, end: number): number;
}
interface Library {
	readonly Specification: { getDefaultSpecification(): Specification };
	readonly Packet: new (options: object) => { toLiveBuffer(): Buffer; frameData: Buffer };
}
const { Specification, Packet } = createRequire(join(process.env["MODBUS_MASTERS"] ?? "", "package.json"))(
	"resol-vbus",
) as Library;
const specification = Specification.getDefaultSpecification();

/** From their unit to that of the quantity. */
const FACTORS: Readonly<Record<string, number>> = {
	DegreesCelsius: 1,
	Percent: 1,
	LitersPerHour: 1 / 60,
	LitersPerMinute: 1,
	CubicMetersPerHour: 1000 / 60,
	WattsPerSquareMeter: 1,
	Bars: 1,
};
/** The same every time. */
const dice = (seed: number) => () => {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return seed >>> 16;
};

describe("against RESOL's own library", () => {
	test.each(ADDRESSES)("every field of %s is where it has one, with the same value", (address) => {
		const theirs = specification.getPacketSpecification(0, 0x0010, Number.parseInt(address, 16), 0x0100).packetFields;
		const of = ({ offset, size }: Field) =>
			theirs.find(({ parts }) => parts[0]?.offset === offset && parts.length === size);
		const next = dice(Number.parseInt(address, 16));
		for (const [channel, field] of controllerAt(address)?.fields ?? []) {
			const same = of(field);
			const factor = FACTORS[same?.type?.unit?.unitCode ?? ""];
			if (same === undefined || factor === undefined) throw new Error(`${address} has no ${channel}`);
			for (let nth = 0; nth < 50; nth++) {
				const payload = Buffer.from(Array.from({ length: 128 }, () => next() & 0xff));
				// A level is 0 to 100: whether a byte above 127 is negative does not matter there.
				if (field.quantity === "speed") payload[field.offset] = next() % 101;
				const ours = sentIn(payload, field);
				const raw = specification.getRawValue(same, payload, 0, payload.length);
				if (typeof ours === "number") expect([channel, ours]).toEqual([channel, expect.closeTo(raw * factor, 4)]);
			}
		}
	});

	it("packets that it makes are heard, a thousand of any size, and ours are as it makes them", () => {
		const heard: { readonly source: number; readonly payload: Uint8Array }[] = [];
		const packets = new Packets((one) => heard.push(one));
		const next = dice(7);
		for (let nth = 0; nth < 1000; nth++) {
			const frames = next() % 40;
			const payload = Buffer.from(Array.from({ length: frames * 4 }, () => next() & 0xff));
			const source = next() & 0x7f7f;
			const frameData = Buffer.alloc(508);
			payload.copy(frameData);
			const wire = new Packet({
				...{ channel: 0, destinationAddress: 0x0010, sourceAddress: source, command: 0x0100 },
				...{ frameCount: frames, frameData, dontCopyFrameData: true },
			}).toLiveBuffer();
			packets.push(wire);
			expect(heard.at(-1)).toMatchObject({ source, payload: Uint8Array.from(payload) });
			expect(Buffer.from(packet({ source, payload }))).toEqual(Buffer.from(wire));
		}
		expect(heard).toHaveLength(1000);
	});
});
