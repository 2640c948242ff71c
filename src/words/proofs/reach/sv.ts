import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		is_address: "{host} är en adress: det finns inget namn att slå upp.",
		has_address: "{host} är {addresses}.",
		no_address: "Slog upp namnet {host}: det har ingen adress ({detail:detail}).",
		no_address_mend:
			"Kontrollera stavningen av mqtt.host och datorns namnserver, eller ange brokerns adress i stället.",
		tried_reach: "Försökte nå {place}.",
		accepts: "{place} tar emot anslutningar.",
		not_running:
			"Datorn svarar, men inget lyssnar på den här porten. Om Mosquittos konfiguration nyss ändrades har den kanske inte startat: leta med `systemctl status mosquitto` och i dess logg efter en felstavad rad, en lösenords- eller åtkomstfil som inte finns där konfigurationen anger, eller en som användaren mosquitto inte får läsa (chown mosquitto: FIL; chmod 600 FIL).",
	},
};
