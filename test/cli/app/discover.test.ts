import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { SerialMachine } from "../../fakes/serial-machine.ts";
import { FakeW1 } from "../../fakes/w1.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
let w1: FakeW1;
beforeEach(() => {
	desk = new Desk();
	w1 = new FakeW1();
	w1.set("28-0123456789ab", 58.375);
	w1.set("28-0123456789ac", 41.25);
});
afterEach(() => {
	desk.clear();
	w1.close();
});

const discover = (options: Readonly<Record<string, unknown>> = {}, ...more: readonly string[]) => {
	const file = desk.file("options.json", { one_wire: { root: w1.root }, ...options });
	return main({ ...desk.machine(), argv: ["read", "--discover", "--options", file, "--data", desk.data, ...more] });
};
const TANK = { id: "tank", role: "tank", source: "one_wire:28-0123456789AC" };

describe("read --discover", () => {
	it("lists every sensor that is there, with its temperature, the id that uses it, and how to write one", async () => {
		expect(await discover({ sensors: [TANK] })).toBe(0);
		expect(desk.out).toBe(`one_wire:28-0123456789ab  58.4 °C
one_wire:28-0123456789ac  41.3 °C  (tank)

Warm one in your hand and run this again: its temperature rises.
Write it in the options like this:
  sensors:
    - id: collector
      role: collector
      source: one_wire:28-0123456789ab
`);
	});

	it("says why one has no temperature, shows no number for it, and ends with 1", async () => {
		w1.set("28-0123456789ab", 85);
		expect(await discover({ language: "de" })).toBe(1);
		expect(desk.out).toMatch(/^one_wire:28-0123456789ab {2}keine Temperatur: er meldet nur seinen Einschaltwert\./);
		expect(desk.out).not.toContain("85");
		expect(desk.out).toContain("      source: one_wire:28-0123456789ac\n");
	});

	it("shows no number that read calls impossible, as of a part that says -256 °C", async () => {
		w1.set("28-0123456789ab", -256);
		w1.set("28-0123456789ac", -30);
		expect(await discover({ sensors: [TANK] })).toBe(1);
		const why = "no temperature: it reports an impossible value.";
		expect(desk.out).toContain(`one_wire:28-0123456789ab  ${why}\none_wire:28-0123456789ac  ${why}  (tank)\n`);
		desk.out = "";
		const file = desk.file("options.json", { one_wire: { root: w1.root }, sensors: [TANK] });
		const argv = ["read", "--options", file, "--data", desk.data];
		expect(await main({ ...desk.machine(), argv })).toBe(1);
		expect(desk.out).toContain("it reports an impossible value");
	});

	test.each([
		["en", "No 1-Wire sensor was found."],
		["sv", "Ingen 1-Wire-givare hittades."],
		["de", "Es wurde kein 1-Wire-Fühler gefunden."],
	])("says in %s that there is none, and ends with 1", async (language, words) => {
		w1.remove("28-0123456789ab");
		w1.remove("28-0123456789ac");
		expect(await discover({ language })).toBe(1);
		expect(desk.out).toContain(words);
	});

	it("ends with 1 where the broker was to be looked at and has no login, and still lists all else", async () => {
		expect(await discover({}, "--broker")).toBe(1);
		expect(desk.out).toContain("one_wire:28-0123456789ab  58.4 °C");
		expect(desk.out).toContain("The broker could not be looked at (config-invalid).");
		desk.out = "";
		expect(await discover({}, "--broker", "--json")).toBe(1);
		expect(JSON.parse(desk.out).broker).toEqual({ looked: false, class: "config-invalid" });
	});

	it("is for scripts too", async () => {
		expect(await discover({ sensors: [TANK] }, "--json")).toBe(0);
		expect(JSON.parse(desk.out)).toEqual({
			found: [
				{ source: "one_wire:28-0123456789ab", value: 58.375 },
				{ source: "one_wire:28-0123456789ac", value: 41.25, sensor: "tank" },
			],
			hardware: [],
		});
	});

	describe("on a machine with serial ports", () => {
		let machine: SerialMachine;
		let at = "";
		beforeEach(() => {
			machine = new SerialMachine();
			desk.roots = machine.roots;
			machine.plug("1.2", "ttyUSB0", { vendor: "1a86", product: "7523", name: "USB Serial" });
			at = `${machine.roots.dev}/serial/by-path/platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.2:1.0-port0`;
			const stick = { vendor: "10c4", product: "ea60", name: "SkyConnect v1.0", serial: "c3a9" };
			machine.runs(9, ["python3", "-m", "homeassistant"], machine.plug("1.3", "ttyUSB1", stick));
		});
		afterEach(() => machine.close());
		const PUMP = () => ({ id: "pump", role: "pump", target: `usb_relay:${machine.roots.dev}/ttyUSB0/1` });
		const ports = () => desk.out.slice(desk.out.indexOf("\n\n", desk.out.indexOf("source: ")));

		it("lists each with what it may be, what to write, and who uses it; a radio stick has nothing to write", async () => {
			expect(await discover()).toBe(0);
			const stick = `${machine.roots.dev}/serial/by-id/usb-10c4_SkyConnect_v1.0_c3a9-if00-port0`;
			expect(desk.out).toContain(`
Serial ports:
  ${at}  USB Serial 1a86:7523
    may be: Modbus adapter (CH340)
    may be: SainSmart (CH340)
      target: sainsmart:${at}/N
    may be: LCUS (CH340)
      target: usb_relay:${at}/N
`);
			expect(desk.out).toContain(`
  ${stick}  SkyConnect v1.0 10c4:ea60 c3a9  (in use by homeassistant, and left alone)
    may be: Home Assistant Connect ZBT-1 (Zigbee, Thread)

N is the number of the channel or relay. Nothing was written or switched.
`);
			expect(ports()).not.toMatch(new RegExp(`(?:source|target): \\S*${stick}`));
		});

		test.each([
			["en", "(used by pump)", "(in use by homeassistant, and left alone)"],
			["sv", "(används av pump)", "(används av homeassistant och lämnas i fred)"],
			["de", "(genutzt von pump)", "(in Gebrauch von homeassistant, bleibt unberührt)"],
		])("says in %s which output uses one, by whatever name the options have for it", async (language, used, held) => {
			await discover({ language, outputs: [PUMP()] });
			expect(desk.out).toContain(used);
			expect(desk.out).toContain(held);
		});

		it("tells scripts the same", async () => {
			await discover({ outputs: [PUMP()] }, "--json");
			expect(JSON.parse(desk.out).hardware).toMatchObject([
				{ kind: "port", at, state: "used", used_by: ["pump"] },
				{ kind: "port", state: "held", held_by: "homeassistant" },
			]);
		});

		it("is fine with a machine that has ports and no sensors", async () => {
			w1.remove("28-0123456789ab");
			w1.remove("28-0123456789ac");
			expect(await discover()).toBe(0);
			expect(desk.out).toMatch(/^No 1-Wire sensor was found[\s\S]*\nSerial ports:\n/);
		});
	});
});
