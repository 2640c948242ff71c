import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_publish_foreign: "Försökte skriva till {topics}, där appen inte har något att göra.",
		each_refused_code: "Det nekades varje gång (kod {code}). Skyddet gäller.",
		see_log: "Se i brokerns logg vad den gjorde.",
		allowed: "Det var tillåtet.",
		no_rules:
			"Det verkar som om användaren får göra allt, som på en broker utan åtkomstregler: Home Assistants egen är sådan från början, om man inte ger den en acl_file.",
		too_wide:
			"Den som kommer över kontot kan göra detsamma. Ge användaren åtkomstregler: `broker acl` skriver ut dem som behövs och inga fler; ange filen som `acl_file` i mosquitto.conf och ladda om Mosquitto (SIGHUP).",
		may_publish: "Användaren {user} får skriva till {topics}.",
		came_foreign: "Det kom meddelanden som inte är till appen, till exempel på {topics}.",
		may_read: "Användaren {user} får läsa dem.",
		reads_sys:
			"Användaren {user} får läsa $SYS, det brokern säger om sig själv: version, belastning, och dess logg där den publiceras.",
		reads_sys_mend: "Appen behöver det bara för att läsa brokerns logg. Ta annars bort regeln för $SYS.",
		each_refused: "Varje nekades. Skyddet gäller.",
		only_own_came: "Inget kom utom våra egna meddelanden, som inte säger något nytt.",
		nothing_came: "Inget kom, inte ens vårt eget meddelande på {topic}, där vi bara ska skriva.",
		unseen: "Det som ingen sade under tiden syns inte.",
		nothing_shown: "Inget kom, men inte heller det meddelande som skulle ha visat att något kan komma.",
		see_rights: "Se stegen `subscribe` och `publish`.",
		second_login_needed: "Inte prövat: det krävs ett konto till (--second-login FIL).",
		second_login_fails: "Inte prövat: det andra kontot, {user}, fungerar inte.",
		second_login_mend: "Kontrollera det.",
	},
};
