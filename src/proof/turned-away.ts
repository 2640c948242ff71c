import { randomBytes } from "node:crypto";
import type { Broker, Credentials } from "#mqtt/broker.ts";
import { FAILURES } from "#mqtt/failure.ts";
import { attempt } from "./attempt.ts";
import { type Class, fail, ok, type Result, seen, type Target } from "./proof.ts";

export interface Stranger {
	/** How it comes: "without user name and password". */
	readonly how: string;
	readonly credentials: Credentials;
	/** The class of it being let in, and what to do about that. */
	readonly accepted: Class;
	readonly remedy: string;
}

/**
 * Whether a broker turns a stranger away. Only its own answer to the login, "not authorized" or "bad user name or
 * password", counts: a connection that just ends shows nothing. What is let in leaves at once.
 */
export async function turnedAway(target: Target, stranger: Stranger): Promise<Result> {
	const { how, credentials, accepted, remedy } = stranger;
	const trying = await attempt(
		{ ...target, broker: { ...target.broker, ...credentials, client_id: proofName() } },
		async () => undefined,
	);
	if (trying.kind === "connected") return letIn(target.broker, how, accepted, remedy);
	const enforced =
		trying.kind === "refused" && (trying.class === "credentials-rejected" || trying.class === "not-authorized");
	if (enforced) return ok(`Came ${how}: refused (code ${trying.detail}). Enforced.`, { code: trying.detail });
	return fail(
		"not-proven",
		`Came ${how}: there was no clear refusal. ${seen(trying.class, trying.detail)} So it is not proven that the broker turns strangers away.`,
		FAILURES[trying.class].remedy,
		{ seen: trying.class },
	);
}

/** Recognisable in a broker's log, for people who wonder about failed logins. */
export const proofName = (): string => `solar_heating_proof_${randomBytes(4).toString("hex")}`;
export const anyPassword = (): string => randomBytes(16).toString("hex");

function letIn({ tls }: Broker, how: string, accepted: Class, remedy: string): Result {
	if (tls?.cert === undefined) return fail(accepted, `Came ${how}: the broker let us in.`, remedy);
	return fail(
		"not-proven",
		`Came ${how}, but with our client certificate: the broker let us in, and does not say whether for the certificate or because it lets everybody in.`,
		`Where the certificate is the login (use_identity_as_username), this cannot be proven with it. Otherwise: ${remedy}`,
	);
}
