import { against, type Proof } from "../../proof.ts";
import { trialsOf } from "../../trying/attempt.ts";
import { publishable } from "../../trying/publishable.ts";

/**
 * What the broker says for us when we are gone will get through. A broker accepts any will at login and then drops one
 * that it denies, without a word; so a neighbour of its topic is published to. The topic itself would call a running
 * app gone.
 */
export const will: Proof = {
	id: "will",
	needs: ["login"],
	run: against((target) => publishable(target, [trialsOf(target.topics).state])),
};
