import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	fault: {
		open: "Leitung oder Fühler ist unterbrochen.",
		short: "Leitung oder Fühler ist kurzgeschlossen.",
		implausible: "er meldet einen unmöglichen Wert.",
		unsteady: "zwei Messungen nacheinander widersprechen sich.",
		crc: "die Daten kommen beschädigt an. Leitung und Länge prüfen.",
		no_answer: "keine Antwort.",
		power_on_value: "er meldet nur seinen Einschaltwert. Versorgung prüfen.",
		missing: "nicht vorhanden. Stecker und Adresse prüfen.",
		no_permission: "das System verweigert uns den Zugriff.",
		in_use: "ein anderes Programm hat den Anschluss geöffnet.",
		no_write: "kann nichts schalten.",
		not_verified: "die Relaiskarte bestätigt das Schalten nicht.",
		bus: "der Bus ist gestört.",
		stale: "seit zu langer Zeit kein neuer Wert.",
	},
	remedy: {
		open: "Stecker, Klemmen und Kabel prüfen; den Widerstand des Fühlers messen.",
		short: "Nach gequetschter Isolierung und Feuchte im Stecker suchen; ist es beides nicht, den Fühler tauschen.",
		implausible: "Prüfen, ob der Fühler dort sitzt, wo seine Rolle es sagt, und ob er von der richtigen Art ist.",
		unsteady: "Stecker, Klemmen, Kabel und Versorgung prüfen: Ein Wackelkontakt lässt die Temperatur springen.",
		crc: "Den Bus kürzen, Sternverkabelung meiden, Abstand zu Netzkabeln halten und den Pull-up-Widerstand prüfen.",
		no_answer: "Verdrahtung und Adresse prüfen. Es wird von selbst weiter gefragt.",
		power_on_value: "Alle drei Adern anschließen: Mit eigener Versorgung schafft der Fühler die Messung.",
		missing: "Neu einstecken. Ist es da, die Adresse in den Optionen Zeichen für Zeichen vergleichen.",
		no_permission:
			"Als App: neu installieren und den Schutzmodus eingeschaltet lassen. Sonst: den Benutzer in die Gruppe dialout aufnehmen.",
		in_use:
			"Das andere Programm beenden, das den Anschluss benutzt: eine App für Zigbee oder Z-Wave, ein Terminal oder eine zweite Regelung. Danach wird er von selbst geöffnet.",
		no_write: "Diesem Ausgang ein Ziel geben, das schalten kann.",
		not_verified: "Versorgung und Relais der Karte prüfen. Vielleicht nutzt ein anderes Programm den Anschluss.",
		bus: "Adapter und Kabel prüfen; abziehen und wieder einstecken.",
		stale: "Das Kabel dorthin prüfen. Es wird von selbst weiter gelesen.",
	},
};
