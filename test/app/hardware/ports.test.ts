import { chmodSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { FoundPlace } from "#model/plant/found.ts";
import { portFinder } from "../../../src/app/hardware/ports.ts";
import * as drivers from "../../../src/drivers/index.ts";
import { SerialMachine } from "../../fakes/serial-machine.ts";

let machine: SerialMachine;
beforeEach(() => {
	machine = new SerialMachine();
});
afterEach(() => machine.close());

const look = async () => (await portFinder(Object.values(drivers), machine.roots).find()) as readonly FoundPlace[];
const CH340 = { vendor: "1a86", product: "7523", name: "USB Serial" };
const STICK = {
	vendor: "10c4",
	product: "ea60",
	maker: "ITead",
	name: "Sonoff Zigbee 3.0 USB Dongle Plus",
	serial: "b2",
};

describe("what may be at a serial port", () => {
	it("is said with the text to write, which the options accept", async () => {
		machine.plug("1.2", "ttyUSB0", CH340);
		const [found] = await look();
		const lcus = found?.likely.find(({ what }) => what.startsWith("LCUS"));
		const [target = ""] = lcus?.targets ?? [];
		expect(target).toMatch(/^usb_relay:\/.+\/by-path\/.+-port0\/N$/);
		expect(drivers.usbRelay.place(target.slice("usb_relay:".length).replace(/N$/, "1"), "outputs")).toEqual({
			device: found?.at,
			channel: "1",
		});
		expect(found).toMatchObject({ kind: "port", name: "USB Serial 1a86:7523" });
		expect(found?.also).toContain(`${machine.roots.dev}/ttyUSB0`);
		expect(found?.state).toBeUndefined();
	});

	it("is nothing to write for a radio stick or a console, which are named and left alone", async () => {
		machine.plug("1.1", "ttyUSB0", STICK);
		machine.onBoard("ttyAMA0", 32, true);
		const [console, stick] = await look();
		expect(console).toMatchObject({ likely: [], state: { kind: "held", by: "Linux console" } });
		expect(stick).toMatchObject({ likely: [{ what: "Sonoff Zigbee stick" }], state: { kind: "held" } });
		expect(JSON.stringify([console, stick])).not.toMatch(/"(?:sources|targets)"/);
	});

	it("is held by the program that has it open", async () => {
		const device = machine.plug("1.2", "ttyUSB0", CH340);
		machine.runs(9, ["python3", "-m", "homeassistant"], device);
		expect((await look())[0]?.state).toEqual({ kind: "held", by: "homeassistant" });
	});

	it("is out of reach where this process may not open it, or its container does not have it", async () => {
		rmSync(machine.plug("1.2", "ttyUSB0", CH340));
		const barred = machine.plug("1.3", "ttyUSB1", CH340);
		chmodSync(barred, 0);
		const [gone, closed] = await look();
		const unreachable = { kind: "unreachable", fault: { code: "no_permission" } };
		expect(gone?.state).toMatchObject(unreachable);
		// Root may open everything.
		if (process.getuid?.() !== 0) expect(closed?.state).toMatchObject(unreachable);
	});
});
