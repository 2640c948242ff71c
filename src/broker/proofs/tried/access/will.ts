import { against, type Proof } from "../../proof.ts";
import { trialsOf } from "../../trying/attempt.ts";
import { publishable } from "../../trying/rights/publishable.ts";

/**
 * The will can be published. A broker accepts any will at login and silently drops one that it denies. So a message is
 * published to a neighbouring topic. On the will's own topic it would make a running app look offline.
 */
export const will: Proof = {
	id: "will",
	needs: ["login"],
	run: against((target) => publishable(target, [trialsOf(target.topics).state])),
};
