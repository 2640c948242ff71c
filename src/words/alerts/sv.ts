import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	alert: {
		"brute_force.happened": "{count} inloggningar från {address} nekades inom {window:time}.",
		"brute_force.means": "Någon där prövar lösenord, eller så har en av dina enheter ett gammalt.",
		"brute_force.remedy":
			"Om {address} är din, rätta dess inloggning. Annars spärra den i brandväggen; `solar-heating broker fail2ban` låter fail2ban göra det av sig självt.",
		"credential_stuffing.happened": "{count} inloggningar från flera adresser nekades inom {window:time}: {addresses}.",
		"credential_stuffing.means": "Någon prövar lösenord från många håll, få från varje, för att inte märkas.",
		"credential_stuffing.remedy":
			"Låt brokerns port nås bara från ditt eget nät, och använd långa slumpade lösenord; `solar-heating broker user add` skapar dem.",
		"refusals_without_address.happened":
			"{count} inloggningar nekades inom {window:time}, och brokern säger inte varifrån.",
		"refusals_without_address.means":
			"Någon prövar lösenord, eller så har en av dina enheter ett gammalt. Mosquitto 2.0 anger ingen adress när en inloggning nekas; från 2.0.13 är den känd när ingen annan ansluter samtidigt.",
		"refusals_without_address.remedy":
			"Uppdatera brokern till 2.1, som anger adressen. Till och med 2.0.12 gör `log_type debug` i mosquitto.conf det också. `connection_messages` måste vara på.",
		"new_address.happened": "{user} loggade in från {address}, varifrån den användaren aldrig kommit förut.",
		"new_address.means": "En enhet har fått en ny adress, eller så kan någon annan lösenordet.",
		"new_address.remedy": "Om det inte var någon enhet av dina, byt lösenordet för {user} hos brokern.",
		"acl_probing.happened": "{client} nekades {count} meddelanden inom {window:time}.",
		"acl_probing.means": "En enhet är fel inställd, eller så prövar någon hur långt inloggningens rättigheter räcker.",
		"acl_probing.remedy":
			"Om det är en enhet av dina, tillåt den de ämnen den behöver. Annars ta bort dess inloggning med `solar-heating broker user remove`.",
		"connection_flood.happened": "{count} anslutningar kom från {address} inom {window:time}.",
		"connection_flood.means": "En enhet ansluter gång på gång, eller så håller någon brokern upptagen.",
		"connection_flood.remedy":
			"Om {address} är din, se i den enhetens logg. Annars spärra den i brandväggen; `max_connections` i mosquitto.conf sätter en gräns.",
		"port_scan.happened": "{count} gånger inom {window:time} kom något som inte är MQTT från {address}.",
		"port_scan.means": "Någon letar efter vad som lyssnar här, eller så använder en klient TLS där det inte finns.",
		"port_scan.remedy":
			"Om {address} är din, rätta port och TLS i dess inställningar. Annars spärra den i brandväggen.",
		"client_id_fight.happened": "Klienter som heter {client} kastade ut varandra {count} gånger inom {window:time}.",
		"client_id_fight.means": "Två enheter har samma klient-id, eller så tränger någon ut en enhet av dina.",
		"client_id_fight.remedy":
			"Ge varje enhet ett eget klient-id. Om alla har det använder någon annan det: byt lösenorden hos brokern.",
		"cut_lines.happened": "En rad i brokerns logg var så lång att den inte längre säger vem den gäller.",
		"cut_lines.means": "Klient-id på nästan tusen tecken är ett sätt att gömma sig för den som läser loggen.",
		"cut_lines.remedy":
			"Raderna före den i brokerns logg säger varifrån någon anslöt. Om det inte är ditt, spärra det i brandväggen.",
		"spoofed_id.happened": "En klient från {address} kallar sig {client}, med ord som brokerns egna rader börjar med.",
		"spoofed_id.means": "Så lägger man skulden på andra i brokerns logg. Rader som kan vara påhittade tros inte här.",
		"spoofed_id.remedy":
			"Ta bort inloggningen {user} eller byt dess lösenord, och lämna subscribe, unsubscribe och all utanför `log_type` i mosquitto.conf.",
		unknown_address: "en okänd adress",
		several_clients: "En klient",
		unknown_user: "för den klienten",
	},
};
