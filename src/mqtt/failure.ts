/** Kinds of failure, as people look for them. Every class of failure of the broker's connection is of one of these. */
export const FAMILIES = [
	"login_refused",
	"access_denied",
	"tls_failed",
	"unreachable",
	"dropped",
	"taken_over",
	"refused",
	"options_invalid",
] as const;
export type Family = (typeof FAMILIES)[number];

/** Waiting between attempts, in seconds: `first`, then `factor` times as long each round up to `max`. */
export interface Retry {
	readonly first: number;
	readonly factor: number;
	readonly max: number;
	/** At most this share is added at random, so that a house full of clients does not come back in one instant. */
	readonly jitter: number;
}

export interface FailureKind {
	/** What it is shown as in Home Assistant, where a class would say too much in a state. */
	readonly family: Family;
	/** In English, for the log; page and entity have a text for each class. */
	readonly cause: string;
	readonly remedy: string;
	/** `error` needs a person, `warning` may pass by itself. */
	readonly level: "warning" | "error";
	/** Absent: nothing changes until a person changes the options. */
	readonly retry?: Retry;
}

const retry = (first: number, factor: number, max: number, jitter = 0.2): Retry => ({ first, factor, max, jitter });
/** For what only a person can mend: there is no hurry, and a broker's log should not fill. */
const SLOWLY = retry(60, 2, 900);

type Make = (family: Family, cause: string, remedy: string, wait: Retry) => FailureKind;
const person: Make = (family, cause, remedy, retry) => ({ family, level: "error", cause, remedy, retry });
const passing: Make = (family, cause, remedy, retry) => ({ family, level: "warning", cause, remedy, retry });

/** What can go wrong between us and a broker: the only place where a failure gets its words and its patience. */
const ROWS = {
	"credentials-rejected": person(
		"login_refused",
		"The broker refused this user name and password; brokers do not say which of the two is wrong, or whether it is neither.",
		"Check both, and that the user exists on the broker; a Mosquitto with clientid_prefixes refuses other client ids in the same words. A user just made in Home Assistant may take up to six minutes to be let in.",
		// A corrected password at the broker has to be found within a minute, so the wait stays short; but at most two
		// attempts a minute (and so no jitter, which could bring a third), lest we look like somebody guessing.
		retry(5, 2, 30, 0),
	),
	"not-authorized": person(
		"login_refused",
		"The broker requires a login and none was sent.",
		"Give a user name and a password in the options.",
		SLOWLY,
	),
	"acl-denied": person(
		"access_denied",
		"The broker's access rules do not allow this user this topic.",
		"Add the topic to the user's access rules; `broker acl` prints all that are needed.",
		retry(300, 1, 300),
	),
	"message-refused": person(
		"access_denied",
		"The broker accepted the connection but refused a message.",
		"See the reason code, and the broker's limits for message size and quota.",
		retry(300, 1, 300),
	),
	"tls-untrusted": person(
		"tls_failed",
		"The broker's certificate is not signed by an authority that is trusted here.",
		"Give the certificate of the authority that signed it as `ca` (not the broker's own), with any intermediate.",
		SLOWLY,
	),
	"tls-expired": person(
		"tls_failed",
		"The broker's certificate is out of date or not valid yet.",
		"Renew it; and check that this machine's clock is right.",
		SLOWLY,
	),
	"tls-hostname": person(
		"tls_failed",
		"The broker's certificate is for another name than the host we connect to.",
		"Connect by a name that is in the certificate, or renew it with this name.",
		SLOWLY,
	),
	"tls-client-cert-required": person(
		"tls_failed",
		"The broker seems to want a client certificate and none is configured.",
		"Give `cert` and `key` in the options.",
		SLOWLY,
	),
	"tls-client-cert-rejected": person(
		"tls_failed",
		"The broker refused this client's certificate.",
		"Check that it is in date, is made for clients, and is signed by an authority the broker trusts.",
		SLOWLY,
	),
	"tls-version": person(
		"tls_failed",
		"This client and the broker found no TLS version and cipher in common.",
		"Allow TLS 1.2 or 1.3 on the broker.",
		SLOWLY,
	),
	"tls-failed": person(
		"tls_failed",
		"The TLS handshake failed.",
		"See the code in this line and the broker's log.",
		SLOWLY,
	),
	"wrong-port-or-tls-mode": passing(
		"unreachable",
		"Something answered but broke off before the login: most often a wrong port, or TLS on one side only.",
		"Check the port (1883 is usually plain, 8883 TLS) and whether TLS is on; a broker that takes no more connections does this too.",
		retry(5, 2, 120),
	),
	unreachable: passing(
		"unreachable",
		"Nothing answers at this address.",
		"Check host and port, and that the broker runs.",
		// A refused connection costs the house's network nothing, and a broker that was updated is to be joined at once.
		retry(0.5, 1.5, 1.5),
	),
	timeout: passing(
		"unreachable",
		"The broker did not answer in time.",
		"Check host, port and firewall, and that the broker is not hung.",
		retry(5, 2, 60),
	),
	"dropped-before-connack": passing(
		"dropped",
		"The broker closed the connection before it answered the login.",
		"On Home Assistant this happens while its authentication service starts; otherwise see the broker's log.",
		retry(5, 2, 120),
	),
	dropped: passing(
		"dropped",
		"The connection broke.",
		"Nothing to do if it comes back; otherwise see the broker's log and the network.",
		retry(1, 2, 30),
	),
	"taken-over": person(
		"taken_over",
		"Another program connected with the same client id.",
		"Give each instance an id of its own: no two may run with one copied data folder.",
		retry(5, 8, 300, 0.3),
	),
	"taken-over-suspected": person(
		"taken_over",
		"The broker keeps closing the connection soon after the login and does not say why; most often another program uses the same client id.",
		"Look for a second instance with a copied data folder, and in the broker's log.",
		retry(300, 1, 300, 0.3),
	),
	"not-mqtt": person(
		"unreachable",
		"What answers on this port does not speak MQTT.",
		"Check the port: 1883 is usual, 8883 with TLS.",
		SLOWLY,
	),
	"protocol-error": passing(
		"refused",
		"The broker sent something that MQTT does not allow.",
		"See the broker's log, and whether a message is larger than it accepts.",
		retry(5, 2, 300),
	),
	"protocol-unsupported": person(
		"refused",
		"The broker speaks neither MQTT 5 nor 3.1.1.",
		"Update the broker.",
		SLOWLY,
	),
	"client-id-rejected": person(
		"refused",
		"The broker refused the client id.",
		"Check the broker's rules for client ids. Mosquitto 2.1 also says this by 3.1.1 when its max_keepalive is below our 15 s.",
		SLOWLY,
	),
	"broker-busy": passing("refused", "The broker is too busy or is shutting down.", "Wait.", retry(10, 2, 300)),
	banned: person("refused", "The broker has banned this client.", "Lift the ban on the broker.", retry(300, 2, 900)),
	"connection-refused": person(
		"refused",
		"The broker refused the connection for another reason than the login.",
		"See the reason code and the broker's log.",
		retry(30, 2, 300),
	),
	"config-invalid": {
		family: "options_invalid",
		level: "error",
		cause: "The MQTT options cannot work.",
		remedy: "Correct the option named here.",
	},
} as const satisfies Record<string, FailureKind>;

export type FailureClass = keyof typeof ROWS;

export const FAILURES: Readonly<Record<FailureClass, FailureKind>> = ROWS;
