import { joinI2c } from "#drivers/bus/i2c/i2c.ts";
import type { Image } from "#drivers/driver.ts";
import { megabas } from "#drivers/megabas/megabas.ts";
import { relind } from "#drivers/relind/relind.ts";
import { rtd } from "#drivers/rtd/rtd.ts";
import { ROOTS } from "#model/plant/found.ts";
import { instant, percent } from "#model/quantities/units.ts";

/** Runs within the emulated machine. Prints what the drivers read and set, as one line of JSON. */
const ports = { tell: () => undefined, now: () => instant(0), roots: ROOTS };
const bus = joinI2c("/dev/i2c-1");
const told = (...bytes: number[]) => bus.transfer(0x77, Uint8Array.from(bytes), 0);
const image = (drives: Record<string, boolean | number>): Image =>
	new Map(Object.entries(drives).map(([key, drive]) => [key, typeof drive === "number" ? percent(drive) : drive]));
const plain = (found: Image | undefined) => found && Object.fromEntries(found);

const devices = {
	rtd: rtd.open("0", ["1", "8"], rtd.options.parse({}), ports),
	megabas: megabas.open("3", ["6", "5", "out1", "triac2"], megabas.options.parse({}), ports),
	relind: relind.open("2", ["1", "2"], relind.options.parse({ board: "4_relays" }), ports),
};

const reads = async () => {
	const began = performance.now();
	const all = await Promise.all([
		...["1", "2", "3", "4", "5", "6", "7", "8"].map((channel) => devices.rtd.read(channel)),
		...["1", "2", "3", "4", "6", "7", "8", "5"].map((channel) => devices.megabas.read(channel)),
	]);
	const values = all.map((read) => (read.kind === "value" ? Math.round(read.value * 10) / 10 : read.fault.code));
	return { values, took: performance.now() - began };
};

const first = await reads();
const second = await reads();
const before = plain(await devices.relind.readBack());
const set = await devices.relind.write(image({ 1: true, 2: false }));
const analog = await devices.megabas.write(image({ out1: 55, triac2: true }));
await told(1, 0x3d);
const pulled = await devices.relind.write(image({ 1: true, 2: false }));
await told(2, 0x3d);
const again = await devices.relind.write(image({ 1: true, 2: false }));
const finders = [
	rtd.finder?.(rtd.options.parse({}), ports),
	megabas.finder?.(megabas.options.parse({}), ports),
	relind.finder?.(relind.options.parse({}), ports),
];
const found = (await Promise.all(finders.map((finder) => finder?.find() ?? []))).flat();
for (const finder of finders) await finder?.close();
const absent = await rtd.open("7", ["1"], rtd.options.parse({}), ports).read("1");

console.log(
	JSON.stringify({
		...{ first, second, before, set: set.kind, pulled, again: again.kind, returns: devices.relind.returns },
		confirmed: [set, analog].map((one) => one.kind === "done" && plain(one.confirmed)),
		found: found.filter(({ kind }) => kind === "board"),
		absent,
	}),
);
for (const device of Object.values(devices)) await device.close();
process.exit(0);
