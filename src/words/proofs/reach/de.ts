import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		is_address: "{host} ist eine Adresse: Es ist kein Name nachzuschlagen.",
		has_address: "{host} ist {addresses}.",
		no_address: "Den Namen {host} nachgeschlagen: er hat keine Adresse ({detail:detail}).",
		no_address_mend:
			"Die Schreibweise von mqtt.host und den Nameserver dieses Rechners prüfen, oder stattdessen die Adresse des Brokers angeben.",
		tried_reach: "Versucht, {place} zu erreichen.",
		accepts: "{place} nimmt Verbindungen an.",
		not_running:
			"Der Rechner antwortet, aber an diesem Port lauscht nichts. Wurde die Konfiguration von Mosquitto eben geändert, ist er vielleicht nicht gestartet: mit `systemctl status mosquitto` und in seinem Protokoll nach einer falsch geschriebenen Zeile suchen, nach einer Passwort- oder Zugriffsdatei, die nicht dort liegt, wo die Konfiguration es angibt, oder einer, die der Benutzer mosquitto nicht lesen darf (chown mosquitto: DATEI; chmod 600 DATEI).",
	},
};
