import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tls_off: "TLS ist aus: die Anmeldung geht lesbar durch das Netz.",
		tls_off_mend:
			"Auf ein und derselben Maschine genügt das. Zwischen Maschinen dem Broker ein Zertifikat geben und mqtt.tls einschalten.",
		tried_handshake: "Einen TLS-Verbindungsaufbau mit {place} versucht.",
		certificate:
			"{version}; das Zertifikat gilt für {names}, ist von {issuer} signiert, dem vertraut wird, und endet in {days} Tagen.",
		certificate_mend: "Das Zertifikat des Brokers jetzt erneuern: wenn es endet, endet die Verbindung.",
		not_without_tls: "Nicht versucht: TLS ist aus.",
		knocked_plain: "Bei {place} ohne TLS (und ohne Konto) angeklopft.",
		answered_plain: "Der Broker hat in MQTT geantwortet, nimmt also Anmeldungen an, die jeder im Netz lesen kann.",
		answered_plain_mend:
			"Was vor diesem Port steht, darf nur TLS annehmen. Unverschlüsseltem MQTT, wenn es sein muss, einen eigenen Port auf 127.0.0.1 geben.",
		refused_by_alert: "Es wurde durch einen TLS-Alarm abgelehnt. Durchgesetzt.",
		hung_up: "Der Broker hat ohne ein Wort MQTT aufgelegt. Durchgesetzt.",
		hung_up_and_gone: "Er hat aufgelegt und danach auch TLS nicht angenommen.",
		try_again: "Noch einmal versuchen.",
		offered_old: "{place} nur TLS 1.0 und 1.1 angeboten.",
		agreed_old: "Der Broker hat sich auf {version} eingelassen.",
		agreed_old_mend:
			"In mosquitto.conf `tls_version tlsv1.2` setzen, das ist dann das Mindeste, was er annimmt, und keine `ciphers` mit SECLEVEL=0; Mosquitto neu starten.",
		refused_alert: "Es wurde abgelehnt (Alarm {alert}). Durchgesetzt.",
		other_alert: "Es ist aus einem anderen Grund gescheitert (Alarm {alert}).",
		cannot_offer_old:
			"Diese Maschine kann TLS 1.0 und 1.1 selbst nicht anbieten ({detail}), daher ist es von hier aus nicht zu prüfen.",
		ask_for_new_tls: "Zur Sicherheit in mosquitto.conf `tls_version tlsv1.2` setzen.",
	},
};
