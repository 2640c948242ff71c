import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		tried_read: "Versucht, {topic} zu lesen.",
		version_unseen: "Der Broker sagt diesem Benutzer seine Version nicht, daher ist sein Alter unbekannt.",
		version_strange: "Der Broker nennt sich „{said}“, wovon hier nichts bekannt ist.",
		version_fine: "Der Broker ist Mosquitto {version}: hier ist kein Mangel bekannt.",
		version_flawed: "Der Broker ist Mosquitto {version}, das so, wie es veröffentlicht wurde, bekannte Mängel hat:",
		flaw_connack: "CVE-2021-28166, ein Absturz durch ein fehlerhaftes CONNACK (behoben in {fixed_in});",
		flaw_withdrawn_right: "CVE-2021-34434, ein Leserecht, das seinen Entzug überlebt (behoben in {fixed_in});",
		flaw_properties: "Überlastung durch eine Anmeldung mit vielen Benutzereigenschaften (behoben in {fixed_in});",
		flaw_first_packets:
			"CVE-2023-0809, Speicher, den erste Pakete vor jeder Anmeldung belegen (behoben in {fixed_in});",
		flaw_wills: "CVE-2023-3592, Speicherverlust durch Testamente mit falschen Eigenschaften (behoben in {fixed_in});",
		flaw_qos2: "CVE-2023-28366, Speicherverlust durch wiederholte Nachrichten mit QoS 2 (behoben in {fixed_in});",
		flaw_bridges: "ein Absturz von Brücken, die Themen umbenennen (behoben in {fixed_in});",
		flaw_subscriptions: "Speicherverlust durch böswillige Abonnements (behoben in {fixed_in}).",
		version_source: "Quelle: mosquitto.org/ChangeLog.txt.",
		version_mend:
			"Mosquitto aktualisieren ({newest} oder neuer). Eine Distribution wie Debian behebt Mängel ohne neue Versionsnummer: dann deren Paket aktuell halten.",
	},
};
