import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		backup_usage: "Ange filen som säkerhetskopian ska skrivas till, eller bara --prepare eller --finish.",
		backup_not_made: "Ingen säkerhetskopia gjordes: {why}",
		backup_nothing: "i {folder} finns ännu inget att säkerhetskopiera.",
		backup_disk_full: "disken är full ({cause}). Gör plats och försök igen.",
		backup_no_folder: "mappen för {file} finns inte. Skapa den, eller ange en annan.",
		backup_done: "{file}: {size} kB, kontrollerad.",
		backup_stays: "{file} kunde inte tas bort: {cause}. Styrningen tar bort den vid nästa start.",
		folder_unusable: "{folder} kan inte användas: {cause}.",
		restore_not: "Ingenting har ändrats: {why}",
		restore_no_file: "det finns ingen sådan fil.",
		restore_not_a_file: "det här är ingen fil.",
		restore_foreign: "det här är ingen säkerhetskopia av appen.",
		restore_damaged: "säkerhetskopian är skadad. Ta en annan.",
		restore_newer: "säkerhetskopian är gjord av en nyare version, som den här inte kan läsa. Uppdatera först.",
		restored: "Återställt.",
		restored_from: "Återställt: det som säkerhetskopierades {made} av version {version}.",
		restored_aside: "Tidigare data finns kvar som {file}.",
	},
};
