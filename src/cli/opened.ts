import type { Effect } from "#control/settle.ts";
import type { Tell } from "#model/decision.ts";
import { instant } from "#model/units.ts";
import { plantOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import { clock } from "#runtime/clock.ts";
import { openStore } from "#store/store.ts";
import { devicesFor } from "../app-devices.ts";

/** The plant's devices for a command that runs while no controller does. */
export function openedDevices(options: Options, folder: string, tell: Tell) {
	const store = openStore(folder, tell);
	const { outputs } = store.load();
	store.close();
	const time = clock({ start: instant(0) });
	const plant = plantOf(options);
	return { plant, time, devices: devicesFor({ options, plant, time, tell, outputs }) };
}

export const shownEffect = ({ actual, fault }: Effect) =>
	fault === undefined ? { actual } : { fault: fault.code, facts: fault.facts };
