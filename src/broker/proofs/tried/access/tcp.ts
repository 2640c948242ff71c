import { says } from "#model/sentences/sentence.ts";
import { against, broken, ok, type Proof, placeOf } from "../../proof.ts";
import { openSocket } from "../../trying/open-socket.ts";

/** A program listens on the port. */
export const tcp: Proof = {
	id: "tcp",
	needs: ["dns"],
	run: against(async ({ broker }) => {
		const { tls: _, ...bare } = broker;
		const dialling = await openSocket(bare, () => undefined);
		if (dialling.kind === "down") {
			const result = broken(says("tried_reach", { place: placeOf(broker) }), dialling.class, dialling.detail);
			return dialling.detail === "ECONNREFUSED" ? { ...result, remedy: [...result.remedy, NOT_RUNNING] } : result;
		}
		return ok(says("accepts", { place: placeOf(broker) }));
	}),
};

/** The machine answers but the broker does not run. After a change of its files, this is the only sign. */
const NOT_RUNNING = says("not_running");
