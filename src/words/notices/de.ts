import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	notice: {
		nothing_configured:
			"Es ist noch kein Fühler und kein Ausgang eingetragen. Auf der Seite der App Schritt für Schritt einrichten, oder in den Optionen eintragen und die App neu starten; bis dahin wird nichts gemessen und nichts geschaltet.",
		audit_done: "Der Broker wurde geprüft: {score} von 100, {problems} Punkte anzusehen.",
		audit_broken_off:
			"Die Prüfung des Brokers wurde abgebrochen, weil die Verbindung verloren ging oder die App beendet wurde.",
		audit_one_per_user:
			"Der Broker erlaubt {user} nur eine Verbindung, daher hat die Prüfung die der App geschlossen. Künftig lässt die Prüfung alle Schritte aus, die sich wie die App anmelden würden. Die Taste für die Prüfung versucht sie erneut.",
		started: "Solar Heating {version} regelt {outputs} Ausgänge mit {sensors} Fühlern.",
		stopped: "Beendet. Alle Ausgänge sind in Ruhestellung.",
		left_behind:
			"Ein Teil der App neben der Regelung endete nicht rechtzeitig und wurde abgebrochen; die Ausgänge sind in Ruhestellung.",
		stopped_not_at_rest:
			"Beendet, aber nicht alle Ausgänge sind in Ruhestellung. Angeschlossene Lasten können noch laufen: prüfen und von Hand ausschalten.",
		not_at_rest: "{output:id} ließ sich nicht in Ruhestellung bringen: {fault:fault}",
		output_on: "{output:id} ein: {why}",
		output_off: "{output:id} aus: {why}",
		valve_to: "{output:id} {state}: {why}",
		output_level: "{output:id} mit {percent} %: {why}",
		output_unconfirmed: "{output:id} hat nicht geschaltet: {fault:fault}",
		output_tried: "{actor} hat {target} für {seconds} s eingeschaltet, um herauszufinden, was es ist.",
		output_tried_off: "{target} ist nach dem Ausprobieren wieder aus.",
		output_tried_stuck: "{target} wurde ausprobiert und geht nicht aus: {fault:fault} Schalten Sie die Sicherung ab.",
		output_left_on: "Ein früherer Prozess endete, während {target} ausprobiert wurde. Es wird ausgeschaltet.",
		activity: "Jetzt: {activity:activity}.",
		mode: "Die Betriebsart ist {mode}.",
		setting: "{path} ist jetzt {value}.",
		setting_dropped:
			"{path}: Der im Betrieb eingestellte Wert gilt nicht mehr, weil die Einstellung auf der Konfigurationsseite geändert wurde oder der Wert nicht zu den anderen dort passt. Es gilt der Wert von dieser Seite.",
		function_new:
			"Neu mit diesem Update, und eingeschaltet: {path}. Eine Pumpe kann jetzt zu Zeiten laufen, zu denen sie bisher ruhte. Was die Funktion tut, steht in der Dokumentation; auf der Konfigurationsseite der App lässt sie sich ausschalten.",
		setting_kept: "{path} ist {value}, im Betrieb geändert; auf der Konfigurationsseite steht {replaced}.",
		intent_refused: "Abgelehnt: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} ist von {from:value} auf {to:value} gesprungen.",
		sensor_unsteady:
			"Der Fühler {sensor} meldete {value:°C} und gleich darauf einen anderen Wert. Die erste Messung wird nicht verwendet. Nach Wackelkontakt oder schwacher Stromversorgung suchen, bevor es zweimal hintereinander geschieht.",
		sensor_copy:
			"Der Fühler {sensor} ist ein Nachbau eines DS18B20, kein Original. Er wird trotzdem abgefragt. Nachbauten können bis zu 3 K falsch anzeigen: mit einem Thermometer vergleichen und die Differenz als Korrektur des Fühlers eintragen.",
		sensor_back: "{sensor:id} ist wieder da: {value:value}.",
		sensor_broken: "{sensor:id} ist ausgefallen: {fault:fault}",
		sensors_broken: "{count} Fühler sind zugleich ausgefallen, darunter {sensor:id}: {fault:fault}",
		sensor_stale: "{sensor:id} liefert seit zu langer Zeit keinen neuen Wert.",
		device_lost: "{device} fehlt: {fault:fault} Neue Versuche laufen automatisch.",
		device_back: "{device} ist wieder da.",
		second_master:
			"Auf der Modbus-Leitung an {device} fragt noch ein anderes Programm oder eine andere Regelung. Eine Leitung kann nur einen Master haben: Ablesungen schlagen fehl, und Befehle können verloren gehen. Das andere beenden oder an eine eigene Leitung anschließen.",
		line_held:
			"Leitung {line} von {device} wird von {by} benutzt. Dieses Programm beenden, dessen Overlay aus config.txt entfernen oder eine andere Leitung wählen. Neue Versuche laufen automatisch.",
		device_bug: "Ein Programmfehler hält {bus} an: {error}",
		rest_unknown:
			"{file} fehlt oder ist beschädigt, daher ist nicht mehr bekannt, welche Ausgänge zuvor geregelt wurden und ob sie in Ruhestellung sind. Die Relaiskarten prüfen und die Optionen berichtigen.",
		store_set_aside:
			"Die gespeicherten Einstellungen waren nicht lesbar und wurden nach {file} verschoben ({cause}). Es gelten die Angaben der Konfigurationsseite.",
		store_awaited:
			"Die gespeicherten Einstellungen sind noch nicht lesbar ({cause}). Alle Ausgänge bleiben in Ruhestellung, höchstens zehn Minuten. Die gespeicherten Einstellungen gelten, sobald sie lesbar sind. Prüfen, ob ein anderes Programm die Datei geöffnet hat.",
		store_unread:
			"Die gespeicherten Einstellungen waren zehn Minuten lang nicht lesbar ({cause}). Die Anlage läuft jetzt nach der Konfigurationsseite. Die gespeicherten Einstellungen gelten, sobald sie lesbar sind. Datenträger und Betriebsart prüfen.",
		kept_data_removed:
			"Dateien der laufenden Regelung wurden aus {folder} entfernt: {files}. Die aktuellen Daten werden neu geschrieben, das Passwort der Seite beim nächsten Start; Verlauf und Prüfprotokoll können verloren sein. Herausfinden, wer sie entfernt hat; eine Sicherung enthält sie vielleicht.",
		kept_data_not_restored:
			"Dateien, die aus {folder} entfernt wurden, ließen sich nicht neu schreiben: {cause} Den Ordner und seine Rechte prüfen.",
		store_older:
			"Die gespeicherten Einstellungen sind älter, als sie sein sollten: Die letzten {lost} Änderungen fehlen. Betriebsart und Einstellungen prüfen; eine Sicherung kann neuer sein.",
		store_read: "Die gespeicherten Einstellungen sind wieder lesbar und gelten ab jetzt.",
		data_folder_not_made:
			"Der Datenordner {folder} lässt sich nicht anlegen ({cause}). Nichts wird gespeichert, und Befehle neben der laufenden Regelung funktionieren nicht; die Regelung läuft weiter. Mit --data einen anderen Ordner nennen oder diesen Pfad nutzbar machen, dann neu starten.",
		store_unavailable:
			"Zurzeit kann nichts gespeichert werden ({cause}). Den Datenträger prüfen; die Regelung läuft weiter.",
		store_available_again: "Das Speichern funktioniert wieder.",
		store_not_closed: "Die Datenbank ließ sich nicht sauber schließen ({cause}).",
		store_row_not_saved: "{part} {id} lässt sich nicht speichern.",
		store_row_skipped: "{part} {id} in den gespeicherten Daten ist nicht verständlich und wird übergangen.",
		backup_made: "Eine Sicherung wurde erstellt.",
		backup_failed:
			"Die Sicherung ist fehlgeschlagen: {why:command} Den Datenträger prüfen und es erneut versuchen; die Regelung läuft weiter.",
		backup_restored: "Einstellungen, Zähler und Verlauf wurden aus der Sicherung vom {made} wiederhergestellt.",
		backup_not_restored: "Die Sicherung ließ sich nicht wiederherstellen ({cause}); sie ist noch als {file} vorhanden.",
		installation_id_made: "Die ID dieser Installation ist {id}.",
		installation_id_not_kept: "Die Installations-ID lässt sich nicht speichern ({cause}). Den Datenträger prüfen.",
		installation_id_set_aside:
			"Die Installations-ID war unlesbar und wurde nach {file} verschoben; eine neue wird erzeugt.",
		control_socket_error: "Der Steuer-Socket ist gestört ({why}). Befehle wie explain erreichen die App nicht.",
		control_request_failed: "Die Anfrage {request} ist gescheitert: {why:command}",
		connections_crowded:
			"Alle Verbindungen zu {host}:{port} sind belegt, daher werden die ältesten ohne Anfrage geschlossen; die Zustandsprüfung funktioniert weiter. War es kein Test, das Programm suchen, das sie öffnet. Diese Meldung erscheint nur einmal.",
		health_not_served:
			"Die Zustandsprüfung kann unter {host}:{port} nicht angeboten werden ({cause}). Neue Versuche laufen automatisch.",
		health_served: "Die Zustandsprüfung antwortet wieder unter {host}:{port}.",
		page_served: "Die Seite ist unter {url} erreichbar.",
		page_password_made: "Die Seite hat ein Passwort; `solar-heating page` zeigt, wo es liegt.",
		page_password_not_kept:
			"Das Passwort der Seite lässt sich nicht speichern ({cause}), daher gibt es keine Seite. Den Datenträger prüfen; die Regelung läuft weiter.",
		page_password_exposed:
			"Andere Benutzer dieses Rechners konnten {file} lesen, daher gilt das Passwort darin nicht mehr, und es wird ein neues erzeugt. Ein eigenes festlegen: `solar-heating page set-password`.",
		page_password_unusable:
			"{file} enthält weder ein Passwort von mindestens 12 Zeichen noch den Hash eines solchen, daher wird ein neues erzeugt. Ein eigenes festlegen: `solar-heating page set-password`.",
		page_password_ignored:
			"{file} wurde geändert und enthält kein brauchbares Passwort, oder andere konnten die Datei lesen. Das alte Passwort gilt bis zum nächsten Start. Ein neues festlegen: `solar-heating page set-password`.",
		page_password_unread:
			"{file} ist nicht lesbar ({cause}). Das alte Passwort gilt weiterhin. Die Datei dem Benutzer der Regelung geben.",
		page_password_hashed: "Das Passwort der Seite liegt jetzt als Hash in {file}. Das Passwort selbst bleibt gleich.",
		page_password_not_computed:
			"Die Seite kann das Passwort in {file} nicht prüfen, weil sein Hash nicht berechnet werden konnte ({cause}). Die nächste Anmeldung versucht es erneut. Bleibt es dabei, hat dieser Rechner zu wenig freien Speicher.",
		page_password_not_hashed:
			"Das Passwort der Seite gilt, bleibt aber in {file} lesbar, weil sich die Datei nicht schreiben lässt ({cause}). Den Datenordner schreibbar machen, dann die Regelung neu starten.",
		page_sessions_not_kept:
			"Wer auf der Seite angemeldet ist, lässt sich nicht speichern ({cause}): Nach einem Neustart müssen sich alle neu anmelden. Den Datenträger prüfen.",
		page_login: "Von {from} hat sich jemand auf der Seite angemeldet.",
		page_login_refused: "Von {from} kam eine falsche Anmeldung für die Seite.",
		page_refused: "Auf der Seite abgelehnt, von {actor}: {path} = {value:problem}. {problem:problem}",
		page_not_allowed:
			"Auf der Seite abgelehnt, von {actor}: Nur ein Administrator von Home Assistant kann hier etwas ändern.",
		counter_bug: "Ein Programmfehler hält den Zähler {rule} an; die Regelung läuft weiter: {error}",
		options_problem: "{path}: gefunden: {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating:
			"Das Passwort von {user} beim Broker wird gerade geändert; die App verbindet sich mit dem neuen wieder.",
		mqtt_login_changed: "Das Konto beim Broker hat sich geändert; die App verwendet jetzt {user}.",
		mqtt_anonymous:
			"MQTT OHNE KONTO - Broker: {host}:{port}. Die Optionen erlauben es. Jeder im Haus kann die Pumpe schalten. Beim Broker ein Konto anlegen und hier eintragen.",
		broker_watched: "Das Protokoll des Brokers wird überwacht ({from}).",
		broker_log_unreadable:
			"Das Protokoll {file} des Brokers ist nicht lesbar und wird daher nicht überwacht. Pfad und Rechte prüfen; neue Versuche laufen automatisch.",
		options_changed: "Die Optionen wurden seit dem letzten Start geändert: {paths}.",
		audit_trail_head: "Einträge im Prüfprotokoll: {rows}. Der neueste, Nummer {seq}, hat die Prüfsumme {head}.",
		audit_trail_broken:
			"Das Prüfprotokoll ist bei Eintrag {entry} nicht unversehrt ({kind}; {count} Stellen): Jemand hat es verändert, oder der Datenträger hat Daten verloren. `solar-heating audit-trail --verify` zeigt Einzelheiten.",
		audit_trail_anew:
			"Das Prüfprotokoll beginnt von vorn, mit {rows} Einträgen: Die Einträge bis {before}, die diese Regelung geschrieben hatte, stehen nicht mehr in der Datei. Jemand hat die Datei entfernt oder ersetzt, während die Regelung lief; prüfen, wer in die Daten der App schreiben kann. Eine Sicherung enthält sie vielleicht.",
		syslog_connected: "Sicherheitsereignisse gehen an den Syslog-Empfänger {host}:{port}.",
		syslog_unreachable:
			"Der Syslog-Empfänger {host}:{port} ist nicht erreichbar ({cause}). Die Ereignisse werden aufbewahrt; neue Versuche laufen automatisch.",
		mqtt_connected: "MQTT Connection Successful - Broker: {host}:{port}, User: {user}. Die Anmeldung funktioniert.",
		mqtt_failed: "{title} - Broker: {host}:{port}, User: {user} - {class}: {explained}{seen} {advice}",
		mqtt_allowed: "MQTT May {action} {topic} Again - User: {user}. Der Broker erlaubt es jetzt.",
		mqtt_unfit: "Eine MQTT-Nachricht wurde nicht gesendet: Das Topic „{topic}“ {flaw:unfit}",
		mqtt_too_large:
			"Eine MQTT-Nachricht wurde nicht gelesen: {bytes} Byte an {topic} sind mehr als alles, was für diese App bestimmt ist. Prüfen, wer dort sendet.",
		mqtt_flood:
			"Flut von MQTT-Nachrichten: Es kommen mehr herein, als gelesen werden, zum Beispiel an {topic}. Von Befehlen gelten die neuesten. Prüfen, wer dort sendet.",
		mqtt_listener_failed: "Ein Fehler im Programm hindert etwas daran, der MQTT-Verbindung zu folgen: {error}",
		mqtt_credentials_required:
			"Eine Anmeldung für MQTT ist nötig: {why:problem} Auf der Konfigurationsseite der App angeben (mqtt.username, mqtt.password), in einer Optionsdatei (--options DATEI, mit mqtt.username und mqtt.password oder mqtt.password_file), oder in der Umgebung oder einer .env-Datei (MQTT_USERNAME, MQTT_PASSWORD). Bis dahin verbindet sich nichts mit dem Broker; die Regelung läuft weiter.",
		mqtt_service_failed: "{why:finding}",
		broker_alert: "{happened} {advice}",
		view_failed: "{what:broken} {error}",
		control_failed: "Die Regelschleife ist ausgefallen, deshalb gehen alle Ausgänge in Ruhestellung: {error}",
		control_socket_failed: "Befehle neben der laufenden Regelung funktionieren nicht: {why}",
		options_not_kept: "Die gültigen Optionen ließen sich nicht für später aufbewahren: {cause}",
		silence_test_begun:
			"Stilletest: Befehle an {output:id} werden jetzt nicht erneuert. Er muss innerhalb von {off_after} s von selbst ausgehen.",
		silence_test_passed: "Stilletest bestanden: {output:id} ging nach {took} s von selbst aus.",
		silence_test_failed: "Stilletest NICHT bestanden: {output:id} war nach {took} s ohne diese App noch an.",
		silence_test_broken_off:
			"Der Stilletest von {output:id} wurde abgebrochen: {why:silence}. Er sagt nichts aus und wird später wiederholt.",
		silence_test_given_up:
			"Der Stilletest von {output:id} wurde abgebrochen: {why:silence}. Er sagt nichts aus, und {output:id} bleibt aus. Das beheben, dann den Test erneut starten.",
		silence_test_elsewhere:
			"Der Stilletest von {output:id} ({date}) zählt nicht mehr: Er lief über den Broker {broker}, und die App hat sich mit einem anderen verbunden. Ihn erneut starten; ein Heizstab bleibt bis dahin aus.",
		silence_test_refused:
			"Der Stilletest von {output:id} wird noch nicht erneut gestartet: Vor weniger als einer Stunde lief er dafür, ohne dass etwas bewiesen wurde. In {minutes} min erneut anfordern.",
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
		anonymous: "(anonym)",
		no_object: "kein JSON-Objekt",
		repeated: "{text} … {count}-mal in {seconds} s",
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
