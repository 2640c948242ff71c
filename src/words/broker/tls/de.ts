import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		certificate_ended:
			"Das Zertifikat {path} ist am {date} abgelaufen. Clients lehnen es ab, und an seinem Port lässt sich nichts prüfen. Zuerst ein neues dort ablegen.",
		certificate_begins:
			"Das Zertifikat {path} gilt erst ab {date}, und nach der Uhr dieses Rechners ist der {today}. Die Uhr stellen oder zuerst ein anderes Zertifikat dort ablegen.",
		certificate_nameless:
			"Das Zertifikat {path} nennt weder Namen noch Adresse, also kann kein Client es prüfen. Eines dort ablegen, das den Namen des Brokers als alternativen Namen (Subject Alternative Name) trägt.",
		certificate_misnamed:
			"Das Zertifikat {path} gilt für {names}, und von diesem Rechner aus ist der Broker unter keinem davon erreichbar (geprüft würde er unter {host}). Eines dort ablegen, das die Adresse des Brokers nennt.",
		certificate_common:
			"Hinweis: Das Zertifikat {path} trägt seinen Namen {name} nur als Common Name. Home Assistant, Python und Go weisen solche Zertifikate ab; eines mit alternativem Namen (Subject Alternative Name) ausstellen lassen.",
		no_tls_to_renew:
			"Dieser Broker hat kein TLS, das dieses Programm eingerichtet hat. Zuerst: solar-heating broker tls",
		no_listener_yet: "Die Konfiguration dieses Brokers hat noch keinen Listener. Zuerst: solar-heating broker harden",
		port_taken_plain:
			"Port {port} wird von einem Listener ohne Zertifikat benutzt ({file}, Zeile {line}). Mit --port einen anderen angeben.",
		port_taken_tls:
			"Port {port} wird von einem Listener mit {certificate} benutzt ({file}, Zeile {line}). Mit --port einen anderen angeben.",
		authority_keyless:
			"Die Zertifizierungsstelle {path} ist ohne ihren Schlüssel ca.key vorhanden. Den Schlüssel zurücklegen; ohne ihn bräuchte jeder Client eine neue Zertifizierungsstelle.",
		tls_new: "TLS an Port {port}, 1.2 oder neuer, für {names}; neu, gültig für {days} Tage.",
		tls_stands: "TLS an Port {port}, 1.2 oder neuer, für {names}; gültig für {days} Tage.",
		tls_only:
			"Unverschlüsselte Verbindungen werden nicht mehr angenommen: Jeder Client braucht diesen Port, TLS und die Zertifizierungsstelle.",
		tls_for_app: "Die App verbindet sich mit diesen Optionen: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Andere Clients brauchen dieselbe Datei als CA; sie ist nicht geheim. Ihr Schlüssel, ca.key daneben, ist geheim: Wer ihn hat, kann sich als der Broker ausgeben.",
		tls_client: "{name} verbindet sich mit mqtt.cert {cert} und mqtt.key {key}; der Schlüssel ist sein Geheimnis.",
		tls_certificate_free: "Port {port} verlangt kein Client-Zertifikat mehr. Eine Anmeldung ist weiterhin nötig.",
		certificate_names_user:
			"{setting} in {file}, Zeile {line}, macht die Namen der Zertifikate zu Benutzern: Clients ohne Zertifikat werden dort abgelehnt. Diese Zeile zuerst entfernen.",
		tls_certificate_required:
			"Dieser Port verlangt ein Zertifikat und eine Anmeldung: solar-heating broker tls --client NAME",
		tls_client_ends: "{name}: Das Zertifikat läuft in {days} Tagen ab. Mit --client {name} ein neues erzeugen.",
		tls_renew:
			"Zertifikate erneuert `solar-heating broker tls --renew`, einmal am Tag aus cron oder dem Timer solar-heating-broker-tls. Es erneuert sie {days} Tage vor dem Ablauf und trennt keinen Client.",
	},
};
