import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { withinMs } from "#drivers/bus/deadline.ts";
import { notPermitted } from "#drivers/bus/native/not-permitted.ts";
import { holders } from "#drivers/bus/serial/holders.ts";
import { type SerialPort, serialPorts } from "#drivers/bus/serial/ports.ts";
import { radioAt } from "#drivers/bus/serial/radios.ts";
import type { AnyDriver } from "#drivers/driver.ts";
import type { Finder, FoundPlace, PlaceState, Roots } from "#model/plant/found.ts";

/** Milliseconds for a whole look. Files of the system answer at once, unless something is badly wrong. */
const LOOK_WITHIN = 3000;

type Recognising = Pick<AnyDriver, "atPort">;

/** Lists the serial ports and what each may be, by its looks. A port is never opened: that resets some sticks and boards. */
export const portFinder = (drivers: readonly Recognising[], roots: Roots): Finder => ({
	find: () => withinMs(LOOK_WITHIN, looked(drivers, roots), []),
	close: async () => undefined,
});

async function looked(drivers: readonly Recognising[], roots: Roots): Promise<readonly FoundPlace[]> {
	const ports = await serialPorts(roots);
	const held = await holders(
		ports.map(({ device }) => device),
		roots,
	);
	return Promise.all(ports.map((port) => placeOf(port, drivers, held.get(port.device))));
}

async function placeOf(port: SerialPort, drivers: readonly Recognising[], by: string | undefined): Promise<FoundPlace> {
	const radio = radioAt(port);
	const name = nameOf(port);
	const state = await stateOf(port, radio, by);
	const also = [...port.aliases, ...(port.device === port.path ? [] : [port.device])];
	const likely = drivers.flatMap((driver) => driver.atPort?.(port) ?? []);
	return {
		kind: "port",
		at: port.path,
		...(also.length > 0 && { also }),
		...(name && { name }),
		// What is written for a port of others would take it away from them.
		likely: radio !== undefined ? [{ what: radio }] : port.console ? [] : likely,
		...(state && { state }),
	};
}

function nameOf({ maker, name, vendor, product, serial }: SerialPort): string | undefined {
	const words = [...new Set([maker, name])].filter((word) => word !== undefined);
	const ids = vendor && product ? [`${vendor}:${product}`] : [];
	return [...words, ...ids, ...(serial ? [serial] : [])].join(" ") || undefined;
}

async function stateOf(
	{ device, console }: SerialPort,
	radio: string | undefined,
	by: string | undefined,
): Promise<PlaceState | undefined> {
	if (console) return { kind: "held", by: "Linux console" };
	if (by !== undefined || radio !== undefined) return { kind: "held", ...(by !== undefined && { by }) };
	const may = await access(device, constants.R_OK | constants.W_OK).then(
		() => true,
		() => false,
	);
	return may ? undefined : { kind: "unreachable", fault: notPermitted(device, { device }) };
}
