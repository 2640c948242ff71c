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
		page_no_password: "In {file} steht kein brauchbares Passwort. Die Regelung neu starten; sie erzeugt eines.",
		page_unreadable: "{file} ist nicht lesbar. Den Befehl als der Benutzer der Regelung ausführen.",
	},
};
