import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	page: {
		login: "Anmelden",
		login_user: "Benutzername",
		login_password: "Passwort",
		login_stay: "Auf diesem Gerät angemeldet bleiben",
		login_forgotten: "Passwort vergessen? Auf dem Rechner der Regelung ein neues festlegen mit",
		login_wrong: "Dieses Passwort ist falsch. Bitte noch einmal versuchen.",
		login_wait_seconds: "Zu viele falsche Passwörter. Bitte in {seconds} s noch einmal versuchen.",
		login_wait_minutes: "Zu viele falsche Passwörter. Bitte in {minutes} min noch einmal versuchen.",
		login_busy: "Gerade melden sich viele an. Bitte noch einmal versuchen.",
		login_expired: "Diese Anmeldeseite war zu alt, daher wurde nichts geprüft. Bitte jetzt anmelden.",
		login_cookies:
			"Dieser Browser speichert kein Cookie dieser Seite und kann deshalb nicht angemeldet bleiben. Cookies für diese Adresse erlauben, dann noch einmal versuchen.",
		logout: "Abmelden",
	},
};
