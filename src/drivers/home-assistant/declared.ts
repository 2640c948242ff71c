import { seconds } from "#model/quantities/units.ts";
import type { Declared } from "../bus/loaded-later.ts";

/** All entities are asked for at once, this often. */
export const HOME_ASSISTANT: Declared = {
	identity: "Home Assistant",
	pace: seconds(10),
	verify: "none",
	onCrash: "holds",
};
