import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		watching_file: "Bevakar {path}. Ctrl+C avslutar.",
		watching_topic: "Bevakar loggen hos {host}:{port} över MQTT. Ctrl+C avslutar.",
		no_connection: "Ingen anslutning ({seen}). Det testas igen.",
		log_unreadable_now: "{path} kan inte läsas nu. Det testas igen; kör detta som root, eller kontrollera sökvägen.",
		or_name_log: "Eller ange dess logg med --log.",
		no_log_to_watch:
			"Brokern skriver ingen loggfil. Lägg till `log_dest file /var/log/mosquitto/mosquitto.log` i dess konfiguration, ange en fil med --log, eller använd --topic.",
		no_such_file: "{path} finns inte.",
		heard:
			"{lines} rader: {logins} inloggningar, {refusals} nekade (ytterligare {own} var vår egen granskning), {denials} meddelanden nekade, {cut} rader kapade.",
		heard_of:
			"{lines} rader från Mosquitto {release}: {logins} inloggningar, {refusals} nekade (ytterligare {own} var vår egen granskning), {denials} meddelanden nekade, {cut} rader kapade.",
		refused_from: "nekade från {address}",
		refused_unattributed: "nekade utan att brokern anger någon adress",
		more_addresses: "och från ytterligare {count} adresser",
		release_unknown:
			"Det framgår inte än vilken version som skrev loggen. Om 2.0.12 eller äldre loggar debug, ange den, till exempel --release 2.0.11: då läses också adresserna.",
		say_release: "Ange vilken version det är, till exempel --release 2.0.21.",
		no_log_for_fail2ban:
			"Brokern skriver ingen loggfil. Lägg till `log_dest file` i dess konfiguration, eller ange en med --log.",
		fail2ban_written: "Skrivet till {folder}. Låt fail2ban läsa det: fail2ban-client reload",
		log_unsafe:
			"Med log_type {types} kan en klient skriva rader i loggen som spärrar ut andra. Skriv detta i stället, och starta om brokern:{lines}",
		log_lacks_refusals:
			"Brokerns logg säger inte vem som nekades. Skriv detta i dess konfiguration, och starta om brokern:{lines}",
		fail2ban_logged: "Brokerns logg ({path}) anger vem som nekades: nyss testat med obehöriga inloggningar.",
		fail2ban_log_mute: "Brokern nekade obehöriga inloggningar, men dess logg ({path}) visar det inte.",
		log_time_unread:
			"Med `log_timestamp_format {format}` kan fail2ban inte läsa när en inloggning nekades. Skriv `log_timestamp_format %Y-%m-%dT%H:%M:%S` i brokerns konfiguration i stället, och starta om brokern.",
		log_without_times:
			"Med `log_timestamp false` saknar loggens rader tid, så fail2ban kan inte avgöra hur tätt de kom. Ta bort raden ur brokerns konfiguration, och starta om brokern.",
		fail2ban_finds: "Filtret hittar dem: nyss testat med fail2ban-regex.",
		fail2ban_untried:
			"Filtret kunde inte testas här: fail2ban är inte installerat, eller så kräver varje lyssnare ett certifikat.",
		fail2ban_blind: "Loggen ({path}) säger vem som nekades, men fail2ban-regex hittar inget av det med filtret.",
		log_not_understood:
			"Den här loggen gick inte att förstå: av dess {lines} rader är {understood} Mosquittos. Om nekade inloggningar är alltså inget känt. Ange brokerns egen logg, till exempel från `docker compose logs --no-log-prefix SERVICE` eller `journalctl -u mosquitto`.",
		log_of_old:
			"Det här är en logg från Mosquitto 1.6 eller äldre, som inte skriver att en inloggning nekades. Installera Mosquitto 2.0 eller senare: äldre får inga säkerhetsuppdateringar längre.",
		log_untimed:
			"De flesta raderna saknar tid, så larmen kan inte avgöra hur tätt de kom: alla räknas som skrivna på en gång. `log_timestamp true` i mosquitto.conf lägger till tiden.",
		log_without_connections:
			"Med `connection_messages false` loggar brokern inte vem som ansluter eller nekas. Ta bort raden ur dess konfiguration, och starta om brokern.",
		log_debug_between:
			"Mosquitto 2.0.13 och senare anger ingen adress när en inloggning nekas, så fail2ban parar ihop raden med anslutningen på raden före. Med log_type debug står en annan rad emellan. Skriv detta i stället, och starta om brokern:{lines}",
		refused_ids: "olika klient-id bland dem",
	},
};
