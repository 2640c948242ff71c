import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	page: {
		fig_heaters: "Elpatroner",
		hours_title: "Idag timme för timme",
		hour_kwh: "{from} till {to}: {kwh} kWh",
		hour_unknown: "{kwh} kWh vid okänd tid",
		hours_none: "Ingen värme har räknats idag ännu.",
	},
};
