import { against, type Proof, type Target } from "../../proof.ts";
import { checkRefused, OF_STRANGERS } from "../../trying/strangers/check-refused.ts";
import { stoppedByLogin } from "../../trying/strangers/stopped-by-login.ts";
import { knownTo, STRANGERS } from "../../trying/strangers/stranger.ts";

/** Connections without a login are refused. Our own login need not work: an open broker is reported either way. */
export const anonymousRefused: Proof = {
	id: "anonymous_refused",
	needs: ["tcp", "tls"],
	...OF_STRANGERS,
	run: against(async (target) => stoppedByLogin(target, await withoutLogin(target))),
};

/** The same without using our own login. */
export const withoutLogin = (target: Target) => checkRefused(target, STRANGERS.anonymous_refused());

/** Our user name is refused with another password. If the right password is refused too, this proves nothing. */
export const wrongPasswordRefused: Proof = {
	id: "wrong_password_refused",
	needs: ["login"],
	...OF_STRANGERS,
	run: against((target) => checkRefused(target, STRANGERS.wrong_password_refused(knownTo(target)))),
};

/** A user that does not exist is refused. */
export const randomUserRefused: Proof = {
	id: "random_user_refused",
	needs: ["login"],
	...OF_STRANGERS,
	run: against((target) => checkRefused(target, STRANGERS.random_user_refused(knownTo(target)))),
};
