import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_read: "Försökte läsa {topic}.",
		version_unseen: "Brokern visar inte sin version för användaren, så det är inte känt om den är föråldrad.",
		version_strange: "Brokern kallar sig ”{said}”, som inte är känt här.",
		version_fine: "Brokern är Mosquitto {version}: inga sårbarheter är kända här.",
		version_flawed: "Brokern är Mosquitto {version}, som i sin utgivna form har kända sårbarheter:",
		flaw_connack: "CVE-2021-28166, en krasch av ett felaktigt CONNACK (rättad i {fixed_in});",
		flaw_withdrawn_right: "CVE-2021-34434, en läsrätt som finns kvar efter att den dragits in (rättad i {fixed_in});",
		flaw_properties: "överbelastning genom en inloggning med många användaregenskaper (rättad i {fixed_in});",
		flaw_first_packets: "CVE-2023-0809, minne som tas av första paketen före inloggning (rättad i {fixed_in});",
		flaw_wills: "CVE-2023-3592, minnesläcka genom last will med fel egenskaper (rättad i {fixed_in});",
		flaw_qos2: "CVE-2023-28366, minnesläcka genom upprepade meddelanden med QoS 2 (rättad i {fixed_in});",
		flaw_bridges: "en krasch av bryggor som döper om ämnen (rättad i {fixed_in});",
		flaw_subscriptions: "minnesläcka genom illasinnade prenumerationer (rättad i {fixed_in}).",
		version_source: "Källa: mosquitto.org/ChangeLog.txt.",
		version_mend:
			"Uppdatera Mosquitto ({newest} eller senare). En distribution som Debian rättar sårbarheter utan nytt versionsnummer: håll i så fall dess paket uppdaterat.",
	},
};
