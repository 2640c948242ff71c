import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		prefix_form:
			"„{prefix}“ ist kein Anfang von Themen: einen ohne + und # angeben, auch ohne / am Anfang oder Ende, etwa zigbee2mqtt.",
		prefix_of_app:
			"{prefix} enthält die eigenen Themen der App ({topics}): ein solches Gerät könnte die Pumpe schalten. Ihm einen anderen Anfang geben.",
		prefix_of_discovery:
			"{prefix} enthält, was die App Home Assistant anmeldet ({topics}): ein solches Gerät könnte es ändern. Weniger geben, etwa {less}.",
		acl_needs_login:
			"Um zu beweisen, was die App darf, wird ihr Konto gebraucht: ihre Optionen (--options DATEI) oder MQTT_USERNAME und MQTT_PASSWORD.",
		acl_written:
			"Nach {path} geschrieben. Die Datei in mosquitto.conf als acl_file nennen, dann Mosquitto ein SIGHUP schicken.",
		acl_not_named:
			"{path} ist da, aber keine Konfiguration nennt sie, ihre Regeln gelten also für niemanden. Sie als acl_file nennen oder wegräumen, dann noch einmal versuchen.",
		acl_cannot_change: "{path} lässt sich nicht ändern:",
		acl_marks_broken:
			"Die Marken um unsere eigenen Regeln sind unvollständig. Die Zeilen von „>>>“ bis „<<<“ von Hand entfernen.",
		acl_stray_rule:
			"Unter unseren Regeln steht „{rule}“ ohne eigenen Benutzer. Sie darüber setzen oder eine Zeile `user NAME` davor.",
		acl_files_differ: "Die Listener haben ihre Regeln in verschiedenen Dateien ({files}). Eine für alle nennen.",
		path_relative:
			"{file}, Zeile {line}: `{text}` nennt einen Pfad, der nicht mit / beginnt. Mosquitto nimmt ihn von dem Ordner aus, in dem es gestartet wurde, und es ist kein Broker zu sehen, der mit dieser Datei läuft. Den ganzen Pfad schreiben oder den Broker starten. Nichts wurde geändert.",
		path_comment:
			"{file}, Zeile {line}: Hinter dem Wert von `{text}` steht ein Kommentar. Mosquitto nimmt den ganzen Rest der Zeile, auch den Kommentar, als Pfad. Den Kommentar in eine eigene Zeile setzen. Nichts wurde geändert.",
		password_files_differ:
			"Die Listener haben Benutzer in verschiedenen Dateien ({files}). Für alle dieselbe password_file nennen.",
		would_lose_rights:
			"Diese Benutzer haben ein Konto und keine Regel. Mit einer acl_file dürfen sie gar nichts, und niemand sagt es ihnen:{users}",
		give_rights:
			"Jedem seine Rechte geben: --home-assistant BENUTZER, --device BENUTZER=THEMA oder --all BENUTZER; oder sie ohne lassen: --leave-without-rights.",
		asked_last: "Beim letzten Mal war es: {command}",
		has_rules:
			"In {path} stehen die Regeln für {users}. Die der App sind mit ihrem eigenen Konto bewiesen: was sie braucht, und nicht mehr.",
		further_rules: "{user} hat in derselben Datei weitere Regeln, über unseren: auch sie gelten.",
		without_rights: "OHNE RECHTE: {user} hat ein Konto und keine Regel.",
	},
};
