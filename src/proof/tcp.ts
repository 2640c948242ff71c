import { dialled } from "./dialled.ts";
import { against, broken, ok, type Proof, placeOf } from "./proof.ts";

/** Something listens there. */
export const tcp: Proof = {
	id: "tcp",
	needs: ["dns"],
	run: against(async ({ broker }) => {
		const { tls: _, ...bare } = broker;
		const dialling = await dialled(bare, () => undefined);
		if (dialling.kind === "down") return broken(`Tried to reach ${placeOf(broker)}`, dialling.class, dialling.detail);
		return ok(`${placeOf(broker)} accepts connections.`);
	}),
};
