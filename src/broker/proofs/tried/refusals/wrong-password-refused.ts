import { against, PATIENCE, type Proof } from "../../proof.ts";
import { checkRefused, WAYS_PATIENCE } from "../../trying/check-refused.ts";
import { knownTo, STRANGERS } from "../../trying/stranger.ts";

/** Our name alone opens nothing. A broker that refuses the right password too would prove nothing. */
export const wrongPasswordRefused: Proof = {
	id: "wrong_password_refused",
	needs: ["login"],
	costs: 50,
	deadline: WAYS_PATIENCE + PATIENCE,
	run: against((target) => checkRefused(target, STRANGERS.wrong_password_refused(knownTo(target)))),
};
