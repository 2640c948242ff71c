import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		watching_file: "{path} wird überwacht. Strg+C beendet es.",
		watching_topic: "Das Protokoll von {host}:{port} wird über MQTT überwacht. Strg+C beendet es.",
		no_connection: "Keine Verbindung ({seen}). Es wird erneut versucht.",
		log_unreadable_now:
			"{path} ist gerade nicht lesbar. Es wird erneut versucht; dies als root ausführen oder den Pfad prüfen.",
		or_name_log: "Oder sein Protokoll mit --log nennen.",
		no_log_to_watch:
			"Der Broker schreibt keine Protokolldatei. `log_dest file /var/log/mosquitto/mosquitto.log` in seine Konfiguration setzen, mit --log eine Datei nennen oder --topic benutzen.",
		no_such_file: "{path} gibt es nicht.",
		heard:
			"{lines} Zeilen: {logins} Anmeldungen, {refusals} abgelehnt (weitere {own} waren unsere eigene Prüfung), {denials} Nachrichten verweigert, {cut} Zeilen abgeschnitten.",
		heard_of:
			"{lines} Zeilen von Mosquitto {release}: {logins} Anmeldungen, {refusals} abgelehnt (weitere {own} waren unsere eigene Prüfung), {denials} Nachrichten verweigert, {cut} Zeilen abgeschnitten.",
		refused_from: "abgelehnt von {address}",
		refused_unattributed: "abgelehnt, zu denen der Broker keine Adresse nennt",
		more_addresses: "und von weiteren {count} Adressen",
		release_unknown:
			"Noch ist nicht erkennbar, welche Version dieses Protokoll geschrieben hat. Protokolliert 2.0.12 oder älter debug, sie angeben, zum Beispiel --release 2.0.11: Dann werden auch die Adressen gelesen.",
		say_release: "Angeben, welche Version es ist, zum Beispiel --release 2.0.21.",
		no_log_for_fail2ban:
			"Der Broker schreibt keine Protokolldatei. `log_dest file` in seine Konfiguration setzen oder mit --log eine nennen.",
		fail2ban_written: "Nach {folder} geschrieben. fail2ban es lesen lassen: fail2ban-client reload",
		log_unsafe:
			"Mit log_type {types} kann ein Client Zeilen ins Protokoll schreiben, die andere aussperren. Stattdessen dies eintragen und den Broker neu starten:{lines}",
		log_lacks_refusals:
			"Das Protokoll des Brokers sagt nicht, wer abgelehnt wurde. Dies in seine Konfiguration eintragen und den Broker neu starten:{lines}",
		fail2ban_logged:
			"Das Protokoll des Brokers ({path}) nennt, wer abgelehnt wurde: soeben mit unbefugten Anmeldungen geprüft.",
		fail2ban_log_mute: "Der Broker hat unbefugte Anmeldungen abgelehnt, aber sein Protokoll ({path}) zeigt das nicht.",
		log_time_unread:
			"Mit `log_timestamp_format {format}` kann fail2ban nicht lesen, wann eine Anmeldung abgelehnt wurde. Stattdessen `log_timestamp_format %Y-%m-%dT%H:%M:%S` in die Konfiguration des Brokers schreiben und den Broker neu starten.",
		log_without_times:
			"Mit `log_timestamp false` haben die Zeilen des Protokolls keine Zeit, und fail2ban erkennt nicht, wie schnell sie kamen. Diese Zeile aus der Konfiguration des Brokers entfernen und den Broker neu starten.",
		fail2ban_finds: "Der Filter findet sie: soeben mit fail2ban-regex geprüft.",
		fail2ban_untried:
			"Der Filter ließ sich hier nicht prüfen: fail2ban ist nicht installiert, oder jeder Listener verlangt ein Zertifikat.",
		fail2ban_blind:
			"Das Protokoll ({path}) sagt, wer abgelehnt wurde, aber fail2ban-regex findet mit dem Filter nichts davon.",
		log_not_understood:
			"Dieses Protokoll wurde nicht verstanden: Von seinen {lines} Zeilen sind {understood} von Mosquitto. Über Ablehnungen ist also nichts bekannt. Das Protokoll des Brokers allein angeben, zum Beispiel aus `docker compose logs --no-log-prefix DIENST` oder `journalctl -u mosquitto`.",
		log_of_old:
			"Dies ist ein Protokoll von Mosquitto 1.6 oder älter, das nicht sagt, dass eine Anmeldung abgelehnt wurde. Mosquitto 2.0 oder neuer installieren: Ältere erhalten keine Sicherheitsupdates mehr.",
		log_untimed:
			"Die meisten Zeilen haben keine Zeit, daher ist nicht erkennbar, wie schnell sie kamen: Alle gelten als gleichzeitig geschrieben. `log_timestamp true` in mosquitto.conf fügt die Zeit hinzu.",
		log_without_connections:
			"Mit `connection_messages false` protokolliert der Broker nicht, wer sich verbindet oder abgelehnt wird. Diese Zeile aus seiner Konfiguration entfernen und den Broker neu starten.",
		log_debug_between:
			"Mosquitto 2.0.13 und neuer nennt bei einer Ablehnung keine Adresse, daher nimmt fail2ban die Verbindung aus der Zeile davor. Mit log_type debug steht eine andere Zeile dazwischen. Stattdessen dies eintragen und den Broker neu starten:{lines}",
		refused_ids: "verschiedene Client-IDs darunter",
	},
};
