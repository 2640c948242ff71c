import type { Broker } from "#mqtt/broker.ts";
import { FAILURES } from "#mqtt/failure.ts";
import { attempt } from "./attempt.ts";
import { type Class, fail, ok, type Result, seen, type Target } from "./proof.ts";
import type { Stranger } from "./stranger.ts";

/**
 * Whether a broker turns a stranger away. Only its own answer to the login, "not authorized" or "bad user name or
 * password", counts: a connection that just ends shows nothing. What is let in leaves at once.
 */
export async function turnedAway(target: Target, stranger: Stranger): Promise<Result> {
	const { how, credentials, accepted, remedy } = stranger;
	const trying = await attempt(
		{ ...target, broker: { ...target.broker, ...credentials } },
		async () => undefined,
		target.marks,
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

function letIn({ tls }: Broker, how: string, accepted: Class, remedy: string): Result {
	if (tls?.cert === undefined) return fail(accepted, `Came ${how}: the broker let us in.`, remedy);
	return fail(
		"not-proven",
		`Came ${how}, but with our client certificate: the broker let us in, and does not say whether for the certificate or because it lets everybody in.`,
		`Where the certificate is the login (use_identity_as_username), this cannot be proven with it. Otherwise: ${remedy}`,
	);
}
