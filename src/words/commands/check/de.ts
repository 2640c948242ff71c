import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		mark_ok: "ok",
		mark_fail: "FEHLER",
		mark_skipped: "ausgelassen",
		mark_note: "Hinweis",
		from_environment: "Umgebungsvariablen",
		from_dotenv: "Umgebungsvariablen und .env",
		from_demo: "der Demo",
		login_readable: "{path}: Andere können diese Datei lesen. Ausführen: chmod 600",
		login_form:
			"{path}: den Benutzernamen in die erste Zeile und das Passwort in die zweite schreiben, und sonst nichts.",
		login_unreadable: "{path}: die Datei ist nicht lesbar ({cause}).",
	},
};
