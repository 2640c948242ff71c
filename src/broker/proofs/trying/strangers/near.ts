import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";

/** A wrong password that a faulty comparison accepts. */
export interface Near {
	readonly how: Sentence;
	readonly password: string;
}

/**
 * Passwords that faulty plugins accept: they compare only the beginning, ignore case or white space, or ignore the
 * password.
 */
export function nearPasswords({ username: user, password }: Credentials): readonly Near[] {
	if (password === "") return [];
	const shorter = [...password].slice(0, -1).join("");
	const all = [
		{ how: says("came_shorter_password", { user }), password: shorter },
		{ how: says("came_longer_password", { user }), password: `${password}x` },
		{ how: says("came_line_end_password", { user }), password: `${password}\n` },
		...otherCase(password).map((other) => ({ how: says("came_other_case_password", { user }), password: other })),
		{ how: says("came_name_as_password", { user }), password: user },
	];
	return all.filter((near) => near.password !== password && near.password !== "");
}

/** The text with upper and lower case exchanged; empty if it has no letters. */
export function otherCase(text: string): readonly string[] {
	const other = [...text].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase())).join("");
	return other === text ? [] : [other];
}
