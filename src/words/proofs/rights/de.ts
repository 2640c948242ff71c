import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_publish_foreign: "Versucht, an {topics} zu senden, was diese App nicht braucht.",
		each_cut:
			"Er hat bei jeder davon die Verbindung beendet, und bei keiner, die die App braucht. So lehnt MQTT 3.1.1 ab. Durchgesetzt.",
		each_refused_code: "Es wurde jedes Mal abgelehnt (Code {code}). Durchgesetzt.",
		see_log: "Siehe das Protokoll des Brokers.",
		allowed: "Es war erlaubt.",
		no_rules:
			"Anscheinend darf dieser Benutzer alles, wie bei einem Broker ohne Zugriffsregeln: Der von Home Assistant ist so, bis er eine acl_file bekommt.",
		too_wide:
			"Wer an dieses Konto gelangt, kann dasselbe tun. Dem Benutzer Zugriffsregeln geben: `broker acl` gibt genau die nötigen aus. Die Datei in mosquitto.conf als `acl_file` angeben, dann Mosquitto neu laden (SIGHUP).",
		may_publish: "Benutzer {user} darf an {topics} senden.",
		came_foreign: "Es kamen Nachrichten an, die nicht für diese App bestimmt sind, etwa auf {topics}.",
		may_read: "Benutzer {user} darf sie lesen.",
		reads_sys:
			"Benutzer {user} darf $SYS lesen, die Angaben des Brokers über sich selbst: Version, Last und sein Protokoll, wenn es veröffentlicht wird.",
		reads_sys_mend:
			"Die App braucht das nur, um das Protokoll des Brokers zu lesen. Sonst die Regel für $SYS entfernen.",
		each_refused: "Alle wurden abgelehnt. Durchgesetzt.",
		only_own_came: "Es kamen nur unsere eigenen Nachrichten an, die nichts Neues zeigen.",
		nothing_came: "Es kam nichts an, nicht einmal unsere eigene Nachricht auf {topic}, das wir nur schreiben dürfen.",
		unseen: "Topics, auf denen inzwischen keine Nachricht gesendet wurde, ließen sich nicht prüfen.",
		nothing_shown:
			"Es kam nichts an, aber auch nicht die Nachricht, die gezeigt hätte, dass Nachrichten ankommen können.",
		see_rights: "Siehe die Schritte `subscribe` und `publish`.",
		second_login_needed: "Nicht versucht: dazu ist das Konto eines anderen Benutzers nötig (--second-login DATEI).",
		second_login_fails: "Nicht versucht: das zweite Konto, {user}, funktioniert nicht.",
		second_login_mend: "Dieses Konto prüfen.",
	},
};
