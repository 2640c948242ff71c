import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		backup_usage:
			"Die Datei nennen, in die die Sicherung geschrieben werden soll, oder --prepare oder --finish allein.",
		backup_not_made: "Es entstand keine Sicherung: {why}",
		backup_nothing: "in {folder} gibt es noch nichts zu sichern.",
		backup_disk_full: "der Datenträger ist voll ({cause}). Platz schaffen, dann erneut versuchen.",
		backup_no_folder: "den Ordner für {file} gibt es nicht. Ihn anlegen oder einen anderen nennen.",
		backup_done: "{file}: {size} kB, geprüft.",
		backup_stays: "{file} ließ sich nicht entfernen: {cause}. Die Regelung entfernt sie beim nächsten Start.",
		folder_unusable: "{folder} ist nicht verwendbar: {cause}.",
		restore_not: "Es wurde nichts geändert: {why}",
		restore_no_file: "es gibt keine solche Datei.",
		restore_not_a_file: "das ist keine Datei.",
		restore_foreign: "das ist keine Sicherung dieser App.",
		restore_damaged: "die Sicherung ist beschädigt. Eine andere nehmen.",
		restore_newer: "die Sicherung stammt von einer neueren Version, die diese nicht lesen kann. Zuerst aktualisieren.",
		restored: "Wiederhergestellt.",
		restored_from: "Wiederhergestellt: was am {made} von Version {version} gesichert wurde.",
		restored_aside: "Die vorherigen Daten sind als {file} aufbewahrt.",
	},
};
