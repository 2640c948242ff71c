import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		busy: "Ein anderer Befehl ändert diesen Broker gerade. Warten, bis er fertig ist, dann erneut versuchen.",
		say_restart: "Angeben, wie der Broker neu gestartet wird: --restart-with 'BEFEHL'.",
		nothing_changed: "Es wurde nichts geändert.",
		nothing_would_change: "Es würde sich nichts ändern.",
		so_already: "Alles ist schon, wie es sein soll. Es wurde nichts geändert.",
		files_so_already:
			"Die Dateien sind schon, wie sie sein sollen. Es wurde nichts geändert, aber der Broker ist nicht nachgewiesen:",
		dry_run_promises: "Ausgeführt und nachgewiesen gilt dann:",
		dry_run_starts: "Mosquitto startet mit diesen Dateien. Es wurde nichts geändert: das war ein Probelauf.",
		dry_run_lines: "{gone} Zeilen würden entfallen oder geändert, {come} kämen hinzu.",
		secret_changes: "{path}: ein Geheimnis ändert sich",
		rights_change: "{path}: Eigentümer und Rechte {was} -> {will}",
		rights_new: "{path}: Eigentümer und Rechte keine -> {will}",
		done: "Fertig und nachgewiesen. Die vorherigen Dateien: Sicherung {backup}.",
		done_but:
			"Fertig, und nachgewiesen, wo es sich prüfen ließ; das war bei {listeners} nicht möglich. Die vorherigen Dateien: Sicherung {backup}.",
		proof_failed: "Es wurde geändert, aber der Nachweis schlug fehl:",
		as_it_was: "Alles ist wie zuvor (Sicherung {backup}).",
		not_put_back: "Es ließ sich nicht wiederherstellen:",
		way_out:
			"Die Dateien nötigenfalls von Hand berichtigen. Dann `solar-heating broker rollback --forget` ausführen; es lässt sie, wie sie sind, und die Befehle arbeiten wieder.",
		files_are_in: "Die vorherigen Dateien liegen in {folder}.",
		broken_off_mended:
			"Eine frühere Änderung wurde abgebrochen. Alles ist aus der Sicherung {backup} wiederhergestellt.",
		broken_off_stuck: "Eine Änderung wurde abgebrochen und lässt sich aus {backup} nicht wiederherstellen:",
		mended_by_hand:
			"Diese Dateien sind weder, wie sie waren, noch, wie dieses Programm sie schrieb: {files}. Jemand hat sie geändert, darum bleiben sie, wie sie sind.",
		way_out_to:
			"Um die Sicherung trotzdem wiederherzustellen: `solar-heating broker rollback --forget`, dann `solar-heating broker rollback --to {backup} --overwrite`.",
		changed_meanwhile: "Jemand hat inzwischen {files} geändert. Es wurde nichts geändert; den Befehl erneut ausführen.",
		nothing_to_forget: "Es wurde keine Änderung abgebrochen: es gibt nichts zu vergessen.",
		forgotten:
			"Die abgebrochene Änderung ist vergessen. Alle Dateien bleiben, wie sie sind; ihr vorheriger Stand ist in der Sicherung {backup}. Wie sicher das ist, zeigt solar-heating check.",
		would_overwrite:
			"Jemand hat diese Dateien geändert, seit dieses Programm sie zuletzt schrieb: {files}. Beim Zurückgehen gingen diese Änderungen verloren.",
		overwrite_anyway:
			"Es wurde nichts geändert. Um trotzdem zurückzugehen, --overwrite hinzufügen: Die jetzigen Dateien werden dann auch gesichert.",
		would_lose_lines:
			"Diese Änderung würde diese Einstellungen entfernen, ohne dass es verlangt war. Das ist ein Fehler dieses Programms, bitte melden:{lines}",
		runs_not: "Es war kein laufender Broker mit {config} zu erreichen; darum ließ sich nichts prüfen.",
		newer_than_broker:
			"{file} wurde geändert, nachdem der Broker gestartet war; er läuft also mit einer anderen Konfiguration.",
		restart_yourself:
			"Den Broker neu starten, zum Beispiel mit `systemctl restart mosquitto`, dann den Befehl noch einmal ausführen.",
		not_in_trail: "Diese Änderung steht nicht im Prüfprotokoll der App: {why:command}",
		command_broke: "Der Befehl selbst ist fehlgeschlagen: {cause}",
		report_it: "Das ist ein Fehler von solar-heating, nicht des Brokers. Bitte mit dieser Meldung melden.",
		name_other_file: "Eine andere Datei nennen oder Platz schaffen und den Befehl noch einmal ausführen.",
		hardened:
			"Ab jetzt ist eine Anmeldung nötig: nachgewiesen an jedem Listener, ohne Konto und als erfundener Benutzer.",
		hardened_but:
			"Ab jetzt ist eine Anmeldung nötig: nachgewiesen an jedem Listener, an dem sich eine Anmeldung prüfen lässt, ohne Konto und als erfundener Benutzer. Eingestellt, aber nicht zu prüfen war es bei {listeners}.",
		hardened_untried: "Die Konfiguration verlangt eine Anmeldung. Das ließ sich bei {listeners} nicht prüfen.",
		memory_dropped:
			"Vor dieser Änderung hält der Broker gespeicherte Nachrichten (retained) nur im Arbeitsspeicher, deshalb verliert sie der Neustart: Geräte müssen sie neu veröffentlichen. Um sie zu behalten, vor harden `persistence true` und `persistence_location /var/lib/mosquitto/` in {config} schreiben und den Broker die Datei lesen lassen (systemctl reload mosquitto).",
		turned_round:
			"Einige Ihrer Einstellungen wurden geändert, damit Nachrichten erhalten bleiben und das Protokoll überwacht werden kann. Vorher: {lines}.",
		misplaced:
			"{file}, Zeile {line}: `{text}` steht unter einem Listener, und per_listener_settings ist an. Mosquitto 2.0 und 2.1 lesen das verschieden, darum lässt er sich nicht sicher schließen. Die Zeile über den ersten `listener` setzen oder `listener` schreiben. Es wurde nichts geändert.",
	},
};
