import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	role: {
		collector: "Solfångare",
		tank: "Tank",
		tank_layer: "Tank {height} cm",
		return_line: "Returledning",
		outdoor_air: "Uteluft",
		exhaust_air: "Avluft",
		supply_air: "Tilluft",
		extract_air: "Frånluft",
		flow_line: "Framledning",
		stove: "Kamin",
		boiler: "Panna",
		pool: "Pool",
		room: "Rum",
		flow: "Flöde",
		irradiance: "Solinstrålning",
		pressure: "Tryck",
		power: "Effekt",
		energy: "Energi",
		sun_tomorrow: "Morgondagens sol",
		surplus_power: "Överskottseffekt",
		price: "Elpris",
		humidity: "Luftfuktighet",
		tap: "Tappställe",
		pump: "Pump",
		heater: "Elpatron",
		valve: "Ventil",
	},
};
