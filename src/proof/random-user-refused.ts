import { against, type Proof } from "./proof.ts";
import { anyPassword, proofName, turnedAway } from "./turned-away.ts";

/** A user that nobody made gets in nowhere. */
export const randomUserRefused: Proof = {
	id: "random_user_refused",
	needs: ["login"],
	run: against((target) =>
		turnedAway(target, {
			how: "as a user that does not exist",
			credentials: { username: proofName(), password: anyPassword() },
			accepted: "random-user-accepted",
			remedy:
				"This broker lets any user name in. In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.",
		}),
	),
};
