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
		unidentified: "ett annat kort svarar där, eller så säger det inte vilket det är.",
		no_permission: "appen har inte behörighet att öppna den.",
		in_use: "ett annat program använder porten.",
		no_write: "den har inget som kan slås om.",
		not_verified: "kortet bekräftar inte att utgången är ställd som den ska.",
		unarmed: "den startade inte sin egen timer, så lasten skulle förbli på utan den här appen.",
		declined: "den vägrar utföra kommandot.",
		unproven: "inget bekräftar att dess kort gör som det ska, så elpatronen förblir av.",
		bus: "bussen som den är ansluten till fungerar inte.",
		stale: "den har inte gett något nytt värde på för länge.",
		no_connection: "appen har ingen anslutning till brokern.",
		no_right: "brokern låter inte appens användare läsa dess ämne.",
		own_topic: "dess ämne tillhör den här appen själv.",
		unavailable: "enheten eller Home Assistant säger att den inte har något värde.",
		no_number: "det som den rapporterar är inget tal.",
		wrong_unit: "den rapporterar i en enhet som inte passar.",
		not_in_message: "dess meddelanden innehåller inte det här värdet.",
		only_stored: "det finns bara ett lagrat värde, som kan vara hur gammalt som helst.",
		unheard: "inget meddelande från den har kommit.",
		no_entity: "Home Assistant har ingen sådan entitet.",
		own_entity: "den här appen publicerar själv entiteten.",
		no_access: "Home Assistant låter inte appen fråga.",
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
			"Välj slag av kort i inställningarna (relind: board), och jämför stackens nummer med byglarna på kortet. Ett USB-kort som anges med sin enhetsfil: ange det med sitt serienummer, eller starta om appen om du själv har flyttat det.",
		no_permission:
			"I Home Assistant: installera om appen, och låt skyddsläget vara på. Annars: lägg till appens användare i enhetens grupp: dialout för en serieport, i2c för ett I2C-kort, gpio för GPIO-stift.",
		not_in_group:
			"I Home Assistant: installera om appen, och låt skyddsläget vara på. Annars: lägg till appens användare i gruppen {group}, som enheten hör till, och starta om appen.",
		login_refused: "Rätta lösenordet i inställningarna, eller kanalen. Appen ansluter sedan igen automatiskt.",
		in_use:
			"Stoppa det andra programmet som använder porten: en app för Zigbee eller Z-Wave, en terminal eller en andra styrning. Sedan öppnas porten automatiskt.",
		no_write: "Ge utgången ett mål som kan slås om.",
		not_verified: "Kontrollera kortets strömförsörjning och den här utgången. Ett annat program kan använda porten.",
		unarmed:
			"Använd en enhet som klarar en timer i varje kommando: kapitlet om dess drivrutin säger hur. Använd aldrig den här för en elpatron.",
		declined: "Jämför adressen i inställningarna med enheten och uppdatera dess programvara.",
		unproven:
			"Använd ett kort som kan läsas tillbaka. Om elpatronen har ett eget överhettningsskydd (STB) som fungerar kan du i stället sätta utgångens unverified_ok till true.",
		bus: "Kontrollera adaptern och dess kabel. Dra ur den och sätt i den igen.",
		stale: "Kontrollera dess kabel. Den läses igen automatiskt.",
		too_rare:
			"Kontrollera dess batteri, dess radio och programmet som skickar vidare värdena. Om den rapporterar mer sällan än var {max_age}:e sekund, ge den en längre åldersgräns (max_age), högst 3600 s.",
		no_connection: "Se `broker_connection`: där står varför. Appen ansluter igen automatiskt.",
		no_right: "Lägg till rättigheten i brokerns åtkomstregler: `solar-heating broker acl` skriver ut alla.",
		own_topic: "Ange enhetens eget ämne. Ett värde som appen själv publicerar skulle bekräfta sig självt.",
		unavailable: "Kontrollera enheten: strömförsörjningen, radion och sidan i det program som läser den.",
		no_number: "Jämför källan med ett meddelande från enheten: en plats i JSON börjar med # och /.",
		wrong_unit: "Ange givarens måttenhet i inställningarna, eller rätta den i enheten.",
		not_in_message: "Jämför det som står efter # med ett meddelande från enheten, tecken för tecken.",
		only_stored: "Kontrollera om enheten fortfarande rapporterar. Nästa meddelande som den publicerar gäller.",
		unheard:
			"Jämför ämnet med enhetens, och kontrollera om brokern låter appen läsa det: `solar-heating broker acl` skriver ut reglerna.",
		no_entity: "Jämför entitets-id:t med det i Home Assistant, under Inställningar, Enheter och tjänster, Entiteter.",
		own_entity: "Välj givarens egen entitet. Ett värde som appen själv publicerar skulle bekräfta sig självt.",
		no_access:
			"I Home Assistant: starta om appen. Annars: ange adress och token under home_assistant; en administratör måste skapa token.",
	},
};
