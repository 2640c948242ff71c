import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	page: {
		history: "Verlauf",
		span_week: "Woche",
		span_month: "Monat",
		span_year: "Jahr",
		span_all: "Alle Jahre",
		history_week: "Woche vom {from} bis {to}",
		history_curves: "Temperaturen",
		history_range: "Die Linie ist der Mittelwert, die Fläche darum der niedrigste und höchste Wert.",
		history_bars: "Wärme nach Quelle",
		history_no_curves: "In dieser Zeit wurden keine Temperaturen aufgezeichnet.",
		history_no_bars: "In dieser Zeit wurde keine Energie gezählt.",
		history_table: "Als Tabelle",
		history_time: "Zeit",
		history_busy: "Viele sehen sich gerade den Verlauf an. Laden Sie die Seite gleich noch einmal.",
		history_no_clock: "Die Uhr dieses Geräts ist noch nicht gestellt, deshalb gibt es keinen Verlauf zu zeigen.",
		history_no_date: "{value} ist kein Datum. Ein Datum sieht so aus: 2026-09-12.",
		history_read: "{name}. Mit den Pfeiltasten oder durch Zeigen auf einen Zeitpunkt lassen sich die Werte ablesen.",
	},
};
