import { against, PATIENCE, type Proof } from "../../proof.ts";
import { checkRefused, WAYS_PATIENCE } from "../../trying/check-refused.ts";
import { knownTo, STRANGERS } from "../../trying/stranger.ts";

/** A user that does not exist is refused. */
export const randomUserRefused: Proof = {
	id: "random_user_refused",
	needs: ["login"],
	costs: 50,
	deadline: WAYS_PATIENCE + PATIENCE,
	run: against((target) => checkRefused(target, STRANGERS.random_user_refused(knownTo(target)))),
};
