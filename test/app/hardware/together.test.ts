import { describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Found, FoundPlace, PlaceState } from "#model/plant/found.ts";
import { together } from "../../../src/app/hardware/together.ts";

const PORT = "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0";
const port = (more: Partial<FoundPlace>): FoundPlace => ({ kind: "port", at: PORT, likely: [], ...more });
const lcus = { what: "LCUS (CH340)", targets: [`usb_relay:${PORT}/N`] };
const modbus = { what: "RS-485 (CH340)", sources: [`modbus:${PORT}/1/N`] };

describe("what several drivers found", () => {
	it("is one place with all that it may be, what is sure first, and all else as it was", () => {
		const sensor: Found = { source: "one_wire:28-0123456789ab", value: 20 };
		const line: Found = { kind: "line", at: PORT, likely: [] };
		const sure = { what: "RESOL VBus", sure: true } as const;
		expect(
			together([
				port({ name: "USB Serial", likely: [lcus] }),
				sensor,
				line,
				port({ likely: [modbus, sure], state: { kind: "free" } }),
			]),
		).toEqual([
			{ kind: "port", at: PORT, name: "USB Serial", likely: [sure, lcus, modbus], state: { kind: "free" } },
			sensor,
			line,
		]);
	});

	const free: PlaceState = { kind: "free" };
	const held: PlaceState = { kind: "held", by: "zha" };
	const lost: PlaceState = { kind: "unreachable", fault: fault("no_permission") };
	test.each([
		[undefined, free, free],
		[free, held, held],
		[held, free, held],
		[free, lost, lost],
		[held, lost, held],
		[undefined, undefined, undefined],
	])("is as little usable as the strictest of them says: %j and %j", (a, b, state) => {
		const [found] = together([port(a ? { state: a } : {}), port(b ? { state: b } : {})]);
		expect(found).toEqual(port(state ? { state } : {}));
	});
});
