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
		masked_without_old: "Hier ist ein Geheimnis verdeckt, und es gibt kein altes, das bleiben könnte. Es eingeben.",
		restart_yourself: "Gespeichert. Hier startet nichts die App von selbst neu: sie beenden und wieder starten.",
		restart_failed:
			"Home Assistant hat die App nicht neu gestartet ({cause}). Sie auf ihrer Seite in Home Assistant neu starten.",
	},
	notice: {
		options_saved: "{actor} hat Optionen gespeichert: {paths}. Sie gelten nach einem Neustart der App.",
		restart_asked: "{actor} startet die App neu.",
	},
} as const;
