import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		certificate_ended:
			"Certifikatet {path} gick ut {date}. Klienter godtar det inte, och på dess port kan ingenting testas. Lägg dit ett nytt först.",
		certificate_begins:
			"Certifikatet {path} gäller först från {date}, och enligt den här datorns klocka är det {today}. Ställ klockan, eller lägg dit ett annat certifikat först.",
		certificate_nameless:
			"Certifikatet {path} anger varken namn eller adress, så ingen klient kan kontrollera det. Lägg dit ett som har brokerns namn som alternativt namn (subject alternative name).",
		certificate_misnamed:
			"Certifikatet {path} gäller för {names}, och från den här datorn nås brokern inte under något av dem (den skulle testas på {host}). Lägg dit ett som anger brokerns adress.",
		certificate_common:
			"Obs: certifikatet {path} har namnet {name} bara som gemensamt namn (common name). Home Assistant, Python och Go godtar inte sådana certifikat; begär ett med alternativt namn (subject alternative name).",
		no_tls_to_renew: "Brokern har ingen TLS som det här programmet har ställt in. Först: solar-heating broker tls",
		no_listener_yet: "Brokerns konfiguration har ännu ingen listener-rad. Först: solar-heating broker harden",
		port_taken_plain:
			"Port {port} används av en lyssnare utan certifikat ({file}, rad {line}). Ange en annan med --port.",
		port_taken_tls:
			"Port {port} används av en lyssnare med {certificate} ({file}, rad {line}). Ange en annan med --port.",
		authority_keyless:
			"Utfärdaren {path} finns utan sin nyckel, ca.key. Lägg tillbaka nyckeln; utan den skulle varje klient behöva en ny utfärdare.",
		tls_new: "TLS på port {port}, 1.2 eller nyare, för {names}; nytt, gäller i {days} dagar.",
		tls_stands: "TLS på port {port}, 1.2 eller nyare, för {names}; gäller i {days} dagar.",
		tls_only: "Okrypterade anslutningar godtas inte längre: varje klient behöver den här porten, TLS och utfärdaren.",
		tls_for_app: "Appen ansluter med de här inställningarna: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Andra klienter behöver samma fil som CA; den är inte hemlig. Dess nyckel, ca.key bredvid, är hemlig: den som har den kan utge sig för att vara brokern.",
		tls_client: "{name} ansluter med mqtt.cert {cert} och mqtt.key {key}; nyckeln är dess hemlighet.",
		tls_certificate_free: "Port {port} kräver inte längre något klientcertifikat. Inloggning krävs som förut.",
		certificate_names_user:
			"{setting} i {file}, rad {line}, gör namnen i certifikaten till användare: klienter utan certifikat nekas där. Ta bort den raden först.",
		tls_certificate_required:
			"Den här porten kräver både certifikat och inloggning: solar-heating broker tls --client NAMN",
		tls_client_ends: "{name}: certifikatet går ut om {days} dagar. Gör ett nytt med --client {name}.",
		tls_renew:
			"Certifikaten förnyas med `solar-heating broker tls --renew`, en gång om dagen från cron eller timern solar-heating-broker-tls. Det förnyar dem {days} dagar innan de går ut, och kopplar inte bort någon klient.",
	},
};
