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

/** Seconds between attempts: `first`, then `factor` times as long each round, up to `max`. */
export interface Retry {
	readonly first: number;
	readonly factor: number;
	readonly max: number;
	/** At most this share is added at random, so that the clients of a house do not all return at the same moment. */
	readonly jitter: number;
}

export interface FailureKind {
	/** The state that Home Assistant shows. Classes would be too fine for a state. */
	readonly family: Family;
	/** `error` needs a person, `warning` may pass by itself. */
	readonly level: "warning" | "error";
	/** Absent: nothing changes until a person changes the options. */
	readonly retry?: Retry;
}

const retry = (first: number, factor: number, max: number, jitter = 0.2): Retry => ({ first, factor, max, jitter });
/** For faults that only a person can repair. Frequent attempts would only fill the broker's log. */
const SLOWLY = retry(60, 2, 900);

type Make = (family: Family, wait: Retry) => FailureKind;
const person: Make = (family, retry) => ({ family, level: "error", retry });
const passing: Make = (family, retry) => ({ family, level: "warning", retry });

/** What can go wrong between the app and a broker, and how often each is retried. The texts are in src/words/failures. */
const ROWS = {
	"credentials-rejected": person(
		"login_refused",
		// A password that was corrected at the broker must work within a minute, so the wait is short. More than two attempts a
		// minute would look like password guessing. So there is no jitter, which could add a third.
		retry(5, 2, 30, 0),
	),
	"not-authorized": person("login_refused", SLOWLY),
	"acl-denied": person("access_denied", retry(300, 1, 300)),
	"message-refused": person("access_denied", retry(300, 1, 300)),
	"tls-untrusted": person("tls_failed", SLOWLY),
	"tls-expired": person("tls_failed", SLOWLY),
	"tls-hostname": person("tls_failed", SLOWLY),
	"tls-client-cert-required": person("tls_failed", SLOWLY),
	"tls-client-cert-rejected": person("tls_failed", SLOWLY),
	"tls-version": person("tls_failed", SLOWLY),
	"tls-failed": person("tls_failed", SLOWLY),
	"wrong-port-or-tls-mode": passing("unreachable", retry(5, 2, 120)),
	unreachable: passing(
		"unreachable",
		// A refused connection costs almost nothing, and a broker that was updated should be joined at once.
		retry(0.5, 1.5, 1.5),
	),
	timeout: passing("unreachable", retry(5, 2, 60)),
	"dropped-before-connack": passing("dropped", retry(5, 2, 120)),
	dropped: passing("dropped", retry(1, 2, 30)),
	"taken-over": person("taken_over", retry(5, 8, 300, 0.3)),
	"taken-over-suspected": person("taken_over", retry(300, 1, 300, 0.3)),
	"not-mqtt": person("unreachable", SLOWLY),
	"protocol-error": passing("refused", retry(5, 2, 300)),
	"protocol-unsupported": person("refused", SLOWLY),
	"client-id-rejected": person("refused", SLOWLY),
	"broker-busy": passing("refused", retry(10, 2, 300)),
	banned: person("refused", retry(300, 2, 900)),
	"connection-refused": person("refused", retry(30, 2, 300)),
	"config-invalid": {
		family: "options_invalid",
		level: "error",
	},
} as const satisfies Record<string, FailureKind>;

export type FailureClass = keyof typeof ROWS;

export const FAILURES: Readonly<Record<FailureClass, FailureKind>> = ROWS;
