import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	quantity: {
		temperature: "Temperatur",
		flow: "Durchfluss",
		volume: "Volumen",
		pressure: "Druck",
		irradiance: "Einstrahlung",
		power: "Leistung",
		energy: "Energie",
		humidity: "Luftfeuchte",
		speed: "Drehzahl",
		contact: "die Stellung eines Kontakts",
		pulses: "Impulse",
		price: "Preis",
	},
	contact: {
		closed: "geschlossen",
		open: "offen",
	},
};
