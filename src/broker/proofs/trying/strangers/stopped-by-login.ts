import { says } from "#model/sentences/sentence.ts";
import { fail, type Result, type Target } from "../../proof.ts";
import { attempt } from "../attempt.ts";
import type { ProbeClientIds } from "../own/probe-client-id.ts";
import { isRefusal } from "./check-refused.ts";

/**
 * Judges refusals of strangers. If the broker also refuses our own login in the same words, as with clientid_prefixes,
 * something other than the login may have stopped the strangers. So our login is tried in the same way, with a client id of
 * the proofs.
 */
export async function stoppedByLogin(target: Target, result: Result): Promise<Result> {
	const { username, password } = target.broker;
	if (result.status !== "ok" || username === "" || password === "") return result;
	let note: () => void = () => undefined;
	// Only refused logins belong in the record of our own wrong logins.
	const sent: ProbeClientIds["sent"] = (...login) => {
		note = () => target.clientIds.sent(...login);
	};
	const own = await attempt(target, async () => undefined, { next: target.clientIds.next, sent });
	if (!isRefusal(own)) return result;
	note();
	return fail("not-proven", [...result.message.slice(0, -1), says("own_refused_too")], says("own_refused_mend"));
}
