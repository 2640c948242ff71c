import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	problem: {
		setup_unknown: "Diese Seite ist nicht mehr aktuell: Laden Sie sie neu.",
		setup_cannot_save:
			"Die Optionen lassen sich von hier aus nicht schreiben: Tragen Sie dies in den Optionen der App ein.",
		plain_number: "Geben Sie eine einfache Zahl ein, zum Beispiel 300.",
		try_confirm: "Bestätigen Sie zuerst, dass niemand an der Verdrahtung arbeitet: Kreuzen Sie das Kästchen oben an.",
		try_busy: "Ein Ausgang wird gerade ausprobiert: Warten Sie, bis er aus ist.",
		try_not_found: "Das ist nicht mehr angeschlossen: Sehen Sie nach dem Stecker.",
		try_in_use: "Die Regelung betreibt diese Karte. Probieren Sie ihre Ausgänge auf der Seite Heute aus.",
		try_held: "Ein anderes Programm benutzt das: Beenden Sie dieses Programm, oder wählen Sie einen anderen Ausgang.",
		try_not_noted:
			"Der Ausgang wurde nicht eingeschaltet. Die App notiert zuerst, was sie ausprobiert, damit es auch nach einem Absturz ausgeht, und das ist misslungen ({cause}). Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es erneut.",
		layer_height:
			"Geben Sie an, wie hoch dieser Fühler über dem Speicherboden sitzt, in cm: Eine Schicht ohne Höhe fehlt im Bild des Speichers und in seiner Wärme.",
	},
};
