import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		import_unreadable: "{file}: {why:problem}",
		import_nothing:
			"{file} har ingen variabel från den tidigare styrningen. Ange dess egen .env, med namn som MQTT_USERNAME eller SOLAR_DTSTART_TANK_1.",
		import_exists: "{file} finns redan och ändras inte. Ange en annan fil.",
		import_not_written: "{file} kunde inte skrivas ({cause}).",
		import_written: "Inställningarna står nu i {file}. Nästa steg: solar-heating check --options {file}",
		import_taken: "nu {path}: {value}",
		import_password: "lösenordet visas inte; med --out får det en egen fil",
		import_without_effect: "utelämnas: den hade ingen verkan",
		import_by_app: "utelämnas: appen sköter det själv",
		import_elsewhere: "utelämnas: någon sådan inställning finns inte här",
		import_unknown: "utelämnas: okänd",
		import_refused: "utelämnas, appens eget värde gäller. {path}: {why:problem}",
		import_no_login: "För brokern måste filen ha MQTT_USERNAME och MQTT_PASSWORD.",
		import_listening: "Lyssnar hos brokern i {seconds} s.",
		import_no_broker: "Ingen anslutning till brokern ({class}).",
		import_none_left: "Brokern har inget kvar från den tidigare styrningen.",
		import_left: "Brokern har {count} meddelanden kvar från den tidigare styrningen:",
		import_statistics:
			"Om Home Assistant sedan visar en ändrad enhet för någon av dem under Utvecklarverktyg > Statistik: tryck på *Åtgärda problem* där och välj att uppdatera enheten för de gamla värdena utan att räkna om dem.",
		import_entities: "Appens entiteter får dessa id:n, så att historik och statistik fortsätter:",
		import_runs:
			"Den tidigare styrningen är fortfarande igång. Stoppa den först: två styrningar på samma reläer motarbetar varandra. Inget har tagits bort.",
		import_deaf:
			"Det är inte känt om den tidigare styrningen är igång: den här användaren får inte dess livstecken. Behörigheterna behöver då `topic read solar_heating_v3/heartbeat`. Inget har tagits bort.",
		import_then_remove:
			"Inget har tagits bort. Gör det med --remove innan appen startas första gången: först då är id:na lediga.",
		import_removed:
			"Alla {count} är borttagna, och en ny kontroll visar att inget är kvar. Starta nu appen. Om Home Assistant visar en ändrad enhet under Utvecklarverktyg > Statistik: välj att uppdatera enheten för de historiska värdena.",
		import_not_removed:
			"Dessa är kvar: brokern låter inte den här användaren skriva dem. Behörigheterna behöver dessa rader, eller använd en användare som får skriva allt:",
		import_next:
			"Nästa steg, när den tidigare styrningen är stoppad: samma kommando med --broker visar vad den lämnade hos brokern och sparar dess entitets-id:n.",
	},
};
