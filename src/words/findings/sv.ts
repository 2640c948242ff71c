import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	finding: {
		nothing_configured:
			"Ännu finns varken givare eller utgång. Ange dem på konfigurationssidan och starta om; till dess mäts ingenting och inget slås på.",
		security_audit: "Brokern granskades {when}: {score} av 100.",
		device_lost: "{device} är borta: {fault:fault} Nya försök görs automatiskt.",
		device_bug:
			"Ett fel i programmet hindrar {bus} från att fungera: {error}. Nya försök görs automatiskt. Rapportera gärna felet tillsammans med loggen.",
		beside_failed:
			"Ett fel i programmet stoppar en del av appen ({part}): {cause}. Styrningen fortsätter, och delen startas om av sig själv. Rapportera gärna felet tillsammans med loggen.",
		rest_unknown:
			"Vilka utgångar som styrdes tidigare är inte längre känt: {file} saknas eller är skadad. Därför går det inte att säga om de är i viloläge. Titta på reläkorten och rätta inställningarna.",
		options_invalid:
			"Konfigurationen är inte giltig, så ingenting styrs. Följande rader och loggen visar vad som ska rättas.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"Användarnamn eller lösenord till brokern saknas. Ange dem på konfigurationssidan; till dess ser Home Assistant ingenting, och styrningen fortsätter.",
		mqtt_files_unreadable:
			"Filen för {path} går inte att läsa, så ingenting ansluter till brokern. Loggen säger varför; styrningen fortsätter.",
		store_set_aside:
			"De sparade inställningarna kunde inte läsas och lades undan som {file}. Det som står på konfigurationssidan gäller.",
		store_awaited:
			"De sparade inställningarna kan inte läsas än ({cause}). Alla utgångar är i viloläge, högst tio minuter; det sparade gäller så snart det kan läsas. Kontrollera om ett annat program har filen öppen.",
		store_unread:
			"De sparade inställningarna kunde inte läsas på tio minuter ({cause}). Anläggningen styrs enligt konfigurationssidan; det sparade gäller så snart det kan läsas. Kontrollera disken och driftläget.",
		kept_data_removed:
			"Filer som styrningen använder togs bort ur dess mapp: {files}. Det den vet skrivs på nytt, sidans lösenord vid nästa start; historik och revisionslogg kan vara borta. Ta reda på vem som tog bort dem; de kan finnas i en säkerhetskopia.",
		store_older:
			"De sparade inställningarna är äldre än de borde vara: de senaste {lost} ändringarna har gått förlorade. Kontrollera driftläge och inställningar; en säkerhetskopia kan ha nyare.",
		store_unavailable: "Ingenting kan sparas just nu. Kontrollera disken.",
		backup_failed: "Den senaste säkerhetskopian misslyckades: {why:command} Kontrollera disken och gör en ny.",
		backup_not_restored:
			"En återställd säkerhetskopia gick inte att använda ({cause}); den ligger kvar som {file}. Återställ en äldre.",
		installation_id_not_kept: "Installationens id kan inte sparas. Kontrollera disken.",
		broker: "Broker {host}:{port}, användare {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant känner inte till någon MQTT-broker just nu. Om brokern just startar behöver du inte göra något; installera och starta annars appen Mosquitto broker. Appen frågar igen av sig själv; styrningen fortsätter.",
		mqtt_service_forbidden:
			"Home Assistant låter inte appen fråga efter brokerns konto. Installera om appen, eller ange användarnamn och lösenord på dess konfigurationssida.",
		mqtt_service_unauthorized:
			"Home Assistants Supervisor godtar inte appens nyckel. Starta om appen, eller ange användarnamn och lösenord på dess konfigurationssida.",
		mqtt_service_slow:
			"Home Assistants Supervisor har inte inom {seconds} s sagt var brokern finns. Frågan ställs om av sig själv; fortsätter det, starta om maskinen.",
		mqtt_service_unreachable:
			"Home Assistants Supervisor kan inte nås ({cause}), så ingen säger var brokern finns. Frågan ställs om av sig själv.",
		mqtt_service_error:
			"Home Assistants Supervisor kan inte säga var brokern finns (status {status}). Frågan ställs om av sig själv; dess egen logg säger mer.",
		mqtt_service_garbled:
			"Det som Home Assistants Supervisor säger om brokern är obegripligt ({what}). Uppdatera brokerns app, eller ange värd, användarnamn och lösenord på konfigurationssidan.",
		mqtt_service_without_login:
			"Home Assistant erbjuder brokern {host} utan ett användbart konto. Ange användarnamn och lösenord på konfigurationssidan; utan dem ansluts ingenting.",
		mqtt_anonymous:
			"Brokern {host}:{port} används utan konto, eftersom konfigurationen tillåter det. Vem som helst i huset kan slå på pumpen. Lägg upp ett konto hos brokern och ange det här.",
		credentials: "Brokern godtar kontot {user}.",
		credentials_old: "Lösenordet för {user} har använts i {days} dagar. Byt det hos brokern och sedan här.",
		mqtt_acl_denied:
			"Brokerns åtkomstregler tillåter inte: {topics}. Home Assistant går miste om det som nekas. `solar-heating broker acl` skriver ut alla regler som behövs.",
		secret_readable:
			"Alla användare på maskinen kan läsa lösenordet eller nyckeln i {files}. Kör: chmod 600 {files} – och byt lösenordet, eller gör en ny nyckel.",
		broker_watch: "Brokerns logg bevakas ({state}); {refusals} inloggningar har nekats sedan starten.",
		broker_log_unreadable:
			"Brokerns logg {file} kan inte läsas, så ingen bevakar den. Kontrollera sökväg och rättigheter; det prövas igen av sig självt.",
		audit_trail: "Revisionsloggen granskades {when}: {rows} poster, den nyaste {seq} med kontrollsumman {head}.",
		audit_trail_broken:
			"Revisionsloggen håller inte vid post {entry} ({count} ställen): någon har ändrat den, eller så har disken tappat något. `solar-heating audit-trail --verify` säger mer; tänk efter vem som kan skriva i appens data.",
		audit_trail_anew:
			"Revisionsloggen börjar om, med {rows} poster: de till och med {before}, som den här styrningen hade, finns inte längre i filen. Någon har tagit bort eller bytt ut den medan styrningen gick; tänk efter vem som kan skriva i appens data. En säkerhetskopia kan ha dem.",
		app_outdated:
			"Version {latest} av appen finns; det här är {version}. Läs ändringsloggen och uppdatera sedan i Home Assistant.",
		syslog_unreachable:
			"Syslog-mottagaren {host}:{port} går inte att nå ({cause}); {waiting} händelser väntar. Kontrollera adress, port och certifikat; nya försök görs automatiskt.",
		command_refused: "Nekat: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
	},
};
