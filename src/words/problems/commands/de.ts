import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	problem: {
		no_such_setting: "Es gibt keine solche Einstellung.",
		mode_is_off: "Die Betriebsart ist off: erst auf auto stellen.",
		hold_range: "Ihn auf 0 bis 100 % halten.",
		hold_switch: "Er kann nur ein oder aus sein: ihn auf 0 oder 100 % halten.",
		hold_level: "Er läuft mit {min} bis {max} %, in Schritten von {step} %: ihn dort halten, oder auf 0.",
		hold_time: "Ihn länger als 0 s halten.",
		no_such_output: "Es gibt keinen solchen Ausgang.",
		number_or_switch: "Hier gehört eine Zahl, true, false oder ein Text hin.",
		send_number: "Nur eine Zahl senden, etwa 8 oder 7.5.",
		send_switch: "{on} oder {off} senden.",
		send_press: "{press} senden.",
		send_text: "Einen Text dieser Form senden: {example}.",
		send_date: "Ein Datum senden, zum Beispiel 2026-07-31.",
		send_time: "Eine Uhrzeit senden, zum Beispiel 06:30.",
		send_other_time: "Eine andere Uhrzeit senden als die des anderen Endes.",
		clock_unset: "Die Uhr des Rechners ist noch nicht gestellt: warten, bis sie es ist.",
		send_choice: "Eines davon senden: {choices}.",
		still_starting: "Die Regelung startet noch.",
		too_long_or_no_text: "Es ist zu lang oder kein Text.",
		command_kept:
			"Er wurde als gespeicherte Nachricht (retained) gesendet und würde nach jedem Neustart erneut wirken. Ohne Retain senden.",
		broker_needed: "Dazu ist eine Verbindung zu einem Broker nötig.",
		audit_runs: "Es läuft schon eine Prüfung: das Ergebnis abwarten.",
		broker_away: "Erneut versuchen, wenn der Broker verbunden ist.",
		nothing_beyond: "kein Ausgang liegt hinter einem Netzwerk, es gibt also nichts zu testen.",
		tested_lately:
			"{output} lief vor weniger als einer Stunde für seinen Stilletest, ohne dass etwas bewiesen wurde. Das Gerät in Ordnung bringen und in {minutes} min erneut anfordern.",
	},
};
