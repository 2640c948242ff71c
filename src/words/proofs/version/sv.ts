import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_read: "Försökte läsa {topic}.",
		version_unseen: "Brokern talar inte om sin version för användaren, så dess ålder är okänd.",
		version_strange: "Brokern kallar sig ”{said}”, som inget är känt om här.",
		version_fine: "Brokern är Mosquitto {version}: inga brister är kända här.",
		version_flawed: "Brokern är Mosquitto {version}, som i sin utgivna form har kända brister:",
		flaw_connack: "CVE-2021-28166, en krasch av ett felaktigt CONNACK (rättad i {fixed_in});",
		flaw_withdrawn_right: "CVE-2021-34434, en läsrätt som överlever att den dras in (rättad i {fixed_in});",
		flaw_properties: "överlast av en inloggning med många användaregenskaper (rättad i {fixed_in});",
		flaw_first_packets: "CVE-2023-0809, minne som tas av första paketen före all inloggning (rättad i {fixed_in});",
		flaw_wills: "CVE-2023-3592, minne som går förlorat av testamenten med fel egenskaper (rättad i {fixed_in});",
		flaw_qos2: "CVE-2023-28366, minne som går förlorat av upprepade meddelanden med QoS 2 (rättad i {fixed_in});",
		flaw_bridges: "en krasch av bryggor som döper om ämnen (rättad i {fixed_in});",
		flaw_subscriptions: "minne som går förlorat av illvilliga prenumerationer (rättad i {fixed_in}).",
		version_source: "Källa: mosquitto.org/ChangeLog.txt.",
		version_mend:
			"Uppdatera Mosquitto ({newest} eller senare). En distribution som Debian rättar brister utan nytt versionsnummer: håll i så fall dess paket uppdaterat.",
	},
};
