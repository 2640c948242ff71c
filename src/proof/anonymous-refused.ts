import { against, PATIENCE, type Proof } from "./proof.ts";
import { STRANGERS } from "./stranger.ts";
import { turnedAway, WAYS_PATIENCE } from "./turned-away.ts";

/** Nobody gets in without a login. Does not need ours to work: an open broker is worth knowing of either way. */
export const anonymousRefused: Proof = {
	id: "anonymous_refused",
	needs: ["tcp", "tls"],
	costs: 50,
	deadline: WAYS_PATIENCE + PATIENCE,
	run: against((target) => turnedAway(target, STRANGERS.anonymous_refused())),
};
