import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tls_off: "TLS är av: inloggningen går läsbar över nätverket.",
		tls_off_mend: "Det duger inom en och samma maskin. Mellan maskiner: ge brokern ett certifikat och slå på mqtt.tls.",
		tried_handshake: "Försökte en TLS-handskakning med {place}.",
		certificate:
			"{version}; certifikatet gäller {names}, är signerat av {issuer}, som är betrodd, och går ut om {days} dagar.",
		certificate_mend: "Förnya brokerns certifikat nu: när det går ut bryts anslutningen.",
		not_without_tls: "Inte prövat: TLS är av.",
		knocked_plain: "Knackade på hos {place} utan TLS (och utan konto).",
		answered_plain: "Brokern svarade med MQTT, så den tar emot inloggningar som vem som helst på nätverket kan läsa.",
		answered_plain_mend:
			"Det som står framför porten får bara ta emot TLS. Ge okrypterad MQTT, om den måste finnas, en egen port på 127.0.0.1.",
		refused_by_alert: "Det nekades med ett TLS-larm. Skyddet gäller.",
		hung_up: "Brokern lade på utan ett ord MQTT. Skyddet gäller.",
		hung_up_and_gone: "Den lade på, och tog sedan inte heller TLS.",
		try_again: "Försök igen.",
		offered_old: "Erbjöd {place} bara TLS 1.0 och 1.1.",
		agreed_old: "Brokern gick med på {version}.",
		agreed_old_mend:
			"Skriv `tls_version tlsv1.2` i mosquitto.conf, vilket då är det lägsta den tar, och inga `ciphers` med SECLEVEL=0; starta om Mosquitto.",
		refused_alert: "Det nekades (larm {alert}). Skyddet gäller.",
		other_alert: "Det misslyckades av ett annat skäl (larm {alert}).",
		cannot_offer_old:
			"Den här maskinen kan inte själv erbjuda TLS 1.0 och 1.1 ({detail}), så det går inte att pröva härifrån.",
		ask_for_new_tls: "För säkerhets skull: skriv `tls_version tlsv1.2` i mosquitto.conf.",
	},
};
