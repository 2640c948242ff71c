import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		prefix_form:
			"”{prefix}” är ingen början på ämnen: ange en utan + och #, och utan / i början eller slutet, till exempel zigbee2mqtt.",
		prefix_of_app:
			"{prefix} innehåller appens egna ämnen ({topics}): en sådan enhet skulle kunna styra pumpen. Ge den en annan början.",
		prefix_of_discovery:
			"{prefix} innehåller det som appen anmäler till Home Assistant ({topics}): en sådan enhet skulle kunna ändra det. Ange en snävare början, till exempel {less}.",
		acl_needs_login:
			"För att verifiera vad appen får göra behövs dess konto: dess inställningar (--options FIL), eller MQTT_USERNAME och MQTT_PASSWORD.",
		acl_written: "Skrivet till {path}. Ange filen i mosquitto.conf som acl_file, och skicka Mosquitto en SIGHUP.",
		acl_not_named:
			"{path} finns, men ingen konfiguration anger den, så dess regler har ingen verkan. Ange den som acl_file eller flytta undan den, och försök igen.",
		acl_cannot_change: "{path} kan inte ändras:",
		acl_marks_broken:
			"Märkena kring våra egna regler är ofullständiga. Ta bort raderna från ”>>>” till ”<<<” för hand.",
		acl_stray_rule:
			"Under våra regler står ”{rule}” utan en egen användare. Flytta den ovanför dem, eller sätt en rad `user NAMN` före den.",
		acl_files_differ: "Lyssnarna har regler i olika filer ({files}). Ange en och samma för alla.",
		path_relative:
			"{file}, rad {line}: `{text}` anger en sökväg som inte börjar med /. Mosquitto utgår från den mapp där den startades, och ingen broker som kör med den här filen hittades. Skriv hela sökvägen eller starta brokern. Ingenting har ändrats.",
		path_comment:
			"{file}, rad {line}: `{text}` har en kommentar efter värdet. Mosquitto tar hela resten av raden, även kommentaren, som sökväg. Sätt kommentaren på en egen rad. Ingenting har ändrats.",
		password_files_differ: "Lyssnarna har användare i olika filer ({files}). Ange en och samma password_file för alla.",
		would_lose_rights:
			"De här användarna har ett konto men ingen regel. Med en acl_file förlorar de alla rättigheter, utan att få veta det:{users}",
		give_rights:
			"Ge var och en dess rättigheter: --home-assistant ANVÄNDARE, --device ANVÄNDARE=ÄMNE eller --all ANVÄNDARE. Eller låt dem vara utan: --leave-without-rights.",
		asked_last: "Förra gången var det: {command}",
		has_rules: "I {path} står reglerna för {users}. Appens är verifierade med dess eget konto: precis det den behöver.",
		further_rules: "{user} har fler regler i samma fil, ovanför våra: de gäller också.",
		without_rights: "UTAN RÄTTIGHETER: {user} har ett konto men ingen regel.",
	},
};
