import type { SerialPort } from "serialport";
import { withinMs } from "../deadline.ts";

/** A read that finds nothing adds itself as a listener for this event of the native binding, and tries again when it comes. */
const READABLE = "readable";

/**
 * Whether within so many milliseconds a read that began after the call found nothing: then all that the kernel had received was
 * read and given to `data`. Reads go on in other threads, so neither the clock nor a round of the event loop tells this.
 */
export async function allRead(port: SerialPort, ms: number): Promise<boolean> {
	const poller = port.port && "poller" in port.port ? port.port.poller : undefined;
	// Not on Windows.
	if (poller === undefined) return true;
	const { promise, resolve } = Promise.withResolvers<true>();
	// One that is under way began before the call.
	let reads = poller.listenerCount(READABLE) > 0 ? 1 : 2;
	const added = (event: unknown) => {
		if (event !== READABLE) return;
		if (--reads === 0) resolve(true);
		else setImmediate(() => poller.emit(READABLE, null));
	};
	poller.on("newListener", added);
	poller.emit(READABLE, null);
	const read = await withinMs(ms, promise, false);
	poller.off("newListener", added);
	return read;
}
