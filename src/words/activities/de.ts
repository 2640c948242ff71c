import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	activity: {
		starting: "startet",
		idle: "in Ruhe",
		off: "aus",
		upkeep: "Wartungslauf",
		fault: "Fehler",
	},
};
