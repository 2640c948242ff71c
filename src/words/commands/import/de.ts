import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		import_unreadable: "{file}: {why:problem}",
		import_nothing:
			"{file} enthält keine Variable der früheren Regelung. Geben Sie deren eigene .env an, mit Namen wie MQTT_USERNAME oder SOLAR_DTSTART_TANK_1.",
		import_exists: "{file} gibt es schon und wird nicht geändert. Nennen Sie eine andere Datei.",
		import_not_written: "{file} konnte nicht geschrieben werden ({cause}).",
		import_written: "Die Einstellungen stehen in {file}. Als Nächstes: solar-heating check --options {file}",
		import_taken: "jetzt {path}: {value}",
		import_password: "das Passwort wird nicht gezeigt; mit --out bekommt es eine eigene Datei",
		import_without_effect: "entfällt: sie hatte keine Wirkung",
		import_by_app: "entfällt: das macht die App selbst",
		import_elsewhere: "entfällt: eine solche Einstellung gibt es hier nicht",
		import_unknown: "entfällt: nicht bekannt",
		import_refused: "entfällt, der Wert der App gilt. {path}: {why:problem}",
		import_no_login: "Für den Broker braucht die Datei MQTT_USERNAME und MQTT_PASSWORD.",
		import_listening: "Am Broker wird {seconds} s lang mitgehört.",
		import_no_broker: "Keine Verbindung zum Broker ({class}).",
		import_none_left: "Der Broker bewahrt nichts mehr von der früheren Regelung auf.",
		import_left: "Der Broker bewahrt {count} Nachrichten der früheren Regelung auf:",
		import_statistics:
			"Zeigt Home Assistant danach für eine davon unter Entwicklerwerkzeuge > Statistik eine geänderte Einheit, dort auf *Problem beheben* drücken und wählen, dass die Einheit der früheren Werte ohne Umrechnung geändert wird.",
		import_entities: "Die Entitäten der App bekommen diese IDs, damit Verlauf und Statistik weitergehen:",
		import_runs:
			"Die frühere Regelung läuft noch. Beenden Sie sie zuerst: Zwei Regelungen an denselben Relais arbeiten gegeneinander. Es wurde nichts entfernt.",
		import_deaf:
			"Ob die frühere Regelung läuft, ist nicht bekannt: Dieser Benutzer empfängt ihr Lebenszeichen nicht. Die Zugriffsregeln brauchen dafür `topic read solar_heating_v3/heartbeat`. Es wurde nichts entfernt.",
		import_then_remove:
			"Es wurde nichts entfernt. Tun Sie das mit --remove, bevor die App zum ersten Mal startet: Erst dann sind die IDs frei.",
		import_removed:
			"Alle {count} sind entfernt, und eine zweite Prüfung fand keine mehr. Starten Sie jetzt die App. Falls Home Assistant unter Entwicklerwerkzeuge > Statistik eine geänderte Einheit meldet, wählen Sie, die Einheit der bisherigen Werte zu aktualisieren.",
		import_not_removed:
			"Diese sind noch da: Der Broker erlaubt diesem Benutzer nicht, sie zu schreiben. Die Zugriffsregeln brauchen diese Zeilen, oder nehmen Sie einen Benutzer, der alles schreiben darf:",
		import_next:
			"Als Nächstes, wenn die frühere Regelung beendet ist: Derselbe Befehl mit --broker zeigt, was sie am Broker hinterlassen hat, und merkt sich ihre Entitäts-IDs.",
	},
};
