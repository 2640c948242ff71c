import { realpathSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { LcusBoard } from "../../fakes/lcus-board.ts";
import { Guest } from "../guest/guest.ts";
import { oneWire, sensors, texts } from "../guest/house.ts";
import { until } from "../guest/wait.ts";

const PORT = "/dev/ttyUSB0";
const MODULES = ["usb-common", "usbcore", "xhci-hcd", "xhci-pci", "usbserial", "ftdi_sio"];

const options = {
	language: "en",
	one_wire: oneWire,
	sensors,
	outputs: ["pump", "heater"].map((id, i) => ({ id, role: id, target: `usb_relay:${PORT}/${i + 1}` })),
};

/** The kernel's driver of a USB serial adapter, plugged into an emulated machine, with a relay board behind it. */
describe("a relay board behind a USB serial adapter of a real kernel", () => {
	let board: LcusBoard;
	let guest: Guest;
	beforeAll(async () => {
		board = new LcusBoard();
		const wire = ["-chardev", `serial,id=wire,path=${realpathSync(board.path)}`];
		const devices = ["-device", "qemu-xhci,id=xhci", ...wire, "-device", "usb-serial,chardev=wire,id=adapter"];
		const files = { ...texts({ collector: 70, tank: 40 }), "/data/options.json": JSON.stringify(options) };
		guest = await Guest.boot({ machine: "amd64", modules: MODULES, devices, files });
	}, 400_000);
	afterAll(async () => {
		await guest?.close();
		board?.close();
	});

	/** Whether the kernel has a port for the adapter. */
	const plugged = async () => (await guest.sh(`ls ${PORT}`)).code === 0;
	/** How many descriptors of the app lead to such ports. While one does, the next port gets another number. */
	const open = async () => Number((await guest.sh("ls -l /proc/$(pidof node)/fd | grep -c ttyUSB")).out);

	it("is switched", async () => {
		await until("the adapter is there", plugged);
		await guest.start("run");
		await until("the pump runs", () => board.coils[0] === true);
		expect(board.coils[1]).toBe(false);
	}, 200_000);

	// #real-unplug
	it("is missed when its plug is pulled, and switched again when it is back", async () => {
		for (let nth = 1; nth <= 2; nth++) {
			await guest.monitor("device_del adapter");
			await until("the app has noticed", async () => !(await plugged()) && (await open()) === 0);
			board.coils[0] = false;
			// The kernel lets go of it before the machine does, and until then it cannot be plugged in again.
			await until("the plug is out", async () => !(await guest.monitor("info usb")).includes("ID: adapter"));
			expect(await guest.monitor("device_add usb-serial,chardev=wire,id=adapter")).not.toContain("Error");
			await until("the port is there", plugged);
			await until("the pump runs again", () => board.coils[0] === true);
		}
		// The log tells the first of each; it counts what is repeated within a minute.
		for (const code of ["device_lost", "device_back"])
			await until(`${code} is told`, async () => (await guest.sh("cat /run.log")).out.includes(`"${code}"`));
		expect(board.coils[1]).toBe(false);
	}, 300_000);

	it("leaves no descriptor of the ports that were lost", async () => {
		expect(await open()).toBe(1);
	});
});
