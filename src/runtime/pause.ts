import { setTimeout as sleep } from "node:timers/promises";
import type { Seconds } from "#model/quantities/units.ts";

/** Waits in a world where `speed` seconds pass in one. Resolves early when `signal` is aborted. */
export const pauseAt =
	(speed: number) =>
	(wait: Seconds, signal: AbortSignal): Promise<void> =>
		sleep((wait / speed) * 1000, undefined, { signal }).catch(() => undefined);
