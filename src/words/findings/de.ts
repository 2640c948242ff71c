import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	finding: {
		nothing_configured:
			"Es ist noch kein Fühler und kein Ausgang eingetragen. Auf der Seite der App Schritt für Schritt einrichten, oder in den Optionen eintragen und die App neu starten; bis dahin wird nichts gemessen und nichts geschaltet.",
		security_audit: "Der Broker wurde am {when} geprüft: {score} von 100.",
		device_lost: "{device} fehlt: {fault:fault} Neue Versuche laufen automatisch.",
		heater_refused:
			"{output} bleibt aus: Nichts bestätigt, dass {target} tut, was es soll, und ein Heizstab, der nicht abschaltet, läuft trocken und brennt durch. Eine Karte verwenden, die zurückgelesen wird. Hat der Heizstab einen eigenen Sicherheitstemperaturbegrenzer (STB), der funktioniert, kann stattdessen unverified_ok dieses Ausgangs auf true gesetzt werden.",
		heater_unproven:
			"Nichts bestätigt, dass {output} an {target} tut, was er soll. Er läuft weiter, weil er das schon tat, bevor eine Bestätigung verlangt wurde. Eine Karte verwenden, die zurückgelesen wird, oder unverified_ok dieses Ausgangs auf true setzen, wenn der Heizstab einen eigenen Sicherheitstemperaturbegrenzer (STB) hat, der funktioniert.",
		device_bug:
			"Ein Programmfehler hält {bus} an: {error}. Neue Versuche laufen automatisch. Bitte zusammen mit dem Protokoll melden.",
		beside_failed:
			"Ein Programmfehler hält einen Teil der App an ({part}): {cause}. Die Regelung läuft weiter, und der Teil wird automatisch neu gestartet. Bitte zusammen mit dem Protokoll melden.",
		rest_unknown:
			"{file} fehlt oder ist beschädigt, daher ist nicht mehr bekannt, welche Ausgänge zuvor geregelt wurden und ob sie in Ruhestellung sind. Die Relaiskarten prüfen und die Optionen berichtigen.",
		options_invalid:
			"Die Optionen sind ungültig, daher wird nichts geregelt. Die nächsten Zeilen und das Protokoll zeigen, was zu berichtigen ist.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"Benutzername oder Passwort für den Broker fehlt. Auf der Konfigurationsseite eintragen; bis dahin zeigt Home Assistant nichts, und die Regelung läuft weiter.",
		mqtt_files_unreadable:
			"Die Datei für {path} ist nicht lesbar, daher verbindet sich die App nicht mit dem Broker. Das Protokoll nennt den Grund; die Regelung läuft weiter.",
		store_set_aside:
			"Die gespeicherten Einstellungen waren nicht lesbar und wurden nach {file} verschoben. Es gelten die Angaben der Konfigurationsseite.",
		store_awaited:
			"Die gespeicherten Einstellungen sind noch nicht lesbar ({cause}). Alle Ausgänge bleiben in Ruhestellung, höchstens zehn Minuten. Die gespeicherten Einstellungen gelten, sobald sie lesbar sind. Prüfen, ob ein anderes Programm die Datei geöffnet hat.",
		store_unread:
			"Die gespeicherten Einstellungen waren zehn Minuten lang nicht lesbar ({cause}). Die Anlage läuft jetzt nach der Konfigurationsseite. Die gespeicherten Einstellungen gelten, sobald sie lesbar sind. Datenträger und Betriebsart prüfen.",
		kept_data_removed:
			"Dateien der laufenden Regelung wurden aus ihrem Ordner entfernt: {files}. Die aktuellen Daten werden neu geschrieben, das Passwort der Seite beim nächsten Start; Verlauf und Prüfprotokoll können verloren sein. Herausfinden, wer sie entfernt hat; eine Sicherung enthält sie vielleicht.",
		store_older:
			"Die gespeicherten Einstellungen sind älter, als sie sein sollten: Die letzten {lost} Änderungen fehlen. Betriebsart und Einstellungen prüfen; eine Sicherung kann neuer sein.",
		store_unavailable: "Zurzeit kann nichts gespeichert werden. Den Datenträger prüfen.",
		backup_failed:
			"Die letzte Sicherung ist fehlgeschlagen: {why:command} Den Datenträger prüfen und eine neue erstellen.",
		backup_not_restored:
			"Eine zurückgespielte Sicherung ist nicht verwendbar ({cause}); sie ist noch als {file} vorhanden. Eine ältere zurückspielen.",
		installation_id_not_kept: "Die Installations-ID lässt sich nicht speichern. Den Datenträger prüfen.",
		broker: "Broker {host}:{port}, Benutzer {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant bietet zurzeit keinen MQTT-Broker an. Startet der Broker gerade, ist nichts zu tun; sonst die App Mosquitto broker installieren und starten. Die App fragt automatisch wieder; die Regelung läuft weiter.",
		mqtt_service_forbidden:
			"Home Assistant erlaubt der App nicht, nach dem Konto beim Broker zu fragen. Die App neu installieren oder Benutzername und Passwort auf der Konfigurationsseite eintragen.",
		mqtt_service_unauthorized:
			"Der Supervisor von Home Assistant nimmt den Schlüssel der App nicht an. Die App neu starten oder Benutzername und Passwort auf der Konfigurationsseite eintragen.",
		mqtt_service_slow:
			"Der Supervisor von Home Assistant hat nicht binnen {seconds} s geantwortet, wo der Broker ist. Die App fragt automatisch wieder; bleibt es dabei, den Rechner neu starten.",
		mqtt_service_unreachable:
			"Der Supervisor von Home Assistant ist nicht erreichbar ({cause}), daher ist die Adresse des Brokers unbekannt. Die App fragt automatisch wieder.",
		mqtt_service_error:
			"Der Supervisor von Home Assistant kann nicht angeben, wo der Broker ist (Status {status}). Die App fragt automatisch wieder; das Protokoll des Supervisors sagt mehr.",
		mqtt_service_garbled:
			"Die Antwort des Supervisors von Home Assistant zum Broker ist ungültig ({what:broken}). Die App des Brokers aktualisieren oder Host, Benutzername und Passwort auf der Konfigurationsseite eintragen.",
		mqtt_service_without_login:
			"Home Assistant bietet den Broker {host} ohne brauchbares Konto an. Benutzername und Passwort auf der Konfigurationsseite eintragen; ohne sie verbindet sich die App nicht.",
		mqtt_anonymous:
			"Der Broker {host}:{port} wird ohne Konto benutzt, weil die Optionen es erlauben. Jeder im Haus kann die Pumpe schalten. Beim Broker ein Konto anlegen und hier eintragen.",
		credentials: "Der Broker nimmt das Konto {user} an.",
		credentials_old:
			"Das Passwort von {user} ist seit {days} Tagen in Gebrauch. Beim Broker ändern, danach in den Optionen der App.",
		mqtt_acl_denied:
			"Die Zugriffsregeln des Brokers erlauben nicht: {topics}. Was verweigert wird, fehlt in Home Assistant. `solar-heating broker acl` gibt alle nötigen Regeln aus.",
		secret_readable:
			"Jeder Benutzer dieses Rechners kann das Passwort oder den Schlüssel in {files} lesen. Ausführen: chmod 600 {files} – danach das Passwort ändern oder einen neuen Schlüssel erzeugen.",
		broker_watch:
			"Das Protokoll des Brokers wird überwacht ({state}); seit dem Start wurden {refusals} Anmeldungen abgelehnt.",
		broker_log_unreadable:
			"Das Protokoll {file} des Brokers ist nicht lesbar und wird daher nicht überwacht. Pfad und Rechte prüfen; neue Versuche laufen automatisch.",
		audit_trail:
			"Das Prüfprotokoll wurde am {when} geprüft: {rows} Einträge, der neueste {seq} mit der Prüfsumme {head}.",
		audit_trail_broken:
			"Das Prüfprotokoll ist bei Eintrag {entry} nicht unversehrt ({count} Stellen): Jemand hat es verändert, oder der Datenträger hat Daten verloren. `solar-heating audit-trail --verify` zeigt Einzelheiten; prüfen, wer in die Daten der App schreiben kann.",
		audit_trail_anew:
			"Das Prüfprotokoll beginnt von vorn, mit {rows} Einträgen: Die Einträge bis {before}, die diese Regelung geschrieben hatte, stehen nicht mehr in der Datei. Jemand hat die Datei entfernt oder ersetzt, während die Regelung lief; prüfen, wer in die Daten der App schreiben kann. Eine Sicherung enthält sie vielleicht.",
		app_outdated:
			"Version {latest} dieser App ist verfügbar; dies ist {version}. Das Änderungsprotokoll lesen, dann die App in Home Assistant aktualisieren.",
		syslog_unreachable:
			"Der Syslog-Empfänger {host}:{port} ist nicht erreichbar ({cause}); {waiting} Ereignisse warten. Adresse, Port und Zertifikat prüfen; neue Versuche laufen automatisch.",
		command_refused: "Abgelehnt: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
		silence_test: "Stilletest von {output:id}: {standing:silence}. Letzter Test: {last}.",
		silence_test_needed:
			"{output:id} liegt hinter einem Netzwerk, und es ist nicht getestet, dass er ohne diese App ausgeht. Den Stilletest starten, während er läuft: die Taste „Stilletest“ oder `solar-heating silence-test`. Ein Heizstab bleibt bis dahin aus.",
		silence_test_failed:
			"{output:id} ging nicht innerhalb von {off_after} s aus, als die App schwieg ({date}). Fällt das Netzwerk oder diese App aus, bleibt er an. Im Handbuch nachlesen, wie das Gerät eine Zeitschaltung beherrscht, oder es ersetzen, dann den Stilletest erneut starten. Ein Heizstab bleibt bis dahin aus.",
		silence_test_elsewhere:
			"Der Stilletest von {output:id} ({date}) lief über den Broker {broker}, und seitdem hat sich die App mit einem anderen verbunden. Dort kann dasselbe Topic zu einem anderen Gerät gehören, deshalb zählt der Test nicht mehr. Ihn erneut starten, während {output:id} läuft: die Taste „Stilletest“ oder `solar-heating silence-test`. Ein Heizstab bleibt bis dahin aus.",
		silence_test_overdue:
			"Der letzte Stilletest von {output:id} liegt {days} Tage zurück, weil die Anlage nie kühl und ruhig genug war, während er lief. Den Test von Hand starten. Nach 60 Tagen bleibt ein Heizstab aus.",
	},
};
