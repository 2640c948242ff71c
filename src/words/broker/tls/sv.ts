import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		certificate_ended:
			"Certifikatet {path} gick ut {date}. Klienter godtar det inte, och på dess port kan ingenting prövas. Lägg dit ett nytt först.",
		certificate_begins:
			"Certifikatet {path} gäller först från {date}, och enligt den här datorns klocka är det {today}. Ställ klockan, eller lägg dit ett annat certifikat först.",
		certificate_nameless:
			"Certifikatet {path} anger varken namn eller adress, så ingen klient kan kontrollera det. Lägg dit ett som har brokerns namn som alternativt namn (subject alternative name).",
		certificate_misnamed:
			"Certifikatet {path} gäller för {names}, och från den här datorn nås brokern inte under något av dem (den skulle prövas på {host}). Lägg dit ett som anger brokerns adress.",
		certificate_common:
			"Obs: certifikatet {path} har namnet {name} bara som gemensamt namn (common name). Home Assistant, Python och Go godtar inte sådana certifikat; begär ett med alternativt namn (subject alternative name).",
		no_tls_to_renew: "Brokern har ingen TLS av oss att förnya. Först: solar-heating broker tls",
		no_listener_yet: "Brokern har ännu ingen listener-rad. Först: solar-heating broker harden",
		port_taken_plain:
			"Port {port} är upptagen av en listener utan certifikat ({file}, rad {line}). Ange en annan med --port.",
		port_taken_tls:
			"Port {port} är upptagen av en listener med {certificate} ({file}, rad {line}). Ange en annan med --port.",
		authority_keyless:
			"Utfärdaren {path} finns utan sin nyckel, ca.key. Lägg tillbaka nyckeln; utan den skulle varje klient behöva en ny utfärdare.",
		tls_new: "TLS på port {port}, 1.2 eller nyare, för {names}; nytt, gäller i {days} dagar.",
		tls_stands: "TLS på port {port}, 1.2 eller nyare, för {names}; gäller i {days} dagar.",
		tls_only: "Inget talas i klartext längre: varje klient behöver den här porten, TLS och utfärdaren.",
		tls_for_app: "Appen hittar sin broker med de här inställningarna: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Andra behöver samma fil som CA; den är ingen hemlighet. Det är däremot nyckeln, ca.key bredvid: den som har den kan utge sig för att vara brokern.",
		tls_client: "{name} ansluter med mqtt.cert {cert} och mqtt.key {key}; nyckeln är dess hemlighet.",
		tls_certificate_free: "Port {port} begär inte längre något klientcertifikat. Inloggning krävs som förut.",
		certificate_names_user:
			"{setting} i {file}, rad {line}, gör namnen i certifikaten till användare: utan certifikat kommer ingen in där. Ta bort den raden först.",
		tls_certificate_required:
			"På den här porten kommer ingen in utan både certifikat och konto: solar-heating broker tls --client NAMN",
		tls_client_ends: "{name}: certifikatet går ut om {days} dagar. Gör ett nytt med --client {name}.",
		tls_renew:
			"Certifikaten förnyas med `solar-heating broker tls --renew`, en gång om dagen från cron eller timern solar-heating-broker-tls: det agerar {days} dagar före slutet, och kastar inte ut någon.",
	},
};
