import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		page_ingress:
			"Die Seite ist in Home Assistant: dort die App öffnen, dann ihre Weboberfläche. Eine weitere Anmeldung braucht sie nicht.",
		page_none:
			"Es gibt keine Seite: ihr Port war nicht zu haben oder ist abgeschaltet (--http-port 0). Das Protokoll sagt mehr.",
		page_user: "Benutzername: {user}",
		page_password: "Passwort: {password}",
		page_password_in: "Passwort: in {file} (oder --show-password)",
		page_no_password: "In {file} steht kein brauchbares Passwort. Die Regelung neu starten: sie macht eines.",
		page_unreadable: "{file} ist nicht lesbar. Als der Benutzer fragen, unter dem die Regelung läuft.",
	},
};
