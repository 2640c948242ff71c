import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	activity: {
		starting: "startar",
		idle: "i vila",
		off: "av",
		upkeep: "motionskörning",
		fault: "fel",
	},
};
