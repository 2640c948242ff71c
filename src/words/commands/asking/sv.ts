import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		not_running: "Ingen styrning är igång på {folder}.",
		start_it: "Starta den, eller ange dess mapp med --data.",
		does_not_answer: "En styrning är igång på {folder}, men den svarar inte: {why}.",
		stop_it: "Stoppa den och försök igen.",
		no_answer: "inget svar inom {seconds:exact} s",
		hung_up: "styrningen lade på",
		answer_long: "svaret är för långt",
		answer_garbled: "svaret är obegripligt",
		still_starting: "Styrningen startar fortfarande. Försök igen om några sekunder.",
		backup_runs: "En annan säkerhetskopia görs just nu. Försök igen när den är klar.",
		database_unreadable: "Databasen kan inte läsas just nu. Kontrollera disken.",
		watched_by_many: "Styrningen bevakas redan av för många.",
		another_runs: "En annan styrning är redan igång på {folder}. Stoppa den, eller ge --data en annan mapp.",
		restore_stop: "En styrning är igång på {folder}. Stoppa den, återställ, och starta den sedan igen.",
	},
};
