import { type Sentence, says } from "#model/sentence.ts";
import type { Broker } from "#mqtt/broker.ts";
import { attempt } from "./attempt.ts";
import { fail, mended, ok, type Result, seen, skipped, type Target } from "./proof.ts";
import type { Stranger } from "./stranger.ts";

/**
 * Whether a broker turns a stranger away. Only its own answer to the login, "not authorized" or "bad user name or
 * password", counts: a connection that just ends shows nothing. What is let in leaves at once.
 */
export async function turnedAway(target: Target, stranger: Stranger): Promise<Result> {
	const { how, credentials } = stranger;
	// Without a name of our own there is none to come under with a wrong password.
	if (credentials.username === "" && credentials.password !== "")
		return skipped("not-configured", says("no_name_to_try"));
	const { anonymous: _, ...broker } = target.broker;
	const trying = await attempt(
		{ ...target, broker: { ...broker, ...credentials } },
		async () => undefined,
		target.marks,
	);
	if (trying.kind === "connected") return letIn(target.broker, stranger);
	const enforced =
		trying.kind === "refused" && (trying.class === "credentials-rejected" || trying.class === "not-authorized");
	if (enforced) return ok([how, says("refused_code", { code: trying.detail })], { code: trying.detail });
	const unclear: readonly Sentence[] = [how, says("no_clear_refusal"), ...seen(trying.class, trying.detail)];
	return fail("not-proven", [...unclear, says("strangers_not_proven")], mended(trying.class), { seen: trying.class });
}

function letIn({ tls }: Broker, { how, accepted, remedy }: Stranger): Result {
	if (tls?.cert === undefined) return fail(accepted, [how, says("let_in")], remedy);
	return fail("not-proven", [how, says("let_in_by_certificate")], [says("certificate_login"), ...remedy]);
}
