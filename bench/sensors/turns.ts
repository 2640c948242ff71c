import { readFileSync } from "node:fs";
import { join } from "node:path";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import type { Device } from "#drivers/driver.ts";
import { MegaBasBoard } from "#drivers/megabas/board.ts";
import { megabas } from "#drivers/megabas/megabas.ts";
import { RtdBoard } from "#drivers/rtd/board.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { devicesOf, driverOptions, type Wired } from "#options/plant/plant-of.ts";
import { FakeI2c, type Transfer } from "../../test/fakes/i2c/bus.ts";
import { MegaBas } from "../../test/fakes/i2c/chips.ts";
import { Rtd } from "../../test/fakes/i2c/rtd.ts";

/**
 * Reads every sensor of the owner's plant on boards of Sequent Microsystems, again and again, all at the same time as in a
 * turn. `memory` is a bus in memory, `machine` this machine's /dev/i2c-1. Prints a line of JSON.
 */
const [, , where, times = "1"] = process.argv;
const ROOT = join(import.meta.dirname, "../..");

const parsed = parse(JSON.parse(readFileSync(join(ROOT, "examples/options.sequent.json"), "utf8")));
if (parsed.kind !== "valid") throw new TypeError(JSON.stringify(parsed.problems));
const { options } = parsed;
const ports = { tell: () => undefined, now: () => instant(performance.now() / 1000) };
const sources = new Set(options.sensors.map(({ source }) => source));
const wired = devicesOf(options).flatMap((one) => {
	const channels = one.channels.filter((channel) => sources.has(`${one.driver.scheme}:${one.device}/${channel}`));
	return channels.length === 0 ? [] : [{ ...one, channels }];
});
const fake = new FakeI2c();
const memory = new I2cBus("memory", fake.open);
if (where === "memory") powerOn();
const devices = wired.map((one) => ({
	channels: one.channels,
	device: where === "memory" ? inMemory(one) : one.driver.open(one.device, one.channels, group(one), ports),
}));

const ms: number[] = [];
let failed = 0;
for (let nth = -3; nth < Number(times); nth++) {
	fake.transfers.length = 0;
	const began = performance.now();
	const read = await Promise.all(devices.flatMap(({ device, channels }) => channels.map((one) => device.read(one))));
	const took = performance.now() - began;
	failed += read.filter(({ kind }) => kind !== "value").length;
	// The first rounds load the code and find out what the boards are.
	if (nth >= 0) ms.push(took);
}
const sensors = devices.reduce((sum, { channels }) => sum + channels.length, 0);
const bits = fake.transfers.reduce((sum, transfer) => sum + bitsOf(transfer), 0);
console.log(JSON.stringify({ ms, sensors, failed, transfers: fake.transfers.length, bits }));
process.exit(0);

function powerOn(): void {
	const board = new Rtd();
	for (let i = 0; i < 8; i++) board.terminals[i] = 1078 + 39 * i;
	const inputs = new MegaBas();
	for (const [i, ohm] of [1039, 1063, 1070, 1078, 1100, 1309, 1155, 1174].entries()) inputs.ohm(i + 1, ohm);
	fake.chips.set(0x40, board).set(0x4b, inputs);
}

function inMemory({ driver, device, channels }: Wired): Device {
	const bus = memory.join();
	const named = { identity: `${driver.scheme} ${device}`, stack: Number(device), pace: seconds(5) };
	if (driver.scheme === megabas.scheme)
		return new MegaBasBoard({ ...named, channels, ntc_beta: 3950, curves: [] }, ports, bus);
	return new RtdBoard(named, ports, bus);
}

function group({ driver }: Wired) {
	return driverOptions(options)[driver.scheme] ?? {};
}

/** Clock pulses of a transfer: nine for each byte and address, and two for start and stop. */
function bitsOf({ write, read }: Transfer): number {
	return 9 * (write.length + 1) + (read > 0 ? 9 * (read + 1) : 0) + 2;
}
