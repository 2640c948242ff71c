import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		came_anonymous: "Ohne Benutzername und Passwort gekommen.",
		came_empty_name: "Mit leerem Benutzernamen und leerem Passwort gekommen.",
		came_wrong_password: "Als {user} mit falschem Passwort gekommen.",
		came_empty_password: "Als {user} mit leerem Passwort gekommen.",
		came_without_password: "Als {user} ohne Passwort gekommen.",
		came_shorter_password: "Als {user} mit unserem Passwort ohne dessen letztes Zeichen gekommen.",
		came_longer_password: "Als {user} mit unserem Passwort und einem Zeichen mehr gekommen.",
		came_line_end_password: "Als {user} mit unserem Passwort und einem Zeilenende gekommen.",
		came_other_case_password: "Als {user} mit unserem Passwort in umgekehrter Groß- und Kleinschreibung gekommen.",
		came_name_as_password: "Als {user} mit dem Benutzernamen als Passwort gekommen.",
		came_random_user: "Als Benutzer gekommen, den es nicht gibt.",
		came_random_user_empty: "Als Benutzer gekommen, den es nicht gibt, mit leerem Passwort.",
		came_random_user_without: "Als Benutzer gekommen, den es nicht gibt, ohne Passwort.",
		came_random_user_our_password: "Als Benutzer gekommen, den es nicht gibt, mit unserem Passwort.",
		came_other_name: "Als {user} mit unserem Passwort gekommen.",
		at: "Bei {place}:",
		refused_code: "Es wurde abgelehnt (Code {code}). Durchgesetzt.",
		tried_by_both: "Jeweils mit MQTT 5 und mit 3.1.1.",
		tried_by_one: "Jeweils mit MQTT {protocols}, dem einzigen, das der Broker spricht.",
		tried_by: "Gekommen mit MQTT {protocols}.",
		few_ways:
			"Andere Wege hinein wurden von hier aus nicht versucht, da die Firewall des Brokers einen Rechner aussperren kann, der oft abgelehnt wird: `check` auf dem Rechner des Brokers versucht sie, ebenso `check --thorough`.",
		no_clear_refusal: "Eine klare Ablehnung gab es nicht.",
		strangers_not_proven: "So ist nicht bewiesen, dass der Broker Fremde abweist.",
		own_refused_too:
			"Unsere eigene Anmeldung wurde genauso abgelehnt; es ist also nicht gezeigt, dass es die Anmeldung ist, die Fremde aufhält.",
		own_refused_mend:
			"Zuerst die eigene Anmeldung richtigstellen; wo der Broker nur bestimmte Client-IDs nimmt (clientid_prefixes), lässt sich dies nicht beweisen. Dann noch einmal versuchen.",
		let_in: "Der Broker hat uns eingelassen, mit MQTT {protocol}.",
		let_in_by_certificate:
			"Aber mit unserem Client-Zertifikat: der Broker hat uns eingelassen und sagt nicht, ob des Zertifikats wegen oder weil er jeden einlässt.",
		certificate_login:
			"Wo das Zertifikat die Anmeldung ist (use_identity_as_username), lässt sich dies damit nicht beweisen. Sonst:",
		anonymous_mend: "Wer diesen Port erreicht, kann die Anlage lesen und schalten.",
		wrong_password_mend: "Dieser Broker prüft keine Passwörter.",
		empty_password_mend:
			"Dieser Broker nimmt einen Benutzernamen ohne dessen Passwort an. Prüft ein Plugin die Anmeldungen, dann lassen Sie es leere Passwörter ablehnen, oder verwenden Sie stattdessen eine Passwortdatei.",
		random_user_mend: "Dieser Broker lässt jeden Benutzernamen ein.",
		other_name_mend:
			"Dieser Broker nimmt unser Passwort unter einem fremden Namen an. Prüft ein Plugin die Anmeldungen, dann lassen Sie es Benutzername und Passwort zusammen vergleichen, Zeichen für Zeichen.",
		close_it:
			"In mosquitto.conf für diesen Listener `allow_anonymous false` und eine `password_file` setzen, dann Mosquitto neu starten.",
		no_name_to_try: "Nicht versucht: es gibt keinen Benutzernamen, unter dem man mit falschem Passwort käme.",
		doors_tried: "Fremde wurden nur zu {places} geschickt. Andere Ports dieses Brokers wurden nicht angesehen.",
		doors_usual: "Üblich sind {ports}.",
		doors_named:
			"Nennen Sie die, die er hat: --listener HOST:PORT, HOST:PORT/tls, ws://HOST:PORT oder wss://HOST:PORT.",
	},
};
