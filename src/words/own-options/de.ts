export const de = {
	problem: {
		of_version: "eine Datei der Version {version}",
		own_options_unreadable:
			"Die eigenen Optionen der App sind nicht lesbar, daher ruhen ihre Ausgänge. Datenträger und Eigentümer der Datei prüfen, dann die App neu starten.",
		own_options_newer:
			"Eine neuere Version der App hat deren eigene Optionen geschrieben, und diese Version versteht sie nicht. Die App aktualisieren oder eine Sicherung wiederherstellen, die diese Version gemacht hat.",
		own_options_damaged:
			"Die eigenen Optionen der App sind beschädigt, daher ruhen ihre Ausgänge. Eine Sicherung der App wiederherstellen. Oder diese Datei entfernen oder durch {before} daneben ersetzen und die App neu starten.",
		own_options_not_kept:
			"Die eigenen Optionen der App konnten nicht gespeichert werden ({cause}); die alten sind noch da. Den Datenträger prüfen.",
		page_not_reached:
			"Der Supervisor von Home Assistant antwortet nicht ({cause}), daher wurde nichts gespeichert. In einer Minute erneut versuchen.",
		page_refused: "Home Assistant hat die Optionen nicht angenommen: {said}. Es wurde nichts gespeichert.",
		options_file_not_written:
			"Die Optionsdatei konnte nicht geschrieben werden ({cause}), daher wurde nichts gespeichert. Der App das Schreiben erlauben oder die Datei selbst ändern.",
		options_changed_meanwhile:
			"Inzwischen hat jemand {paths} geändert, daher wurde nichts gespeichert. Die Optionen noch einmal ansehen, dann erneut speichern.",
		options_seen_long_ago:
			"Diese Optionen wurden vor dem letzten Start der App gelesen, daher wurde nichts gespeichert. Sie neu lesen.",
		options_not_the_same:
			"Nach der Übernahme wären diese nicht, was sie jetzt sind: {paths}. Sie bleiben auf der Optionsseite. Bitte melden.",
		page_forgot:
			"Home Assistant hat die Optionen angenommen, hat aber noch die alten. Es wurde nichts gespeichert. In einer Minute erneut versuchen.",
		options_unsure:
			"Ob alles gespeichert wurde, ist nicht bekannt: Home Assistant hat jetzt andere Optionen oder antwortet nicht. Kein Wert ist verloren. Die Optionen noch einmal ansehen, dann erneut speichern.",
		masked_without_old: "Hier ist ein Geheimnis verdeckt, und es gibt kein altes, das bleiben könnte. Es eingeben.",
		preset_goes_first:
			"Die Voreinstellung hat hier {preset}, und neben einer Voreinstellung gilt die Vorgabe der App als nicht gesetzt. Das Feld leer lassen oder einen etwas anderen Wert angeben.",
		restart_yourself: "Gespeichert. Hier startet nichts die App von selbst neu: sie beenden und wieder starten.",
		restart_failed:
			"Home Assistant hat die App nicht neu gestartet ({cause}). Sie auf ihrer Seite in Home Assistant neu starten.",
	},
	page: {
		options: "Einstellungen",
		options_where:
			"Für ein leeres Feld gilt die Vorgabe. Was hier gespeichert wird, ist auch in den Sicherungen der App.",
		options_elsewhere:
			"Sprache, Anmeldung am Broker und Protokollstufe stehen auf der Konfigurationsseite der App in Home Assistant. Fühler, Ausgänge, Speicher und Heizstab stehen auf beiden: immer nur an einer Stelle speichern.",
		options_refused: "Es wurde nichts gespeichert",
		options_saved: "Gespeicherte Änderungen warten: Sie gelten, sobald die App neu gestartet ist.",
		options_restart: "App neu starten",
		options_save: "Speichern",
		options_set: "{count} gesetzt",
		options_default: "Vorgabe: {value}",
		options_on: "ein",
		options_off: "aus",
		options_link: "Alle Einstellungen",
	},
	command: {
		options_own: "eigene der App",
		options_page: "Optionsseite",
		options_in_file: "Optionsdatei",
		options_rest: "Alles andere hat seine Vorgabe.",
		options_wait: "Gespeicherte Änderungen warten: Sie gelten, sobald die App neu gestartet ist.",
		options_kept: "{path} ist gespeichert.",
		options_kept_wait: "{path} ist gespeichert und gilt, sobald die App neu gestartet ist.",
		options_fine: "Der nächste Start nimmt diese Optionen an.",
	},
	notice: {
		options_saved: "{actor} hat Optionen gespeichert: {paths}. Sie gelten nach einem Neustart der App.",
		options_moved:
			"Einstellungen wurden von der Optionsseite in die App übernommen, wo deren eigene Seite sie ändert: {paths}. Ihre Werte sind dieselben, und sie sind in den Sicherungen der App.",
		options_not_moved:
			"Einstellungen bleiben auf der Optionsseite und gelten: {problem:problem} Die App versucht es beim nächsten Start erneut.",
		restart_asked: "{actor} startet die App neu.",
		restart_refused:
			"Die App wurde nicht neu gestartet: Home Assistant hat abgelehnt ({cause}). Das Gespeicherte gilt, sobald die App auf ihrer Seite in Home Assistant neu gestartet ist.",
	},
} as const;
