import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		certificate_ended:
			"Das Zertifikat {path} ist am {date} abgelaufen. Clients weisen es ab, und an seinem Port lässt sich nichts prüfen. Zuerst ein neues dort ablegen.",
		certificate_begins:
			"Das Zertifikat {path} gilt erst ab {date}, und nach der Uhr dieses Rechners ist der {today}. Die Uhr stellen oder zuerst ein anderes Zertifikat dort ablegen.",
		certificate_nameless:
			"Das Zertifikat {path} nennt weder Namen noch Adresse, also kann kein Client es prüfen. Eines dort ablegen, das den Namen des Brokers als alternativen Namen (Subject Alternative Name) trägt.",
		certificate_misnamed:
			"Das Zertifikat {path} gilt für {names}, und von diesem Rechner aus ist der Broker unter keinem davon erreichbar (geprüft würde er unter {host}). Eines dort ablegen, das die Adresse des Brokers nennt.",
		certificate_common:
			"Hinweis: Das Zertifikat {path} trägt seinen Namen {name} nur als Common Name. Home Assistant, Python und Go weisen solche Zertifikate ab; eines mit alternativem Namen (Subject Alternative Name) ausstellen lassen.",
		no_tls_to_renew: "Dieser Broker hat kein TLS von uns, das zu erneuern wäre. Zuerst: solar-heating broker tls",
		no_listener_yet: "Dieser Broker nennt noch keinen Listener. Zuerst: solar-heating broker harden",
		port_taken_plain:
			"Port {port} ist von einem Listener ohne Zertifikat belegt ({file}, Zeile {line}). Mit --port einen anderen nennen.",
		port_taken_tls:
			"Port {port} ist von einem Listener mit {certificate} belegt ({file}, Zeile {line}). Mit --port einen anderen nennen.",
		authority_keyless:
			"Die Zertifizierungsstelle {path} ist ohne ihren Schlüssel ca.key da. Den Schlüssel zurücklegen; ohne ihn bräuchte jeder Client eine neue Zertifizierungsstelle.",
		tls_new: "TLS an Port {port}, 1.2 oder neuer, für {names}; neu, gültig für {days} Tage.",
		tls_stands: "TLS an Port {port}, 1.2 oder neuer, für {names}; gültig für {days} Tage.",
		tls_only:
			"Im Klartext wird nicht mehr gesprochen: jeder Client braucht diesen Port, TLS und die Zertifizierungsstelle.",
		tls_for_app: "Die App findet ihren Broker mit diesen Optionen: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Andere brauchen dieselbe Datei als CA; sie ist kein Geheimnis. Ihr Schlüssel, ca.key daneben, ist eines: wer ihn hat, kann sich als der Broker ausgeben.",
		tls_client: "{name} kommt mit mqtt.cert {cert} und mqtt.key {key}; der Schlüssel ist sein Geheimnis.",
		tls_certificate_free: "Port {port} verlangt kein Client-Zertifikat mehr. Eine Anmeldung wird verlangt wie zuvor.",
		certificate_names_user:
			"{setting} in {file}, Zeile {line}, macht die Namen der Zertifikate zu Benutzern: ohne Zertifikat kommt dort niemand hinein. Diese Zeile zuerst entfernen.",
		tls_certificate_required:
			"An diesem Port kommt niemand ohne Zertifikat und Konto hinein: solar-heating broker tls --client NAME",
		tls_client_ends: "{name}: das Zertifikat endet in {days} Tagen. Mit --client {name} ein neues machen.",
		tls_renew:
			"Zertifikate erneuert `solar-heating broker tls --renew`, einmal am Tag aus cron oder dem Timer solar-heating-broker-tls: es handelt {days} Tage vor dem Ende und wirft niemanden hinaus.",
	},
};
