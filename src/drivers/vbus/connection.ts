import { LastingPort, type PortOwner } from "../bus/serial/lasting-port.ts";
import type { Connection, Manner } from "./bytes.ts";
import { LastingSocket } from "./lasting-socket.ts";

const BAUD_RATE = 9600;

/** @param device the path of a serial port, or host and port */
export function connectionTo(device: string, manner: Manner, owner: PortOwner): Connection {
	if (!device.startsWith("/")) return new LastingSocket(device, manner, owner);
	const port = new LastingPort({ path: device, baudRate: BAUD_RATE }, owner);
	return {
		get fault() {
			return port.fault;
		},
		proven() {
			if (port.fault !== undefined) void port.ready().then((open) => open && port.proven(open));
		},
		retry: () => port.retry(),
		close: () => port.close(),
	};
}
