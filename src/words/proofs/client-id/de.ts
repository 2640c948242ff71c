import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		came_under_our_id: "{other} hat sich mit der Client-ID von {user} verbunden.",
		threw_us_out: "Das hat {user} getrennt. Jeder Benutzer dieses Brokers kann die App dauerhaft trennen.",
		threw_us_out_mend:
			"Mosquitto hat dagegen keine Einstellung, die einem Benutzer mehr als eine Verbindung erlaubt. Die App verwendet bei jedem Start eine neue Client-ID; daher keinen anderen Benutzer das Protokoll des Brokers oder $SYS/broker/log lesen lassen und nur wenigen ein Konto geben.",
		both_stayed: "Beide blieben verbunden. Durchgesetzt.",
		not_let_in: "Es wurde abgelehnt. Durchgesetzt.",
		not_clear: "Was danach geschah, ist unklar.",
	},
};
