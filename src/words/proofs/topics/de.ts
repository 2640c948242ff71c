import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_subscribe: "Versucht, {filters} zu abonnieren.",
		may_not_read: "Benutzer {user} darf {topic} nicht lesen (Code {code}).",
		subscribed: "{commands} und {birth} abonniert; eine Nachricht an {topic} kam zurück.",
		no_echo:
			"Der Broker hat das Abonnement von {commands} angenommen, aber eine Nachricht an {topic} kam nicht zurück.",
		no_commands: "Benutzer {user} darf es also nicht lesen, und kein Befehl käme an.",
		echo_not_proven:
			"Es ist nicht nachgewiesen, dass Nachrichten ankommen: Vielleicht darf dieser Benutzer dort nicht senden.",
		echo_mend: "Siehe den Schritt `publish`; `broker acl` gibt die nötigen Regeln aus.",
		tried_publish: "Versucht, an {topics} zu senden.",
		published: "An {topics} gesendet: erlaubt und bestätigt (QoS 1).",
		no_acknowledgement: "Eine Bestätigung kam nicht.",
		may_not_publish: "Benutzer {user} darf nicht an {topics} senden (Code {code}).",
		denial_invisible:
			"Der Broker hat jede Nachricht angenommen, spricht aber nur MQTT 3.1.1, das nicht melden kann, dass eine Nachricht verweigert wurde.",
		use_mqtt5: "Für einen Nachweis einen Broker verwenden, der MQTT 5 spricht.",
		see_subscribe: "Der Schritt `subscribe` zeigt, ob unsere eigenen Nachrichten zurückkommen.",
	},
};
