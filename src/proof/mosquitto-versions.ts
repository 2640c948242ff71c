/** A flaw of Mosquitto that a client can use; from its ChangeLog (mosquitto.org/ChangeLog.txt), the sections "Security". */
export interface KnownFlaw {
	readonly what: string;
	readonly fixed_in: string;
}

export const KNOWN_FLAWS: readonly KnownFlaw[] = [
	{ what: "CVE-2021-28166, a crash by a malformed CONNACK", fixed_in: "2.0.10" },
	{ what: "CVE-2021-34434, a right to read that outlives its withdrawal", fixed_in: "2.0.12" },
	{ what: "overload by a login with many user properties", fixed_in: "2.0.12" },
	{ what: "CVE-2023-0809, memory taken by first packets before any login", fixed_in: "2.0.16" },
	{ what: "CVE-2023-3592, memory lost by wills with wrong properties", fixed_in: "2.0.16" },
	{ what: "CVE-2023-28366, memory lost by repeated QoS 2 messages", fixed_in: "2.0.21" },
	{ what: "a crash of bridges that rename topics", fixed_in: "2.0.19" },
	{ what: "memory lost by malicious subscriptions", fixed_in: "2.0.21" },
];

/** The newest version when this list was made. */
export const NEWEST_KNOWN = "2.1.2";
