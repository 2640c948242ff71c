import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { against, fail, ok, type Proof } from "./proof.ts";

/** The broker's name has an address. */
export const dns: Proof = {
	id: "dns",
	needs: ["options", "credentials"],
	run: against(async ({ broker: { host } }) => {
		if (isIP(host) !== 0) return ok(`${host} is an address: there is no name to look up.`);
		try {
			const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
			return ok(`${host} is ${addresses.join(", ")}.`, { addresses: addresses.join(", ") });
		} catch (failed) {
			const code = failed instanceof Error && "code" in failed ? String(failed.code) : "no answer";
			return fail(
				"unreachable",
				`Looked up the name ${host}: it has no address (${code}).`,
				"Check the spelling of mqtt.host and this machine's name server, or give the broker's address instead.",
				{ detail: code },
			);
		}
	}),
};
