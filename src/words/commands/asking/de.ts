import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		not_running: "Auf {folder} läuft keine Regelung.",
		start_it: "Sie starten oder ihren Ordner mit --data nennen.",
		does_not_answer: "Auf {folder} läuft eine Regelung, aber sie antwortet nicht: {why:command}",
		stop_it: "Sie anhalten, dann erneut versuchen.",
		no_answer: "keine Antwort binnen {seconds:exact} s.",
		late: "keine rechtzeitige Antwort.",
		hung_up: "die Regelung hat die Verbindung geschlossen.",
		answer_long: "die Antwort ist zu lang.",
		answer_garbled: "die Antwort ist ungültig.",
		controller_says:
			"sie läuft in einer anderen Version als dieser Befehl und sagt: „{said}“ Die Regelung neu starten, damit beide dieselbe Version haben.",
		controller_bug: "ein Programmfehler: {error}. Bitte zusammen mit dem Protokoll melden.",
		argument_no_data: "das Argument besteht nicht aus einfachen Daten.",
		request_long: "Die Anfrage ist länger als 64 KiB.",
		request_garbled: "Das ist keine Anfrage. Eine Anfrage ist eine Zeile JSON mit `request`.",
		request_unknown: "Eine solche Anfrage gibt es nicht; es gibt: {known}.",
		no_broker_change: "Das ist keine Änderung an einem Broker.",
		refused: "{problem:problem}",
		cause: "{cause}.",
		still_starting: "Die Regelung startet noch. In einigen Sekunden erneut versuchen.",
		backup_runs: "Gerade entsteht eine andere Sicherung. Danach erneut versuchen.",
		database_unreadable: "Die Datenbank ist zurzeit nicht lesbar. Den Datenträger prüfen.",
		watched_by_many: "Die Regelung wird schon von zu vielen überwacht.",
		another_runs: "Auf {folder} läuft schon eine andere Regelung. Sie anhalten oder --data einen anderen Ordner geben.",
		restore_stop:
			"Auf {folder} läuft eine Regelung. Sie anhalten, die Sicherung wiederherstellen, dann wieder starten.",
	},
};
