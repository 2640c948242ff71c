import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		no_config: "{path} gibt es nicht. Mosquitto installieren oder seine Datei mit --config nennen.",
		no_program: "Mosquitto ist hier nicht installiert: kein Programm dieses Namens in PATH oder /usr/sbin.",
		no_such_account: "Der Broker soll als Benutzer {name} laufen, den es auf diesem Rechner nicht gibt.",
		broker_is_an_app:
			"Der Broker von Home Assistant ist eine eigene App, deren Dateien sich von hier aus nicht ändern lassen. Was dort einzustellen ist, Schritt für Schritt: solar-heating broker guide",
		os_not_allowed:
			"{path} darf nicht gelesen oder geändert werden. Den Befehl als root ausführen, zum Beispiel mit sudo.",
		os_is_folder: "{path} ist ein Ordner. Eine Datei nennen.",
		os_full: "Für {path} ist kein Platz: Der Datenträger ist voll. Platz schaffen und erneut versuchen.",
		os_read_only:
			"{path} liegt auf einem schreibgeschützt eingehängten Dateisystem. Es beschreibbar einhängen und erneut versuchen.",
		not_remembered:
			"Die Änderung ist in Kraft und nachgewiesen. Nur der Vermerk darüber, den `broker verify` liest, ließ sich nicht schreiben:",
		password_not_shown: "Das neue Passwort ließ sich nicht anzeigen ({cause}) und wäre damit unbekannt.",
		password_to_file: "Mit --password-to eine Datei dafür nennen oder die Ausgabe an ein Terminal gehen lassen.",
		files_not_written: "Die Dateien lassen sich nicht schreiben: {cause}",
		file_not_replaced: "{path} lässt sich nicht ersetzen ({cause}). Nichts wurde geändert.",
		mounted_file:
			"Die Datei ist einzeln eingehängt, wie Docker es mit einer einzelnen Datei tut. Stattdessen den Ordner einhängen, in dem sie liegt, dann den Befehl noch einmal ausführen.",
		read_only_folder:
			"Ihr Ordner ist nur lesbar eingehängt. Ihn beschreibbar einhängen, dann den Befehl noch einmal ausführen.",
		full_disk: "Ihr Datenträger ist voll. Dort Platz schaffen, dann den Befehl noch einmal ausführen.",
		make_room:
			"Es wurde nichts geändert. Platz schaffen oder mit --backups einen anderen Ordner nennen, dann erneut versuchen.",
		roll_back_by_hand: "`solar-heating broker rollback` als root ausführen; mit --list zeigt es die Sicherungen.",
		unreadable: "{path} ist nicht lesbar.",
		unreadable_for: "{path} ist nicht lesbar ({cause}).",
		not_writable: "{path} lässt sich nicht schreiben ({cause}).",
	},
};
