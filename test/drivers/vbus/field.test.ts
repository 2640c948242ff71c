import { describe, expect, it, test } from "@jest/globals";
import { controllerAt } from "#drivers/vbus/controllers.ts";
import { Packets } from "#drivers/vbus/packets.ts";
import { sentIn } from "#drivers/vbus/values.ts";
import { packet, payloadOf } from "../../fakes/vbus-frames.ts";

/** What a channel of this controller says, from the bytes on its line. */
function said(source: number, payload: Uint8Array, channel: string) {
	const field = controllerAt(source.toString(16))?.fields.get(channel);
	let found: ReturnType<typeof sentIn> | undefined;
	const packets = new Packets((one) => {
		if (field !== undefined) found = sentIn(one.payload, field);
	});
	packets.push(packet({ source, payload }));
	return found;
}
const BS = 0x427b;
const filled = (...tenths: readonly number[]) => payloadOf(tenths, 60, 0, 0, 0, 0, 0, 0, 0);

/** What owners of such controllers reported in public, again as bytes on the line. */
describe("values of the field", () => {
	// rellit/resol-vbus-python 1: a collector of -0.6 °C was 6553.0 °C. Both bytes of such a number have their high bit elsewhere.
	test.each([-1, -6, -36, -128, -250, -255, -256, -300])("%s tenths of a degree keep their sign", (tenths) => {
		for (const channel of ["s1", "s2", "s3", "s4"])
			expect(said(BS, filled(tenths, tenths, tenths, tenths), channel)).toBe(tenths / 10);
	});

	// dm82m/hass-Deltasol-KM2 22: inputs without a sensor were shown as 888.8 °C.
	it("inputs without a sensor, and those with a short circuit, are faults and no temperatures", () => {
		const payload = filled(91, 8888, -888, -8888);
		expect(said(BS, payload, "s1")).toBe(9.1);
		expect(["s2", "s3", "s4"].map((channel) => said(BS, payload, channel))).toMatchObject([
			{ code: "open" },
			{ code: "short" },
			{ code: "short" },
		]);
	});

	// canrfs in esphome/issues 4180: the second byte counts only from 25.6 °C on.
	test.each([255, 256, 257, 511, 512])("%s tenths of a degree have both bytes", (tenths) => {
		expect(said(BS, filled(tenths, 0, 0, 0), "s1")).toBe(tenths / 10);
	});

	it("a pump at 100 % with counters full of high bits is at 100 %", () => {
		const payload = payloadOf([713, 482, 480, 481], 100, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
		expect(said(BS, payload, "r1")).toBe(100);
		expect(said(BS, payload, "s1")).toBe(71.3);
	});
});
