import { seconds } from "#model/quantities/units.ts";
import type { Declared } from "../bus/loaded-later.ts";

/** A read only looks at what was heard, so it may be often. */
export const MQTT: Declared = { identity: "MQTT", pace: seconds(2), verify: "none", onCrash: "holds" };
