import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tls_off: "TLS är av: inloggningen går okrypterad över nätverket.",
		tls_off_mend: "Det är godtagbart inom en dator. Mellan datorer: ge brokern ett certifikat och slå på mqtt.tls.",
		tried_handshake: "Försökte en TLS-handskakning med {place}.",
		certificate:
			"{version}; certifikatet gäller {names}, är signerat av {issuer}, som är betrodd, och går ut om {days} dagar.",
		certificate_mend: "Förnya brokerns certifikat nu: när det går ut bryts anslutningen.",
		not_without_tls: "Inte testat: TLS är av.",
		knocked_plain: "Försökte ansluta till {place} utan TLS (och utan konto).",
		answered_plain: "Brokern svarade med MQTT, så den tar emot inloggningar som vem som helst på nätverket kan läsa.",
		answered_plain_mend:
			"En proxy framför porten får bara ta emot TLS. Om okrypterad MQTT behövs, ge den en egen port på 127.0.0.1.",
		refused_by_alert: "Det nekades med ett TLS-larm. Skyddet gäller.",
		hung_up: "Brokern stängde anslutningen utan MQTT-svar. Skyddet gäller.",
		hung_up_and_gone: "Den stängde anslutningen, och godtog sedan inte heller TLS.",
		try_again: "Försök igen.",
		offered_old: "Erbjöd {place} bara TLS 1.0 och 1.1.",
		agreed_old: "Brokern godtog {version}.",
		agreed_old_mend:
			"Skriv `tls_version tlsv1.2` i mosquitto.conf, vilket då är den lägsta godtagna versionen, och inga `ciphers` med SECLEVEL=0; starta om Mosquitto.",
		refused_alert: "Det nekades (larm {alert}). Skyddet gäller.",
		other_alert: "Det misslyckades av ett annat skäl (larm {alert}).",
		cannot_offer_old:
			"Den här datorn kan inte själv erbjuda TLS 1.0 och 1.1 ({detail}), så det går inte att testa härifrån.",
		ask_for_new_tls: "För säkerhets skull: skriv `tls_version tlsv1.2` i mosquitto.conf.",
	},
};
