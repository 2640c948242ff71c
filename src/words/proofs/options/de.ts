import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		valid_options:
			"Solar Heating {version} hat gültige Optionen aus {from:command}: {sensors} Fühler, {outputs} Ausgänge.",
		several_problems: "{count} Fehler:",
		found_at: "{path}: gefunden: {value:problem}.",
		mend_at: "{path}: {remedy:problem}",
		mend_alone: "{remedy:problem}",
		options_first: "Nicht versucht: zuerst müssen die Optionen gültig sein.",
		has_login: "Es gibt einen Benutzernamen ({user}) und ein Passwort.",
		no_login:
			"Es gibt kein Konto, und die Optionen erlauben eine Verbindung ohne Konto (mqtt.allow_anonymous_broker). Jeder im Haus kann die Pumpe schalten.",
		credentials_mend:
			"Beim Broker ein Konto für diese App anlegen und Benutzername und Passwort in den Optionen eintragen.",
		files_not_looked_at: "Nicht geprüft: Es ist nicht bekannt, welche Dateien es gibt.",
		files_closed: "Keine Datei mit einem Passwort oder Schlüssel ist für alle Benutzer dieses Rechners lesbar.",
		files_open: "Jeder Benutzer dieses Rechners kann das Passwort oder den Schlüssel in {files} lesen.",
		files_open_mend: "Ausführen: chmod 600 {files} – danach das Passwort ändern oder einen neuen Schlüssel erzeugen.",
	},
};
