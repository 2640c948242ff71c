import { randomBytes } from "node:crypto";
import type { Credentials } from "#mqtt/broker.ts";
import type { Class, Target } from "./proof.ts";

/** Somebody whom a broker has to turn away. */
export interface Stranger {
	/** How it comes: "without user name and password". */
	readonly how: string;
	readonly credentials: Credentials;
	/** The class of it being let in, and what to do about that. */
	readonly accepted: Class;
	readonly remedy: string;
}

const CLOSE_IT =
	"In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.";

/** Every kind of stranger, by the id of the proof that it is turned away. */
export const STRANGERS = {
	anonymous_refused: () => ({
		how: "without user name and password",
		credentials: { username: "", password: "" },
		accepted: "anonymous-allowed",
		remedy: `Anybody who reaches this port can read and switch the plant. ${CLOSE_IT}`,
	}),
	wrong_password_refused: ({ broker: { username } }) => ({
		how: `as ${username} with a wrong password`,
		credentials: { username, password: anyPassword() },
		accepted: "wrong-password-accepted",
		remedy: `This broker does not check passwords. ${CLOSE_IT}`,
	}),
	random_user_refused: () => ({
		how: "as a user that does not exist",
		credentials: { username: `solar_heating_proof_${randomBytes(8).toString("hex")}`, password: anyPassword() },
		accepted: "random-user-accepted",
		remedy: `This broker lets any user name in. ${CLOSE_IT}`,
	}),
} as const satisfies Readonly<Record<string, (target: Target) => Stranger>>;

const anyPassword = (): string => randomBytes(16).toString("hex");
