import { describe, expect, it, test } from "@jest/globals";
import { ADDRESSES, controllerAt } from "#drivers/vbus/controllers.ts";
import { sentIn } from "#drivers/vbus/values.ts";
import { vbus } from "#drivers/vbus/vbus.ts";
import { KINDS } from "#model/quantities/quantity.ts";
import { payloadOf } from "../../fakes/vbus-frames.ts";

describe("the address of a VBus sensor", () => {
	test.each([
		["/dev/serial/by-id/usb-RESOL_VBus-if00/427b/s1", "/dev/serial/by-id/usb-RESOL_VBus-if00", "427b/s1"],
		["/dev/ttyACM0/0x427B/S4", "/dev/ttyACM0", "427b/s4"],
		["/dev/ttyACM0/427b/r2", "/dev/ttyACM0", "427b/r2"],
		["192.168.1.30/7E11/flow13", "192.168.1.30", "7e11/flow13"],
		["VBusLAN.local:7053/1001/flow", "vbuslan.local:7053", "1001/flow1"],
		["dl3/7e11/irradiance16", "dl3", "7e11/irradiance16"],
		["dl3/1050/irradiance", "dl3", "1050/irradiance1"],
	])("%s is a channel of a controller", (address, device, channel) => {
		expect(vbus.place(address, "sensors")).toEqual({ device, channel });
	});

	test.each([
		"",
		"/dev/ttyACM0",
		"/dev/ttyACM0/427b",
		"/dev/ttyACM0/427b/s5",
		"/dev/ttyACM0/427b/constructor",
		"/dev/ttyACM0/ffff/s1",
		"/dev/../ttyACM0/427b/s1",
		"host:0/427b/s1",
		"host:65536/427b/s1",
		"-host/427b/s1",
		"a b/427b/s1",
	])("%j is none", (address) => {
		expect(vbus.place(address, "sensors")).toBeUndefined();
	});

	test.each([
		["dl3/7e11/s1", "temperature"],
		["dl3/7e11/r14", "speed"],
		["dl3/7e11/flow13", "flow"],
		["dl3/7e11/pressure17", "pressure"],
		["dl3/7e11/irradiance16", "irradiance"],
	])("%s measures %s", (address, quantity) => {
		expect(vbus.measures?.(address)).toBe(quantity);
	});

	it("is offered for RESOL's own adapter, by its looks", () => {
		const port = { path: "/dev/x", device: "/dev/x", aliases: [], vendor: "1fef", product: "2018" };
		expect(vbus.atPort?.(port)).toEqual({ what: "RESOL VBus/USB", sources: ["vbus:/dev/x/ADDRESS/s1"] });
		expect(vbus.atPort?.({ ...port, vendor: "0403" })).toBeUndefined();
	});
});

describe("what a controller sends", () => {
	const BS = controllerAt("427b")?.fields;
	const of = (payload: Uint8Array, name: string) => {
		const field = BS?.get(name);
		if (field === undefined) throw new Error(`no ${name}`);
		return sentIn(payload, field);
	};
	const payload = payloadOf([713, 8888, -888, -123], 60, 0, 0, 0, 100);

	test.each([
		["s1", 71.3],
		["s4", -12.3],
		["r1", 60],
		["r2", 100],
	])("%s is %d", (name, value) => {
		expect(of(payload, name)).toBe(value);
	});

	test.each([
		["an open input (888.8)", [8888], "open"],
		["a shorted input (-88.8)", [-888], "short"],
		["a shorted input (-888.8)", [-8888], "short"],
		["a field that an older release does not send", [], "missing"],
	])("%s is a fault and no number", (_, tenths, code) => {
		expect(of(payloadOf(tenths), "s1")).toMatchObject({ code });
	});

	test.each(ADDRESSES)("of %s has fields that do not overlap, in ranges that its quantities have", (address) => {
		const { name = "", fields = new Map() } = controllerAt(address) ?? {};
		expect(name).toMatch(/\w/);
		const taken = new Set<number>();
		for (const { offset, size, quantity, factor } of fields.values()) {
			expect(KINDS[quantity as keyof typeof KINDS]).toBeDefined();
			expect(factor).toBeGreaterThan(0);
			for (let at = offset; at < offset + size; at++) {
				expect(taken.has(at)).toBe(false);
				taken.add(at);
			}
		}
	});
});
