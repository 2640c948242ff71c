import { against, type Proof } from "./proof.ts";
import { anyPassword, turnedAway } from "./turned-away.ts";

/** Our name alone opens nothing. A broker that refuses the right password too would prove nothing. */
export const wrongPasswordRefused: Proof = {
	id: "wrong_password_refused",
	needs: ["login"],
	run: against((target) =>
		turnedAway(target, {
			how: `as ${target.broker.username} with a wrong password`,
			credentials: { username: target.broker.username, password: anyPassword() },
			accepted: "wrong-password-accepted",
			remedy:
				"This broker does not check passwords. In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.",
		}),
	),
};
