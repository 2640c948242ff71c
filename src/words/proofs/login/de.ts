import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_login: "Versucht, sich bei {place} als {user} anzumelden.",
		login_required:
			"Eine Anmeldung für MQTT ist nötig: {why:problem} Geben Sie sie auf der Konfigurationsseite der App an (mqtt.username, mqtt.password), in einer Optionsdatei (--options DATEI, mit mqtt.username und mqtt.password oder mqtt.password_file), oder in der Umgebung oder einer .env-Datei (MQTT_USERNAME, MQTT_PASSWORD). Bis dahin verbindet sich nichts mit dem Broker; die Regelung läuft weiter.",
		login_not_had: "{finding:finding}",
		logged_in:
			"MQTT Connection Successful - Broker: {host}:{port}, User: {user} (MQTT {protocol}). Die Anmeldung funktioniert.",
		logged_in_once: "Bei {place} als {user} angemeldet.",
		one_per_user:
			"Eine zweite Verbindung dieses Benutzers hat die erste geschlossen: Der Broker erlaubt jedem nur eine. Jede Prüfung schließt daher die Verbindung der laufenden App, die sich automatisch wieder verbindet.",
		one_per_user_mend:
			"Es muss nichts getan werden. Für eine vollständige Prüfung `use_username_as_clientid` aus mosquitto.conf entfernen und einmal „Broker prüfen“ drücken.",
		app_is_in:
			"Nicht erneut versucht: Die laufende App ist angemeldet, und eine zweite Anmeldung würde ihre Verbindung schließen.",
		left_out_one_per_user:
			"Nicht versucht: Der Broker erlaubt jedem Benutzer eine Verbindung, und die laufende App benutzt sie.",
	},
};
