import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	alert: {
		"brute_force.happened": "{count} inloggningar från {address} nekades inom {window:time}.",
		"brute_force.means": "Någon där testar lösenord, eller så har en av dina enheter ett gammalt lösenord.",
		"brute_force.remedy":
			"Om {address} är din, rätta enhetens inloggning. Spärra annars adressen i brandväggen; med `solar-heating broker fail2ban` gör fail2ban det automatiskt.",
		"credential_stuffing.happened": "{count} inloggningar från flera adresser nekades inom {window:time}: {addresses}.",
		"credential_stuffing.means": "Någon testar lösenord från många adresser, några från varje, för att inte upptäckas.",
		"credential_stuffing.remedy":
			"Låt brokerns port bara vara nåbar från ditt eget nät, och använd långa slumpade lösenord; `solar-heating broker user add` skapar dem.",
		"refusals_without_address.happened":
			"{count} inloggningar nekades inom {window:time}; brokerns logg anger inte från vilken adress.",
		"refusals_without_address.means":
			"Någon testar lösenord, eller så har en av dina enheter ett gammalt lösenord. Mosquitto 2.0 loggar ingen adress när en inloggning nekas. Från 2.0.13 är adressen känd bara om ingen annan klient ansluter samtidigt.",
		"refusals_without_address.remedy":
			"Uppdatera brokern till 2.1, som loggar adressen. Till och med 2.0.12 gör även `log_type debug` i mosquitto.conf det. `connection_messages` måste vara på.",
		"new_address.happened": "{user} loggade in från {address}, en adress som användaren inte har använt förut.",
		"new_address.means": "En enhet har fått en ny adress, eller så kan någon annan lösenordet.",
		"new_address.remedy": "Om det inte var en av dina enheter, byt lösenordet för {user} hos brokern.",
		"acl_probing.happened": "{client} nekades {count} meddelanden inom {window:time}.",
		"acl_probing.means": "En enhet är felkonfigurerad, eller så testar någon vad inloggningen får göra.",
		"acl_probing.remedy":
			"Om det är en av dina enheter, ge den rätt till de ämnen som den behöver. Ta annars bort dess konto med `solar-heating broker user remove`.",
		"connection_flood.happened": "{count} anslutningar kom från {address} inom {window:time}.",
		"connection_flood.means": "En enhet ansluter gång på gång, eller så försöker någon överbelasta brokern.",
		"connection_flood.remedy":
			"Om {address} är din, kontrollera enhetens logg. Spärra annars adressen i brandväggen; `max_connections` i mosquitto.conf sätter en gräns.",
		"port_scan.happened": "{address} skickade något annat än MQTT {count} gånger inom {window:time}.",
		"port_scan.means": "Någon söker efter öppna portar, eller så använder en klient TLS på en port utan TLS.",
		"port_scan.remedy":
			"Om {address} är din, rätta port och TLS i enhetens inställningar. Spärra annars adressen i brandväggen.",
		"client_id_fight.happened": "Klienter med id {client} kopplade bort varandra {count} gånger inom {window:time}.",
		"client_id_fight.means": "Två enheter har samma klient-id, eller så använder någon id:t för en av dina enheter.",
		"client_id_fight.remedy":
			"Ge varje enhet ett eget klient-id. Om alla redan har det, använder någon annan det: byt lösenorden hos brokern.",
		"cut_lines.happened": "En rad i brokerns logg kapades för att den var för lång; vilken klient den gäller är okänt.",
		"cut_lines.means": "En klient med ett id på nästan tusen tecken kan gömma sig på det här sättet.",
		"cut_lines.remedy":
			"Raderna före den i brokerns logg visar adressen. Om den inte är din, spärra den i brandväggen.",
		"spoofed_id.happened": "En klient från {address} kallar sig {client}, vilket liknar en rad i brokerns egen logg.",
		"spoofed_id.means":
			"På så sätt kan en klient förfalska loggrader som pekar ut andra. Rader som kan vara förfalskade ignoreras här.",
		"spoofed_id.remedy":
			"Ta bort kontot {user} eller byt dess lösenord, och använd inte subscribe, unsubscribe eller all för `log_type` i mosquitto.conf.",
		unknown_address: "en okänd adress",
		several_clients: "En klient",
		unknown_user: "för den klienten",
	},
};
