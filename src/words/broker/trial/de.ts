import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		does_not_start: "Mosquitto startet mit diesen Dateien nicht (Exitcode {code}): {said}",
		does_not_start_now: "Mosquitto startet mit seinen Dateien, wie sie jetzt sind, nicht (Exitcode {code}): {said}",
		mend_files:
			"Es wurde nichts geändert, und der laufende Broker läuft weiter. Berichtigen, was Mosquitto nennt, dann noch einmal versuchen.",
		not_told: "Der Broker (Prozess {pid}) ließ sich nicht anweisen, seine Dateien neu zu lesen.",
		as_root: "Dies als root ausführen.",
		stopped_reading: "Der Broker ist stehen geblieben, als er seine Dateien neu las.",
		restart_fails: "`{command}` ist gescheitert (Exitcode {code}): {said}",
		not_listening: "Der Broker wurde gestartet, hat aber binnen {seconds} s nicht gelauscht.",
		log_end: "Das Ende seines Protokolls sagt warum: tail /var/log/mosquitto/mosquitto.log",
		see_broker_log: "Im Protokoll des Brokers nachsehen.",
		see_check: "`solar-heating check` sagt, was zu sehen war und was zu tun ist.",
		see_listeners: "Seine Listener ansehen.",
		no_door: "Der Broker hat keinen Port, der von hier aus zu prüfen wäre.",
		listens_nowhere: "Der Broker lauscht nirgends.",
		unproven_strangers: "Bei {door} ist nicht bewiesen, dass Fremde abgewiesen werden ({seen}).",
		unproven_certificate: "Bei {door} ist nicht bewiesen, dass niemand ohne Zertifikat hineinkommt ({seen}).",
		in_without_certificate: "Bei {door} wurde jemand ohne Zertifikat eingelassen.",
		see_require_certificate: "Siehe require_certificate und cafile in mosquitto.conf(5).",
		login_not_taken: "Bei {door} wird die Anmeldung von {user} nicht angenommen ({seen}).",
		login_still_in: "Bei {door} kommt {user} mit dieser Anmeldung noch immer hinein.",
		no_clear_refusal: "Bei {door} gab es keine klare Ablehnung ({seen}).",
		unproven_write:
			"Bei {door} ist nicht bewiesen, dass die App ihre eigenen Themen schreiben darf, als {user} ({seen}).",
		unproven_commands: "Bei {door} ist nicht bewiesen, dass Befehle die App erreichen, als {user} ({seen}).",
		unproven_will:
			"Bei {door} ist nicht bewiesen, dass der Broker für die App sprechen darf, wenn sie weg ist, als {user} ({seen}).",
		unproven_write_bound:
			"Bei {door} ist nicht bewiesen, dass die App nirgends sonst schreiben darf, als {user} ({seen}).",
		unproven_read_bound: "Bei {door} ist nicht bewiesen, dass die App nichts anderes lesen darf, als {user} ({seen}).",
		others_rules:
			"Regeln anderer in derselben Datei kommen zu unseren hinzu: dort nach diesem Benutzer suchen, und nach `pattern`.",
		no_tls: "An Port {port} spricht nichts TLS.",
		unproven_name: "Bei {door} ist nicht bewiesen, dass das Zertifikat für {name} gilt ({seen}).",
		unproven_old_tls: "Bei {door} ist nicht bewiesen, dass TLS 1.0 und 1.1 abgelehnt werden ({seen}).",
		unproven_plain: "Bei {door} ist nicht bewiesen, dass Unverschlüsseltes abgelehnt wird ({seen}).",
		other_certificate: "Bei {door} wird ein anderes Zertifikat gezeigt als das in seiner Datei.",
		port_still_plain: "Port {port} nimmt noch immer Unverschlüsseltes an.",
	},
};
