/** What the audit of the broker repeats each night, by the names of the proofs. Each has an entity of its own. */

/** The way to the broker and what the app needs there: to fail is what these can show. */
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

/** What an audit says of one of them; `unknown` where it was not measured. */
export type Verdict = "fine" | "problem" | "unknown";
