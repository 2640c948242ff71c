import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	activity: {
		starting: "startar",
		idle: "i vila",
		off: "av",
		manual: "handkörning",
		heating: "laddar tanken",
		tank_full: "tanken full",
		collector_cooling: "kyler solfångaren",
		night_cooling: "kyler tanken",
		boil_stop: "kokstopp",
		tank_too_hot: "tanken för het",
		upkeep: "motionskörning",
		fault: "fel",
	},
};
