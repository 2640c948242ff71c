import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	role: {
		collector: "Kollektor",
		tank: "Speicher",
		tank_layer: "Speicher {height} cm",
		return_line: "Rücklauf",
		outdoor_air: "Außenluft",
		exhaust_air: "Fortluft",
		supply_air: "Zuluft",
		extract_air: "Abluft",
		flow_line: "Vorlauf",
		stove: "Ofen",
		boiler: "Heizkessel",
		pool: "Schwimmbad",
		room: "Raum",
		flow: "Durchfluss",
		irradiance: "Einstrahlung",
		pressure: "Druck",
		power: "Leistung",
		energy: "Energie",
		sun_tomorrow: "Sonne morgen",
		surplus_power: "Überschussleistung",
		price: "Strompreis",
		humidity: "Luftfeuchte",
		tap: "Zapfstelle",
		pump: "Pumpe",
		heater: "Heizstab",
		valve: "Ventil",
	},
};
