import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		came_under_our_id: "{other} kam unter der Client-ID von {user}.",
		threw_us_out:
			"Das hat {user} hinausgeworfen. Jeder Benutzer dieses Brokers kann die App von der Verbindung abhalten.",
		threw_us_out_mend:
			"Mosquitto hat dagegen keine Einstellung, die einem Benutzer mehr als eine Verbindung lässt. Was hilft: die Client-ID der App ist bei jedem Start eine andere, also keinen anderen Benutzer das Protokoll des Brokers oder $SYS/broker/log lesen lassen; und wenigen ein Konto geben.",
		both_stayed: "Beide blieben. Durchgesetzt.",
		not_let_in: "Es wurde nicht eingelassen. Durchgesetzt.",
		not_clear: "Was dann geschah, ist nicht klar.",
	},
};
