import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { detail, says } from "#model/sentences/sentence.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import { against, fail, ok, type Proof } from "../../proof.ts";

/** The broker's name has an address. */
export const dns: Proof = {
	id: "dns",
	needs: ["options", "credentials"],
	run: against(async ({ broker: { host } }) => {
		if (isIP(host) !== 0) return ok(says("is_address", { host }));
		try {
			const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
			return ok(says("has_address", { host, addresses: addresses.join(", ") }), { addresses: addresses.join(", ") });
		} catch (failed) {
			const code = errorCode(failed) ?? detail("no_answer");
			return fail("unreachable", says("no_address", { host, detail: code }), says("no_address_mend"), { detail: code });
		}
	}),
};
