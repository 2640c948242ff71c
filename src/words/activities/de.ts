import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	activity: {
		starting: "startet",
		idle: "in Ruhe",
		off: "aus",
		manual: "Handbetrieb",
		heating: "belädt den Speicher",
		tank_full: "Speicher voll",
		collector_cooling: "kühlt den Kollektor",
		night_cooling: "kühlt den Speicher",
		boil_stop: "Kollektor-Notabschaltung",
		tank_too_hot: "Speicher zu heiß",
		upkeep: "Wartungslauf",
		fault: "Fehler",
	},
};
