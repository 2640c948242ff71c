import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_publish_foreign: "Versucht, an {topics} zu senden, wo diese App nichts zu suchen hat.",
		each_refused_code: "Es wurde jedes Mal abgelehnt (Code {code}). Durchgesetzt.",
		see_log: "Im Protokoll des Brokers nachsehen, was er getan hat.",
		allowed: "Es war erlaubt.",
		no_rules:
			"Anscheinend darf dieser Benutzer alles, wie auf einem Broker ohne Zugriffsregeln: der von Home Assistant kommt so, solange man ihm keine acl_file gibt.",
		too_wide:
			"Wer an dieses Konto kommt, kann dasselbe tun. Dem Benutzer Zugriffsregeln geben: `broker acl` gibt die nötigen aus und nicht mehr; die Datei in mosquitto.conf als `acl_file` nennen, dann Mosquitto neu laden (SIGHUP).",
		may_publish: "Benutzer {user} darf an {topics} senden.",
		came_foreign: "Es kamen Nachrichten, die nicht für diese App sind, etwa auf {topics}.",
		may_read: "Benutzer {user} darf sie lesen.",
		reads_sys:
			"Benutzer {user} darf $SYS lesen, was der Broker von sich selbst sagt: Version, Last, und sein Protokoll, wo es veröffentlicht wird.",
		reads_sys_mend:
			"Die App braucht das nur, um das Protokoll des Brokers zu lesen. Sonst die Regel für $SYS wegnehmen.",
		each_refused: "Jedes wurde abgelehnt. Durchgesetzt.",
		only_own_came: "Es kamen nur unsere eigenen Nachrichten, die nichts Neues sagen.",
		nothing_came: "Es kam nichts, nicht einmal unsere eigene Nachricht auf {topic}, wo wir nur zu schreiben haben.",
		unseen: "Was währenddessen niemand gesagt hat, ist nicht zu sehen.",
		nothing_shown: "Es kam nichts, aber auch nicht die Nachricht, die gezeigt hätte, dass etwas kommen kann.",
		see_rights: "Siehe die Schritte `subscribe` und `publish`.",
		second_login_needed: "Nicht versucht: es braucht das Konto eines anderen Benutzers (--second-login DATEI).",
		second_login_fails: "Nicht versucht: das zweite Konto, {user}, funktioniert nicht.",
		second_login_mend: "Es prüfen.",
	},
};
