import type { Machine } from "#app/machine.ts";
import { hardening } from "#broker/plans/harden.ts";
import { type BrokerFlags, change } from "./change.ts";

export interface HardenFlags extends BrokerFlags {
	readonly port: number;
	readonly address?: string;
}

/** Anonymous off, passwords on, on every listener; persistence; a log that can be watched. */
export const brokerHarden = (machine: Machine, flags: HardenFlags): Promise<number> =>
	change(machine, flags, (place) => hardening(place, flags));
