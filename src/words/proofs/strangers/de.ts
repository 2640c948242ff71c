import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		came_anonymous: "Versuch der Anmeldung ohne Benutzername und Passwort.",
		came_empty_name: "Versuch der Anmeldung mit leerem Benutzernamen und leerem Passwort.",
		came_wrong_password: "Versuch der Anmeldung als {user} mit falschem Passwort.",
		came_empty_password: "Versuch der Anmeldung als {user} mit leerem Passwort.",
		came_without_password: "Versuch der Anmeldung als {user} ohne Passwort.",
		came_shorter_password: "Versuch der Anmeldung als {user} mit unserem Passwort ohne dessen letztes Zeichen.",
		came_longer_password: "Versuch der Anmeldung als {user} mit unserem Passwort und einem weiteren Zeichen.",
		came_line_end_password: "Versuch der Anmeldung als {user} mit unserem Passwort und einem Zeilenende.",
		came_other_case_password:
			"Versuch der Anmeldung als {user} mit unserem Passwort in umgekehrter Groß- und Kleinschreibung.",
		came_name_as_password: "Versuch der Anmeldung als {user} mit dem Benutzernamen als Passwort.",
		came_random_user: "Versuch der Anmeldung als ein Benutzer, den es nicht gibt.",
		came_random_user_empty: "Versuch der Anmeldung als ein Benutzer, den es nicht gibt, mit leerem Passwort.",
		came_random_user_without: "Versuch der Anmeldung als ein Benutzer, den es nicht gibt, ohne Passwort.",
		came_random_user_our_password: "Versuch der Anmeldung als ein Benutzer, den es nicht gibt, mit unserem Passwort.",
		came_other_name: "Versuch der Anmeldung als {user} mit unserem Passwort.",
		at: "Bei {place}:",
		refused_code: "Es wurde abgelehnt (Code {code}). Durchgesetzt.",
		tried_by_both: "Jeweils mit MQTT 5 und mit 3.1.1.",
		tried_by_one: "Jeweils mit MQTT {protocols}, der einzigen Version, die der Broker spricht.",
		tried_by: "Versucht mit MQTT {protocols}.",
		few_ways:
			"Andere Wege hinein wurden von hier aus nicht versucht, da die Firewall des Brokers einen Rechner sperren kann, der oft abgelehnt wird. `check` auf dem Rechner des Brokers versucht sie, ebenso `check --thorough`.",
		no_clear_refusal: "Es gab keine eindeutige Ablehnung.",
		strangers_not_proven: "Damit ist nicht nachgewiesen, dass der Broker Unbefugte abweist.",
		own_refused_too:
			"Unsere eigene Anmeldung wurde genauso abgelehnt. Es ist also nicht gezeigt, dass die Anmeldung Unbefugte abhält.",
		own_refused_mend:
			"Zuerst die eigene Anmeldung berichtigen, dann erneut versuchen. Nimmt der Broker nur bestimmte Client-IDs an (clientid_prefixes), lässt sich dies nicht nachweisen.",
		let_in: "Der Broker hat die Anmeldung angenommen, mit MQTT {protocol}.",
		let_in_by_certificate:
			"Aber mit unserem Client-Zertifikat: Der Broker sagt nicht, ob er die Anmeldung wegen des Zertifikats angenommen hat oder weil er jeden annimmt.",
		certificate_login:
			"Ist das Zertifikat die Anmeldung (use_identity_as_username), lässt sich dies damit nicht nachweisen. Sonst:",
		anonymous_mend: "Wer diesen Port erreicht, kann die Anlage auslesen und schalten.",
		wrong_password_mend: "Dieser Broker prüft keine Passwörter.",
		empty_password_mend:
			"Dieser Broker nimmt einen Benutzernamen ohne dessen Passwort an. Prüft ein Plugin die Anmeldungen, muss es leere Passwörter ablehnen; sonst stattdessen eine Passwortdatei verwenden.",
		random_user_mend: "Dieser Broker nimmt jeden Benutzernamen an.",
		other_name_mend:
			"Dieser Broker nimmt unser Passwort unter einem fremden Namen an. Prüft ein Plugin die Anmeldungen, muss es Benutzername und Passwort zusammen vergleichen, Zeichen für Zeichen.",
		close_it:
			"In mosquitto.conf für diesen Listener `allow_anonymous false` und eine `password_file` setzen, dann Mosquitto neu starten.",
		no_name_to_try: "Nicht versucht: Es gibt keinen Benutzernamen, der sich mit falschem Passwort versuchen ließe.",
		doors_tried:
			"Unbefugte Anmeldungen wurden nur bei {places} versucht. Andere Ports dieses Brokers wurden nicht geprüft.",
		doors_usual: "Üblich sind {ports}.",
		doors_named: "Die vorhandenen angeben: --listener HOST:PORT, HOST:PORT/tls, ws://HOST:PORT oder wss://HOST:PORT.",
	},
};
