import type { Machine } from "#app/machine.ts";
import { hardening } from "#broker/plans/harden.ts";
import { type BrokerFlags, change } from "./change.ts";

export interface HardenFlags extends BrokerFlags {
	readonly port: number;
	readonly address?: string;
}

/** Turns anonymous access off and passwords on, on every listener, and sets up persistence and a log that can be watched. */
export const brokerHarden = (machine: Machine, flags: HardenFlags): Promise<number> =>
	change(machine, flags, (place) => hardening(place, flags));
