import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		busy: "Ett annat kommando ändrar brokern just nu. Vänta tills det är klart och försök igen.",
		say_restart: "Ange hur brokern startas om: --restart-with 'KOMMANDO'.",
		nothing_changed: "Ingenting har ändrats.",
		nothing_would_change: "Ingenting skulle ändras.",
		so_already: "Allt är redan som det ska. Ingenting har ändrats.",
		files_so_already: "Filerna är redan som de ska. Ingenting har ändrats, men brokern är inte verifierad:",
		dry_run_promises: "När det har utförts och verifierats gäller detta:",
		dry_run_starts: "Mosquitto startar med de här filerna. Ingenting har ändrats: det här var en provkörning.",
		dry_run_lines: "{gone} rader skulle tas bort eller ändras, {come} skulle läggas till.",
		secret_changes: "{path}: en hemlighet ändras",
		rights_change: "{path}: ägare och rättigheter {was} -> {will}",
		rights_new: "{path}: ägare och rättigheter inga -> {will}",
		done: "Klart och verifierat. De tidigare filerna: säkerhetskopia {backup}.",
		done_but:
			"Klart, och verifierat där det gick att testa; det gick inte för {listeners}. De tidigare filerna: säkerhetskopia {backup}.",
		proof_failed: "Det ändrades, men verifieringen misslyckades:",
		as_it_was: "Allt är som förut (säkerhetskopia {backup}).",
		not_put_back: "Det gick inte att återställa:",
		way_out:
			"Rätta filerna för hand om det behövs. Kör sedan `solar-heating broker rollback --forget`; det lämnar dem som de är, och kommandona fungerar igen.",
		files_are_in: "De tidigare filerna finns i {folder}.",
		broken_off_mended: "En tidigare ändring avbröts. Allt är återställt från säkerhetskopian {backup}.",
		broken_off_stuck: "En ändring avbröts, och den går inte att återställa från {backup}:",
		mended_by_hand:
			"De här filerna är varken som de var eller som det här programmet skrev dem: {files}. Någon har ändrat dem, så de lämnas som de är.",
		way_out_to:
			"För att ändå återställa säkerhetskopian: `solar-heating broker rollback --forget`, sedan `solar-heating broker rollback --to {backup} --overwrite`.",
		changed_meanwhile: "Någon ändrade {files} under tiden. Ingenting har ändrats; kör kommandot igen.",
		nothing_to_forget: "Ingen ändring har avbrutits: det finns inget att glömma.",
		forgotten:
			"Den avbrutna ändringen är glömd. Alla filer förblir som de är; hur de var förut finns i säkerhetskopian {backup}. Kör solar-heating check och se hur säkert det är.",
		would_overwrite:
			"Någon har ändrat de här filerna sedan programmet senast skrev dem: {files}. Att gå tillbaka skulle förlora ändringarna.",
		overwrite_anyway:
			"Ingenting har ändrats. Lägg till --overwrite för att gå tillbaka ändå: de nuvarande filerna säkerhetskopieras då också.",
		would_lose_lines:
			"Ändringen skulle ta bort de här inställningarna utan att någon bett om det. Det är ett fel i programmet, rapportera det gärna:{lines}",
		runs_not: "Ingen broker som kör med {config} gick att nå, så ingenting kunde testas.",
		newer_than_broker: "{file} ändrades efter att brokern startades, så den kör med en annan konfiguration.",
		restart_yourself:
			"Starta om brokern, till exempel med `systemctl restart mosquitto`, och kör sedan kommandot igen.",
		not_in_trail: "Ändringen står inte i appens revisionslogg: {why:command}",
		command_broke: "Själva kommandot misslyckades: {cause}",
		report_it: "Det är ett fel i solar-heating, inte i din broker. Rapportera det gärna med det här meddelandet.",
		name_other_file: "Ange en annan fil eller gör plats, och kör kommandot igen.",
		hardened:
			"Från och med nu krävs inloggning: verifierat på varje lyssnare, utan konto och som en påhittad användare.",
		hardened_but:
			"Från och med nu krävs inloggning: verifierat på varje lyssnare där en inloggning går att testa, utan konto och som en påhittad användare. Det är inställt men gick inte att testa för {listeners}.",
		hardened_untried: "Konfigurationen kräver inloggning. Det gick inte att testa för {listeners}.",
		memory_dropped:
			"Före den här ändringen har brokern sina sparade meddelanden (retained) bara i minnet, så omstarten tappar dem: enheterna måste publicera dem på nytt. Vill du behålla dem, gör så här före harden: skriv `persistence true` och `persistence_location /var/lib/mosquitto/` i {config}, och låt brokern läsa filen (systemctl reload mosquitto).",
		turned_round:
			"Några av dina inställningar har ändrats så att meddelanden sparas och loggen kan bevakas. Tidigare: {lines}.",
		misplaced:
			"{file}, rad {line}: `{text}` står under en listener medan per_listener_settings är på. Mosquitto 2.0 och 2.1 läser det olika, så den kan inte stängas säkert. Flytta raden ovanför den första `listener`, eller skriv `listener` i stället. Ingenting har ändrats.",
	},
};
