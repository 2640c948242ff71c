import { randomBytes } from "node:crypto";
import { type Sentence, says } from "#model/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import { type Class, type Target, userOf } from "./proof.ts";

/** Somebody whom a broker has to turn away. */
export interface Stranger {
	/** How it comes. */
	readonly how: Sentence;
	readonly credentials: Credentials;
	/** The class of it being let in, and what to do about that. */
	readonly accepted: Class;
	readonly remedy: readonly Sentence[];
}

const CLOSE_IT = says("close_it");

/** Every kind of stranger, by the id of the proof that it is turned away. */
export const STRANGERS = {
	anonymous_refused: () => ({
		how: says("came_anonymous"),
		credentials: { username: "", password: "" },
		accepted: "anonymous-allowed",
		remedy: [says("anonymous_mend"), CLOSE_IT],
	}),
	wrong_password_refused: ({ broker }) => ({
		how: says("came_wrong_password", { user: userOf(broker) }),
		credentials: { username: broker.username, password: anyPassword() },
		accepted: "wrong-password-accepted",
		remedy: [says("wrong_password_mend"), CLOSE_IT],
	}),
	random_user_refused: () => ({
		how: says("came_random_user"),
		credentials: { username: `solar_heating_proof_${randomBytes(8).toString("hex")}`, password: anyPassword() },
		accepted: "random-user-accepted",
		remedy: [says("random_user_mend"), CLOSE_IT],
	}),
} as const satisfies Readonly<Record<string, (target: Target) => Stranger>>;

const anyPassword = (): string => randomBytes(16).toString("hex");
