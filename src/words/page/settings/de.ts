import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	page: {
		failed: "Die Seite hat versagt; das Protokoll sagt, warum. Die Regelung läuft weiter.",
		disk_full:
			"Der Datenträger ist voll, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Platz schaffen, dann erneut versuchen.",
		disk_read_only:
			"Der Datenträger nimmt keine Änderungen mehr an, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Das geschieht, wenn ein Datenträger ausfällt: im Protokoll des Rechners nachsehen und eine Sicherung anlegen.",
		disk_not_allowed:
			"Die App darf ihre Dateien nicht schreiben, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Den Datenordner dem Benutzer geben, unter dem die App läuft.",
		disk_failed:
			"Der Datenträger hat den Auftrag nicht ausgeführt ({cause}), daher blieb es dabei. Die Regelung läuft weiter. Im Protokoll des Rechners nachsehen, dann erneut versuchen.",
		options_needed: "nötig",
		options_entries: "{count} in der Liste",
		options_own_of: "{name}, nur für diesen Eintrag",
		options_add: "Eintrag hinzufügen",
		options_full: "Diese Liste ist voll: Sie fasst {count} Einträge.",
		options_none: "Die Liste ist leer.",
		options_remove: "{name} entfernen",
		options_remove_what:
			"Der Eintrag verschwindet sofort aus den Einstellungen, und aus der Anlage, sobald die App neu gestartet ist. Was sich auf ihn bezieht, etwa ein Kreis, muss vorher geändert werden.",
		options_no_list:
			"Was hier gespeichert ist, ist keine Liste von Einträgen und wird daher gezeigt, wie es geschrieben ist. Es berichtigen oder das Feld leeren.",
		options_find: "Einstellung suchen",
		options_find_go: "Suchen",
		options_found: "{count} Gruppen enthalten „{text}“.",
		options_found_one: "Eine Gruppe enthält „{text}“.",
		options_found_none: "Nichts enthält „{text}“. Ein kürzeres Wort versuchen.",
		options_found_all: "Alle Einstellungen zeigen",
		options_contents: "Einstellungen nach Thema",
		options_h_plant: "Anlage",
		options_h_plant_what: "Was im Haus steht: Kollektoren, Speicher, Kreise, und wo das Haus liegt.",
		options_h_wiring: "Fühler und Ausgänge",
		options_h_wiring_what:
			"Was misst und was geschaltet wird, wo es angeschlossen ist, und die Karten und Geräte dafür.",
		options_h_heating: "Heizen",
		options_h_heating_what: "Wann Wärme gewonnen, bewegt und erzeugt wird.",
		options_h_protection: "Schutz und Kühlung",
		options_h_protection_what:
			"Grenzen, die Anlage und Menschen schützen: Kochen, Überhitzung, Frost, Legionellen, Blockieren.",
		options_h_home: "Home Assistant und Broker",
		options_h_home_what: "Die Sprache, die Anmeldung am MQTT-Broker und dessen Überwachung.",
		options_h_records: "Verlauf, Protokolle und Regelzyklus",
		options_h_records_what:
			"Wie lange etwas aufgehoben wird, wohin Protokolle gehen und wie oft die Regelung entscheidet.",
		target_ready_by: "Warmwasser fertig um",
		target_heater_hours: "Zeiten des Heizstabs",
		target_circulation_hours: "Zeiten der Zirkulation",
		target_legionella_at: "Gegen Legionellen heizen um",
		target_never: "Nie",
		target_always: "immer",
		target_save: "Einstellen",
		target_example: "Zum Beispiel {example}",
	},
};
