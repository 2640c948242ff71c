import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	finding: {
		nothing_configured:
			"Ännu finns varken givare eller utgång. Ställ in dem steg för steg på appens sida, eller ange dem i inställningarna och starta om appen; till dess mäts ingenting och inget slås på.",
		security_audit: "Brokern granskades {when}: {score} av 100.",
		device_lost: "{device} saknas: {fault:fault} Nya försök görs automatiskt.",
		heater_refused:
			"{output} förblir av: inget bekräftar att {target} gör som det ska, och en elpatron som inte slår ifrån kokar torr. Använd ett kort som kan läsas tillbaka. Om elpatronen har ett eget överhettningsskydd (STB) som fungerar kan du i stället sätta utgångens unverified_ok till true.",
		heater_unproven:
			"Inget bekräftar att {output} på {target} gör som den ska. Den fortsätter att fungera, eftersom den gjorde det innan en bekräftelse krävdes. Använd ett kort som kan läsas tillbaka, eller sätt utgångens unverified_ok till true om elpatronen har ett eget överhettningsskydd (STB) som fungerar.",
		device_bug:
			"Ett programfel stoppar {bus}: {error}. Nya försök görs automatiskt. Rapportera gärna felet tillsammans med loggen.",
		beside_failed:
			"Ett programfel stoppar en del av appen ({part}): {cause}. Styrningen fortsätter, och delen startas om automatiskt. Rapportera gärna felet tillsammans med loggen.",
		rest_unknown:
			"{file} saknas eller är skadad, så appen vet inte längre vilka utgångar den styrde tidigare. Om de är i viloläge är okänt. Kontrollera reläkorten och rätta inställningarna.",
		options_invalid:
			"Inställningarna är inte giltiga, så ingenting styrs. Följande rader och loggen visar vad som ska rättas.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"Användarnamn eller lösenord till brokern saknas. Ange dem på konfigurationssidan; till dess visar Home Assistant ingenting, och styrningen fortsätter.",
		mqtt_files_unreadable:
			"Filen för {path} kan inte läsas, så appen ansluter inte till brokern. Loggen anger varför; styrningen fortsätter.",
		store_set_aside:
			"De sparade inställningarna kunde inte läsas och flyttades till {file}. Det som står på konfigurationssidan gäller.",
		store_awaited:
			"De sparade inställningarna kan inte läsas än ({cause}). Alla utgångar är i viloläge, i högst tio minuter. De sparade inställningarna gäller så snart de kan läsas. Kontrollera om ett annat program har filen öppen.",
		store_unread:
			"De sparade inställningarna kunde inte läsas på tio minuter ({cause}). Anläggningen styrs nu enligt konfigurationssidan. De sparade inställningarna gäller så snart de kan läsas. Kontrollera disken och driftläget.",
		kept_data_removed:
			"Filer som styrningen använder togs bort ur dess mapp: {files}. Aktuella data skrivs på nytt, sidans lösenord vid nästa start; historik och revisionslogg kan vara förlorade. Ta reda på vem som tog bort dem; de kan finnas i en säkerhetskopia.",
		store_older:
			"De sparade inställningarna är äldre än de borde vara: de senaste {lost} ändringarna har gått förlorade. Kontrollera driftläge och inställningar; en säkerhetskopia kan vara nyare.",
		store_unavailable: "Ingenting kan sparas just nu. Kontrollera disken.",
		backup_failed: "Den senaste säkerhetskopian misslyckades: {why:command} Kontrollera disken och gör en ny.",
		backup_not_restored:
			"En återställd säkerhetskopia gick inte att använda ({cause}); den finns kvar som {file}. Återställ en äldre.",
		installation_id_not_kept: "Installationens id kan inte sparas. Kontrollera disken.",
		broker: "Broker {host}:{port}, användare {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant erbjuder ingen MQTT-broker just nu. Om brokern just startar behöver inget göras; installera och starta annars appen Mosquitto broker. Appen frågar igen automatiskt; styrningen fortsätter.",
		mqtt_service_forbidden:
			"Home Assistant låter inte appen fråga efter brokerns konto. Installera om appen, eller ange användarnamn och lösenord på konfigurationssidan.",
		mqtt_service_unauthorized:
			"Home Assistants Supervisor godtar inte appens nyckel. Starta om appen, eller ange användarnamn och lösenord på konfigurationssidan.",
		mqtt_service_slow:
			"Home Assistants Supervisor svarade inte inom {seconds} s var brokern finns. Appen frågar igen automatiskt; om det fortsätter, starta om datorn.",
		mqtt_service_unreachable:
			"Home Assistants Supervisor kan inte nås ({cause}), så brokerns adress är okänd. Appen frågar igen automatiskt.",
		mqtt_service_error:
			"Home Assistants Supervisor kan inte ange var brokern finns (status {status}). Appen frågar igen automatiskt; Supervisors logg säger mer.",
		mqtt_service_garbled:
			"Svaret från Home Assistants Supervisor om brokern är inte giltigt ({what:broken}). Uppdatera brokerns app, eller ange värd, användarnamn och lösenord på konfigurationssidan.",
		mqtt_service_without_login:
			"Home Assistant erbjuder brokern {host} utan ett användbart konto. Ange användarnamn och lösenord på konfigurationssidan; utan dem ansluter appen inte.",
		mqtt_anonymous:
			"Brokern {host}:{port} används utan konto, eftersom inställningarna tillåter det. Vem som helst i huset kan slå på pumpen. Lägg upp ett konto hos brokern och ange det här.",
		credentials: "Brokern godtar kontot {user}.",
		credentials_old:
			"Lösenordet för {user} har använts i {days} dagar. Byt det hos brokern och sedan i appens inställningar.",
		mqtt_acl_denied:
			"Brokerns åtkomstregler tillåter inte: {topics}. Det som nekas saknas i Home Assistant. `solar-heating broker acl` skriver ut alla regler som behövs.",
		secret_readable:
			"Alla användare på datorn kan läsa lösenordet eller nyckeln i {files}. Kör: chmod 600 {files} – och byt sedan lösenordet, eller gör en ny nyckel.",
		broker_watch: "Brokerns logg bevakas ({state}); {refusals} inloggningar har nekats sedan starten.",
		broker_log_unreadable:
			"Brokerns logg {file} kan inte läsas, så den bevakas inte. Kontrollera sökväg och rättigheter; nya försök görs automatiskt.",
		audit_trail: "Revisionsloggen kontrollerades {when}: {rows} poster, den nyaste {seq} med kontrollsumman {head}.",
		audit_trail_broken:
			"Revisionsloggen är inte intakt vid post {entry} ({count} ställen): någon har ändrat den, eller så har disken förlorat data. `solar-heating audit-trail --verify` visar mer; kontrollera vem som kan skriva i appens data.",
		audit_trail_anew:
			"Revisionsloggen börjar om, med {rows} poster: posterna till och med {before}, som den här styrningen har skrivit, finns inte längre i filen. Någon har tagit bort eller bytt ut filen medan styrningen var igång; kontrollera vem som kan skriva i appens data. En säkerhetskopia kan innehålla dem.",
		app_outdated:
			"Version {latest} av appen finns; det här är {version}. Läs ändringsloggen och uppdatera sedan appen i Home Assistant.",
		syslog_unreachable:
			"Syslog-mottagaren {host}:{port} går inte att nå ({cause}); {waiting} händelser väntar. Kontrollera adress, port och certifikat; nya försök görs automatiskt.",
		command_refused: "Nekat: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
		silence_test: "Tystnadstest av {output:id}: {standing:silence}. Senaste testet: {last}.",
		silence_test_needed:
			'{output:id} nås via ett nätverk, och det är inte testat att den slås av utan den här appen. Starta tystnadstestet medan den går: knappen "Tystnadstest" eller `solar-heating silence-test`. En elpatron hålls av tills dess.',
		silence_test_failed:
			"{output:id} slogs inte av inom {off_after} s när appen var tyst ({date}). Om nätverket eller appen slutar fungera förblir den på. Läs i handboken hur enheten klarar en timer, eller byt den, och starta sedan tystnadstestet igen. En elpatron hålls av tills dess.",
		silence_test_elsewhere:
			'Tystnadstestet av {output:id} ({date}) gjordes via brokern {broker}, och sedan dess har appen anslutit till en annan. Där kan samma topic höra till en annan enhet, så testet gäller inte längre. Starta det igen medan {output:id} går: knappen "Tystnadstest" eller `solar-heating silence-test`. En elpatron hålls av tills dess.',
		silence_test_overdue:
			"Det senaste tystnadstestet av {output:id} gjordes för {days} dagar sedan, eftersom anläggningen aldrig var sval och lugn nog medan den gick. Starta det för hand. Efter 60 dagar hålls en elpatron av.",
	},
};
