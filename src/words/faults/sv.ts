import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	fault: {
		open: "avbrott i ledningen eller givaren.",
		short: "kortslutning i ledningen eller givaren.",
		implausible: "den visar ett omöjligt värde.",
		unsteady: "två mätningar i rad säger emot varandra.",
		crc: "dess data kommer fram skadade. Kontrollera kabeln och dess längd.",
		no_answer: "den svarar inte.",
		power_on_value: "den visar bara sitt startvärde. Kontrollera matningen.",
		missing: "den finns inte där. Kontrollera kontakten och adressen.",
		no_permission: "systemet låter oss inte öppna den.",
		in_use: "ett annat program har porten öppen.",
		no_write: "den kan inte styra något.",
		not_verified: "reläkortet bekräftar inte omslaget.",
		bus: "bussen som den sitter på fungerar inte.",
		stale: "den har inte gett något nytt värde på för länge.",
	},
	remedy: {
		open: "Kontrollera kontakt, skruvplintar och kabel, och mät givarens resistans.",
		short: "Leta efter klämd isolering och fukt i kontakten; byt givaren om det inte är något av det.",
		implausible: "Kontrollera att givaren sitter där rollen säger, och att den är av rätt typ.",
		unsteady: "Kontrollera kontakt, skruvplintar, kabel och matning: glappkontakt får temperaturen att hoppa.",
		crc: "Korta bussen, undvik stjärnkoppling, håll den borta från nätkablar och kontrollera pull-up-motståndet.",
		no_answer: "Kontrollera kablar och adress. Nya försök görs automatiskt.",
		power_on_value: "Använd alla tre ledare: med egen matning orkar givaren en hel mätning.",
		missing: "Anslut den igen. Sitter den där, jämför adressen i inställningarna tecken för tecken.",
		no_permission:
			"Som app: installera om den och låt skyddsläget vara på. Annars: lägg till användaren i gruppen dialout.",
		in_use:
			"Stoppa det andra programmet som använder porten: en app för Zigbee eller Z-Wave, en terminal eller en andra styrning. Sedan öppnas den av sig själv.",
		no_write: "Ge utgången ett mål som kan koppla.",
		not_verified: "Kontrollera kortets matning och relä. Något annat program kan använda porten.",
		bus: "Kontrollera adaptern och dess kabel; dra ur den och sätt i den igen.",
		stale: "Kontrollera kabeln till den. Den läses igen automatiskt.",
	},
};
