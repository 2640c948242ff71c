import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	mqtt: {
		"credentials-rejected.cause":
			"Der Broker hat Benutzername und Passwort abgelehnt; Broker sagen nicht, welches von beiden falsch ist, oder ob es etwas anderes ist.",
		"credentials-rejected.remedy":
			"Beide prüfen, und ob es den Benutzer auf dem Broker gibt; ein Mosquitto mit clientid_prefixes lehnt andere Client-IDs mit denselben Worten ab. Ein eben in Home Assistant angelegter Benutzer wird manchmal erst nach bis zu sechs Minuten eingelassen.",
		"not-authorized.cause": "Der Broker verlangt eine Anmeldung, und es wurde keine gesendet.",
		"not-authorized.remedy": "Benutzername und Passwort in den Optionen angeben.",
		"acl-denied.cause": "Die Zugriffsregeln des Brokers erlauben diesem Benutzer dieses Thema nicht.",
		"acl-denied.remedy": "Das Thema in die Zugriffsregeln des Benutzers aufnehmen; `broker acl` gibt alle nötigen aus.",
		"message-refused.cause": "Der Broker hat die Verbindung angenommen, aber eine Nachricht abgelehnt.",
		"message-refused.remedy": "Siehe den Grundcode und die Grenzen des Brokers für Nachrichtengröße und Kontingent.",
		"tls-untrusted.cause": "Das Zertifikat des Brokers ist von keiner Stelle signiert, der hier vertraut wird.",
		"tls-untrusted.remedy":
			"Das Zertifikat der Stelle, die es signiert hat, als `ca` angeben (nicht das des Brokers selbst), samt etwaigen Zwischenzertifikaten.",
		"tls-expired.cause": "Das Zertifikat des Brokers ist abgelaufen oder noch nicht gültig.",
		"tls-expired.remedy": "Erneuern; und prüfen, ob die Uhr dieses Rechners richtig geht.",
		"tls-hostname.cause": "Das Zertifikat des Brokers gilt für einen anderen Namen als den, mit dem wir uns verbinden.",
		"tls-hostname.remedy": "Mit einem Namen verbinden, der im Zertifikat steht, oder es mit diesem Namen erneuern.",
		"tls-client-cert-required.cause":
			"Der Broker verlangt anscheinend ein Client-Zertifikat, und keines ist eingestellt.",
		"tls-client-cert-required.remedy": "`cert` und `key` in den Optionen angeben.",
		"tls-client-cert-rejected.cause": "Der Broker hat das Zertifikat dieses Clients abgelehnt.",
		"tls-client-cert-rejected.remedy":
			"Prüfen, ob es gültig, für Clients gemacht und von einer Stelle signiert ist, der der Broker vertraut.",
		"tls-version.cause": "Dieser Client und der Broker haben keine TLS-Version und Verschlüsselung gemeinsam.",
		"tls-version.remedy": "TLS 1.2 oder 1.3 auf dem Broker erlauben.",
		"tls-failed.cause": "Der TLS-Verbindungsaufbau ist fehlgeschlagen.",
		"tls-failed.remedy": "Siehe den Code in dieser Zeile und das Protokoll des Brokers.",
		"wrong-port-or-tls-mode.cause":
			"Etwas hat geantwortet, aber vor der Anmeldung abgebrochen: meist ein falscher Port, oder TLS nur auf einer Seite.",
		"wrong-port-or-tls-mode.remedy":
			"Den Port prüfen (1883 ist meist unverschlüsselt, 8883 TLS) und ob TLS eingeschaltet ist; ein Broker, der keine Verbindungen mehr annimmt, tut das auch.",
		"unreachable.cause": "An dieser Adresse antwortet nichts.",
		"unreachable.remedy": "Host und Port prüfen, und ob der Broker läuft.",
		"timeout.cause": "Der Broker hat nicht rechtzeitig geantwortet.",
		"timeout.remedy": "Host, Port und Firewall prüfen, und ob der Broker hängt.",
		"dropped-before-connack.cause": "Der Broker hat die Verbindung geschlossen, bevor er auf die Anmeldung antwortete.",
		"dropped-before-connack.remedy":
			"In Home Assistant geschieht das, während dessen Anmeldedienst startet; sonst siehe das Protokoll des Brokers.",
		"dropped.cause": "Die Verbindung ist abgebrochen.",
		"dropped.remedy": "Nichts zu tun, wenn sie wiederkommt; sonst siehe das Protokoll des Brokers und das Netz.",
		"taken-over.cause": "Ein anderes Programm hat sich mit derselben Client-ID verbunden.",
		"taken-over.remedy":
			"Jeder Installation eine eigene ID geben: keine zwei dürfen mit einem kopierten Datenordner laufen.",
		"taken-over-suspected.cause":
			"Der Broker schließt die Verbindung immer wieder kurz nach der Anmeldung und sagt nicht warum; meist benutzt ein anderes Programm dieselbe Client-ID.",
		"taken-over-suspected.remedy":
			"Nach einer zweiten Installation mit kopiertem Datenordner suchen, und im Protokoll des Brokers.",
		"not-mqtt.cause": "Was an diesem Port antwortet, spricht kein MQTT.",
		"not-mqtt.remedy": "Den Port prüfen: 1883 ist üblich, 8883 mit TLS.",
		"protocol-error.cause": "Der Broker hat etwas gesendet, das MQTT nicht erlaubt.",
		"protocol-error.remedy": "Siehe das Protokoll des Brokers, und ob eine Nachricht größer ist, als er annimmt.",
		"protocol-unsupported.cause": "Der Broker spricht weder MQTT 5 noch 3.1.1.",
		"protocol-unsupported.remedy": "Den Broker aktualisieren.",
		"client-id-rejected.cause": "Der Broker hat die Client-ID abgelehnt.",
		"client-id-rejected.remedy":
			"Die Regeln des Brokers für Client-IDs prüfen. Mosquitto 2.1 sagt dies mit 3.1.1 auch, wenn sein max_keepalive unter unseren 15 s liegt.",
		"broker-busy.cause": "Der Broker ist überlastet oder wird beendet.",
		"broker-busy.remedy": "Warten.",
		"banned.cause": "Der Broker hat diesen Client gesperrt.",
		"banned.remedy": "Die Sperre auf dem Broker aufheben.",
		"connection-refused.cause": "Der Broker hat die Verbindung aus einem anderen Grund als der Anmeldung abgelehnt.",
		"connection-refused.remedy": "Siehe den Grundcode und das Protokoll des Brokers.",
		"config-invalid.cause": "Die MQTT-Optionen können nicht funktionieren.",
		"config-invalid.remedy": "Die hier genannte Option berichtigen.",
	},
};
