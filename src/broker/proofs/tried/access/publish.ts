import { against, type Proof } from "../../proof.ts";
import { trialsOf } from "../../trying/attempt.ts";
import { publishable } from "../../trying/rights/publishable.ts";

/** States, attributes and discovery may be published. */
export const publish: Proof = {
	id: "publish",
	needs: ["login"],
	run: against((target) => {
		const { state, attributes, discovery } = trialsOf(target.topics);
		return publishable(target, [state, attributes, discovery]);
	}),
};
