import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	mqtt: {
		"credentials-rejected.cause":
			"Der Broker hat Benutzername und Passwort abgelehnt. Broker nennen nicht, welches von beiden falsch ist oder ob es einen anderen Grund gibt.",
		"credentials-rejected.remedy":
			"Beide prüfen, und ob es den Benutzer beim Broker gibt. Ein Mosquitto mit clientid_prefixes lehnt andere Client-IDs mit derselben Meldung ab. Ein eben in Home Assistant angelegter Benutzer kann bis zu sechs Minuten lang abgelehnt werden.",
		"not-authorized.cause": "Der Broker verlangt eine Anmeldung, aber es wurde keine gesendet.",
		"not-authorized.remedy": "Benutzername und Passwort in den Optionen angeben.",
		"acl-denied.cause": "Die Zugriffsregeln des Brokers erlauben diesem Benutzer dieses Topic nicht.",
		"acl-denied.remedy":
			"Das Topic in die Zugriffsregeln des Benutzers aufnehmen; `broker acl` gibt alle nötigen Regeln aus.",
		"message-refused.cause": "Der Broker hat die Verbindung angenommen, aber eine Nachricht abgelehnt.",
		"message-refused.remedy": "Siehe den Fehlercode und die Grenzen des Brokers für Nachrichtengröße und Kontingent.",
		"tls-untrusted.cause":
			"Das Zertifikat des Brokers ist von keiner Zertifizierungsstelle signiert, der die App vertraut.",
		"tls-untrusted.remedy":
			"Als `ca` das Zertifikat der Stelle angeben, die es signiert hat (nicht das des Brokers selbst), samt etwaigen Zwischenzertifikaten.",
		"tls-expired.cause": "Das Zertifikat des Brokers ist abgelaufen oder noch nicht gültig.",
		"tls-expired.remedy": "Das Zertifikat erneuern, und prüfen, ob die Uhr dieses Rechners richtig geht.",
		"tls-hostname.cause": "Das Zertifikat des Brokers gilt für einen anderen Namen als den eingestellten Host.",
		"tls-hostname.remedy":
			"Einen Namen verwenden, der im Zertifikat steht, oder das Zertifikat mit diesem Namen erneuern.",
		"tls-client-cert-required.cause":
			"Der Broker verlangt anscheinend ein Client-Zertifikat, aber es ist keines eingestellt.",
		"tls-client-cert-required.remedy": "`cert` und `key` in den Optionen angeben.",
		"tls-client-cert-rejected.cause": "Der Broker hat das Zertifikat dieses Clients abgelehnt.",
		"tls-client-cert-rejected.remedy":
			"Prüfen, ob es gültig, für Clients ausgestellt und von einer Stelle signiert ist, der der Broker vertraut.",
		"tls-version.cause": "App und Broker haben keine gemeinsame TLS-Version oder Verschlüsselung.",
		"tls-version.remedy": "TLS 1.2 oder 1.3 auf dem Broker erlauben.",
		"tls-failed.cause": "Der TLS-Verbindungsaufbau ist fehlgeschlagen.",
		"tls-failed.remedy": "Siehe den Code in dieser Zeile und das Protokoll des Brokers.",
		"wrong-port-or-tls-mode.cause":
			"Etwas hat geantwortet, aber die Verbindung vor der Anmeldung geschlossen. Meist ist der Port falsch, oder nur eine Seite verwendet TLS.",
		"wrong-port-or-tls-mode.remedy":
			"Den Port prüfen (meist 1883 ohne TLS, 8883 mit TLS) und ob TLS eingeschaltet ist. Ein Broker, der keine weiteren Verbindungen annimmt, verhält sich ebenso.",
		"unreachable.cause": "An dieser Adresse antwortet nichts.",
		"unreachable.remedy": "Host und Port prüfen, und ob der Broker läuft.",
		"timeout.cause": "Der Broker hat nicht rechtzeitig geantwortet.",
		"timeout.remedy": "Host, Port und Firewall prüfen, und ob der Broker hängt.",
		"dropped-before-connack.cause": "Der Broker hat die Verbindung geschlossen, bevor er auf die Anmeldung antwortete.",
		"dropped-before-connack.remedy":
			"In Home Assistant geschieht das, während dessen Anmeldedienst startet; sonst siehe das Protokoll des Brokers.",
		"dropped.cause": "Die Verbindung ist abgebrochen.",
		"dropped.remedy":
			"Verbindet sie sich wieder, ist nichts zu tun; sonst das Protokoll des Brokers ansehen und das Netz prüfen.",
		"taken-over.cause": "Ein anderes Programm hat sich mit derselben Client-ID verbunden.",
		"taken-over.remedy":
			"Jeder Installation eine eigene ID geben: Zwei dürfen nicht mit demselben kopierten Datenordner laufen.",
		"taken-over-suspected.cause":
			"Der Broker schließt die Verbindung immer wieder kurz nach der Anmeldung, ohne einen Grund zu nennen. Meist benutzt ein anderes Programm dieselbe Client-ID.",
		"taken-over-suspected.remedy":
			"Nach einer zweiten Installation mit kopiertem Datenordner suchen und das Protokoll des Brokers ansehen.",
		"not-mqtt.cause": "Was an diesem Port antwortet, spricht kein MQTT.",
		"not-mqtt.remedy": "Den Port prüfen: 1883 ist üblich, 8883 mit TLS.",
		"protocol-error.cause": "Der Broker hat etwas gesendet, das MQTT nicht erlaubt.",
		"protocol-error.remedy": "Das Protokoll des Brokers ansehen, und ob eine Nachricht größer ist, als er annimmt.",
		"protocol-unsupported.cause": "Der Broker spricht weder MQTT 5 noch 3.1.1.",
		"protocol-unsupported.remedy": "Den Broker aktualisieren.",
		"client-id-rejected.cause": "Der Broker hat die Client-ID abgelehnt.",
		"client-id-rejected.remedy":
			"Die Regeln des Brokers für Client-IDs prüfen. Mit MQTT 3.1.1 antwortet Mosquitto 2.1 so auch, wenn sein max_keepalive unter unseren 15 s liegt.",
		"broker-busy.cause": "Der Broker ist überlastet oder wird beendet.",
		"broker-busy.remedy": "Abwarten; neue Versuche laufen automatisch.",
		"banned.cause": "Der Broker hat diesen Client gesperrt.",
		"banned.remedy": "Die Sperre beim Broker aufheben.",
		"connection-refused.cause": "Der Broker hat die Verbindung aus einem anderen Grund als der Anmeldung abgelehnt.",
		"connection-refused.remedy": "Siehe den Fehlercode und das Protokoll des Brokers.",
		"config-invalid.cause": "Die MQTT-Optionen sind ungültig.",
		"config-invalid.remedy": "Die hier genannte Option berichtigen.",
	},
	detail: {
		no_answer: "keine Antwort",
		packet_too_large: "ein Paket ist größer, als die App zulässt",
		message_cut: "eine Nachricht endet mitten in ihrem Topic",
		packet_length: "ein Paket hat eine unmögliche Länge",
		not_a_frame: "das ist kein Websocket-Frame",
		text_frame: "eine Textnachricht über Websocket",
		no_websocket: "kein Websocket antwortet",
		not_encrypted: "nicht verschlüsselt",
	},
};
