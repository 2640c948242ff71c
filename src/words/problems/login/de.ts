import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	problem: {
		options_unreadable: "Die Optionsdatei ist nicht lesbar. Ihren Namen und Eigentümer prüfen.",
		options_comma: "JSON schreibt Dezimalzahlen mit Punkt. Dort {number} schreiben.",
		options_no_json: "Die Optionsdatei muss JSON sein. Sie dort berichtigen.",
		port_range: "Eine ganze Zahl von {min} bis {max} angeben.",
		finish_rotation:
			"Ein Wechsel dieses Passworts wurde abgebrochen, der Broker kann also schon das neue haben. Abschließen mit: solar-heating broker rotate",
		both_or_neither:
			"Benutzername und Passwort angeben, oder keines von beiden. Bis dahin gilt das Konto, das Home Assistant anbietet.",
		others_can_read: "Andere können diese Datei lesen. Ausführen: chmod 600 {file} – danach das Passwort ändern.",
		password_readable:
			"Andere können diese Datei und das Passwort darin lesen. Ausführen: chmod 600 {file} – danach das Passwort ändern, da es gelesen worden sein kann.",
		out_of_git:
			"Das Passwort steht im Verlauf von git. Ausführen: git rm --cached .env && echo .env >> .gitignore – danach das Passwort ändern.",
		check_owner: "Die Datei ist nicht lesbar. Ihren Eigentümer prüfen.",
		file_unreadable: "Die Datei ist nicht lesbar ({cause}).",
		no_such_file: "Es gibt keine solche Datei.",
		not_a_file: "Das ist keine gewöhnliche Datei, sondern ein Ordner, eine Pipe oder ein Gerät. Eine Datei angeben.",
		file_too_large: "Die Datei ist größer als {most}. Die richtige angeben.",
		no_pem: "Das ist keine PEM-Datei.",
		cannot_connect: "Die App kann sich erst verbinden, wenn dies berichtigt ist.",
		login_name: "Der Benutzername",
		login_password: "Das Passwort",
		login_missing: "{what:problem} fehlt.",
		login_blank: "{what:problem} besteht nur aus Leerraum.",
		login_nul: "{what:problem} enthält ein NUL-Zeichen.",
		login_control: "{what:problem} enthält ein Steuerzeichen, etwa einen Zeilenumbruch.",
		login_long: "{what:problem} ist länger als {limit} Byte.",
	},
};
