import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_read: "Versucht, {topic} zu lesen.",
		version_unseen:
			"Der Broker zeigt diesem Benutzer seine Version nicht, daher ist nicht bekannt, ob er veraltet ist.",
		version_strange: "Der Broker nennt sich „{said}“, was hier nicht bekannt ist.",
		version_fine: "Der Broker ist Mosquitto {version}: Hier ist keine Schwachstelle bekannt.",
		version_flawed:
			"Der Broker ist Mosquitto {version}, das in der veröffentlichten Fassung bekannte Schwachstellen hat:",
		flaw_connack: "CVE-2021-28166, ein Absturz durch ein fehlerhaftes CONNACK (behoben in {fixed_in});",
		flaw_withdrawn_right:
			"CVE-2021-34434, ein Leserecht, das nach seinem Entzug bestehen bleibt (behoben in {fixed_in});",
		flaw_properties: "Überlastung durch eine Anmeldung mit vielen Benutzereigenschaften (behoben in {fixed_in});",
		flaw_first_packets:
			"CVE-2023-0809, Speicher, den erste Pakete vor jeder Anmeldung belegen (behoben in {fixed_in});",
		flaw_wills: "CVE-2023-3592, Speicherverlust durch Last Wills mit falschen Eigenschaften (behoben in {fixed_in});",
		flaw_qos2: "CVE-2023-28366, Speicherverlust durch wiederholte Nachrichten mit QoS 2 (behoben in {fixed_in});",
		flaw_bridges: "ein Absturz von Brücken, die Topics umbenennen (behoben in {fixed_in});",
		flaw_subscriptions: "Speicherverlust durch böswillige Abonnements (behoben in {fixed_in}).",
		version_source: "Quelle: mosquitto.org/ChangeLog.txt.",
		version_mend:
			"Mosquitto aktualisieren ({newest} oder neuer). Eine Distribution wie Debian behebt Schwachstellen ohne neue Versionsnummer: dann deren Paket aktuell halten.",
	},
};
