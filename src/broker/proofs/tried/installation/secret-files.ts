import { says } from "#model/sentences/sentence.ts";
import { fail, ok, type Proof, skipped } from "../../proof.ts";

/** No file with a secret can be read by every user of this machine. */
export const secretFiles: Proof = {
	id: "secret_files",
	needs: [],
	run({ exposed }) {
		if (exposed === undefined) return skipped("not-tried", says("files_not_looked_at"));
		if (exposed.length === 0) return ok(says("files_closed"));
		const files = exposed.join(" ");
		return fail("secret-readable", says("files_open", { files }), says("files_open_mend", { files }), { files });
	},
};
