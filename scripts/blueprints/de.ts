import type { BlueprintTexts } from "./translated.ts";

/** Texts of the blueprints, by file and place. */
export const DE: BlueprintTexts = {
	fault_notification: {
		name: "Solarthermie: Nachricht bei Störungen",
		description:
			"Meldet sich, wenn Solar Heating eine Störung findet: Die Nachricht sagt, was nicht stimmt und was zu tun ist. Sie kommt auch, wenn von der App eine Weile nichts zu hören war und wenn alles wieder in Ordnung ist. Eine Störung, die beim Start der App noch besteht, wird erneut gemeldet.",
		"notify.name": "So wird es gemeldet",
		"notify.description":
			"Was mit `title` und `message` geschehen soll. Anfangs ist es eine Benachrichtigung in Home Assistant. Für das Telefon dessen Aktion *Benachrichtigung über die mobile App senden* mit denselben beiden Vorlagen wählen.",
		"alarms_only.name": "Nur Alarme",
		"alarms_only.description":
			"Ein: nur Alarme, etwa eine fehlende Relaiskarte oder ungültige Optionen. Aus: auch Warnungen, etwa ein verlorener Fühler.",
		"silent_for.name": "Die App schweigt seit",
		"silent_for.description": "So lange müssen ihre Entitäten nicht verfügbar sein, bevor es gemeldet wird.",
		"entities.name": "Entitäten",
		"entities.description": "Nur ändern, wenn die Entitäten andere IDs haben.",
		"entities.fault_began.name": "Störung aufgetreten",
		"entities.findings.name": "Meldungen",
		"texts.name": "Texte",
		"texts.description": "Eine Störung ist in der Sprache der App. Diese Texte sind für alles andere.",
		"texts.title.name": "Überschrift",
		"texts.title.default": "Solarthermie",
		"texts.silent_text.name": "Wenn die App schweigt",
		"texts.silent_text.default":
			"Von der App war eine Weile nichts zu hören. Bitte nachsehen, ob sie läuft, unter Einstellungen > Apps, und ob der Broker läuft. Solange die App angehalten ist, regelt nichts die Anlage.",
		"texts.well_text.name": "Wenn alles wieder in Ordnung ist",
		"texts.well_text.default": "Alles ist wieder in Ordnung.",
	},
	pv_surplus: {
		name: "Solarthermie: PV-Überschuss in den Heizstab",
		description:
			"Schaltet den Heizstab ein, solange die Photovoltaik Leistung übrig hat, und gibt ihn an den Regler zurück, wenn das vorbei oder der Speicher warm ist. Der Schutz der App ist stärker: Bei der Maximaltemperatur des Speichers oder ohne Speicherfühler bleibt der Heizstab aus, und der Grund wird gemeldet. Eingeschaltet wird mit Handbetrieb, der von selbst endet, spätestens nach einer Stunde. Solange Überschuss da ist, wird er alle zehn Minuten erneuert; der Heizstab geht also auch aus, wenn Home Assistant stehen bleibt. Wird der Heizstab von Hand ausgeschaltet, bleibt er so lange aus, wie dieser Handbetrieb dauert. `manual.hold_for` der App auf 20 Minuten oder mehr stellen.",
		"surplus.name": "Überschuss",
		"surplus.description":
			"Was das Haus ins Netz einspeist, in W oder kW. Ein Wert, der älter als zehn Minuten ist, gilt als kein Überschuss.",
		"feed_in_negative.name": "Einspeisung ist eine negative Zahl",
		"feed_in_negative.description": "Manche Zähler zeigen Einspeisung unter null und Bezug darüber.",
		"start_above.name": "Einschalten ab",
		"start_above.description":
			"Der Heizstab startet bei diesem Überschuss oder mehr. Die Leistung des Heizstabs wählen.",
		"stop_below.name": "Ausschalten unter",
		"stop_below.description":
			"Bei weniger Überschuss geht der Heizstab aus. Ein Zähler am Netz zeigt, was übrig bleibt, während der Heizstab läuft: 0 W schaltet ihn aus, sobald Strom bezogen wird.",
		"lasting.name": "Mindestens",
		"lasting.description":
			"So lange muss der Überschuss darüber oder darunter liegen, damit eine Wolke nicht schaltet.",
		"tank_up_to.name": "Speicher bis",
		"tank_up_to.description":
			"Über dieser Speichertemperatur heizt der Überschuss nicht weiter. 3 K darunter beginnt es wieder. Die Maximaltemperatur der App gilt in jedem Fall.",
		"refused.name": "Wenn der Heizstab nicht startet",
		"refused.description": "Was geschehen soll, wenn die App den Heizstab aus lässt. `why` ist ihre Begründung.",
		"refused.default.title": "Solarthermie",
		"refused.default.message": "Es ist Überschuss da, aber der Heizstab bleibt aus. {{ why }}",
		"entities.name": "Entitäten",
		"entities.description": "Nur ändern, wenn die Entitäten andere IDs haben.",
		"entities.heater.name": "Heizstab",
		"entities.automatic.name": "Heizstab: auf Automatik",
		"entities.heater_why.name": "Heizstab: warum",
		"entities.tank.name": "Speichertemperatur",
	},
	ready_by: {
		name: "Solarthermie: Warmwasser bis",
		description:
			"Gibt der App die Zeit, zu der das Warmwasser bereit sein soll: vom nächsten Wecker des Telefons, von einem Helfer mit Datum oder Uhrzeit oder von einem anderen Sensor mit einem Zeitpunkt. Der Heizstab startet dann so spät wie möglich, und gar nicht, wenn die Sonne genügt. Dafür muss *Heizstab: Betriebsart* `eco` oder `on` sein. Ein Zeitpunkt, der mehr als einen Tag entfernt ist, zählt nicht. Bis dahin, und ohne einen, gelten die üblichen Zeiten.",
		"moment.name": "Zeitpunkt",
		"moment.description":
			"Zum Beispiel *Nächster Wecker* der App von Home Assistant auf dem Telefon oder ein Helfer *Datum und/oder Uhrzeit*.",
		"before.name": "So lange vorher bereit",
		"before.description": "Das Warmwasser ist so lange vor diesem Zeitpunkt bereit.",
		"otherwise.name": "Sonst",
		"otherwise.description":
			"Die üblichen Zeiten, wie die App sie schreibt: `never`, `06:30` oder `mo-fr 06:30, sa so 08:00`.",
		"ready_by.name": "Heizstab: bereit bis",
		"ready_by.description":
			"Die Textentität der App. Sie ist anfangs deaktiviert: auf der Seite des Geräts aktivieren.",
	},
	holiday: {
		name: "Solarthermie: Urlaub, wenn niemand zu Hause ist",
		description:
			"Schaltet den Urlaub der App ein, wenn anderthalb Tage niemand zu Hause war, und beendet ihn, wenn jemand zurückkommt. Im Urlaub wird die Wärme der Sonne nicht gebraucht: Der Speicher wird nachts über die Kollektoren gekühlt, damit sie nicht kochen, und nichts heizt ihn. Dauert die Abwesenheit länger, wird der Urlaub verlängert. Eine Anlage mit Drainback hat keinen Urlaub.",
		"people.name": "Wer hier wohnt",
		"people.description":
			"Personen, Tracker oder Gruppen. Ein Helfer *Schalter* geht auch und heißt „zu Hause“, solange er ein ist. Wessen Ort unbekannt ist, gilt als zu Hause.",
		"away_for.name": "Nachdem niemand zu Hause war, seit",
		"away_for.description":
			"So lange, nachdem der Letzte gegangen ist, beginnt der Urlaub. Nach einem Neustart von Home Assistant beginnt diese Zeit von vorn.",
		"days.name": "Für",
		"days.description":
			"So viele Tage dauert der Urlaub. Am letzten Tag wird er verlängert, wenn noch niemand zu Hause ist.",
		"holiday_until.name": "Urlaub bis",
		"holiday_until.description": "Ein Datum; mit Home Assistant vor 2026.8 ein Text.",
	},
};
