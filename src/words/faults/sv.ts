import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	fault: {
		open: "avbrott i kabeln eller givaren.",
		short: "kortslutning i kabeln eller givaren.",
		implausible: "den visar ett omöjligt värde.",
		unsteady: "två mätningar i rad säger emot varandra.",
		crc: "dess data kommer fram felaktiga. Kontrollera kabeln och dess längd.",
		no_answer: "den svarar inte.",
		power_on_value: "den visar bara sitt startvärde. Kontrollera strömförsörjningen.",
		missing: "den hittades inte. Kontrollera kontakten och adressen.",
		unidentified: "ett annat slags kort svarar där, eller så säger det inte vilket det är.",
		no_permission: "appen har inte behörighet att öppna den.",
		in_use: "ett annat program använder porten.",
		no_write: "den har inget som kan slås om.",
		not_verified: "kortet bekräftar inte att utgången är ställd som den ska.",
		bus: "bussen som den är ansluten till fungerar inte.",
		stale: "den har inte gett något nytt värde på för länge.",
		no_connection: "appen har ingen anslutning till brokern.",
		no_right: "brokern låter inte appens användare läsa dess ämne.",
		own_topic: "dess ämne tillhör den här appen själv.",
	},
	remedy: {
		open: "Kontrollera kontakt, skruvplintar och kabel. Mät givarens resistans.",
		short: "Leta efter klämd isolering och fukt i kontakten. Hittar du inget, byt givaren.",
		implausible: "Kontrollera att givaren sitter där dess roll anger, och att den är av rätt typ.",
		unsteady: "Kontrollera kontakt, skruvplintar, kabel och matning: glappkontakt får temperaturen att hoppa.",
		crc: "Korta bussen, undvik stjärnkoppling, håll den borta från starkströmskablar och kontrollera pull-up-motståndet.",
		no_answer: "Kontrollera kablar och adress. Nya försök görs automatiskt.",
		power_on_value: "Anslut alla tre ledare: med egen strömförsörjning klarar givaren en hel mätning.",
		missing: "Anslut den igen. Om den är ansluten, jämför adressen i inställningarna tecken för tecken.",
		unidentified:
			"Välj slag av kort i inställningarna (relind: board), och jämför stackens nummer med byglarna på kortet.",
		no_permission:
			"I Home Assistant: installera om appen, och låt skyddsläget vara på. Annars: lägg till appens användare i gruppen dialout.",
		in_use:
			"Stoppa det andra programmet som använder porten: en app för Zigbee eller Z-Wave, en terminal eller en andra styrning. Sedan öppnas porten automatiskt.",
		no_write: "Ge utgången ett mål som kan slås om.",
		not_verified: "Kontrollera kortets strömförsörjning och den här utgången. Ett annat program kan använda porten.",
		bus: "Kontrollera adaptern och dess kabel. Dra ur den och sätt i den igen.",
		stale: "Kontrollera dess kabel. Den läses igen automatiskt.",
		no_connection: "Se `broker_connection`: där står varför. Appen ansluter igen automatiskt.",
		no_right: "Lägg till rättigheten i brokerns åtkomstregler: `solar-heating broker acl` skriver ut alla.",
		own_topic: "Ange enhetens eget ämne. Ett värde som appen själv publicerar skulle bekräfta sig självt.",
	},
};
