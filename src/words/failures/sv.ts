import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	mqtt: {
		"credentials-rejected.cause":
			"Brokern nekade användarnamnet och lösenordet. Brokrar anger inte vilket av dem som är fel, eller om det är något annat.",
		"credentials-rejected.remedy":
			"Kontrollera båda, och att användaren finns hos brokern. En Mosquitto med clientid_prefixes nekar andra klient-id:n med samma meddelande. En användare som nyss skapats i Home Assistant kan nekas i upp till sex minuter.",
		"not-authorized.cause": "Brokern kräver inloggning, men ingen skickades.",
		"not-authorized.remedy": "Ange användarnamn och lösenord i inställningarna.",
		"acl-denied.cause": "Brokerns åtkomstregler tillåter inte den här användaren detta ämne.",
		"acl-denied.remedy": "Lägg till ämnet i användarens åtkomstregler; `broker acl` skriver ut alla regler som behövs.",
		"message-refused.cause": "Brokern godtog anslutningen men nekade ett meddelande.",
		"message-refused.remedy": "Se felkoden, och brokerns gränser för meddelandestorlek och kvot.",
		"tls-untrusted.cause": "Brokerns certifikat är inte signerat av en utfärdare som appen litar på.",
		"tls-untrusted.remedy":
			"Ange som `ca` certifikatet för den utfärdare som signerade det (inte brokerns eget), med eventuella mellanliggande certifikat.",
		"tls-expired.cause": "Brokerns certifikat har gått ut eller gäller inte än.",
		"tls-expired.remedy": "Förnya det, och kontrollera att datorns klocka går rätt.",
		"tls-hostname.cause": "Brokerns certifikat gäller ett annat namn än den inställda värden.",
		"tls-hostname.remedy": "Använd ett namn som står i certifikatet, eller förnya certifikatet med det här namnet.",
		"tls-client-cert-required.cause": "Brokern verkar kräva ett klientcertifikat, men inget är inställt.",
		"tls-client-cert-required.remedy": "Ange `cert` och `key` i inställningarna.",
		"tls-client-cert-rejected.cause": "Brokern nekade den här klientens certifikat.",
		"tls-client-cert-rejected.remedy":
			"Kontrollera att det gäller i dag, är gjort för klienter och är signerat av en utfärdare som brokern litar på.",
		"tls-version.cause": "Appen och brokern har ingen gemensam TLS-version eller inget gemensamt chiffer.",
		"tls-version.remedy": "Tillåt TLS 1.2 eller 1.3 på brokern.",
		"tls-failed.cause": "TLS-handskakningen misslyckades.",
		"tls-failed.remedy": "Se koden på den här raden, och brokerns logg.",
		"wrong-port-or-tls-mode.cause":
			"Något svarade men stängde anslutningen före inloggningen. Oftast är porten fel, eller så använder bara ena sidan TLS.",
		"wrong-port-or-tls-mode.remedy":
			"Kontrollera porten (oftast 1883 utan TLS, 8883 med TLS) och om TLS är på. En broker som inte tar emot fler anslutningar gör likadant.",
		"unreachable.cause": "Inget svarar på den här adressen.",
		"unreachable.remedy": "Kontrollera värd och port, och att brokern är igång.",
		"timeout.cause": "Brokern svarade inte i tid.",
		"timeout.remedy": "Kontrollera värd, port och brandvägg, och att brokern inte har hängt sig.",
		"dropped-before-connack.cause": "Brokern stängde anslutningen innan den svarade på inloggningen.",
		"dropped-before-connack.remedy":
			"I Home Assistant händer det medan dess inloggningstjänst startar; se annars brokerns logg.",
		"dropped.cause": "Anslutningen bröts.",
		"dropped.remedy": "Om den återansluter behöver inget göras; se annars brokerns logg och kontrollera nätverket.",
		"taken-over.cause": "Ett annat program anslöt med samma klient-id.",
		"taken-over.remedy": "Ge varje installation ett eget id: två får inte köras med samma kopierade datamapp.",
		"taken-over-suspected.cause":
			"Brokern stänger gång på gång anslutningen strax efter inloggningen utan att ange varför. Oftast använder ett annat program samma klient-id.",
		"taken-over-suspected.remedy": "Leta efter en andra installation med en kopierad datamapp, och se brokerns logg.",
		"not-mqtt.cause": "Det som svarar på den här porten talar inte MQTT.",
		"not-mqtt.remedy": "Kontrollera porten: 1883 är vanlig, 8883 med TLS.",
		"protocol-error.cause": "Brokern skickade något som MQTT inte tillåter.",
		"protocol-error.remedy": "Se brokerns logg, och om ett meddelande är större än brokern tar emot.",
		"protocol-unsupported.cause": "Brokern talar varken MQTT 5 eller 3.1.1.",
		"protocol-unsupported.remedy": "Uppdatera brokern.",
		"client-id-rejected.cause": "Brokern nekade klient-id:t.",
		"client-id-rejected.remedy":
			"Kontrollera brokerns regler för klient-id. Med MQTT 3.1.1 svarar Mosquitto 2.1 så här även när dess max_keepalive är under våra 15 s.",
		"broker-busy.cause": "Brokern är överbelastad eller håller på att stängas av.",
		"broker-busy.remedy": "Vänta; nya försök görs automatiskt.",
		"banned.cause": "Brokern har spärrat den här klienten.",
		"banned.remedy": "Häv spärren hos brokern.",
		"connection-refused.cause": "Brokern nekade anslutningen av ett annat skäl än inloggningen.",
		"connection-refused.remedy": "Se felkoden och brokerns logg.",
		"config-invalid.cause": "MQTT-inställningarna är inte giltiga.",
		"config-invalid.remedy": "Rätta den inställning som nämns här.",
	},
	detail: {
		no_answer: "inget svar",
		packet_too_large: "ett paket är större än appen tillåter",
		message_cut: "ett meddelande slutar mitt i sitt ämne",
		packet_length: "ett paket har en omöjlig längd",
		not_a_frame: "det här är ingen websocket-ram",
		text_frame: "ett textmeddelande över websocket",
		no_websocket: "ingen websocket svarar",
		not_encrypted: "inte krypterat",
	},
};
