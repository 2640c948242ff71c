import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	notice: {
		nothing_configured:
			"Ännu finns varken givare eller utgång. Ange dem på konfigurationssidan och starta om; till dess mäts ingenting och inget slås på.",
		audit_done: "Brokern är granskad: {score} av 100, {problems} att titta på.",
		audit_broken_off: "Granskningen av brokern avbröts, för att förbindelsen bröts eller appen stannade.",
		audit_one_per_user:
			"Brokern ger {user} en enda anslutning, så granskningen avslutade appens. I fortsättningen utelämnas det som skulle logga in som appen; knappen för granskning försöker igen.",
		started: "Solar Heating {version} styr {outputs} utgångar efter {sensors} givare.",
		stopped: "Stoppad. Alla utgångar vilar.",
		left_behind: "Något vid sidan av styrningen avslutades inte i tid och lämnades; utgångarna är i viloläge.",
		stopped_not_at_rest:
			"Stoppad, men alla utgångar är inte i vila. Det som hänger där kan fortfarande gå: se efter, och stäng av det för hand.",
		not_at_rest: "{output:id} kom inte till vila: {fault:fault}",
		output_on: "{output:id} på: {why}",
		output_off: "{output:id} av: {why}",
		output_unconfirmed: "{output:id} slog inte om: {fault:fault}",
		activity: "Nu: {activity:activity}.",
		mode: "Driftläget är {mode}.",
		setting: "{path} är nu {value}.",
		setting_dropped: "{path} ändrades på konfigurationssidan och gäller som där.",
		setting_kept: "{path} är {value} enligt ändring under drift; konfigurationssidan säger {replaced}.",
		intent_refused: "Nekat: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} hoppade från {from:°C} till {to:°C}.",
		sensor_unsteady:
			"Givaren {sensor} visade {value:°C} och strax därefter något annat. Den första mätningen används inte. Leta efter glappkontakt eller svag matning innan det händer två gånger i rad.",
		sensor_copy:
			"Givaren {sensor} är en kopia av en DS18B20, inget original. Den läses ändå. Kopior kan visa upp till 3 K fel: jämför med en termometer och ange skillnaden som givarens korrigering.",
		sensor_back: "{sensor:id} är tillbaka: {value:°C}.",
		sensor_broken: "{sensor:id} är borta: {fault:fault}",
		sensor_stale: "{sensor:id} har inte gett något nytt värde på för länge.",
		device_lost: "{device} är borta: {fault:fault} Nya försök görs automatiskt.",
		device_back: "{device} är tillbaka.",
		device_bug: "Ett programfel hindrar {bus} från att fungera: {error}",
		rest_unknown:
			"Vilka utgångar som styrdes tidigare är inte längre känt: {file} saknas eller är skadad. Därför går det inte att säga om de är i viloläge. Titta på reläkorten och rätta inställningarna.",
		store_set_aside:
			"De sparade inställningarna kunde inte läsas och lades undan som {file} ({cause}). Det som står på konfigurationssidan gäller.",
		store_awaited:
			"De sparade inställningarna kan inte läsas än ({cause}). Alla utgångar är i viloläge, högst tio minuter; det sparade gäller så snart det kan läsas. Kontrollera om ett annat program har filen öppen.",
		store_unread:
			"De sparade inställningarna kunde inte läsas på tio minuter ({cause}). Anläggningen styrs enligt konfigurationssidan; det sparade gäller så snart det kan läsas. Kontrollera disken och driftläget.",
		kept_data_removed:
			"Filer som styrningen använder togs bort ur {folder}: {files}. Det den vet skrivs på nytt, sidans lösenord vid nästa start; historik och revisionslogg kan vara borta. Ta reda på vem som tog bort dem; de kan finnas i en säkerhetskopia.",
		kept_data_not_restored:
			"Filer som togs bort ur {folder} kunde inte skrivas på nytt: {cause} Kontrollera mappen och dess rättigheter.",
		store_older:
			"De sparade inställningarna är äldre än de borde vara: de senaste {lost} ändringarna har gått förlorade. Kontrollera driftläge och inställningar; en säkerhetskopia kan ha nyare.",
		store_read: "Det som sparats kan läsas igen och gäller från och med nu.",
		store_unavailable: "Ingenting kan sparas just nu ({cause}). Kontrollera disken; styrningen fortsätter.",
		store_available_again: "Allt sparas igen.",
		store_not_closed: "Det som sparats kunde inte stängas ordentligt ({cause}).",
		store_row_not_saved: "{part} {id} går inte att spara.",
		store_row_skipped: "{part} {id} i det sparade är obegripligt och hoppas över.",
		backup_made: "En säkerhetskopia är gjord.",
		backup_failed:
			"Säkerhetskopian misslyckades: {why:command} Kontrollera disken och försök igen; styrningen går vidare.",
		backup_restored: "Inställningar, räknare och historik är återställda ur säkerhetskopian från {made}.",
		backup_not_restored: "Säkerhetskopian kunde inte återställas ({cause}); den ligger kvar som {file}.",
		installation_id_made: "Den här installationen heter {id} från och med nu.",
		installation_id_not_kept: "Installationens id kan inte sparas ({cause}). Kontrollera disken.",
		installation_id_set_aside: "Installationens id var oläsligt och lades undan som {file}; ett nytt skapas.",
		control_socket_error: "Styrsocketen fungerar inte ({why}). Kommandon som explain når inte appen.",
		control_request_failed: "Begäran {request} misslyckades: {why:command}",
		connections_crowded:
			"Alla anslutningar till {host}:{port} är upptagna, så de äldsta utan förfrågan stängs; hälsokontrollen fungerar som vanligt. Var det inget test, ta reda på vilket program som öppnar dem. Detta sägs en gång.",
		health_not_served: "Hälsokontrollen går inte att nå på {host}:{port} ({cause}). Nya försök görs automatiskt.",
		health_served: "Hälsokontrollen svarar på {host}:{port} igen.",
		page_served: "Sidan finns på {url}.",
		page_password_made: "Sidan har fått ett lösenord; `solar-heating page` säger var det finns.",
		page_password_not_kept:
			"Sidans lösenord kan inte sparas ({cause}), därför finns ingen sida. Kontrollera disken; regleringen fortsätter.",
		page_login_refused: "Någon på {from} angav fel inloggning till sidan.",
		counter_bug: "Ett programfel stoppar räknaren {rule}; styrningen fortsätter: {error}",
		options_problem: "{path}: fann {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating: "Lösenordet för {user} hos brokern byts just nu; anslutningen kommer tillbaka med det nya.",
		mqtt_login_changed: "Kontot hos brokern har ändrats; från och med nu gäller det för {user}.",
		mqtt_anonymous:
			"MQTT UTAN KONTO - Broker: {host}:{port}. Konfigurationen tillåter det; vem som helst i huset kan slå på pumpen. Lägg upp ett konto hos brokern och ange det här.",
		broker_watched: "Brokerns logg bevakas ({from}).",
		broker_log_unreadable:
			"Brokerns logg {file} kan inte läsas, så ingen bevakar den. Kontrollera sökväg och rättigheter; det prövas igen av sig självt.",
		options_changed: "Inställningarna har ändrats sedan förra starten: {paths}.",
		audit_trail_head: "Revisionsloggen har {rows} poster; den nyaste, {seq}, har kontrollsumman {head}.",
		audit_trail_broken:
			"Revisionsloggen håller inte vid post {entry} ({kind}; {count} ställen): någon har ändrat den, eller så har disken tappat något. `solar-heating audit-trail --verify` säger mer.",
		audit_trail_anew:
			"Revisionsloggen börjar om, med {rows} poster: de till och med {before}, som den här styrningen hade, finns inte längre i filen. Någon har tagit bort eller bytt ut den medan styrningen gick; tänk efter vem som kan skriva i appens data. En säkerhetskopia kan ha dem.",
		syslog_connected: "Säkerhetshändelser går till syslog-mottagaren {host}:{port}.",
		syslog_unreachable:
			"Syslog-mottagaren {host}:{port} går inte att nå ({cause}). Händelserna väntar, och nya försök görs automatiskt.",
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
		view: "Något kunde inte visas:",
		entity: "Entiteten {key} kunde inte visas och utelämnas:",
		page: "Sidan fungerade inte:",
		audit: "Granskningen av brokern avbröts av ett fel:",
		sensors: "Det gick inte att leta efter givare:",
		watchdog: "Vakthunden avslutades:",
		closing: "Allt stängdes inte:",
		beside: "Något bredvid styrningen fungerade inte ({part}); styrningen går vidare:",
		option: "Alternativet {field}: hittade {flaw:problem}.",
	},
};
