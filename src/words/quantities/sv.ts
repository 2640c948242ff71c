import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	quantity: {
		temperature: "temperatur",
		flow: "flöde",
		volume: "volym",
		pressure: "tryck",
		irradiance: "solinstrålning",
		power: "effekt",
		energy: "energi",
		humidity: "luftfuktighet",
		speed: "varvtal",
		contact: "läget hos en kontakt",
		pulses: "pulser",
		price: "pris",
	},
	contact: {
		closed: "sluten",
		open: "öppen",
	},
};
