import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	dashboard: {
		now: "Jetzt",
		collectors: "Kollektoren und Kreise",
		by_hand: "Von Hand",
		settings: "Heizen und Einstellungen",
		energy: "Energie",
		others: "Weitere Fühler",
		automatic: "Auf Automatik",
		per_day: "{name}, je Tag",
		silent: "Solar Heating ist nicht erreichbar. Prüfen, ob die App und der Broker laufen.",
	},
};
