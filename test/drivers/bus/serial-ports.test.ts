import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { holders } from "#drivers/bus/serial/holders.ts";
import { type SerialPort, serialPorts } from "#drivers/bus/serial/ports.ts";
import { radioAt } from "#drivers/bus/serial/radios.ts";
import { SerialMachine } from "../../fakes/serial-machine.ts";

let machine: SerialMachine;
beforeEach(() => {
	machine = new SerialMachine();
});
afterEach(() => machine.close());

const CH340 = { vendor: "1a86", product: "7523", name: "USB Serial" };
const FTDI = { vendor: "0403", product: "6001", maker: "FTDI", name: "FT232R USB UART", serial: "A50285BI" };
const BY_PATH = "by-path/platform-fd500000.pcie-pci-0000:01:00.0-usb-0";
const paths = async () =>
	(await serialPorts(machine.roots)).map(({ path }) => path.replace(`${machine.roots.dev}/serial/`, ""));

describe("serial ports", () => {
	it("are listed with what they say of themselves, and no terminal or port that the machine does not have", async () => {
		machine.plug("1.2", "ttyUSB0", FTDI);
		machine.terminal("tty0");
		machine.onBoard("ttyS0", 0);
		machine.onBoard("ttyS1", 4, true);
		machine.onBoard("ttyAMA0", 32);
		const { dev } = machine.roots;
		expect(await serialPorts(machine.roots)).toEqual([
			{ path: `${dev}/ttyAMA0`, device: `${dev}/ttyAMA0`, aliases: [] },
			{ path: `${dev}/ttyS1`, device: `${dev}/ttyS1`, aliases: [], console: true },
			{
				path: `${dev}/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0`,
				device: `${dev}/ttyUSB0`,
				aliases: [
					`${dev}/serial/${BY_PATH}:1.2:1.0-port0`,
					`${dev}/serial/${BY_PATH.replace("-usb-", "-usbv2-")}:1.2:1.0-port0`,
				],
				vendor: "0403",
				product: "6001",
				maker: "FTDI",
				name: "FT232R USB UART",
				serial: "A50285BI",
			},
		]);
	});

	it("are none where the system shows none", async () => {
		machine.close();
		expect(await serialPorts(machine.roots)).toEqual([]);
	});

	it("without a number of their own go by their socket: two CH340 share one name, and so would a second one tomorrow", async () => {
		machine.plug("1.2", "ttyUSB0", CH340);
		expect(await paths()).toEqual([`${BY_PATH}:1.2:1.0-port0`]);
		machine.plug("1.4", "ttyUSB1", CH340);
		expect(await paths()).toEqual([`${BY_PATH}:1.2:1.0-port0`, `${BY_PATH}:1.4:1.0-port0`]);
	});

	test.each(["0001", "0000000000", "1", "0123456789", "123456"])(
		"go by their socket where every part of the kind has the number %s",
		async (serial) => {
			const maker = "Silicon Labs";
			machine.plug("1.3", "ttyUSB0", { vendor: "10c4", product: "ea60", maker, name: "CP2102", serial });
			expect(await paths()).toEqual([`${BY_PATH}:1.3:1.0-port0`]);
		},
	);

	it("go by their socket where two have one number, and by their name where both are parts of one device", async () => {
		machine.plug("1.1", "ttyACM0", { ...FTDI, part: 0 });
		machine.plug("1.1", "ttyACM1", { ...FTDI, part: 2 });
		expect(await paths()).toEqual([
			"by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00",
			"by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if02",
		]);
		machine.plug("1.4", "ttyACM2", { ...FTDI, part: 0 });
		expect((await paths()).every((path) => path.startsWith("by-path/"))).toBe(true);
	});

	it("show no control characters of what a plug calls itself", async () => {
		machine.plug("1.1", "ttyACM0", { ...FTDI, name: "FT\u001b[31m232R\u0007" });
		expect((await serialPorts(machine.roots))[0]?.name).toBe("FT[31m232R");
	});
});

describe("who holds a port", () => {
	it("is the program that has it open, by the name of its script where an interpreter runs one", async () => {
		const devices = ["ttyUSB0", "ttyUSB1", "ttyUSB2"].map((tty, at) => machine.plug(`1.${at}`, tty, CH340));
		const [a = "", b = "", c = ""] = devices;
		machine.runs(11, ["/usr/bin/minicom", "-D", "x"], a);
		machine.runs(12, ["python3", "-m", "homeassistant", "--token", "secret"], "/dev/null", b);
		machine.runs(13, ["/usr/local/bin/node", "--title=x", "/app/zigbee2mqtt/index.js"], c);
		const held = await holders(devices, machine.roots);
		expect([...held]).toEqual([
			[a, "minicom"],
			[b, "homeassistant"],
			[c, "zigbee2mqtt"],
		]);
	});

	it("is the program that locks it, which the kernel tells everybody", async () => {
		const device = machine.plug("1.2", "ttyUSB0", CH340);
		const { dev, ino } = statSync(device);
		const [major, minor] = [Math.floor(dev / 256) & 0xfff, (dev & 0xff) | (Math.floor(dev / 0x100000) << 8)];
		const at = [major, minor].map((number) => number.toString(16).padStart(2, "0")).join(":");
		machine.runs(77, ["/opt/ser2net"]);
		machine.locks(`1: POSIX  ADVISORY  READ 5 08:01:9 0 EOF\n2: FLOCK  ADVISORY  WRITE 77 ${at}:${ino} 0 EOF\n`);
		expect(await holders([device], machine.roots)).toEqual(new Map([[device, "ser2net"]]));
	});

	it("is not this app, here or in another process", async () => {
		const device = machine.plug("1.2", "ttyUSB0", CH340);
		machine.runs(79, ["node", "index.js"], device);
		machine.self(79);
		machine.runs(78, ["/usr/local/bin/node", "/opt/solar-heating/dist/main.js", "run"], device);
		expect(await holders([device], machine.roots)).toEqual(new Map());
	});

	it("is found among the real programs of this machine, and by their real locks", async () => {
		const device = machine.plug("1.2", "ttyUSB0", CH340);
		const roots = { ...machine.roots, proc: "/proc" };
		expect(await holders([device], roots)).toEqual(new Map());
		const script =
			'const f=require("fs").openSync(process.argv[1],"r+");process.stdout.write("open");setInterval(()=>f,1e6)';
		const other: ChildProcess = spawn(process.execPath, ["-e", script, device], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		try {
			if (other.stdout) await once(other.stdout, "data");
			expect((await holders([device], roots)).has(device)).toBe(true);
		} finally {
			other.kill();
			await once(other, "exit");
		}
		const locking = spawn("flock", [device, "sh", "-c", "echo locked; exec cat"], {
			stdio: ["pipe", "pipe", "inherit"],
		});
		try {
			await once(locking.stdout, "data");
			expect((await holders([device], roots)).has(device)).toBe(true);
		} finally {
			locking.stdin.end();
			await once(locking, "exit");
		}
		expect(await holders([device], roots)).toEqual(new Map());
	});
});

describe("a port of another's radio", () => {
	const at = (vendor: string, product: string, maker?: string, name?: string): SerialPort => ({
		path: "/dev/ttyUSB0",
		device: "/dev/ttyUSB0",
		aliases: [],
		vendor,
		product,
		...(maker && { maker }),
		...(name && { name }),
	});
	test.each([
		[at("10c4", "ea60", "Nabu Casa", "SkyConnect v1.0"), /ZBT-1/],
		[at("10c4", "ea60", "ITead", "Sonoff Zigbee 3.0 USB Dongle Plus"), /Zigbee/],
		[at("1a86", "55d4", "ITEAD", "SONOFF Zigbee 3.0 USB Dongle Plus V2"), /Zigbee/],
		[at("10c4", "ea60", "SMLIGHT", "SLZB-07"), /Zigbee/],
		[at("1cf1", "0030", "dresden elektronik ingenieurtechnik GmbH", "ConBee II"), /ConBee/],
		[at("0403", "6015", "dresden elektronik", "ConBee III"), /ConBee/],
		[at("0451", "16a8", "Texas Instruments", "TI CC2531 USB CDC"), /Zigbee/],
		[at("0658", "0200"), /Z-Wave/],
		[at("10c4", "8a2a", "Silicon Labs", "HubZ Smart Home Controller"), /Z-Wave/],
		[at("303a", "4001", "Nabu Casa", "Nabu Casa ZWA-2"), /Z-Wave/],
	])("is known by its looks: %j", (port, radio) => {
		expect(radioAt(port)).toMatch(radio);
	});

	test.each([
		at("1a86", "7523", undefined, "USB Serial"),
		at("0403", "6001", "FTDI", "FT232R USB UART"),
		at("10c4", "ea60", "Silicon Labs", "CP2102 USB to UART Bridge Controller"),
		at("303a", "1001", "Espressif", "USB JTAG/serial debug unit"),
		at("1fef", "2018", "RESOL", "VBus"),
	])("is no plain adapter: %j", (port) => {
		expect(radioAt(port)).toBeUndefined();
	});
});
