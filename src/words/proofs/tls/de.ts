import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tls_off: "TLS ist aus: Die Anmeldung geht unverschlüsselt durch das Netz.",
		tls_off_mend:
			"Innerhalb eines Rechners ist das vertretbar. Zwischen Rechnern dem Broker ein Zertifikat geben und mqtt.tls einschalten.",
		tried_handshake: "Einen TLS-Verbindungsaufbau mit {place} versucht.",
		certificate:
			"{version}; das Zertifikat gilt für {names}, ist von {issuer} signiert, dem vertraut wird, und läuft in {days} Tagen ab.",
		certificate_mend: "Das Zertifikat des Brokers jetzt erneuern: Läuft es ab, ist die Verbindung verloren.",
		not_without_tls: "Nicht versucht: TLS ist aus.",
		knocked_plain: "Versucht, sich mit {place} ohne TLS (und ohne Konto) zu verbinden.",
		answered_plain: "Der Broker hat in MQTT geantwortet, nimmt also Anmeldungen an, die jeder im Netz lesen kann.",
		answered_plain_mend:
			"Ein Proxy vor diesem Port darf nur TLS annehmen. Wird unverschlüsseltes MQTT gebraucht, ihm einen eigenen Port auf 127.0.0.1 geben.",
		refused_by_alert: "Es wurde mit einem TLS-Alarm abgelehnt. Durchgesetzt.",
		hung_up: "Der Broker hat die Verbindung ohne MQTT-Antwort geschlossen. Durchgesetzt.",
		hung_up_and_gone: "Er hat die Verbindung geschlossen und danach auch TLS nicht angenommen.",
		try_again: "Erneut versuchen.",
		offered_old: "{place} nur TLS 1.0 und 1.1 angeboten.",
		agreed_old: "Der Broker hat {version} angenommen.",
		agreed_old_mend:
			"In mosquitto.conf `tls_version tlsv1.2` setzen, dann die niedrigste angenommene Version, und keine `ciphers` mit SECLEVEL=0; Mosquitto neu starten.",
		refused_alert: "Es wurde abgelehnt (Alarm {alert}). Durchgesetzt.",
		other_alert: "Es ist aus einem anderen Grund gescheitert (Alarm {alert}).",
		cannot_offer_old:
			"Dieser Rechner kann TLS 1.0 und 1.1 selbst nicht anbieten ({detail}), daher ist es von hier aus nicht zu prüfen.",
		ask_for_new_tls: "Zur Sicherheit in mosquitto.conf `tls_version tlsv1.2` setzen.",
	},
};
