import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		would_copy: "Kopiert würden:{files}",
		backup_made: "{count} Dateien liegen in {folder}, zurückgelesen und vollständig.",
		backup_not_made: "Es entstand keine Sicherung:",
		backup_fails: "Die Sicherung ist fehlgeschlagen: {cause}",
		backup_works:
			"Die Sicherung {backup} funktioniert: Ein Broker startet allein mit ihr. Der laufende blieb unberührt.",
		no_full_backup: "In {folder} gibt es keine Sicherung aller Dateien.",
		make_backup: "Eine machen: solar-heating broker backup",
		make_new_backup: "Eine neue machen: solar-heating broker backup",
		copy_unreadable: "Die Kopie von {path} ist nicht lesbar ({cause}).",
		copy_differs: "Die Kopie von {path} weicht vom Kopierten ab.",
		backup_lacks: "In der Sicherung {backup} fehlt {files}, was ihre Konfiguration nennt.",
		backup_lacking: "Die Sicherung {backup} ist nicht vorhanden oder unvollständig.",
		no_such_backup: "Eine solche Sicherung gibt es in {folder} nicht. Siehe: solar-heating broker rollback --list",
		take_other_backup: "Eine andere nehmen: solar-heating broker rollback --list",
		rolled_back_to:
			"Diese Dateien sind, wie sie in {backup} waren; andere blieben, wie sie sind: {files}\nWie sicher das ist, zeigt solar-heating check.",
		open_again: "Der Broker weist Unbefugte nicht mehr ab. Schließen mit: solar-heating broker harden",
		no_backup: "In {folder} gibt es keine Sicherung.",
	},
};
