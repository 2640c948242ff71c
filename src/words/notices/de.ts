import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	notice: {
		nothing_configured:
			"Noch ist kein Fühler und kein Ausgang benannt. Tragen Sie sie auf der Optionsseite ein und starten Sie neu; bis dahin wird nichts gemessen und nichts geschaltet.",
		audit_done: "Der Broker ist geprüft: {score} von 100, {problems} zum Ansehen.",
		audit_broken_off: "Die Prüfung des Brokers wurde abgebrochen, weil die Verbindung abriss oder die App hielt.",
		audit_one_per_user:
			"Der Broker gibt {user} eine einzige Verbindung, daher hat die Prüfung die der App beendet. Von nun an bleibt weg, was sich wie die App anmelden würde; die Taste für die Prüfung versucht es wieder.",
		started: "Solar Heating {version} regelt {outputs} Ausgänge nach {sensors} Fühlern.",
		stopped: "Beendet. Alle Ausgänge ruhen.",
		left_behind:
			"Etwas neben der Regelung endete nicht rechtzeitig und wurde zurückgelassen; die Ausgänge sind in Ruhe.",
		stopped_not_at_rest:
			"Beendet, aber nicht alle Ausgänge ruhen. Was daran hängt, kann noch laufen: nachsehen und von Hand ausschalten.",
		not_at_rest: "{output:id} kam nicht zur Ruhe: {fault:fault}",
		output_on: "{output:id} ein: {why}",
		output_off: "{output:id} aus: {why}",
		output_unconfirmed: "{output:id} hat nicht geschaltet: {fault:fault}",
		activity: "Jetzt: {activity:activity}.",
		mode: "Die Betriebsart ist {mode}.",
		setting: "{path} ist jetzt {value}.",
		setting_dropped: "{path} wurde auf der Konfigurationsseite geändert und gilt wie dort.",
		setting_kept: "{path} ist {value}, im Betrieb geändert; die Konfigurationsseite sagt {replaced}.",
		intent_refused: "Abgelehnt: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} sprang von {from:°C} auf {to:°C}.",
		sensor_unsteady:
			"Der Fühler {sensor} meldete {value:°C} und gleich darauf etwas anderes. Die erste Messung zählt nicht. Wackelkontakt oder schwache Versorgung suchen, bevor es zweimal hintereinander geschieht.",
		sensor_copy:
			"Der Fühler {sensor} ist ein Nachbau eines DS18B20, kein Original. Er wird trotzdem gelesen. Nachbauten können bis zu 3 K falsch anzeigen: mit einem Thermometer vergleichen und den Unterschied als Korrektur des Fühlers eintragen.",
		sensor_back: "{sensor:id} ist wieder da: {value:°C}.",
		sensor_broken: "{sensor:id} ist ausgefallen: {fault:fault}",
		sensor_stale: "{sensor:id} liefert seit zu langer Zeit keinen neuen Wert.",
		device_lost: "{device} ist weg: {fault:fault} Neue Versuche laufen von selbst.",
		device_back: "{device} ist wieder da.",
		device_bug: "Ein Programmfehler hindert {bus} am Arbeiten: {error}",
		rest_unknown:
			"Welche Ausgänge vorher geregelt wurden, ist nicht mehr bekannt: {file} fehlt oder ist beschädigt. Deshalb lässt sich nicht sagen, ob sie in Ruhe sind. Sieh auf den Relaiskarten nach und berichtige die Optionen.",
		store_set_aside:
			"Die gespeicherten Einstellungen waren nicht lesbar und liegen nun als {file} beiseite ({cause}). Es gilt die Konfigurationsseite.",
		store_awaited:
			"Die gespeicherten Einstellungen sind noch nicht lesbar ({cause}). Alle Ausgänge bleiben in Ruhe, höchstens zehn Minuten; was gespeichert ist, gilt, sobald es lesbar ist. Bitte prüfen, ob ein anderes Programm die Datei geöffnet hat.",
		store_unread:
			"Die gespeicherten Einstellungen waren zehn Minuten lang nicht lesbar ({cause}). Die Anlage läuft nach der Konfigurationsseite; was gespeichert ist, gilt, sobald es lesbar ist. Bitte Datenträger und Betriebsart prüfen.",
		kept_data_removed:
			"Dateien der laufenden Steuerung wurden aus {folder} entfernt: {files}. Was sie weiß, wird neu geschrieben, das Passwort der Seite beim nächsten Start; Verlauf und Prüfprotokoll können weg sein. Herausfinden, wer sie entfernt hat; eine Sicherung hat sie vielleicht noch.",
		kept_data_not_restored:
			"Dateien, die aus {folder} entfernt wurden, ließen sich nicht neu schreiben: {cause} Prüfe den Ordner und seine Rechte.",
		store_older:
			"Die gespeicherten Einstellungen sind älter, als sie sein sollten: Die letzten {lost} Speicherungen fehlen. Bitte Betriebsart und Einstellungen prüfen; eine Sicherung kann neuere enthalten.",
		store_read: "Das Gespeicherte ist wieder lesbar und gilt ab jetzt.",
		store_unavailable:
			"Zurzeit kann nichts gespeichert werden ({cause}). Bitte den Datenträger prüfen; die Regelung läuft weiter.",
		store_available_again: "Es wird wieder alles gespeichert.",
		store_not_closed: "Das Gespeicherte ließ sich nicht sauber schließen ({cause}).",
		store_row_not_saved: "{part} {id} lässt sich nicht speichern.",
		store_row_skipped: "{part} {id} im Gespeicherten ist unverständlich und wird übergangen.",
		backup_made: "Eine Sicherung ist gemacht.",
		backup_failed:
			"Die Sicherung ist fehlgeschlagen: {why:command} Prüfen Sie den Datenträger und versuchen Sie es noch einmal; die Regelung läuft weiter.",
		backup_restored: "Einstellungen, Zähler und Verlauf sind aus der Sicherung vom {made} wiederhergestellt.",
		backup_not_restored: "Die Sicherung ließ sich nicht wiederherstellen ({cause}); sie liegt weiter als {file} da.",
		installation_id_made: "Diese Installation heißt von nun an {id}.",
		installation_id_not_kept:
			"Die Installationskennung lässt sich nicht speichern ({cause}). Bitte den Datenträger prüfen.",
		installation_id_set_aside:
			"Die Installationskennung war unlesbar und liegt nun als {file} beiseite; eine neue entsteht.",
		control_socket_error: "Der Steuer-Socket ist gestört ({why}). Befehle wie explain erreichen die App nicht.",
		control_request_failed: "Die Anfrage {request} ist gescheitert: {why:command}",
		connections_crowded:
			"Alle Verbindungen zu {host}:{port} sind belegt, also werden die ältesten ohne Anfrage geschlossen; die Zustandsprüfung geht weiter. War es kein Test, suche das Programm, das sie öffnet. Das steht hier nur einmal.",
		health_not_served:
			"Die Zustandsprüfung ist unter {host}:{port} nicht zu haben ({cause}). Neue Versuche laufen von selbst.",
		health_served: "Die Zustandsprüfung antwortet wieder unter {host}:{port}.",
		page_served: "Die Seite ist unter {url} zu finden.",
		page_password_made: "Die Seite hat ein Passwort bekommen; `solar-heating page` sagt, wo es liegt.",
		page_password_not_kept:
			"Das Passwort der Seite kann nicht aufbewahrt werden ({cause}), deshalb gibt es keine Seite. Prüfen Sie den Datenträger; die Regelung läuft weiter.",
		page_login_refused: "Jemand unter {from} hat für die Seite eine falsche Anmeldung angegeben.",
		counter_bug: "Ein Programmfehler hält den Zähler {rule} an; die Regelung läuft weiter: {error}",
		options_problem: "{path}: gefunden {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating:
			"Das Passwort von {user} beim Broker wird gerade geändert; die Verbindung kommt mit dem neuen zurück.",
		mqtt_login_changed: "Das Konto beim Broker hat sich geändert; ab jetzt gilt das von {user}.",
		mqtt_anonymous:
			"MQTT OHNE KONTO - Broker: {host}:{port}. Die Optionen erlauben es; jeder im Haus kann die Pumpe schalten. Bitte beim Broker ein Konto anlegen und hier eintragen.",
		broker_watched: "Das Protokoll des Brokers wird beobachtet ({from}).",
		broker_log_unreadable:
			"Das Protokoll {file} des Brokers kann nicht gelesen werden, also beobachtet es niemand. Prüfe Pfad und Rechte; es wird von selbst wieder versucht.",
		options_changed: "Die Optionen wurden seit dem letzten Start geändert: {paths}.",
		audit_trail_head: "Das Prüfprotokoll hat {rows} Einträge; der neueste, {seq}, hat die Prüfsumme {head}.",
		audit_trail_broken:
			"Das Prüfprotokoll stimmt bei Eintrag {entry} nicht ({kind}; {count} Stellen): Jemand hat es verändert, oder die Platte hat etwas verloren. `solar-heating audit-trail --verify` sagt mehr.",
		audit_trail_anew:
			"Das Prüfprotokoll beginnt von vorn, mit {rows} Einträgen: Die bis {before}, die diese Regelung hatte, stehen nicht mehr in der Datei. Jemand hat sie entfernt oder ersetzt, während die Regelung lief; überlegen Sie, wer in die Daten der App schreiben kann. Eine Sicherung hat sie vielleicht noch.",
		syslog_connected: "Sicherheitsereignisse gehen an den Syslog-Empfänger {host}:{port}.",
		syslog_unreachable:
			"Der Syslog-Empfänger {host}:{port} ist nicht erreichbar ({cause}). Die Ereignisse warten, und es wird von selbst wieder versucht.",
		mqtt_connected: "MQTT Connection Successful - Broker: {host}:{port}, User: {user}. Die Anmeldung funktioniert.",
		mqtt_failed: "{title} - Broker: {host}:{port}, User: {user} - {class}: {explained}{seen} {advice}",
		mqtt_allowed: "MQTT May {action} {topic} Again - User: {user}. Der Broker erlaubt es jetzt.",
		mqtt_unfit: "Eine MQTT-Nachricht wurde nicht gesendet: Das Topic „{topic}“ {flaw:unfit}",
		mqtt_too_large:
			"Eine MQTT-Nachricht wurde nicht gelesen: {bytes} Byte an {topic} sind mehr als alles, was für diese App bestimmt ist. Sehen Sie nach, wer dort veröffentlicht.",
		mqtt_flood:
			"Flut von MQTT-Nachrichten: Es kommen mehr herein, als gelesen werden, zum Beispiel an {topic}. Von Befehlen gelten die neuesten. Sehen Sie nach, wer dort veröffentlicht.",
		mqtt_listener_failed: "Ein Fehler im Programm hindert etwas daran, der MQTT-Verbindung zu folgen: {error}",
		mqtt_credentials_required:
			"Eine Anmeldung für MQTT ist nötig: {why:problem} Geben Sie sie auf der Optionsseite der App an (mqtt.username, mqtt.password), in einer Optionsdatei (--options DATEI, mit mqtt.username und mqtt.password oder mqtt.password_file), oder in der Umgebung oder einer .env-Datei (MQTT_USERNAME, MQTT_PASSWORD). Bis dahin verbindet sich nichts mit dem Broker; die Regelung läuft weiter.",
		mqtt_service_failed: "{why:finding}",
		broker_alert: "{happened} {advice}",
		view_failed: "{what:broken} {error}",
		control_failed: "Die Regelschleife ist ausgefallen, deshalb gehen alle Ausgänge in Ruhe: {error}",
		control_socket_failed: "Befehle neben der laufenden Regelung funktionieren nicht: {why}",
		options_not_kept: "Die gültigen Optionen ließen sich nicht für später aufbewahren: {cause}",
	},
	unfit: {
		empty: "ist leer",
		reserved: "beginnt mit $, das dem Broker selbst gehört",
		wildcard: "enthält einen Platzhalter",
		nul: "enthält ein NUL-Zeichen",
		long: "ist länger als 65535 Byte",
		large: "bekäme mehr als ein Megabyte",
	},
	broken: {
		view: "Etwas ließ sich nicht anzeigen:",
		entity: "Die Entität {key} ließ sich nicht anzeigen und wird ausgelassen:",
		page: "Die Seite ist ausgefallen:",
		audit: "Die Prüfung des Brokers brach mit einem Fehler ab:",
		sensors: "Nach Fühlern ließ sich nicht suchen:",
		watchdog: "Der Watchdog hat sich beendet:",
		closing: "Nicht alles wurde geschlossen:",
		beside: "Etwas neben der Regelung ist ausgefallen ({part}); die Regelung läuft weiter:",
		option: "Option {field}: gefunden wurde {flaw:problem}.",
	},
};
