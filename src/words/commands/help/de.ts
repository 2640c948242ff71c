import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		"help.about": "Regelt eine Solarthermieanlage für Home Assistant und erklärt jede Entscheidung.",
		"help.options_file": "Optionen als JSON-Datei; ohne Angabe: /data/options.json, sonst Umgebungsvariablen und .env",
		"help.data": "Ordner mit eingestellten Werten, Zählern und der Kennung der Installation",
		"help.json": "das Ergebnis als JSON ausgeben",
		"help.run": "Die Regelung ausführen.",
		"help.http_port": "Port der Seite, ihrer API und von GET /healthz; 0 für keinen",
		"help.http_host": "Adresse, auf der dieser Port lauscht",
		"help.http_names": "Namen, unter denen ein Proxy die Seite weitergibt, durch Kommas getrennt",
		"help.ingress_peer": "nur diese Adresse erhält die Seite, und zwar ohne Anmeldung",
		"help.run_speed": "wievielmal schneller eine simulierte Anlage läuft",
		"help.run_json": "als JSON-Zeilen protokollieren; Standard, wenn die Ausgabe kein Terminal ist",
		"help.demo":
			"Alles ohne Hardware ausführen: ein Broker mit Anmeldung, eine simulierte Anlage und eine laufende Tabelle.",
		"help.demo_options": "die Anlage dieser Optionsdatei betreiben, mit simulierten Quellen und Zielen",
		"help.demo_speed": "wievielmal schneller die Anlage läuft",
		"help.demo_port": "Port des Brokers; 0 für einen freien",
		"help.demo_minutes": "nach so vielen Minuten aufhören",
		"help.demo_data": "die eingestellten Werte in diesem Ordner behalten; ohne Angabe werden sie nicht behalten",
		"help.demo_json": "eine JSON-Zeile mit der Anmeldung ausgeben, sobald alles läuft, und keine Tabelle",
		"help.check": "Optionen, Broker, Anmeldung und Rechte prüfen: je eine Zeile mit dem, was zu tun ist.",
		"help.check_listener": "ein weiterer Port des Brokers, der unbekannte Clients abweisen muss; wiederholbar",
		"help.check_thorough":
			"unbekannte Clients auf jede Weise versuchen, auch von einem anderen Rechner aus; eine Firewall kann ihn dafür sperren",
		"help.check_second_login":
			"Datei mit Name und Passwort eines anderen Benutzers in je einer Zeile: Kann dieser die Client-ID der App übernehmen?",
		"help.read": "Alle Fühler und Ausgänge einmal lesen.",
		"help.read_discover":
			"alle angeschlossenen Fühler, Karten und Anschlüsse auflisten, auch solche, die nicht in den Optionen stehen, und was für sie einzutragen ist",
		"help.read_broker":
			"mit --discover: auch 30 s lang hören, was Shelly, Tasmota, ESPHome, Zigbee2MQTT und andere Geräte am Broker melden",
		"help.rest": "Alle Ausgänge in Ruhestellung bringen und das nachprüfen.",
		"help.silence_test": "Testen, dass jeder Ausgang hinter einem Netzwerk ausgeht, wenn die App schweigt.",
		"help.explain": "Die laufende Regelung fragen, warum jeder Ausgang ein- oder ausgeschaltet ist.",
		"help.energy": "Die laufende Regelung nach Wärme und Strom je Quelle fragen, und wo jeder Wert gemessen wird.",
		"help.energy_days": "die letzten so vielen Tage, Tag für Tag, statt Summen",
		"help.energy_months": "Monat für Monat, alle gespeicherten",
		"help.energy_years": "Jahr für Jahr, alle gespeicherten",
		"help.energy_csv": "Tage, Monate oder Jahre als Tabelle für Tabellenprogramme ausgeben",
		"help.options": "Die gesetzten Optionen zeigen, und wo sie stehen. Geheimnisse sind verdeckt.",
		"help.options_set":
			"Eine Option setzen, zum Beispiel tank_limit.target 60. Ein Wert ist JSON oder ein Text; null geht zurück zur Vorgabe. Sie gilt ab dem nächsten Start.",
		"help.options_check": "Prüfen, ob der nächste Start die Optionen annimmt, wie sie jetzt gespeichert sind.",
		"help.page": "Die Adresse der Seite der laufenden Regelung ausgeben, und wie man sich dort anmeldet.",
		"help.page_password": "auch das Passwort ausgeben",
		"help.page_set_password": "Das Passwort der Seite festlegen. Es wird erfragt oder von der Standardeingabe gelesen.",
		"help.dashboard": "Ein Dashboard für Home Assistant für diese Anlage ausgeben, als YAML zum Einfügen.",
		"help.dashboard_card":
			"das Skript der Karte, die die Anlage zeichnet, in diese Datei schreiben und die Karte im Dashboard verwenden",
		"help.import":
			"Von der früheren Regelung übernehmen: Einstellungen aus ihrer .env, ihre Entitäts-IDs und was sie am Broker hinterlassen hat.",
		"help.import_file": "ihre .env; sonst .env in diesem Ordner",
		"help.import_out": "schreibt die Einstellungen in diese neue Datei; das Passwort bekommt daneben eine eigene",
		"help.import_broker": "zeigt auch, was der Broker von ihr aufbewahrt, und merkt sich ihre Entitäts-IDs für die App",
		"help.import_remove":
			"entfernt, was der Broker von ihr aufbewahrt, nachdem es gezeigt wurde; nicht, solange sie noch läuft",
		"help.backup": "Eingestellte Werte, Zähler, Verlauf und die Kennung der Installation in eine Datei schreiben.",
		"help.backup_file": "wird ersetzt, falls vorhanden; nur ihr Eigentümer darf sie lesen",
		"help.backup_prepare": "eine vollständige Kopie neben die Datenbank legen, bevor der Datenordner gesichert wird",
		"help.backup_finish": "diese Kopie entfernen",
		"help.restore": "Die gespeicherten Daten durch eine Sicherung ersetzen, während keine Regelung läuft.",
		"help.restore_file": "eine Datei von `backup` oder eine beiseitegelegte Datenbank",
		"help.audit_trail": "Ausgeben, wer wann was geändert hat, und nachweisen, dass diese Einträge unverändert sind.",
		"help.trail_since": "nur Einträge seit 2026-07-01 oder 2026-07-01T12:00:00Z oder aus den letzten 7d oder 12h",
		"help.trail_verify": "die Kette durch alle Einträge prüfen; Exit-Code 1, wenn sie unterbrochen ist",
		"help.trail_head": "auch prüfen, ob eine anderswo notierte Prüfsumme zur Kette gehört",
		"help.trail_json": "je Eintrag eine JSON-Zeile ausgeben, oder den Nachweis als JSON",
		"help.soak": "Die laufende Regelung und ihren Broker eine Weile beobachten und beurteilen.",
		"help.soak_minutes": "wie viele Minuten",
		"help.simulate":
			"Ein Haus mit diesen Optionen simulieren, von einem Tag bis zu Jahren: was die Sonne bringt, Starts, Wärme, Fehler.",
		"help.simulate_days": "wie viele Tage",
		"help.simulate_site": "Klima: stockholm, wuerzburg, davos oder athens; Vorgabe: das nächste zu site.latitude",
		"help.simulate_from": "Tag des Jahres, an dem sie beginnt, 1 bis 365",
		"help.simulate_draws": "wann Warmwasser gezapft wird: family, morning, evening, all_day oder bath",
		"help.simulate_litres": "Liter Warmwasser am Tag; Vorgabe: 200",
		"help.simulate_seed": "welches Jahr dieses Klimas: Dieselbe Zahl gibt dasselbe Wetter",
		"help.simulate_turn": "Sekunden zwischen Regelzyklen",
		"help.simulate_weather": "Wetter eines Jahres aus einer Datei: TMY3, EPW, PVGIS (CSV) oder ein deutsches TRY",
		"help.simulate_faults": "Fehler als JSON, eine Liste mit Namen und Tagen; DOCS.md nennt sie",
		"help.simulate_compare":
			"dasselbe noch einmal mit den geänderten Optionen dieser Datei simulieren und den Unterschied zeigen",
		"help.simulate_html": "einen Bericht mit Diagrammen in diese Datei schreiben",
		"help.replay":
			"Den Kern der Regelung mit einer Tabelle von Messwerten ausführen; gibt je Regelzyklus eine JSON-Zeile aus.",
		"help.replay_readings":
			"Spalten `time` und je Fühler-ID eine; eine leere Zelle ist eine fehlgeschlagene Messung; die Spalte `intent` kann Befehle als JSON enthalten",
		"help.replay_history":
			"statt einer Tabelle: die neuesten so vielen Tage aus dem eigenen Verlauf der App, eine Zeile je Minute",
		"help.replay_compare":
			"noch einmal mit den geänderten Optionen dieser Datei ausführen, beides zeigen, und am Ende eine Zusammenfassung",
		"help.broker": "Einen Mosquitto-Broker prüfen, absichern und ändern; siehe broker --help.",
		"help.show_help": "diese Hilfe anzeigen",
		"help.help_of": "die Hilfe zu einem Befehl anzeigen",
		"help.show_version": "die Version anzeigen",
		"help.title_usage": "Aufruf:",
		"help.title_arguments": "Argumente:",
		"help.title_options": "Optionen:",
		"help.title_commands": "Befehle:",
		"help.any_options": "[Optionen]",
		"help.any_command": "[Befehl]",
		"help.default": "{says} (Standard: {value})",
	},
};
