import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_subscribe: "Försökte prenumerera på {filters}.",
		may_not_read: "Användaren {user} får inte läsa {topic} (kod {code}).",
		subscribed: "Prenumererar på {commands} och {birth}; ett meddelande till {topic} kom tillbaka.",
		no_echo: "Brokern tog emot prenumerationen på {commands}, men ett meddelande till {topic} kom inte tillbaka.",
		no_commands: "Användaren {user} får alltså inte läsa den, och inget kommando skulle komma fram.",
		echo_not_proven: "Det är inte verifierat att meddelanden kommer fram: kanske får användaren inte skriva där.",
		echo_mend: "Se steget `publish`; `broker acl` skriver ut reglerna som behövs.",
		tried_publish: "Försökte skriva till {topics}.",
		published: "Skrev till {topics}: tillåtet och kvitterat (QoS 1).",
		no_acknowledgement: "Ingen kvittens kom.",
		may_not_publish: "Användaren {user} får inte skriva till {topics} (kod {code}).",
		denial_invisible:
			"Brokern tog emot varje meddelande, men den talar bara MQTT 3.1.1, som inte kan rapportera att ett meddelande nekades.",
		use_mqtt5: "För verifiering krävs en broker som talar MQTT 5.",
		see_subscribe: "Steget `subscribe` visar om våra egna meddelanden kommer tillbaka.",
	},
};
