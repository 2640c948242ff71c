import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	dashboard: {
		now: "Just nu",
		collectors: "Solfångare och kretsar",
		by_hand: "För hand",
		settings: "Värme och inställningar",
		energy: "Energi",
		others: "Övriga givare",
		automatic: "Till automatik",
		per_day: "{name}, per dag",
		silent: "Solar Heating kan inte nås. Se efter om appen och brokern är i gång.",
	},
};
