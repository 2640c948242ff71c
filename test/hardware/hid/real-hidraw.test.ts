import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Guest } from "../guest/guest.ts";
import { oneWire, sensors, texts } from "../guest/house.ts";
import { until } from "../guest/wait.ts";

const options = {
	language: "en",
	one_wire: oneWire,
	sensors,
	outputs: ["pump", "heater"].map((id, i) => ({ id, role: id, target: `dcttech:QMBS1/${i + 1}` })),
};

/** Debian's kernel with its HID core: the board behind it is a program of this suite. */
describe("a HID relay board of a real kernel", () => {
	let guest: Guest;
	let board = "";
	beforeAll(async () => {
		guest = await Guest.boot({
			machine: "amd64",
			modules: ["hid", "hid-generic", "uhid"],
			files: {
				...texts({ collector: 70, tank: 40 }),
				"/data/options.json": JSON.stringify(options),
				"/board.ts": readFileSync(new URL("relay-board.ts", import.meta.url), "utf8"),
			},
		});
		await plug();
	}, 400_000);
	afterAll(() => guest?.close());

	const plug = async () => {
		board = (await guest.sh("/usr/local/bin/node /board.ts >/board.log 2>&1 & echo $!")).out.trim();
		await until("the kernel has a device", async () => (await guest.sh("ls /dev/hidraw*")).code === 0);
	};
	const relays = async () => (await guest.sh("cat /relays")).out.trim();

	it("is found by its name, with its serial, and not touched", async () => {
		const { out } = await guest.app("read --discover --json");
		for (const said of ['"/dev/hidraw0"', '"dcttech:QMBS1/1"', '"dcttech:QMBS1/2"']) expect(out).toContain(said);
		expect(await relays()).toBe("0");
	}, 150_000);

	// #real-hidraw
	it("is switched, missed when it is unplugged, and switched again under whatever number it is back", async () => {
		await guest.start("run");
		await until("the pump runs", async () => (await relays()) === "1");
		await guest.sh(`kill -9 ${board}`);
		await until("the device is gone", async () => (await guest.sh("ls /sys/class/hidraw/*")).code !== 0);
		await until("the app has noticed", async () => (await guest.sh("cat /run.log")).out.includes('"device_lost"'));
		await plug();
		await until("the pump runs again", async () => (await relays()) === "1");
		await until("it is told", async () => (await guest.sh("cat /run.log")).out.includes('"device_back"'));
	}, 300_000);
});
