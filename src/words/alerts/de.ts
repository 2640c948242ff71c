import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	alert: {
		"brute_force.happened": "{count} Anmeldungen von {address} wurden innerhalb von {window:time} abgelehnt.",
		"brute_force.means": "Jemand probiert dort Passwörter, oder eines deiner Geräte hat ein altes.",
		"brute_force.remedy":
			"Gehört {address} dir, berichtige die Anmeldung dort. Wenn nicht, sperre sie in der Firewall; `solar-heating broker fail2ban` lässt das fail2ban von selbst tun.",
		"credential_stuffing.happened":
			"{count} Anmeldungen von mehreren Adressen wurden innerhalb von {window:time} abgelehnt: {addresses}.",
		"credential_stuffing.means":
			"Jemand probiert Passwörter von vielen Orten aus, wenige von jedem, um nicht aufzufallen.",
		"credential_stuffing.remedy":
			"Lass den Port des Brokers nur aus dem eigenen Netz erreichbar sein, und nimm lange zufällige Passwörter; `solar-heating broker user add` macht sie.",
		"refusals_without_address.happened":
			"{count} Anmeldungen wurden innerhalb von {window:time} abgelehnt, und der Broker sagt nicht, woher sie kamen.",
		"refusals_without_address.means":
			"Jemand probiert Passwörter, oder eines deiner Geräte hat ein altes. Mosquitto 2.0 nennt keine Adresse, wenn es eine Anmeldung ablehnt; ab 2.0.13 ist sie bekannt, wenn sich sonst niemand zugleich verbindet.",
		"refusals_without_address.remedy":
			"Aktualisiere den Broker auf 2.1, das die Adresse nennt. Bis 2.0.12 nennt sie auch `log_type debug` in mosquitto.conf. `connection_messages` muss an sein.",
		"new_address.happened": "{user} hat sich von {address} angemeldet, woher dieser Benutzer noch nie kam.",
		"new_address.means": "Ein Gerät hat eine neue Adresse, oder jemand anderes kennt das Passwort.",
		"new_address.remedy": "War das keines deiner Geräte, ändere das Passwort von {user} am Broker.",
		"acl_probing.happened": "{client} wurden innerhalb von {window:time} {count} Nachrichten verweigert.",
		"acl_probing.means":
			"Ein Gerät ist falsch eingestellt, oder jemand probiert, wie weit die Rechte dieser Anmeldung reichen.",
		"acl_probing.remedy":
			"Ist es eines deiner Geräte, erlaube ihm die Themen, die es braucht. Wenn nicht, nimm ihm die Anmeldung mit `solar-heating broker user remove`.",
		"connection_flood.happened": "{count} Verbindungen kamen innerhalb von {window:time} von {address}.",
		"connection_flood.means": "Ein Gerät verbindet sich immer wieder, oder jemand hält den Broker beschäftigt.",
		"connection_flood.remedy":
			"Gehört {address} dir, sieh in das Protokoll dieses Geräts. Wenn nicht, sperre sie in der Firewall; `max_connections` in mosquitto.conf setzt eine Grenze.",
		"port_scan.happened": "{count} Mal innerhalb von {window:time} kam von {address} etwas, das kein MQTT ist.",
		"port_scan.means": "Jemand sucht, was hier lauscht, oder ein Client benutzt TLS, wo es keines gibt.",
		"port_scan.remedy": "Gehört {address} dir, berichtige dort Port und TLS. Wenn nicht, sperre sie in der Firewall.",
		"client_id_fight.happened":
			"Clients namens {client} haben einander innerhalb von {window:time} {count} Mal hinausgeworfen.",
		"client_id_fight.means": "Zwei Geräte haben dieselbe Client-ID, oder jemand drängt eines deiner Geräte hinaus.",
		"client_id_fight.remedy":
			"Gib jedem Gerät eine eigene Client-ID. Hat jedes eine, benutzt sie jemand anderes: ändere die Passwörter am Broker.",
		"cut_lines.happened": "Eine Zeile im Protokoll des Brokers war so lang, dass sie nicht mehr sagt, um wen es geht.",
		"cut_lines.means":
			"Client-IDs von fast tausend Zeichen sind eine Art, sich vor dem zu verbergen, der das Protokoll liest.",
		"cut_lines.remedy":
			"Die Zeilen davor im Protokoll des Brokers sagen, woher sich jemand verbunden hat. Gehört das nicht dir, sperre es in der Firewall.",
		"spoofed_id.happened":
			"Ein Client von {address} nennt sich {client}, mit Worten, mit denen die Zeilen des Brokers beginnen.",
		"spoofed_id.means":
			"So schiebt man im Protokoll des Brokers anderen die Schuld zu. Zeilen, die erfunden sein können, werden hier nicht geglaubt.",
		"spoofed_id.remedy":
			"Nimm die Anmeldung {user} weg oder ändere ihr Passwort, und lass subscribe, unsubscribe und all in `log_type` von mosquitto.conf weg.",
		unknown_address: "einer unbekannten Adresse",
		several_clients: "Einem Client",
		unknown_user: "dieses Clients",
	},
};
