import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		unknown: "unbekannt",
		stale: "veraltet",
		broken: "gestört",
		measured: "{value:value}, vor {age} s",
		found_value: "{value:value}",
		found_no_value: "keine Temperatur: {why}",
		found_none:
			"Es wurde kein 1-Wire-Fühler gefunden. In DOCS.md steht, wie der Bus eingeschaltet und angeschlossen wird.",
		found_which: "Einen in der Hand erwärmen und erneut ausführen: Seine Temperatur steigt.",
		found_write: "In den Optionen so eintragen:",
		found_port: "Serielle Anschlüsse:",
		found_board: "Karten:",
		found_line: "GPIO-Leitungen:",
		found_device: "Geräte am Broker:",
		found_maybe: "möglich: {what}",
		found_is: "ist: {what}",
		found_used: "genutzt von {ids}",
		found_held: "in Gebrauch von {by}, bleibt unberührt",
		found_others: "gehört einem anderen Programm, bleibt unberührt",
		found_unreachable: "nicht nutzbar: {why}",
		found_channel: "N ist die Nummer des Kanals oder Relais. Nichts wurde geschrieben oder geschaltet.",
		found_listening: "Am Broker wird {seconds} s lang mitgehört. Nichts wird gesendet.",
		found_broker_none: "Kein Gerät hat sich am Broker gemeldet.",
		found_refused:
			"Der Broker lässt diesen Benutzer Folgendes nicht lesen. Um solche Geräte zu sehen, diese Regeln für die Suche hinzufügen und danach wieder entfernen:",
		found_silent:
			"Auf Folgendem kam nichts. Entweder nutzt es kein Gerät, oder die Zugriffsdatei des Brokers verbietet das Lesen, ohne es zu sagen. Die Regeln wären:",
		found_no_broker:
			"Am Broker konnte nicht gesucht werden ({class}). `solar-heating check` sagt, warum, und was zu tun ist.",
		nothing_yet: "noch nichts",
		fault: "Störung: {fault}",
		board_mute: "die Karte kann es nicht melden",
		beyond_broker: "unbekannt: er ist über den Broker zu erreichen, und nur die laufende App ist dort verbunden",
	},
};
