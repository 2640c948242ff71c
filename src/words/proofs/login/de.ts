import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_login: "Versucht, sich bei {place} als {user} anzumelden.",
		login_required:
			"Eine Anmeldung für MQTT ist nötig: {why:problem} Geben Sie sie auf der Optionsseite der App an (mqtt.username, mqtt.password), in einer Optionsdatei (--options DATEI, mit mqtt.username und mqtt.password oder mqtt.password_file), oder in der Umgebung oder einer .env-Datei (MQTT_USERNAME, MQTT_PASSWORD). Bis dahin verbindet sich nichts mit dem Broker; die Regelung läuft weiter.",
		login_not_had: "{finding:finding}",
		logged_in:
			"MQTT Connection Successful - Broker: {host}:{port}, User: {user} (MQTT {protocol}). Die Anmeldung funktioniert.",
		logged_in_once: "Bei {place} als {user} angemeldet.",
		one_per_user:
			"Eine zweite Verbindung dieses Benutzers hat die erste beendet: der Broker gibt jedem nur eine. Wer prüft, beendet daher die Verbindung der laufenden App, die von selbst wiederkommt.",
		one_per_user_mend:
			"Es muss nichts getan werden. Soll die Prüfung vollständig sein, `use_username_as_clientid` aus mosquitto.conf nehmen und einmal „Broker prüfen“ drücken.",
		app_is_in:
			"Nicht neu versucht: die laufende App ist angemeldet, und eine zweite Anmeldung würde ihre Verbindung beenden.",
		left_out_one_per_user:
			"Nicht versucht: der Broker gibt jedem Benutzer eine Verbindung, und die hat die laufende App.",
	},
};
