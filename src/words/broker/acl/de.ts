import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		prefix_form:
			"„{prefix}“ ist kein Topic-Anfang: einen ohne + und # angeben, auch ohne / am Anfang oder Ende, etwa zigbee2mqtt.",
		prefix_of_app:
			"{prefix} enthält die eigenen Topics der App ({topics}): Ein solches Gerät könnte die Pumpe schalten. Ihm einen anderen Anfang geben.",
		prefix_of_discovery:
			"{prefix} enthält, was die App Home Assistant anmeldet ({topics}): Ein solches Gerät könnte es ändern. Einen engeren Anfang angeben, etwa {less}.",
		acl_needs_login:
			"Um nachzuweisen, was die App darf, wird ihr Konto gebraucht: ihre Optionen (--options DATEI) oder MQTT_USERNAME und MQTT_PASSWORD.",
		acl_written:
			"Nach {path} geschrieben. Die Datei in mosquitto.conf als acl_file nennen, dann Mosquitto ein SIGHUP schicken.",
		acl_not_named:
			"{path} ist vorhanden, aber keine Konfiguration nennt sie, daher sind ihre Regeln wirkungslos. Sie als acl_file angeben oder wegräumen, dann erneut versuchen.",
		acl_cannot_change: "{path} lässt sich nicht ändern:",
		acl_marks_broken:
			"Die Marken um unsere eigenen Regeln sind unvollständig. Die Zeilen von „>>>“ bis „<<<“ von Hand entfernen.",
		acl_stray_rule:
			"Unter unseren Regeln steht „{rule}“ ohne eigenen Benutzer. Sie darüber verschieben oder eine Zeile `user NAME` davor setzen.",
		acl_files_differ: "Die Listener haben ihre Regeln in verschiedenen Dateien ({files}). Für alle dieselbe angeben.",
		path_relative:
			"{file}, Zeile {line}: `{text}` nennt einen Pfad, der nicht mit / beginnt. Mosquitto nimmt ihn relativ zu dem Ordner, in dem es gestartet wurde, und es wurde kein laufender Broker mit dieser Datei gefunden. Den ganzen Pfad schreiben oder den Broker starten. Nichts wurde geändert.",
		path_comment:
			"{file}, Zeile {line}: Hinter dem Wert von `{text}` steht ein Kommentar. Mosquitto nimmt den ganzen Rest der Zeile, auch den Kommentar, als Pfad. Den Kommentar in eine eigene Zeile setzen. Nichts wurde geändert.",
		password_files_differ:
			"Die Listener haben Benutzer in verschiedenen Dateien ({files}). Für alle dieselbe password_file angeben.",
		would_lose_rights:
			"Diese Benutzer haben ein Konto und keine Regel. Mit einer acl_file verlieren sie alle Rechte, ohne eine Meldung zu erhalten:{users}",
		give_rights:
			"Jedem seine Rechte geben: --home-assistant BENUTZER, --device BENUTZER=TOPIC oder --all BENUTZER. Oder sie ohne Rechte lassen: --leave-without-rights.",
		asked_last: "Beim letzten Mal war es: {command}",
		has_rules:
			"In {path} stehen die Regeln für {users}. Die der App sind mit ihrem eigenen Konto nachgewiesen: genau das, was sie braucht.",
		further_rules: "{user} hat in derselben Datei weitere Regeln, über unseren; auch sie gelten.",
		without_rights: "OHNE RECHTE: {user} hat ein Konto und keine Regel.",
	},
};
