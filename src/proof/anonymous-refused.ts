import { against, type Proof } from "./proof.ts";
import { turnedAway } from "./turned-away.ts";

/** Nobody gets in without a login. Does not need ours to work: an open broker is worth knowing of either way. */
export const anonymousRefused: Proof = {
	id: "anonymous_refused",
	needs: ["tcp", "tls"],
	run: against((target) =>
		turnedAway(target, {
			how: "without user name and password",
			credentials: { username: "", password: "" },
			accepted: "anonymous-allowed",
			remedy:
				"Anybody who reaches this port can read and switch the plant. In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.",
		}),
	),
};
