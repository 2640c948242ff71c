import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Observers } from "../beside/observers.ts";
import type { Ended } from "../beside/running.ts";
import { atRest, outputsFrom, readInitialOutputs, restReached } from "./devices.ts";
import type { Control } from "./open-control.ts";

/** Turns until it is told to stop, or until a bug in control; then every output goes to rest. */
export async function control(
	opened: Control,
	observers: Pick<Observers, "ended">,
	signal: AbortSignal,
): Promise<Ended> {
	const { plant, loop, devices, keeping, lastOutputs, tell } = opened;
	const code = await turning(opened, signal).catch((bug: unknown) => crashed(bug, tell));
	const rested = await devices.rest();
	loop.left((outputs) => atRest(outputs, rested));
	observers.ended(loop.snapshot);
	keeping.finish();
	await devices.close();
	const last = await lastOutputs.finish();
	return { code, rested: restReached(plant, rested, tell) && last === "rested" };
}

async function turning({ loop, devices, lastOutputs }: Control, signal: AbortSignal): Promise<number> {
	await lastOutputs.first;
	const adopted = await readInitialOutputs(devices, signal);
	loop.change((state) => ({ ...state, outputs: outputsFrom(adopted, state) }));
	await loop.run(signal);
	return 0;
}

/** Reports why control ended. Gives the exit code. */
function crashed(bug: unknown, tell: Tell): number {
	const error = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
	tell(notice("error", "control_failed", { error }));
	return 1;
}
