/** The proofs that the broker's audit repeats each night. Each has an entity of its own. */

/** Proofs of the connection and of what the app needs at the broker. They can only fail. */
export const ACCESS = ["dns", "tcp", "tls", "login", "subscribe", "publish", "will"] as const;

/** Proofs that users have no more rights than they should. They show nothing if the broker cannot be reached. */
export const SAFETY = [
	"plaintext_refused",
	"old_tls_refused",
	"anonymous_refused",
	"wrong_password_refused",
	"random_user_refused",
	"acl_write_escape",
	"acl_read_escape",
	"broker_outdated",
] as const;

export const AUDITED = [...ACCESS, ...SAFETY] as const;
export type Audited = (typeof AUDITED)[number];

/** Result of a proof in an audit; `unknown` if it was not measured. */
export type Verdict = "fine" | "problem" | "unknown";
