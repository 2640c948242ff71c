/** Kinds of alerts from the broker's log. Each has texts in the section `alert`. */
export const ALERT_KINDS = [
	/** Many refusals from one address. */
	"brute_force",
	/** Refusals from many addresses, few from each. */
	"credential_stuffing",
	/** Refusals for which the broker does not name an address. */
	"refusals_without_address",
	/** A user logged in from a new address. */
	"new_address",
	/** One client was denied many topics. */
	"acl_probing",
	/** Many connections from one address. */
	"connection_flood",
	/** Data on a port was not MQTT, many times. */
	"port_scan",
	/** Clients with the same id disconnect each other. */
	"client_id_fight",
	/** A line was so long that its subject is cut off. Attackers hide this way. */
	"cut_lines",
	/** A client's id imitates the beginning of the broker's lines, to blame others. */
	"spoofed_id",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Attempted attacks. The others are for information. */
export const ATTACKS: readonly AlertKind[] = [
	"brute_force",
	"credential_stuffing",
	"refusals_without_address",
	"acl_probing",
	"connection_flood",
	"port_scan",
	"spoofed_id",
];
