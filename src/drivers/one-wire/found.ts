import { readdir } from "node:fs/promises";
import type { Found } from "#model/plant/found.ts";
import { withinMs } from "../bus/deadline.ts";
import type { Device } from "../driver.ts";

/** Milliseconds for listing a bus. The kernel lists what it knows already. */
const LIST_WITHIN = 2000;

/** The sensors that the kernel lists under `root`, each read by `bus`. Empty where there is no such folder. */
export async function foundUnder(root: string, address: RegExp, bus: Device): Promise<readonly Found[]> {
	const names = await withinMs<readonly string[]>(
		LIST_WITHIN,
		readdir(root).catch(() => []),
		[],
	);
	const sensors = names.filter((name) => address.test(name)).sort();
	return Promise.all(
		sensors.map(async (sensor) => {
			const first = await bus.read(sensor);
			// On a slow bus the next round would confirm it, but there is none here.
			const read = first.kind === "failed" && first.fault.code === "unsteady" ? await bus.read(sensor) : first;
			const source = `one_wire:${sensor}`;
			return read.kind === "value" ? { source, value: read.value } : { source, fault: read.fault };
		}),
	);
}
