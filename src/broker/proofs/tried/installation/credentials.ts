import { inside, says } from "#model/sentences/sentence.ts";
import { fail, ok, type Proof, skipped } from "../../proof.ts";

/** There is a login. Without one no connection is made, because there is no anonymous access. */
export const credentials: Proof = {
	id: "credentials",
	needs: [],
	run({ login }) {
		if (login === undefined) return skipped("not-tried", says("options_first"));
		if (login.kind === "required") {
			const { why, found } = login;
			const said = found ? says("login_not_had", inside("finding", found)) : says("login_required", inside("why", why));
			return fail("credentials-required", said, says("credentials_mend"));
		}
		if (login.kind === "none") return fail("credentials-none", says("no_login"), says("credentials_mend"));
		return ok(says("has_login", { user: login.username }), { user: login.username });
	},
};
