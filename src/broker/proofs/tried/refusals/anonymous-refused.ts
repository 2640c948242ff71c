import { against, PATIENCE, type Proof, type Target } from "../../proof.ts";
import { checkRefused, WAYS_PATIENCE } from "../../trying/check-refused.ts";
import { stoppedByLogin } from "../../trying/stopped-by-login.ts";
import { STRANGERS } from "../../trying/stranger.ts";

/** Connections without a login are refused. Our own login need not work: an open broker is reported either way. */
export const anonymousRefused: Proof = {
	id: "anonymous_refused",
	needs: ["tcp", "tls"],
	costs: 50,
	deadline: WAYS_PATIENCE + PATIENCE,
	run: against(async (target) => stoppedByLogin(target, await withoutLogin(target))),
};

/** The same, where our own login is not to be used. */
export const withoutLogin = (target: Target) => checkRefused(target, STRANGERS.anonymous_refused());
