import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		would_copy: "De här skulle kopieras:{files}",
		backup_made: "{count} filer finns i {folder}, kontrollästa och fullständiga.",
		backup_not_made: "Ingen säkerhetskopia gjordes:",
		backup_fails: "Säkerhetskopian misslyckades: {cause}",
		backup_works:
			"Säkerhetskopian {backup} fungerar: en broker startar med bara den. Brokern som är igång har inte rörts.",
		no_full_backup: "I {folder} finns ingen säkerhetskopia av alla filer.",
		make_backup: "Gör en: solar-heating broker backup",
		make_new_backup: "Gör en ny: solar-heating broker backup",
		copy_unreadable: "Kopian av {path} kan inte läsas ({cause}).",
		copy_differs: "Kopian av {path} skiljer sig från det som kopierades.",
		backup_lacks: "Säkerhetskopian {backup} saknar {files}, som dess konfiguration nämner.",
		backup_lacking: "Säkerhetskopian {backup} finns inte, eller är ofullständig.",
		no_such_backup: "I {folder} finns ingen sådan säkerhetskopia. Se: solar-heating broker rollback --list",
		take_other_backup: "Ta en annan: solar-heating broker rollback --list",
		rolled_back_to:
			"Dessa filer är som de var i {backup}; andra har lämnats som de är: {files}\nKör solar-heating check och se hur säkert det är.",
		open_again: "Brokern avvisar inte längre obehöriga. Stäng den med: solar-heating broker harden",
		no_backup: "I {folder} finns ingen säkerhetskopia.",
	},
};
