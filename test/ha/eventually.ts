import { setTimeout as pause } from "node:timers/promises";

/** Asks again until nothing is thrown; throws the last complaint when that is not in time (ms). Gives the time it took. */
export async function eventually(so: () => void | Promise<void>, ms = 60_000): Promise<number> {
	const from = performance.now();
	for (;;) {
		try {
			await so();
			return performance.now() - from;
		} catch (complaint) {
			if (performance.now() - from > ms) throw complaint;
			await pause(100);
		}
	}
}
