import { against, PATIENCE, type Proof } from "../proof.ts";
import { knownTo, STRANGERS } from "../trying/stranger.ts";
import { turnedAway, WAYS_PATIENCE } from "../trying/turned-away.ts";

/** Our name alone opens nothing. A broker that refuses the right password too would prove nothing. */
export const wrongPasswordRefused: Proof = {
	id: "wrong_password_refused",
	needs: ["login"],
	costs: 50,
	deadline: WAYS_PATIENCE + PATIENCE,
	run: against((target) => turnedAway(target, STRANGERS.wrong_password_refused(knownTo(target)))),
};
