import type { Watts } from "#model/quantities/units.ts";

/** A heater may take more than its rating plate says. */
export const MARGIN = 1.5;
/** W. A meter measures, and a rating is what somebody wrote: only what no heater of a house takes is a wrong reading. */
const LEAST = 10_000;
/** W, where the rated power is not known. */
const UNKNOWN = 50_000;

/** W that a heater takes at most. */
export const mostOf = (rated: Watts): number => (rated === 0 ? UNKNOWN : Math.max(MARGIN * rated, LEAST));
