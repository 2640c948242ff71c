import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		page_ingress:
			"Die Seite ist in Home Assistant: dort die App öffnen, dann ihre Weboberfläche. Eine weitere Anmeldung ist nicht nötig.",
		page_none:
			"Es gibt keine Seite: Ihr Port ist nicht verfügbar oder abgeschaltet (--http-port 0). Siehe das Protokoll.",
		page_user: "Benutzername: {user}",
		page_password: "Passwort: {password}",
		page_password_in: "Passwort: in {file} (oder --show-password)",
		page_password_hashed:
			"Passwort: als Hash gespeichert, daher nicht anzeigbar. Ein neues festlegen: solar-heating page set-password",
		page_password_ask: "Neues Passwort der Seite (mindestens 12 Zeichen):",
		page_password_repeat: "Dasselbe noch einmal:",
		page_password_differs: "Die beiden sind nicht gleich, daher wurde nichts geändert. Bitte noch einmal versuchen.",
		page_password_short: "Das Passwort muss mindestens 12 Zeichen haben. Nichts wurde geändert.",
		page_password_long: "Das Passwort darf höchstens 200 Zeichen haben. Nichts wurde geändert.",
		page_password_characters:
			"Das Passwort enthält einen Zeilenumbruch oder ein Steuerzeichen, oder beginnt oder endet mit einem Leerzeichen. Nichts wurde geändert.",
		page_password_none:
			"Es kam kein Passwort. Es auf die Frage hin eingeben, oder als erste Zeile der Standardeingabe schicken.",
		page_password_set: "Das Passwort ist geändert und gilt sofort. Alle müssen sich auf der Seite neu anmelden.",
		page_password_not_saved:
			"{file} lässt sich nicht schreiben ({cause}), daher wurde nichts geändert. Den Befehl als der Benutzer der Regelung ausführen.",
		page_no_password: "In {file} steht kein brauchbares Passwort. Eines festlegen: solar-heating page set-password",
		page_unreadable: "{file} ist nicht lesbar. Den Befehl als der Benutzer der Regelung ausführen.",
	},
};
