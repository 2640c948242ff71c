import { says } from "#model/sentences/sentence.ts";
import { against, noted, type Proof, skipped } from "./proof.ts";
import { withoutLogin } from "./tried/refusals/strangers-refused.ts";

/** What comes as somebody else, or does not log in at all. */
const WITHOUT_OUR_LOGIN: ReadonlySet<string> = new Set([
	...["options", "credentials", "secret_files", "dns", "tcp", "tls", "plaintext_refused", "old_tls_refused"],
	...["anonymous_refused", "wrong_password_refused", "random_user_refused", "listeners"],
]);

/**
 * The same proofs, for a broker that gives each user one connection, while the app has it: none logs in as the app does.
 * That the login works the app's own connection shows.
 */
export const withoutOwnLogin = (proofs: readonly Proof[]): readonly Proof[] =>
	proofs.map((proof) => {
		if (proof.id === "login")
			return { ...proof, run: () => noted("one-per-user", says("app_is_in"), says("one_per_user_mend")) };
		if (proof.id === "anonymous_refused") return { ...proof, run: against(withoutLogin) };
		if (WITHOUT_OUR_LOGIN.has(proof.id)) return proof;
		return { ...proof, run: () => skipped("not-tried", says("left_out_one_per_user")) };
	});
