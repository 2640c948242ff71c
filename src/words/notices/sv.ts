import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	notice: {
		nothing_configured:
			"Ännu finns varken givare eller utgång. Ställ in dem steg för steg på appens sida, eller ange dem i inställningarna och starta om appen; till dess mäts ingenting och inget slås på.",
		audit_done: "Brokern har granskats: {score} av 100, {problems} punkter att se över.",
		audit_broken_off: "Granskningen av brokern avbröts, eftersom anslutningen bröts eller appen stoppades.",
		audit_one_per_user:
			"Brokern tillåter {user} en enda anslutning, så granskningen stängde appens. I fortsättningen utelämnar granskningen de steg som skulle logga in som appen. Knappen för granskning testar dem igen.",
		started: "Solar Heating {version} styr {outputs} utgångar med {sensors} givare.",
		stopped: "Stoppad. Alla utgångar är i viloläge.",
		left_behind: "En del av appen vid sidan av styrningen avslutades inte i tid och avbröts; utgångarna är i viloläge.",
		stopped_not_at_rest:
			"Stoppad, men alla utgångar är inte i viloläge. Anslutna laster kan fortfarande gå: kontrollera dem, och stäng av dem för hand.",
		not_at_rest: "{output:id} kunde inte ställas i viloläge: {fault:fault}",
		output_on: "{output:id} på: {why}",
		output_off: "{output:id} av: {why}",
		valve_to: "{output:id} {state}: {why}",
		output_level: "{output:id} på {percent} %: {why}",
		output_unconfirmed: "{output:id} slog inte om: {fault:fault}",
		output_tried: "{actor} slog på {target} i {seconds} s för att ta reda på vad det är.",
		output_tried_off: "{target} är av igen efter provet.",
		output_tried_stuck: "{target} provades och slås inte av: {fault:fault} Slå av den med säkringen.",
		output_left_on: "En tidigare process avslutades medan {target} provades. Den slås av.",
		activity: "Nu: {activity:activity}.",
		mode: "Driftläget är {mode}.",
		setting: "{path} är nu {value}.",
		setting_dropped:
			"{path}: värdet som ställdes in under drift gäller inte längre, eftersom inställningen ändrades på konfigurationssidan eller värdet inte passar de andra där. Värdet från den sidan gäller.",
		function_new:
			"Nytt med den här uppdateringen, och påslaget: {path}. En pump kan nu gå på tider då den vilade förut. Dokumentationen beskriver vad funktionen gör; du kan stänga av den på appens konfigurationssida.",
		setting_kept: "{path} är {value}, ändrat under drift; på konfigurationssidan står {replaced}.",
		intent_refused: "Nekat: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} hoppade från {from:value} till {to:value}.",
		sensor_unsteady:
			"Givaren {sensor} visade {value:°C} och strax därefter ett annat värde. Den första mätningen används inte. Leta efter glappkontakt eller svag strömförsörjning innan det händer två gånger i rad.",
		sensor_copy:
			"Givaren {sensor} är en kopia av en DS18B20, inget original. Den läses ändå. Kopior kan visa upp till 3 K fel: jämför med en termometer och ange skillnaden som givarens korrigering.",
		sensor_back: "{sensor:id} är tillbaka: {value:value}.",
		sensor_broken: "{sensor:id} ger inget värde: {fault:fault}",
		sensors_broken: "{count} givare ger samtidigt inget värde, bland dem {sensor:id}: {fault:fault}",
		sensor_stale: "{sensor:id} har inte gett något nytt värde på för länge.",
		device_lost: "{device} saknas: {fault:fault} Nya försök görs automatiskt.",
		device_back: "{device} är tillbaka.",
		second_master:
			"Ett annat program eller en annan styrenhet frågar också på Modbus-ledningen vid {device}. En ledning kan bara ha en master: avläsningar misslyckas, och kommandon kan gå förlorade. Stoppa den andra, eller ge den en egen ledning.",
		line_held:
			"Linje {line} på {device} används av {by}. Avsluta det programmet, ta bort dess overlay ur config.txt eller välj en annan linje. Nya försök görs automatiskt.",
		device_bug: "Ett programfel stoppar {bus}: {error}",
		rest_unknown:
			"{file} saknas eller är skadad, så appen vet inte längre vilka utgångar den styrde tidigare. Om de är i viloläge är okänt. Kontrollera reläkorten och rätta inställningarna.",
		store_set_aside:
			"De sparade inställningarna kunde inte läsas och flyttades till {file} ({cause}). Det som står på konfigurationssidan gäller.",
		store_awaited:
			"De sparade inställningarna kan inte läsas än ({cause}). Alla utgångar är i viloläge, i högst tio minuter. De sparade inställningarna gäller så snart de kan läsas. Kontrollera om ett annat program har filen öppen.",
		store_unread:
			"De sparade inställningarna kunde inte läsas på tio minuter ({cause}). Anläggningen styrs nu enligt konfigurationssidan. De sparade inställningarna gäller så snart de kan läsas. Kontrollera disken och driftläget.",
		kept_data_removed:
			"Filer som styrningen använder togs bort ur {folder}: {files}. Aktuella data skrivs på nytt, sidans lösenord vid nästa start; historik och revisionslogg kan vara förlorade. Ta reda på vem som tog bort dem; de kan finnas i en säkerhetskopia.",
		kept_data_not_restored:
			"Filer som togs bort ur {folder} kunde inte skrivas på nytt: {cause} Kontrollera mappen och dess rättigheter.",
		store_older:
			"De sparade inställningarna är äldre än de borde vara: de senaste {lost} ändringarna har gått förlorade. Kontrollera driftläge och inställningar; en säkerhetskopia kan vara nyare.",
		store_read: "De sparade inställningarna kan läsas igen och gäller från och med nu.",
		data_folder_not_made:
			"Datamappen {folder} kan inte skapas ({cause}). Inget sparas, och kommandon vid sidan av styrningen fungerar inte; styrningen fortsätter. Ange en annan mapp med --data, eller gör sökvägen användbar, och starta om.",
		store_unavailable: "Ingenting kan sparas just nu ({cause}). Kontrollera disken; styrningen fortsätter.",
		store_available_again: "Det går att spara igen.",
		store_not_closed: "Databasen kunde inte stängas ordentligt ({cause}).",
		store_row_not_saved: "{part} {id} går inte att spara.",
		store_row_skipped: "{part} {id} i sparade data går inte att tolka och hoppas över.",
		backup_made: "En säkerhetskopia har gjorts.",
		backup_failed:
			"Säkerhetskopian misslyckades: {why:command} Kontrollera disken och försök igen; styrningen fortsätter.",
		backup_restored: "Inställningar, räknare och historik har återställts ur säkerhetskopian från {made}.",
		backup_not_restored: "Säkerhetskopian kunde inte återställas ({cause}); den finns kvar som {file}.",
		installation_id_made: "Den här installationens id är {id}.",
		installation_id_not_kept: "Installationens id kan inte sparas ({cause}). Kontrollera disken.",
		installation_id_set_aside: "Installationens id var oläsligt och flyttades till {file}; ett nytt skapas.",
		control_socket_error: "Styrsocketen fungerar inte ({why}). Kommandon som explain når inte appen.",
		control_request_failed: "Begäran {request} misslyckades: {why:command}",
		connections_crowded:
			"Alla anslutningar till {host}:{port} är upptagna, så de äldsta utan förfrågan stängs; hälsokontrollen fungerar som vanligt. Om det inte var ett test, ta reda på vilket program som öppnar dem. Meddelandet visas en gång.",
		health_not_served: "Hälsokontrollen kan inte erbjudas på {host}:{port} ({cause}). Nya försök görs automatiskt.",
		health_served: "Hälsokontrollen svarar på {host}:{port} igen.",
		page_served: "Sidan finns på {url}.",
		page_password_made: "Sidan har ett lösenord; `solar-heating page` visar var det finns.",
		page_password_not_kept:
			"Sidans lösenord kan inte sparas ({cause}), så det finns ingen sida. Kontrollera disken; styrningen fortsätter.",
		page_password_exposed:
			"Andra användare på datorn kunde läsa {file}, så lösenordet i den gäller inte längre och ett nytt skapas. Sätt ett eget med `solar-heating page set-password`.",
		page_password_unusable:
			"{file} innehåller varken ett lösenord på minst 12 tecken eller en hash av ett, så ett nytt skapas. Sätt ett eget med `solar-heating page set-password`.",
		page_password_ignored:
			"{file} har ändrats och innehåller inget användbart lösenord, eller så kunde andra läsa filen. Det gamla lösenordet gäller fram till nästa start. Sätt ett nytt med `solar-heating page set-password`.",
		page_password_unread:
			"{file} kan inte läsas ({cause}). Det gamla lösenordet gäller fortfarande. Låt filen ägas av styrningens användare.",
		page_password_hashed: "Sidans lösenord sparas nu som en hash i {file}. Själva lösenordet är detsamma.",
		page_password_not_computed:
			"Sidan kan inte kontrollera lösenordet i {file}, eftersom dess hash inte kunde beräknas ({cause}). Nästa inloggning försöker igen. Om det fortsätter har datorn för lite ledigt minne.",
		page_password_not_hashed:
			"Sidans lösenord fungerar men går fortfarande att läsa i {file}, eftersom filen inte kan skrivas ({cause}). Gör datamappen skrivbar och starta sedan om styrningen.",
		page_sessions_not_kept:
			"Det kan inte sparas vem som är inloggad på sidan ({cause}): efter en omstart måste alla logga in igen. Kontrollera disken.",
		page_login: "Någon loggade in på sidan från {from}.",
		page_login_refused: "En felaktig inloggning till sidan kom från {from}.",
		page_refused: "Nekat på sidan, från {actor}: {path} = {value:problem}. {problem:problem}",
		page_not_allowed: "Nekat på sidan, från {actor}: bara en administratör i Home Assistant kan ändra något här.",
		counter_bug: "Ett programfel stoppar räknaren {rule}; styrningen fortsätter: {error}",
		options_problem: "{path}: hittade {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating: "Lösenordet för {user} hos brokern byts just nu; appen återansluter med det nya.",
		mqtt_login_changed: "Kontot hos brokern har ändrats; appen använder nu {user}.",
		mqtt_anonymous:
			"MQTT UTAN KONTO - Broker: {host}:{port}. Inställningarna tillåter det. Vem som helst i huset kan slå på pumpen. Lägg upp ett konto hos brokern och ange det här.",
		broker_watched: "Brokerns logg bevakas ({from}).",
		broker_log_unreadable:
			"Brokerns logg {file} kan inte läsas, så den bevakas inte. Kontrollera sökväg och rättigheter; nya försök görs automatiskt.",
		options_changed: "Inställningarna har ändrats sedan förra starten: {paths}.",
		audit_trail_head: "Poster i revisionsloggen: {rows}. Den nyaste, nummer {seq}, har kontrollsumman {head}.",
		audit_trail_broken:
			"Revisionsloggen är inte intakt vid post {entry} ({kind}; {count} ställen): någon har ändrat den, eller så har disken förlorat data. `solar-heating audit-trail --verify` visar mer.",
		audit_trail_anew:
			"Revisionsloggen börjar om, med {rows} poster: posterna till och med {before}, som den här styrningen har skrivit, finns inte längre i filen. Någon har tagit bort eller bytt ut filen medan styrningen var igång; kontrollera vem som kan skriva i appens data. En säkerhetskopia kan innehålla dem.",
		syslog_connected: "Säkerhetshändelser går till syslog-mottagaren {host}:{port}.",
		syslog_unreachable:
			"Syslog-mottagaren {host}:{port} går inte att nå ({cause}). Händelserna sparas till dess; nya försök görs automatiskt.",
		mqtt_connected: "MQTT Connection Successful - Broker: {host}:{port}, User: {user}. Inloggningen fungerar.",
		mqtt_failed: "{title} - Broker: {host}:{port}, User: {user} - {class}: {explained}{seen} {advice}",
		mqtt_allowed: "MQTT May {action} {topic} Again - User: {user}. Brokern tillåter det nu.",
		mqtt_unfit: "Ett MQTT-meddelande skickades inte: ämnet ”{topic}” {flaw:unfit}",
		mqtt_too_large:
			"Ett MQTT-meddelande lästes inte: {bytes} byte till {topic} är mer än något som är avsett för appen. Se efter vem som publicerar där.",
		mqtt_flood:
			"Flod av MQTT-meddelanden: fler kommer in än vad som hinner läsas, till exempel till {topic}. Av kommandona följs de senaste. Se efter vem som publicerar där.",
		mqtt_listener_failed: "Ett fel i programmet gör att något inte följer MQTT-anslutningen: {error}",
		mqtt_credentials_required:
			"Inloggning till MQTT behövs: {why:problem} Ange den på appens alternativsida (mqtt.username, mqtt.password), i en alternativfil (--options FIL, med mqtt.username och mqtt.password eller mqtt.password_file), eller i miljön eller en .env-fil (MQTT_USERNAME, MQTT_PASSWORD). Tills dess ansluter inget till brokern; styrningen går vidare.",
		mqtt_service_failed: "{why:finding}",
		broker_alert: "{happened} {advice}",
		view_failed: "{what:broken} {error}",
		control_failed: "Reglerslingan fungerar inte, så alla utgångar går till vila: {error}",
		control_socket_failed: "Kommandon bredvid den styrning som är igång fungerar inte: {why}",
		options_not_kept: "De giltiga alternativen kunde inte sparas för senare: {cause}",
		silence_test_begun:
			"Tystnadstest: kommandon till {output:id} förnyas inte nu. Den måste själv slå av inom {off_after} s.",
		silence_test_passed: "Tystnadstestet godkänt: {output:id} slog av sig själv efter {took} s.",
		silence_test_failed: "Tystnadstestet UNDERKÄNT: {output:id} var fortfarande på efter {took} s utan den här appen.",
		silence_test_broken_off:
			"Tystnadstestet av {output:id} avbröts: {why:silence}. Det säger ingenting och görs om senare.",
		silence_test_given_up:
			"Tystnadstestet av {output:id} avbröts: {why:silence}. Det säger ingenting, och {output:id} hålls av. Rätta till det och starta sedan testet igen.",
		silence_test_elsewhere:
			"Tystnadstestet av {output:id} ({date}) gäller inte längre: det gjordes via brokern {broker}, och appen har anslutit till en annan. Starta det igen; en elpatron hålls av tills dess.",
		silence_test_refused:
			"Tystnadstestet av {output:id} startas inte om ännu: den gick för ett test för mindre än en timme sedan utan att något bevisades. Försök igen om {minutes} min.",
	},
	unfit: {
		empty: "är tomt",
		reserved: "börjar med $, som hör till brokern själv",
		wildcard: "innehåller ett jokertecken",
		nul: "innehåller ett NUL-tecken",
		long: "är längre än 65535 byte",
		large: "skulle få mer än en megabyte",
	},
	broken: {
		anonymous: "(anonym)",
		no_object: "inget JSON-objekt",
		repeated: "{text} … {count} gånger på {seconds} s",
		entity: "Entiteten {key} kunde inte visas och utelämnas:",
		page: "Sidan fungerade inte:",
		audit: "Granskningen av brokern avbröts av ett fel:",
		sensors: "Det gick inte att leta efter givare:",
		watchdog: "Vakthunden avslutades:",
		closing: "Allt stängdes inte:",
		beside: "Något bredvid styrningen fungerade inte ({part}); styrningen går vidare:",
		option: "Inställningen {field}: hittade {flaw:problem}.",
	},
};
