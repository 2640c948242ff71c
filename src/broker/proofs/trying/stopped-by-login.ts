import { says } from "#model/sentences/sentence.ts";
import { fail, type Result, type Target } from "../proof.ts";
import { attempt } from "./attempt.ts";
import { isRefusal } from "./check-refused.ts";
import type { ProbeClientIds } from "./probe-client-id.ts";

/**
 * What the refusals of strangers show. Where the broker refuses our own login in the same words, as with clientid_prefixes,
 * something else than the login may have stopped them. We come as the strangers did, under a client id of the proofs.
 */
export async function stoppedByLogin(target: Target, result: Result): Promise<Result> {
	const { username, password } = target.broker;
	if (result.status !== "ok" || username === "" || password === "") return result;
	let note: () => void = () => undefined;
	// Only a refusal belongs on the list of our own wrong logins.
	const sent: ProbeClientIds["sent"] = (...login) => {
		note = () => target.clientIds.sent(...login);
	};
	const own = await attempt(target, async () => undefined, { next: target.clientIds.next, sent });
	if (!isRefusal(own)) return result;
	note();
	return fail("not-proven", [...result.message.slice(0, -1), says("own_refused_too")], says("own_refused_mend"));
}
