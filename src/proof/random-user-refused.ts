import { against, type Proof } from "./proof.ts";
import { STRANGERS } from "./stranger.ts";
import { turnedAway } from "./turned-away.ts";

/** A user that nobody made gets in nowhere. */
export const randomUserRefused: Proof = {
	id: "random_user_refused",
	needs: ["login"],
	costs: 50,
	run: against((target) => turnedAway(target, STRANGERS.random_user_refused())),
};
