import { afterEach } from "@jest/globals";
import type { Device, Image, Written } from "#drivers/driver.ts";
import { modbus } from "#drivers/modbus/modbus.ts";
import { instant, percent } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { SerialLine } from "../../fakes/modbus/serial-line.ts";
import { TcpServer } from "../../fakes/modbus/tcp-server.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	for (const thing of opened.splice(0).reverse()) await thing.close();
});
export function closing<T extends { close(): unknown }>(thing: T): T {
	opened.push(thing);
	return thing;
}

export const aLine = (units: Readonly<Record<number, ModbusUnit>>) => closing(new SerialLine(units));

export async function aServer(units: Readonly<Record<number, ModbusUnit>>, options: { rtu?: boolean } = {}) {
	const server = await new TcpServer(units, options).start();
	closing({ close: () => server.stop() });
	return server;
}

/** A unit whose registers hold these, from an address on. */
export function holding(values: readonly number[], from = 0): ModbusUnit {
	const unit = new ModbusUnit();
	for (const [i, value] of values.entries()) unit.holding.set(from + i, value);
	return unit;
}

/** The bus `house` at this port or address, with other options as they are written. */
export function open(
	at: string,
	channels: readonly string[],
	changes: { bus?: object; [option: string]: unknown } = {},
) {
	const { bus, ...others } = changes;
	const notices: Notice[] = [];
	// Long enough for a busy machine.
	const buses = [{ id: "house", at, timeout: 1000, speed: 115_200, ...bus }];
	const device: Device = modbus.open("house", channels, modbus.options.parse({ buses, ...others }), {
		tell: (notice) => void notices.push(notice),
		now: () => instant(0),
	});
	return { device: closing(device), notices };
}

export const image = (drives: Readonly<Record<string, boolean | number>>): Image =>
	new Map(
		Object.entries(drives).map(([channel, drive]) => [channel, typeof drive === "number" ? percent(drive) : drive]),
	);

/** What came of a write in the end. A turn does not wait for a device on the network. */
export async function written(device: Device, wanted: Image): Promise<Written> {
	const soon = await device.write(wanted);
	return device.deadMan?.settled() ?? soon;
}

export const until = async (so: () => unknown, within = 60_000) => {
	const end = performance.now() + within;
	while (!(await so())) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
};
