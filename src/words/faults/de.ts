import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	fault: {
		open: "Unterbrechung in der Leitung oder im Fühler.",
		short: "Kurzschluss in der Leitung oder im Fühler.",
		implausible: "er meldet einen unmöglichen Wert.",
		unsteady: "zwei Messungen nacheinander widersprechen sich.",
		crc: "die Daten kommen fehlerhaft an. Leitung und Leitungslänge prüfen.",
		no_answer: "keine Antwort.",
		power_on_value: "er meldet nur seinen Einschaltwert. Stromversorgung prüfen.",
		missing: "nicht gefunden. Stecker und Adresse prüfen.",
		unidentified: "dort antwortet eine andere Karte, oder sie sagt nicht, welche sie ist.",
		no_permission: "der App fehlt die Berechtigung, es zu öffnen.",
		in_use: "ein anderes Programm benutzt den Anschluss.",
		no_write: "es gibt dort nichts zu schalten.",
		not_verified: "die Karte bestätigt nicht, dass der Ausgang wie gewünscht eingestellt ist.",
		unarmed: "es hat seine eigene Zeitschaltung nicht gestartet, der Verbraucher bliebe ohne diese App eingeschaltet.",
		declined: "es lehnt den Befehl ab.",
		unproven: "nichts bestätigt, dass die Karte tut, was sie soll; daher bleibt dieser Heizstab aus.",
		bus: "der Bus, an dem er angeschlossen ist, ist gestört.",
		stale: "seit zu langer Zeit kein neuer Wert.",
		no_connection: "die App ist nicht mit dem Broker verbunden.",
		no_right: "der Broker lässt den Benutzer der App sein Topic nicht lesen.",
		own_topic: "sein Topic gehört dieser App selbst.",
		unavailable: "das Gerät oder Home Assistant meldet, dass es keinen Wert hat.",
		no_number: "was er meldet, ist keine Zahl.",
		wrong_unit: "er meldet in einer Einheit, die nicht passt.",
		not_in_message: "seine Nachrichten enthalten diesen Wert nicht.",
		only_stored: "es gibt nur einen gespeicherten Wert, der beliebig alt sein kann.",
		unheard: "es ist keine Nachricht von ihm angekommen.",
		no_entity: "Home Assistant hat keine solche Entität.",
		own_entity: "diese App veröffentlicht die Entität selbst.",
		no_access: "Home Assistant lässt die App nicht fragen.",
	},
	remedy: {
		open: "Stecker, Klemmen und Kabel prüfen. Den Widerstand des Fühlers messen.",
		short: "Nach gequetschter Isolierung und Feuchtigkeit im Stecker suchen. Findet sich nichts, den Fühler tauschen.",
		implausible: "Prüfen, ob der Fühler dort sitzt, wo seine Rolle es angibt, und ob der Typ stimmt.",
		unsteady: "Stecker, Klemmen, Kabel und Versorgung prüfen: Ein Wackelkontakt lässt die Temperatur springen.",
		crc: "Den Bus kürzen, Sternverkabelung meiden, Abstand zu Netzkabeln halten und den Pull-up-Widerstand prüfen.",
		no_answer: "Verdrahtung und Adresse prüfen. Neue Versuche laufen automatisch.",
		power_on_value: "Alle drei Adern anschließen: Mit eigener Stromversorgung schafft der Fühler die Messung.",
		missing: "Erneut einstecken. Steckt es, die Adresse in den Optionen Zeichen für Zeichen vergleichen.",
		unidentified:
			"Die Art der Karte in den Optionen wählen (relind: board) und die Nummer im Stapel mit den Jumpern auf der Karte vergleichen. Eine USB-Karte, die mit ihrer Gerätedatei angegeben ist: mit ihrer Seriennummer angeben, oder die App neu starten, falls sie absichtlich umgesteckt wurde.",
		no_permission:
			"In Home Assistant: die App neu installieren und den Schutzmodus eingeschaltet lassen. Sonst: den Benutzer der App in die Gruppe des Geräts aufnehmen: dialout für eine serielle Schnittstelle, i2c für eine I2C-Platine, gpio für GPIO-Pins.",
		not_in_group:
			"In Home Assistant: die App neu installieren und den Schutzmodus eingeschaltet lassen. Sonst: den Benutzer der App in die Gruppe {group} aufnehmen, zu der das Gerät gehört, und die App neu starten.",
		login_refused:
			"Das Passwort in den Optionen korrigieren oder den Kanal. Danach verbindet sich die App automatisch wieder.",
		in_use:
			"Das andere Programm beenden, das den Anschluss benutzt: eine App für Zigbee oder Z-Wave, ein Terminal oder eine zweite Regelung. Danach wird er automatisch geöffnet.",
		no_write: "Diesem Ausgang ein schaltbares Ziel geben.",
		not_verified:
			"Stromversorgung der Karte und diesen Ausgang prüfen. Vielleicht benutzt ein anderes Programm den Anschluss.",
		unarmed:
			"Ein Gerät verwenden, das eine Zeitschaltung je Befehl beherrscht: Das Kapitel über seinen Treiber sagt, wie. Dieses nie für einen Heizstab verwenden.",
		declined: "Die Adresse in den Optionen mit dem Gerät vergleichen und dessen Firmware aktualisieren.",
		unproven:
			"Eine Karte verwenden, die zurückgelesen wird. Hat der Heizstab einen eigenen Sicherheitstemperaturbegrenzer (STB), der funktioniert, kann stattdessen unverified_ok dieses Ausgangs auf true gesetzt werden.",
		bus: "Adapter und Kabel prüfen. Abziehen und wieder einstecken.",
		stale: "Das Kabel prüfen. Es wird automatisch weiter abgefragt.",
		too_rare:
			"Batterie, Funk und das Programm prüfen, das seine Werte weitergibt. Meldet er seltener als alle {max_age} s, ihm eine längere Altersgrenze (max_age) von bis zu 3600 s geben.",
		no_connection: "Siehe `broker_connection`: Dort steht der Grund. Die App verbindet sich von selbst wieder.",
		no_right: "Dieses Recht in die Zugriffsregeln des Brokers aufnehmen: `solar-heating broker acl` gibt alle aus.",
		own_topic:
			"Das Topic des Geräts selbst angeben. Ein Wert, den die App veröffentlicht, würde sich selbst bestätigen.",
		unavailable: "Das Gerät prüfen: Stromversorgung, Funk und die Seite des Programms, das es ausliest.",
		no_number: "Die Quelle mit einer Nachricht des Geräts vergleichen: Eine Stelle in JSON beginnt mit # und /.",
		wrong_unit: "In den Optionen die Einheit dieses Fühlers angeben oder sie am Gerät berichtigen.",
		not_in_message: "Den Teil nach # Zeichen für Zeichen mit einer Nachricht des Geräts vergleichen.",
		only_stored: "Prüfen, ob das Gerät noch meldet. Die nächste Nachricht, die es veröffentlicht, zählt.",
		unheard:
			"Das Topic mit dem des Geräts vergleichen und prüfen, ob der Broker es die App lesen lässt: `solar-heating broker acl` gibt die Regeln aus.",
		no_entity:
			"Die Entitäts-ID mit der in Home Assistant vergleichen, unter Einstellungen, Geräte & Dienste, Entitäten.",
		own_entity:
			"Die Entität des Fühlers selbst wählen. Ein Wert, den die App veröffentlicht, würde sich selbst bestätigen.",
		no_access:
			"In Home Assistant: die App neu starten. Sonst: Adresse und Token unter home_assistant angeben; das Token muss ein Administrator erstellen.",
	},
};
