import { says } from "#model/sentences/sentence.ts";
import { against, noted, type Proof, skipped } from "./proof.ts";
import { withoutLogin } from "./tried/refusals/strangers-refused.ts";

/** Proofs that log in as somebody else, or not at all. */
const WITHOUT_OUR_LOGIN: ReadonlySet<string> = new Set([
	...["options", "credentials", "secret_files", "dns", "tcp", "tls", "plaintext_refused", "old_tls_refused"],
	...["anonymous_refused", "wrong_password_refused", "random_user_refused", "listeners"],
]);

/**
 * The proofs that do not log in as the app, for a broker that allows one connection per user while the app is connected.
 * The app's own connection shows that the login works.
 */
export const withoutOwnLogin = (proofs: readonly Proof[]): readonly Proof[] =>
	proofs.map((proof) => {
		if (proof.id === "login")
			return { ...proof, run: () => noted("one-per-user", says("app_is_in"), says("one_per_user_mend")) };
		if (proof.id === "anonymous_refused") return { ...proof, run: against(withoutLogin) };
		if (WITHOUT_OUR_LOGIN.has(proof.id)) return proof;
		return { ...proof, run: () => skipped("not-tried", says("left_out_one_per_user")) };
	});
