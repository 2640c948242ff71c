import { devicesFor } from "#app/control/devices.ts";
import { restOf } from "#model/plant/output.ts";
import { instant } from "#model/quantities/units.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { clock } from "#runtime/clock.ts";
import type { Saved } from "#store/saved.ts";
import { openStore } from "#store/store.ts";

/** Opens the plant's devices for a command that runs while no controller does. */
export function openedDevices(options: Options, folder: string, tell: Tell) {
	const time = clock({ start: instant(0) });
	const plant = plantOf(options);
	// Only outputs that hold their state depend on the store. So a locked or hanging store delays only those.
	const outputs = plant.outputs.some((output) => restOf(output) === undefined) ? savedOutputs(folder, tell) : {};
	return { plant, time, devices: devicesFor({ options, plant, time, tell, outputs }) };
}

function savedOutputs(folder: string, tell: Tell): Saved["outputs"] {
	const store = openStore(folder, tell);
	const { outputs } = store.load();
	store.close();
	return outputs;
}
