import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	finding: {
		nothing_configured:
			"Noch ist kein Fühler und kein Ausgang benannt. Tragen Sie sie auf der Optionsseite ein und starten Sie neu; bis dahin wird nichts gemessen und nichts geschaltet.",
		security_audit: "Der Broker wurde am {when} geprüft: {score} von 100.",
		device_lost: "{device} ist weg: {fault:fault} Neue Versuche laufen von selbst.",
		device_bug:
			"Ein Fehler im Programm hindert {bus} an der Arbeit: {error}. Es wird von selbst wieder versucht. Bitte melde ihn zusammen mit dem Protokoll.",
		beside_failed:
			"Ein Fehler im Programm hält einen Teil der App an ({part}): {cause}. Die Regelung läuft weiter, und der Teil wird von selbst wieder gestartet. Bitte melde ihn zusammen mit dem Protokoll.",
		rest_unknown:
			"Welche Ausgänge vorher geregelt wurden, ist nicht mehr bekannt: {file} fehlt oder ist beschädigt. Deshalb lässt sich nicht sagen, ob sie in Ruhe sind. Sieh auf den Relaiskarten nach und berichtige die Optionen.",
		options_invalid:
			"Die Konfiguration ist ungültig, daher wird nichts geregelt. Die nächsten Zeilen und das Protokoll zeigen, was zu ändern ist.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"Benutzername oder Passwort des Brokers fehlt. Bitte auf der Konfigurationsseite eintragen; bis dahin sieht Home Assistant nichts, und die Regelung läuft weiter.",
		mqtt_files_unreadable:
			"Die Datei für {path} ist nicht lesbar, daher verbindet sich nichts mit dem Broker. Das Protokoll sagt warum; die Regelung läuft weiter.",
		store_set_aside:
			"Die gespeicherten Einstellungen waren nicht lesbar und liegen nun als {file} beiseite. Es gilt die Konfigurationsseite.",
		store_awaited:
			"Die gespeicherten Einstellungen sind noch nicht lesbar ({cause}). Alle Ausgänge bleiben in Ruhe, höchstens zehn Minuten; was gespeichert ist, gilt, sobald es lesbar ist. Bitte prüfen, ob ein anderes Programm die Datei geöffnet hat.",
		store_unread:
			"Die gespeicherten Einstellungen waren zehn Minuten lang nicht lesbar ({cause}). Die Anlage läuft nach der Konfigurationsseite; was gespeichert ist, gilt, sobald es lesbar ist. Bitte Datenträger und Betriebsart prüfen.",
		kept_data_removed:
			"Dateien der laufenden Steuerung wurden aus ihrem Ordner entfernt: {files}. Was sie weiß, wird neu geschrieben, das Passwort der Seite beim nächsten Start; Verlauf und Prüfprotokoll können weg sein. Herausfinden, wer sie entfernt hat; eine Sicherung hat sie vielleicht noch.",
		store_older:
			"Die gespeicherten Einstellungen sind älter, als sie sein sollten: Die letzten {lost} Speicherungen fehlen. Bitte Betriebsart und Einstellungen prüfen; eine Sicherung kann neuere enthalten.",
		store_unavailable: "Zurzeit kann nichts gespeichert werden. Bitte den Datenträger prüfen.",
		backup_failed:
			"Die letzte Sicherung ist fehlgeschlagen: {why:command} Prüfen Sie den Datenträger und machen Sie eine neue.",
		backup_not_restored:
			"Eine zurückgespielte Sicherung ist nicht zu gebrauchen ({cause}); sie liegt weiter als {file} da. Spielen Sie eine ältere zurück.",
		installation_id_not_kept: "Die Installationskennung lässt sich nicht speichern. Bitte den Datenträger prüfen.",
		broker: "Broker {host}:{port}, Benutzer {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant kennt gerade keinen MQTT-Broker. Wenn der Broker gerade startet, ist nichts zu tun; sonst bitte die App Mosquitto broker installieren und starten. Die App fragt von selbst wieder; die Regelung läuft weiter.",
		mqtt_service_forbidden:
			"Home Assistant erlaubt dieser App nicht, nach dem Konto beim Broker zu fragen. Bitte die App neu installieren oder Benutzername und Passwort auf ihrer Konfigurationsseite eintragen.",
		mqtt_service_unauthorized:
			"Der Supervisor von Home Assistant nimmt den Schlüssel dieser App nicht an. Bitte die App neu starten oder Benutzername und Passwort auf ihrer Konfigurationsseite eintragen.",
		mqtt_service_slow:
			"Der Supervisor von Home Assistant hat nicht binnen {seconds} s gesagt, wo der Broker ist. Er wird von selbst wieder gefragt; bleibt es so, bitte die Maschine neu starten.",
		mqtt_service_unreachable:
			"Der Supervisor von Home Assistant ist nicht zu erreichen ({cause}), daher sagt niemand, wo der Broker ist. Er wird von selbst wieder gefragt.",
		mqtt_service_error:
			"Der Supervisor von Home Assistant kann nicht sagen, wo der Broker ist (Status {status}). Er wird von selbst wieder gefragt; sein eigenes Protokoll sagt mehr.",
		mqtt_service_garbled:
			"Was der Supervisor von Home Assistant vom Broker sagt, ergibt keinen Sinn ({what}). Bitte die App des Brokers aktualisieren oder Host, Benutzername und Passwort auf der Konfigurationsseite eintragen.",
		mqtt_service_without_login:
			"Home Assistant bietet den Broker {host} ohne brauchbares Konto an. Bitte Benutzername und Passwort auf der Konfigurationsseite eintragen; ohne sie wird nichts verbunden.",
		mqtt_anonymous:
			"Der Broker {host}:{port} wird ohne Konto benutzt, wie es die Optionen erlauben. Jeder im Haus kann die Pumpe schalten. Bitte beim Broker ein Konto anlegen und hier eintragen.",
		credentials: "Der Broker nimmt das Konto {user} an.",
		credentials_old:
			"Das Passwort von {user} ist seit {days} Tagen in Gebrauch. Bitte beim Broker ändern, danach hier.",
		mqtt_acl_denied:
			"Die Zugriffsregeln des Brokers erlauben nicht: {topics}. Was verweigert wird, fehlt in Home Assistant. `solar-heating broker acl` gibt alle nötigen Regeln aus.",
		secret_readable:
			"Jeder Benutzer dieser Maschine kann das Passwort oder den Schlüssel in {files} lesen. Ausführen: chmod 600 {files} – und das Passwort ändern oder einen neuen Schlüssel machen.",
		broker_watch:
			"Das Protokoll des Brokers wird beobachtet ({state}); seit dem Start wurden {refusals} Anmeldungen abgelehnt.",
		broker_log_unreadable:
			"Das Protokoll {file} des Brokers kann nicht gelesen werden, also beobachtet es niemand. Prüfe Pfad und Rechte; es wird von selbst wieder versucht.",
		audit_trail:
			"Das Prüfprotokoll wurde am {when} durchgesehen: {rows} Einträge, der neueste {seq} mit der Prüfsumme {head}.",
		audit_trail_broken:
			"Das Prüfprotokoll stimmt bei Eintrag {entry} nicht ({count} Stellen): Jemand hat es verändert, oder die Platte hat etwas verloren. `solar-heating audit-trail --verify` sagt mehr; überlegen Sie, wer in die Daten der App schreiben kann.",
		audit_trail_anew:
			"Das Prüfprotokoll beginnt von vorn, mit {rows} Einträgen: Die bis {before}, die diese Regelung hatte, stehen nicht mehr in der Datei. Jemand hat sie entfernt oder ersetzt, während die Regelung lief; überlegen Sie, wer in die Daten der App schreiben kann. Eine Sicherung hat sie vielleicht noch.",
		app_outdated:
			"Version {latest} dieser App ist da; dies ist {version}. Lesen Sie das Änderungsprotokoll und aktualisieren Sie dann in Home Assistant.",
		syslog_unreachable:
			"Der Syslog-Empfänger {host}:{port} ist nicht erreichbar ({cause}); {waiting} Ereignisse warten. Prüfen Sie Adresse, Port und Zertifikat; es wird von selbst wieder versucht.",
		command_refused: "Abgelehnt: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
	},
};
