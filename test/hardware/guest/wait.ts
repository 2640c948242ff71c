import { setTimeout as pause } from "node:timers/promises";

/** Waits until it is so. Throws after two minutes: an emulated machine is slow. */
export async function until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
	const began = performance.now();
	while (!(await so())) {
		if (performance.now() - began > 120_000) throw new Error(`Not within two minutes: ${what}`);
		await pause(50);
	}
}
