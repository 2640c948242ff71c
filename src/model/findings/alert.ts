/** What of the broker's log is worth a person's attention. Each has texts of its own, in the section `alert`. */
export const ALERT_KINDS = [
	/** Many refusals from one address. */
	"brute_force",
	/** Refusals from many addresses, few from each. */
	"credential_stuffing",
	/** Refusals of which the broker does not say whose they are. */
	"refusals_without_address",
	/** Somebody logged in from where that user never came from. */
	"new_address",
	/** One client is denied many topics. */
	"acl_probing",
	/** Many connections from one address. */
	"connection_flood",
	/** What came on a port was no MQTT, many times. */
	"port_scan",
	/** Clients with one id, one throwing the other out. */
	"client_id_fight",
	/** A line was so long that who it is about is cut off: how one hides. */
	"cut_lines",
	/** A client calls itself by words that the broker begins its lines with: how one puts blame on others. */
	"spoofed_id",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** These are attempts at an attack. The others are for information. */
export const ATTACKS: readonly AlertKind[] = [
	"brute_force",
	"credential_stuffing",
	"refusals_without_address",
	"acl_probing",
	"connection_flood",
	"port_scan",
	"spoofed_id",
];
