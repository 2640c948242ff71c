import { against, type Proof } from "./proof.ts";
import { STRANGERS } from "./stranger.ts";
import { turnedAway } from "./turned-away.ts";

/** Nobody gets in without a login. Does not need ours to work: an open broker is worth knowing of either way. */
export const anonymousRefused: Proof = {
	id: "anonymous_refused",
	needs: ["tcp", "tls"],
	costs: 50,
	run: against((target) => turnedAway(target, STRANGERS.anonymous_refused())),
};
