import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		is_address: "{host} ist eine Adresse: es gibt keinen Namen nachzuschlagen.",
		has_address: "{host} ist {addresses}.",
		no_address: "Den Namen {host} nachgeschlagen: er hat keine Adresse ({detail}).",
		no_address_mend:
			"Die Schreibweise von mqtt.host und den Nameserver dieser Maschine prüfen, oder stattdessen die Adresse des Brokers angeben.",
		tried_reach: "Versucht, {place} zu erreichen.",
		accepts: "{place} nimmt Verbindungen an.",
		not_running:
			"Die Maschine antwortet, und an diesem Port hört nichts zu. Wurde die Konfiguration von Mosquitto eben geändert, ist er vielleicht nicht gestartet: mit `systemctl status mosquitto` und in seinem Protokoll nach einer falsch geschriebenen Zeile suchen, nach einer Passwort- oder Zugriffsdatei, die nicht dort ist, wo die Konfiguration sagt, oder einer, die der Benutzer mosquitto nicht lesen darf (chown mosquitto: DATEI; chmod 600 DATEI).",
	},
};
