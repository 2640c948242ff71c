import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	alert: {
		"brute_force.happened": "{count} Anmeldungen von {address} wurden innerhalb von {window:time} abgelehnt.",
		"brute_force.means": "Dort probiert jemand Passwörter aus, oder eines Ihrer Geräte hat ein altes Passwort.",
		"brute_force.remedy":
			"Gehört {address} zu Ihnen, die Anmeldung des Geräts berichtigen. Sonst die Adresse in der Firewall sperren; mit `solar-heating broker fail2ban` erledigt fail2ban das automatisch.",
		"credential_stuffing.happened":
			"{count} Anmeldungen von mehreren Adressen wurden innerhalb von {window:time} abgelehnt: {addresses}.",
		"credential_stuffing.means":
			"Jemand probiert Passwörter von vielen Adressen aus, von jeder nur wenige, um nicht aufzufallen.",
		"credential_stuffing.remedy":
			"Den Port des Brokers nur aus dem eigenen Netz erreichbar machen und lange, zufällige Passwörter verwenden; `solar-heating broker user add` erzeugt sie.",
		"refusals_without_address.happened":
			"{count} Anmeldungen wurden innerhalb von {window:time} abgelehnt; das Protokoll des Brokers nennt die Adresse nicht.",
		"refusals_without_address.means":
			"Jemand probiert Passwörter aus, oder eines Ihrer Geräte hat ein altes Passwort. Mosquitto 2.0 protokolliert bei einer abgelehnten Anmeldung keine Adresse. Ab 2.0.13 ist sie nur bekannt, wenn sich kein anderer Client gleichzeitig verbindet.",
		"refusals_without_address.remedy":
			"Den Broker auf 2.1 aktualisieren, das die Adresse protokolliert. Bis 2.0.12 tut das auch `log_type debug` in mosquitto.conf. `connection_messages` muss eingeschaltet sein.",
		"new_address.happened": "{user} hat sich von {address} angemeldet, einer für diesen Benutzer neuen Adresse.",
		"new_address.means": "Ein Gerät hat eine neue Adresse, oder jemand anders kennt das Passwort.",
		"new_address.remedy": "War es keines Ihrer Geräte, das Passwort von {user} beim Broker ändern.",
		"acl_probing.happened": "{client} wurden innerhalb von {window:time} {count} Nachrichten verweigert.",
		"acl_probing.means": "Ein Gerät ist falsch konfiguriert, oder jemand testet, was diese Anmeldung darf.",
		"acl_probing.remedy":
			"Ist es eines Ihrer Geräte, ihm die nötigen Topics erlauben. Sonst das Konto mit `solar-heating broker user remove` entfernen.",
		"connection_flood.happened": "{count} Verbindungen kamen innerhalb von {window:time} von {address}.",
		"connection_flood.means": "Ein Gerät verbindet sich ständig neu, oder jemand versucht, den Broker zu überlasten.",
		"connection_flood.remedy":
			"Gehört {address} zu Ihnen, das Protokoll des Geräts prüfen. Sonst die Adresse in der Firewall sperren; `max_connections` in mosquitto.conf setzt eine Grenze.",
		"port_scan.happened": "{address} hat innerhalb von {window:time} {count} Mal etwas anderes als MQTT gesendet.",
		"port_scan.means": "Jemand sucht nach offenen Ports, oder ein Client benutzt TLS an einem Port ohne TLS.",
		"port_scan.remedy":
			"Gehört {address} zu Ihnen, Port und TLS in den Einstellungen des Geräts berichtigen. Sonst die Adresse in der Firewall sperren.",
		"client_id_fight.happened":
			"Clients mit der ID {client} haben einander innerhalb von {window:time} {count} Mal getrennt.",
		"client_id_fight.means": "Zwei Geräte haben dieselbe Client-ID, oder jemand benutzt die ID eines Ihrer Geräte.",
		"client_id_fight.remedy":
			"Jedem Gerät eine eigene Client-ID geben. Hat jedes schon eine, benutzt sie jemand anders: die Passwörter beim Broker ändern.",
		"cut_lines.happened":
			"Eine Zeile im Protokoll des Brokers wurde abgeschnitten, weil sie zu lang war; um welchen Client es geht, ist unbekannt.",
		"cut_lines.means": "Ein Client mit einer ID von fast tausend Zeichen kann sich so verbergen.",
		"cut_lines.remedy":
			"Die Zeilen davor im Protokoll des Brokers zeigen die Adresse. Gehört sie nicht zu Ihnen, sie in der Firewall sperren.",
		"spoofed_id.happened":
			"Ein Client von {address} nennt sich {client}, was wie eine Zeile im Protokoll des Brokers aussieht.",
		"spoofed_id.means":
			"So kann ein Client Protokollzeilen fälschen, die andere belasten. Zeilen, die gefälscht sein können, bleiben hier unbeachtet.",
		"spoofed_id.remedy":
			"Das Konto {user} entfernen oder sein Passwort ändern und in mosquitto.conf für `log_type` weder subscribe noch unsubscribe noch all verwenden.",
		unknown_address: "einer unbekannten Adresse",
		several_clients: "Einem Client",
		unknown_user: "dieses Clients",
	},
};
