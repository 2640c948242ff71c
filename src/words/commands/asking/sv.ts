import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		not_running: "Ingen styrning är igång på {folder}.",
		start_it: "Starta den, eller ange dess mapp med --data.",
		does_not_answer: "En styrning är igång på {folder}, men den svarar inte: {why:command}",
		stop_it: "Stoppa den och försök igen.",
		no_answer: "inget svar inom {seconds:exact} s.",
		late: "inget svar i tid.",
		hung_up: "styrningen stängde anslutningen.",
		answer_long: "svaret är för långt.",
		answer_garbled: "svaret är ogiltigt.",
		controller_says:
			"den kör en annan version än det här kommandot, och svarar: ”{said}” Starta om den, så att båda har samma version.",
		controller_bug: "ett programfel: {error}. Rapportera det gärna tillsammans med loggen.",
		argument_no_data: "argumentet är inte enkla data.",
		request_long: "Förfrågan är längre än 64 KiB.",
		request_garbled: "Det här är ingen förfrågan. En förfrågan är en rad JSON med `request`.",
		request_unknown: "En sådan förfrågan finns inte; det finns: {known}.",
		no_broker_change: "Det är ingen ändring av en broker.",
		refused: "{problem:problem}",
		cause: "{cause}.",
		still_starting: "Styrningen startar fortfarande. Försök igen om några sekunder.",
		backup_runs: "En annan säkerhetskopia görs just nu. Försök igen när den är klar.",
		database_unreadable: "Databasen kan inte läsas just nu. Kontrollera disken.",
		watched_by_many: "Styrningen bevakas redan av för många.",
		another_runs: "En annan styrning är redan igång på {folder}. Stoppa den, eller ge --data en annan mapp.",
		restore_stop: "En styrning är igång på {folder}. Stoppa den, återställ säkerhetskopian, och starta den sedan igen.",
	},
};
