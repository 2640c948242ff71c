export const en = {
	proof: {
		tried_read: "Tried to read {topic}.",
		version_unseen: "The broker does not show its version to this user, so it is not known whether it is outdated.",
		version_strange: "The broker calls itself “{said}”, which is not known here.",
		version_fine: "The broker is Mosquitto {version}: no flaw is known here.",
		version_flawed: "The broker is Mosquitto {version}, which as published has known flaws:",
		flaw_connack: "CVE-2021-28166, a crash by a malformed CONNACK (fixed in {fixed_in});",
		flaw_withdrawn_right: "CVE-2021-34434, a read right that remains after it was withdrawn (fixed in {fixed_in});",
		flaw_properties: "overload by a login with many user properties (fixed in {fixed_in});",
		flaw_first_packets: "CVE-2023-0809, memory used by first packets before any login (fixed in {fixed_in});",
		flaw_wills: "CVE-2023-3592, memory lost by last wills with wrong properties (fixed in {fixed_in});",
		flaw_qos2: "CVE-2023-28366, memory lost by repeated QoS 2 messages (fixed in {fixed_in});",
		flaw_bridges: "a crash of bridges that rename topics (fixed in {fixed_in});",
		flaw_subscriptions: "memory lost by malicious subscriptions (fixed in {fixed_in}).",
		version_source: "Source: mosquitto.org/ChangeLog.txt.",
		version_mend:
			"Update Mosquitto ({newest} or later). A distribution such as Debian fixes flaws without a new version number: if you use its package, keep that up to date instead.",
	},
} as const;
