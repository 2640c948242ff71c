import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	mqtt: {
		"credentials-rejected.cause":
			"Brokern nekade detta användarnamn och lösenord; brokrar säger inte vilket av dem som är fel, eller om det är något annat.",
		"credentials-rejected.remedy":
			"Kontrollera båda, och att användaren finns på brokern; en Mosquitto med clientid_prefixes nekar andra klient-id:n med samma ord. En användare som nyss skapats i Home Assistant kan behöva upp till sex minuter innan den släpps in.",
		"not-authorized.cause": "Brokern kräver inloggning och ingen skickades.",
		"not-authorized.remedy": "Ange användarnamn och lösenord i alternativen.",
		"acl-denied.cause": "Brokerns åtkomstregler tillåter inte den här användaren detta ämne.",
		"acl-denied.remedy": "Lägg till ämnet i användarens åtkomstregler; `broker acl` skriver ut alla som behövs.",
		"message-refused.cause": "Brokern tog emot anslutningen men nekade ett meddelande.",
		"message-refused.remedy": "Se orsakskoden, och brokerns gränser för meddelandestorlek och kvot.",
		"tls-untrusted.cause": "Brokerns certifikat är inte signerat av en utfärdare som är betrodd här.",
		"tls-untrusted.remedy":
			"Ange certifikatet för den utfärdare som signerade det som `ca` (inte brokerns eget), med eventuella mellanliggande.",
		"tls-expired.cause": "Brokerns certifikat har gått ut eller gäller inte ännu.",
		"tls-expired.remedy": "Förnya det; och kontrollera att klockan i den här maskinen går rätt.",
		"tls-hostname.cause": "Brokerns certifikat gäller ett annat namn än värden vi ansluter till.",
		"tls-hostname.remedy": "Anslut med ett namn som står i certifikatet, eller förnya det med detta namn.",
		"tls-client-cert-required.cause": "Brokern verkar vilja ha ett klientcertifikat och inget är inställt.",
		"tls-client-cert-required.remedy": "Ange `cert` och `key` i alternativen.",
		"tls-client-cert-rejected.cause": "Brokern nekade den här klientens certifikat.",
		"tls-client-cert-rejected.remedy":
			"Kontrollera att det gäller i dag, är gjort för klienter och är signerat av en utfärdare som brokern litar på.",
		"tls-version.cause": "Klienten och brokern har ingen TLS-version eller inget chiffer gemensamt.",
		"tls-version.remedy": "Tillåt TLS 1.2 eller 1.3 på brokern.",
		"tls-failed.cause": "TLS-handskakningen misslyckades.",
		"tls-failed.remedy": "Se koden på den här raden och brokerns logg.",
		"wrong-port-or-tls-mode.cause":
			"Något svarade men bröt före inloggningen: oftast fel port, eller TLS på bara den ena sidan.",
		"wrong-port-or-tls-mode.remedy":
			"Kontrollera porten (1883 är oftast okrypterad, 8883 TLS) och om TLS är påslaget; en broker som inte tar emot fler anslutningar gör också så.",
		"unreachable.cause": "Inget svarar på den här adressen.",
		"unreachable.remedy": "Kontrollera värd och port, och att brokern är igång.",
		"timeout.cause": "Brokern svarade inte i tid.",
		"timeout.remedy": "Kontrollera värd, port och brandvägg, och att brokern inte har hängt sig.",
		"dropped-before-connack.cause": "Brokern stängde anslutningen innan den svarade på inloggningen.",
		"dropped-before-connack.remedy":
			"I Home Assistant händer det medan dess inloggningstjänst startar; annars, se brokerns logg.",
		"dropped.cause": "Anslutningen bröts.",
		"dropped.remedy": "Inget att göra om den kommer tillbaka; annars, se brokerns logg och nätverket.",
		"taken-over.cause": "Ett annat program anslöt med samma klient-id.",
		"taken-over.remedy": "Ge varje installation ett eget id: två får inte köras med en kopierad datamapp.",
		"taken-over-suspected.cause":
			"Brokern stänger anslutningen gång på gång strax efter inloggningen och säger inte varför; oftast använder ett annat program samma klient-id.",
		"taken-over-suspected.remedy": "Leta efter en andra installation med en kopierad datamapp, och i brokerns logg.",
		"not-mqtt.cause": "Det som svarar på den här porten talar inte MQTT.",
		"not-mqtt.remedy": "Kontrollera porten: 1883 är vanlig, 8883 med TLS.",
		"protocol-error.cause": "Brokern skickade något som MQTT inte tillåter.",
		"protocol-error.remedy": "Se brokerns logg, och om ett meddelande är större än den tar emot.",
		"protocol-unsupported.cause": "Brokern talar varken MQTT 5 eller 3.1.1.",
		"protocol-unsupported.remedy": "Uppdatera brokern.",
		"client-id-rejected.cause": "Brokern nekade klient-id:t.",
		"client-id-rejected.remedy":
			"Kontrollera brokerns regler för klient-id. Mosquitto 2.1 säger detta med 3.1.1 också när dess max_keepalive är under våra 15 s.",
		"broker-busy.cause": "Brokern är för upptagen eller håller på att stängas av.",
		"broker-busy.remedy": "Vänta.",
		"banned.cause": "Brokern har spärrat den här klienten.",
		"banned.remedy": "Häv spärren på brokern.",
		"connection-refused.cause": "Brokern nekade anslutningen av ett annat skäl än inloggningen.",
		"connection-refused.remedy": "Se orsakskoden och brokerns logg.",
		"config-invalid.cause": "MQTT-alternativen kan inte fungera.",
		"config-invalid.remedy": "Rätta det alternativ som nämns här.",
	},
};
