import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_publish_foreign: "Försökte skriva till {topics}, som appen inte behöver.",
		each_cut:
			"Den avbröt anslutningen vid vart och ett av dem, och inte vid det som appen behöver. Så nekar MQTT 3.1.1. Skyddet gäller.",
		each_refused_code: "Det nekades varje gång (kod {code}). Skyddet gäller.",
		see_log: "Se brokerns logg.",
		allowed: "Det var tillåtet.",
		no_rules:
			"Användaren får tydligen göra allt, som på en broker utan åtkomstregler: Home Assistants egen är sådan tills den får en acl_file.",
		too_wide:
			"Den som kommer över kontot kan göra detsamma. Ge användaren åtkomstregler: `broker acl` skriver ut precis dem som behövs. Ange filen som `acl_file` i mosquitto.conf och ladda om Mosquitto (SIGHUP).",
		may_publish: "Användaren {user} får skriva till {topics}.",
		came_foreign: "Det kom meddelanden som inte är avsedda för appen, till exempel på {topics}.",
		may_read: "Användaren {user} får läsa dem.",
		reads_sys:
			"Användaren {user} får läsa $SYS, brokerns uppgifter om sig själv: version, belastning, och dess logg om den publiceras.",
		reads_sys_mend: "Appen behöver det bara för att läsa brokerns logg. Ta annars bort regeln för $SYS.",
		each_refused: "Alla nekades. Skyddet gäller.",
		only_own_came: "Bara våra egna meddelanden kom, och de visar inget nytt.",
		nothing_came: "Inget kom, inte ens vårt eget meddelande på {topic}, som vi bara får skriva.",
		unseen: "Ämnen utan meddelanden under tiden kunde inte testas.",
		nothing_shown: "Inget kom, men inte heller det meddelande som skulle ha visat att meddelanden kan komma fram.",
		see_rights: "Se stegen `subscribe` och `publish`.",
		second_login_needed: "Inte testat: det kräver en annan användares konto (--second-login FIL).",
		second_login_fails: "Inte testat: det andra kontot, {user}, fungerar inte.",
		second_login_mend: "Kontrollera det kontot.",
	},
};
