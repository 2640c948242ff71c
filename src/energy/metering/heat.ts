import { propyleneGlycol } from "#model/quantities/fluid.ts";
import type { Celsius, LitresPerMinute } from "#model/quantities/units.ts";

/**
 * kW that a fluid carries from hot to cold; negative where it carries heat back. As a heat meter counts (EN 1434): volume flow,
 * density where the meter sits, heat capacity at the mean temperature.
 * @param glycol share of propylene glycol in the mass
 * @param metered temperature where the meter sits: in the cold pipe, if nothing else is said
 */
export function carried(glycol: number, flow: LitresPerMinute, hot: Celsius, cold: Celsius, metered = cold): number {
	const { density } = propyleneGlycol(glycol, metered);
	const { heat } = propyleneGlycol(glycol, (hot + cold) / 2);
	return ((flow / 60_000) * density * heat * (hot - cold)) / 1000;
}

/** Relative uncertainties of the flow, and that of the fluid's heat. */
export const FLOW_UNSURE = { measured: 0.03, learnt: 0.06, full_speed: 0.08, slower: 0.12 } as const;
export type FlowFrom = keyof typeof FLOW_UNSURE;
const FLUID = 0.02;
/** K between two sensors: as they come, and after their difference was measured at the same temperature. */
const PAIR = { as_they_come: 0.4, calibrated: 0.1 };
/** Without a sensor in the return, what comes back is estimated. */
const RETURN = 0.2;
/** Of one of the fields that a pump feeds side by side. */
const SPLIT = 0.15;

export interface Doubts {
	readonly flow: FlowFrom;
	readonly calibrated: boolean;
	readonly return_estimated: boolean;
	/** The flow is a share of what was measured. */
	readonly split: boolean;
}

/** kW by which that may be wrong. */
export function unsureOf(
	kw: number,
	difference: number,
	{ flow, calibrated, return_estimated, split }: Doubts,
): number {
	const pair = calibrated ? PAIR.calibrated : PAIR.as_they_come;
	const gap = Math.max(Math.abs(difference), 0.1);
	const parts = [FLOW_UNSURE[flow], FLUID, pair / gap, return_estimated ? RETURN : 0, split ? SPLIT : 0];
	return Math.abs(kw) * Math.hypot(...parts);
}
