import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		does_not_start: "Mosquitto startet mit diesen Dateien nicht (Exitcode {code}): {said}",
		does_not_start_now: "Mosquitto startet mit seinen Dateien, wie sie jetzt sind, nicht (Exitcode {code}): {said}",
		mend_files:
			"Es wurde nichts geändert, und der laufende Broker läuft weiter. Berichtigen, was Mosquitto nennt, dann erneut versuchen.",
		not_told: "Der Broker (Prozess {pid}) ließ sich nicht anweisen, seine Dateien neu zu lesen.",
		as_root: "Dies als root ausführen.",
		stopped_reading: "Der Broker hat beim erneuten Lesen seiner Dateien angehalten.",
		restart_fails: "`{command}` ist gescheitert (Exitcode {code}): {said}",
		not_listening: "Der Broker wurde gestartet, war aber nach {seconds} s noch nicht erreichbar.",
		log_end: "Das Ende seines Protokolls zeigt den Grund: tail /var/log/mosquitto/mosquitto.log",
		see_broker_log: "Im Protokoll des Brokers nachsehen.",
		see_check: "`solar-heating check` zeigt, was gefunden wurde und was zu tun ist.",
		see_listeners: "Seine Listener ansehen.",
		no_door: "Der Broker hat keinen Port, der sich von hier aus prüfen ließe.",
		listens_nowhere: "Der Broker lauscht an keinem Port.",
		unproven_strangers: "Bei {door} ist nicht nachgewiesen, dass Unbefugte abgewiesen werden ({seen}).",
		unproven_certificate: "Bei {door} ist nicht nachgewiesen, dass Clients ohne Zertifikat abgelehnt werden ({seen}).",
		in_without_certificate: "Bei {door} wurde ein Client ohne Zertifikat angenommen.",
		see_require_certificate: "Siehe require_certificate und cafile in mosquitto.conf(5).",
		login_not_taken: "Bei {door} wird die Anmeldung von {user} abgelehnt ({seen}).",
		login_still_in: "Bei {door} wird diese Anmeldung von {user} noch immer angenommen.",
		no_clear_refusal: "Bei {door} gab es keine eindeutige Ablehnung ({seen}).",
		unproven_write:
			"Bei {door} ist nicht nachgewiesen, dass die App ihre eigenen Topics schreiben darf, als {user} ({seen}).",
		unproven_commands: "Bei {door} ist nicht nachgewiesen, dass Befehle die App erreichen, als {user} ({seen}).",
		unproven_will:
			"Bei {door} ist nicht nachgewiesen, dass der Broker den Last Will der App senden darf, als {user} ({seen}).",
		unproven_write_bound:
			"Bei {door} ist nicht nachgewiesen, dass die App nirgends sonst schreiben darf, als {user} ({seen}).",
		unproven_read_bound:
			"Bei {door} ist nicht nachgewiesen, dass die App nichts anderes lesen darf, als {user} ({seen}).",
		others_rules:
			"Andere Regeln in derselben Datei kommen zu unseren hinzu: dort nach diesem Benutzer suchen, und nach `pattern`.",
		no_tls: "Port {port} spricht kein TLS.",
		unproven_name: "Bei {door} ist nicht nachgewiesen, dass das Zertifikat für {name} gilt ({seen}).",
		unproven_old_tls: "Bei {door} ist nicht nachgewiesen, dass TLS 1.0 und 1.1 abgelehnt werden ({seen}).",
		unproven_plain: "Bei {door} ist nicht nachgewiesen, dass unverschlüsselte Verbindungen abgelehnt werden ({seen}).",
		other_certificate: "Bei {door} ist das Zertifikat ein anderes als das in seiner Datei.",
		port_still_plain: "Port {port} nimmt noch immer unverschlüsselte Verbindungen an.",
	},
};
