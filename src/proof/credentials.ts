import { fail, ok, type Proof, skipped } from "./proof.ts";

/** There is a login. Without one nothing is connected to: there is no anonymous access. */
export const credentials: Proof = {
	id: "credentials",
	needs: [],
	run({ login }) {
		if (login === undefined) return skipped("not-tried", "Not tried: the options have to be valid first.");
		if (login.kind === "required")
			return fail(
				"credentials-required",
				login.text,
				"Make a login for this app at the broker, and give its user name and password.",
			);
		return ok(`There is a user name (${login.username}) and a password.`, { user: login.username });
	},
};
