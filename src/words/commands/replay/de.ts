import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		row_order: "Zeile {line}: Die Zeit {time} liegt vor der Zeile darüber. Die Tabelle nach der Zeit sortieren.",
		row_number:
			"Zeile {line}: {sensor} ist „{cell}“. Eine Zahl mit Dezimalpunkt schreiben, oder die Zelle leer lassen für eine misslungene Messung.",
		row_unit:
			"Zeile {line}: {sensor} ist „{cell}“. Nur Grad Celsius werden gelesen: Die Spalte umrechnen, mit oder ohne °C hinter der Zahl.",
		row_unit_of:
			"Zeile {line}: {sensor} ist „{cell}“. Dieser Fühler misst in {unit}: Die Spalte umrechnen, mit oder ohne Einheit hinter der Zahl.",
		row_column: "Zeile {line}: Die Spalte „{column}“ ist kein Fühler dieser Optionen. Es gibt: {known}.",
		column_twice: "Zeile {line}: Die Spalte „{column}“ kommt zweimal vor. Eine davon behalten.",
		table_utf16: "Die Tabelle ist UTF-16. Als UTF-8 speichern (in der Tabellenkalkulation: CSV UTF-8).",
		table_sep: "Zeile 1: Die Zeile `sep=…` entfernen; das Trennzeichen wird ohne sie erkannt.",
		row_no_time: "Zeile 1: Die Kopfzeile braucht eine Spalte `time`.",
		row_time:
			"Zeile {line}: Die Zeit „{time}“ ist nicht zu deuten. Sekunden schreiben, oder ISO 8601 wie 2026-07-01T12:00:00Z.",
		row_serial:
			"Zeile {line}: Die Zeit {time} sieht aus wie ein Datum, wie es eine Tabellenkalkulation zählt, in Tagen. Die Spalte als JJJJ-MM-TT hh:mm:ss formatieren und die Tabelle neu speichern; sind es Sekunden, mit 0 beginnen.",
		row_left_out:
			"Zeile {line}: Die Uhr zeigt {time} in der Zeitzone dieser Optionen nie, weil sie vorgestellt wurde. Ein Logger, der das ganze Jahr Winterzeit hat, braucht Zeiten mit ihrem Abstand zu UTC, wie 2026-03-29T02:30:00+01:00, oder eine `site.time_zone` ohne Sommerzeit, wie Etc/GMT-1 für UTC+1.",
		row_intent: "Zeile {line}: intent: {why:command} Zum Beispiel {example} schreiben.",
		row_cells:
			"Zeile {line}: Sie hat mehr oder weniger Zellen als die Kopfzeile. Jeder Spalte eine Zelle geben, die auch leer sein darf.",
		row_quotes:
			"Zeile {line}: Ein Anführungszeichen fehlt oder steht falsch. Die ganze Zelle in Anführungszeichen setzen und die darin verdoppeln.",
		row_unreadable:
			"Zeile {line}: Das ist keine Zeile einer Tabelle. Die Zellen durch Komma, Semikolon oder Tabulator trennen.",
		table_unreadable: "Sie ist nicht lesbar ({why}). Pfad und Rechte prüfen.",
		table_empty:
			"Sie hat keine Zeile. Eine Kopfzeile mit `time` und den IDs der Fühler schreiben, und eine Zeile für jede Messung.",
		history_none: "die App hat noch nichts aufgezeichnet. Den Datenordner mit --data nennen.",
		intent_form: "das ist kein Befehl.",
		intent_field: "{field}: {remedy:problem}",
		intent_no_json: "das ist kein JSON.",
	},
};
