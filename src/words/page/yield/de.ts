import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	page: {
		fig_heaters: "Heizstäbe",
		hours_title: "Heute nach Stunden",
		hour_kwh: "{from} bis {to} Uhr: {kwh} kWh",
		hour_unknown: "{kwh} kWh zu unbekannter Zeit",
		hours_none: "Heute wurde noch keine Wärme gezählt.",
	},
};
